import { Injectable } from '@nestjs/common';
import {
  REQUESTS_COUNTED_MAX,
  type RequestFilter,
  type RequestNeighbours,
  type RequestPage,
  type RequestQuery,
  type RequestTail,
  type RequestTailQuery,
  type RequestView,
} from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ActivityLog } from '../activity/activity-log';
import { notFound } from '../console/console-error';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import { seesPersonalValues } from '../masking/who-sees';
import type { SignedInMember } from '../team/signed-in-member';
import { TenantHosts } from '../tenants/tenant-hosts';
import { LogSearch, type LogPage } from './log-search';
import { MemberChangesRepository } from './member-changes.repository';
import { OpenParts, type Keeper } from './open-parts';
import { requestSummary, requestView } from './request.mapper';
import { personKeys } from './request-person';
import { selectionSql, type RequestSelection } from './request-selection';
import { RequestsRepository, type LogPlace, type RequestDetailRow } from './requests.repository';

/** Requests are written to the log within a moment after their answer, in the order of their beginning only roughly. */
const TAIL_OVERLAP_MS = 10_000;
const TAIL_MAX = 100;
/** A tail that was left alone for so long is better read anew. */
const TAIL_AGE_MAX_MS = 600_000;

/** What identity providers asked and how it was answered (C01, C02). */
@Injectable()
export class RequestsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly requests: RequestsRepository,
    private readonly search: LogSearch,
    private readonly openParts: OpenParts,
    private readonly members: MemberChangesRepository,
    private readonly hosts: TenantHosts,
    private readonly activity: ActivityLog,
  ) {}

  list(member: SignedInMember, query: RequestQuery & { readonly limit: number }): Promise<RequestPage> {
    const after = placeOf(query.cursor);
    const tail = encodeCursor([new Date().toISOString()]);
    const masked = !seesPersonalValues(member.role);
    return this.database.inTenant(member.tenantId, async (em) => {
      const selection = await this.selection(em, member.tenantId, query);
      const wish = { direction: 'older' as const, limit: query.limit + 1, ...(after ? { after } : {}) };
      const page = await this.search.page(em, selection, { ...wish, ...this.keeping(em, selection, masked) });
      const items = page.rows.slice(0, query.limit).map((row) => requestSummary(row, masked));
      return {
        items,
        ...(await this.total(em, selection, page, items.length)),
        ...continuation(page, query.limit),
        tail,
      };
    });
  }

  /** What has come to the list since `tail`; the last moments before it again, because the log is written in batches. */
  tail(member: SignedInMember, query: RequestTailQuery): Promise<RequestTail> {
    const [since] = decodeCursor(query.tail, ['string']) as [string];
    const tail = encodeCursor([new Date().toISOString()]);
    const from = new Date(new Date(since).getTime() - TAIL_OVERLAP_MS);
    if (Date.now() - from.getTime() > TAIL_AGE_MAX_MS) return Promise.resolve({ items: [], tail, hasMore: true });
    const masked = !seesPersonalValues(member.role);
    return this.database.inTenant(member.tenantId, async (em) => {
      const selection = await this.selection(em, member.tenantId, query);
      const { rows } = await this.search.page(em, selection, {
        direction: 'older',
        limit: TAIL_MAX + 1,
        until: from,
        ...this.keeping(em, selection, masked),
      });
      return {
        items: rows.slice(0, TAIL_MAX).map((row) => requestSummary(row, masked)),
        tail,
        hasMore: rows.length > TAIL_MAX,
      };
    });
  }

  get(member: SignedInMember, id: string): Promise<RequestView> {
    return this.database.inTenant(member.tenantId, async (em) => {
      const row = await this.found(em, member.tenantId, id);
      return this.view(em, member, row, !seesPersonalValues(member.role));
    });
  }

  /** The same request with its personal values; that they were seen, and why, is written in the same transaction (SEC-53). */
  reveal(member: SignedInMember, id: string, reason: string | undefined): Promise<RequestView> {
    return this.database.inTenant(member.tenantId, async (em) => {
      const row = await this.found(em, member.tenantId, id);
      const about = row.resourceId === null ? {} : { resourceType: row.resourceType, resourceId: row.resourceId };
      await this.activity.record(em, member, {
        action: 'request.revealed',
        object: { type: 'request', id: row.id, name: `${row.method} ${row.path}` },
        details: { ...about, ...(reason === undefined || reason === '' ? {} : { reason }) },
      });
      return this.view(em, member, row, false);
    });
  }

  /** The requests next to this one in the list of the filter. */
  neighbours(member: SignedInMember, id: string, filter: RequestFilter): Promise<RequestNeighbours> {
    return this.database.inTenant(member.tenantId, async (em) => {
      const row = await this.found(em, member.tenantId, id);
      const selection = await this.selection(em, member.tenantId, filter);
      const keep = this.keeping(em, selection, !seesPersonalValues(member.role));
      const wish = { limit: 1, after: { at: row.at.toISOString(), id: row.id }, ...keep };
      const next = async (direction: 'older' | 'newer') =>
        (await this.search.page(em, selection, { direction, ...wish })).rows[0]?.id;
      const [newer, older] = [await next('newer'), await next('older')];
      return { ...(newer === undefined ? {} : { newer }), ...(older === undefined ? {} : { older }) };
    });
  }

  /** A reader of masked values finds nothing by what is hidden. */
  private keeping(em: EntityManager, selection: RequestSelection, masked: boolean): { readonly keep?: Keeper } {
    return masked ? { keep: this.openParts.keeperOf(em, selection) } : {};
  }

  private async found(em: EntityManager, tenantId: string, id: string): Promise<RequestDetailRow> {
    const row = await this.requests.find(em, tenantId, id);
    if (!row) throw notFound('request');
    return row;
  }

  private async view(
    em: EntityManager,
    { tenantId }: SignedInMember,
    row: RequestDetailRow,
    masked: boolean,
  ): Promise<RequestView> {
    const members = await this.members.of(em, tenantId, row);
    return requestView(row, { scimUrl: this.hosts.scimUrl(tenantId), members }, masked);
  }

  private async selection(em: EntityManager, tenantId: string, filter: RequestFilter): Promise<RequestSelection> {
    const person = filter.person?.trim() ?? '';
    if (person === '') return { ...withoutPerson(filter), tenantId };
    return { ...filter, tenantId, personKeys: await personKeys(em, tenantId, person) };
  }

  /** Exact up to a limit where an index counts; else what was found so far. */
  private async total(
    em: EntityManager,
    selection: RequestSelection,
    page: LogPage,
    found: number,
  ): Promise<Pick<RequestPage, 'total' | 'totalIsMinimum'>> {
    if (!selectionSql(selection).isIndexed) {
      const isWhole = page.gaveUpAt === undefined && page.rows.length === found;
      return { total: found, ...(isWhole ? {} : { totalIsMinimum: true as const }) };
    }
    const count = await this.requests.count(em, selection);
    return {
      total: Math.min(count, REQUESTS_COUNTED_MAX),
      ...(count > REQUESTS_COUNTED_MAX ? { totalIsMinimum: true as const } : {}),
    };
  }
}

function withoutPerson({ person: _none, ...filter }: RequestFilter): RequestFilter {
  return filter;
}

function placeOf(cursor: string | undefined): LogPlace | undefined {
  const place = decodeCursor(cursor, ['string', 'uuid']) as [string, string] | undefined;
  return place && { at: place[0], id: place[1] };
}

function continuation({ rows, gaveUpAt }: LogPage, limit: number): Pick<RequestPage, 'nextCursor' | 'searchedBackTo'> {
  const last = rows[limit - 1];
  if (rows.length > limit && last) return { nextCursor: encodeCursor([last.at.toISOString(), last.id]) };
  if (gaveUpAt) return { nextCursor: encodeCursor([gaveUpAt.at, gaveUpAt.id]), searchedBackTo: gaveUpAt.at };
  return {};
}
