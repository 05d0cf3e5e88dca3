import { Injectable } from '@nestjs/common';
import type { ChangeSentence, ChangeView, TimeLinePage } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { changeWithoutPersonalValues } from '../masking/personal-values';
import { changeSentence } from './change-sentence';
import { englishChange } from './english-change';
import { HistoryRepository, type ChangeRow, type LogPosition } from './history.repository';
import { MembershipsRepository, type MembershipStep, type PersonKey } from './memberships.repository';
import type { ResourceKey } from './person-facts.repository';

/** Changes a page. */
export const TIME_LINE_PAGE = 50;

/**
 * What happened to one person or group, newest first, page by page. A cursor is a place in the log, so a page stays where it is however
 * much comes after it.
 */
@Injectable()
export class TimeLine {
  constructor(
    private readonly history: HistoryRepository,
    private readonly memberships: MembershipsRepository,
  ) {}

  /** Own changes and groups joined and left (C03). `masked`: personal values in them are hidden. */
  async ofPerson(
    em: EntityManager,
    person: PersonKey,
    { cursor, masked }: { readonly cursor?: string | undefined; readonly masked: boolean },
  ): Promise<TimeLinePage> {
    const wish = { before: positionOf(cursor), limit: TIME_LINE_PAGE + 1 };
    const { tenantId, integrationId, userId: resourceId } = person;
    const own = await this.history.page(em, { tenantId, integrationId, resourceId }, wish);
    const steps = await this.memberships.steps(em, person, wish);
    const names = await this.memberships.groupNames(em, person, [...new Set(steps.map(({ groupId }) => groupId))]);
    return pageOf([
      ...own.map((row) => ({ position: row, view: changeView(row, masked) })),
      ...steps.map((step) => ({ position: step, view: stepView(step, names.get(step.groupId)) })),
    ]);
  }

  /** A group has no personal values of its own. */
  async ofGroup(em: EntityManager, group: ResourceKey, cursor: string | undefined): Promise<TimeLinePage> {
    const rows = await this.history.page(em, group, { before: positionOf(cursor), limit: TIME_LINE_PAGE + 1 });
    return pageOf(rows.map((row) => ({ position: row, view: changeView(row, false) })));
  }
}

interface Entry {
  readonly position: LogPosition;
  readonly view: ChangeView;
}

function pageOf(entries: readonly Entry[]): TimeLinePage {
  const sorted = [...entries].sort((one, other) => newestFirst(one.position, other.position));
  const last = sorted[TIME_LINE_PAGE - 1]?.position;
  return {
    items: sorted.slice(0, TIME_LINE_PAGE).map(({ view }) => view),
    ...(sorted.length > TIME_LINE_PAGE && last ? { nextCursor: encodeCursor([last.xid, last.id]) } : {}),
  };
}

function newestFirst(one: LogPosition, other: LogPosition): number {
  const difference = BigInt(other.xid) - BigInt(one.xid) || BigInt(other.id) - BigInt(one.id);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** @throws badInput for a cursor that is not one of a time line */
function positionOf(cursor: string | undefined): LogPosition | undefined {
  const [xid, id] = decodeCursor(cursor, ['digits', 'digits']) ?? [];
  return xid === undefined ? undefined : { xid: String(xid), id: String(id) };
}

function changeView(row: ChangeRow, masked: boolean): ChangeView {
  const data = masked && Array.isArray(row.data) ? row.data.map(changeWithoutPersonalValues) : row.data;
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    ...told(changeSentence({ ...row, data })),
    ...(row.requestId === null ? {} : { requestId: row.requestId }),
  };
}

function stepView({ id, at, step, groupId, requestId }: MembershipStep, name: string | undefined): ChangeView {
  return {
    id,
    at: at.toISOString(),
    kind: step,
    ...told({ code: step, ...(name === undefined ? {} : { group: name }) }),
    ...(requestId === null ? {} : { requestId }),
    ...(name === undefined ? {} : { group: { id: groupId, displayName: name } }),
  };
}

function told(sentence: ChangeSentence): Pick<ChangeView, 'summary' | 'sentence'> {
  return { summary: englishChange(sentence), sentence };
}
