import { Injectable } from '@nestjs/common';
import type { ActivityEntry, ActivityFilter, ActivityPage, RevealActivityRequest } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { boundOf, comparePositions, positionCursor, readPosition, type ActivityPosition } from './activity-position';
import type { Reader } from '../masking/who-sees';
import { consoleStream, directoryStream, ONE_CHANGE, type StreamStatements } from './activity-statements';
import { changeEntry, deedEntry, type ChangeRow, type DeedRow } from './activity.mapper';

export interface ActivitySelection {
  readonly filter: ActivityFilter;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type ChangeKey = Pick<RevealActivityRequest, 'integrationId' | 'objectId' | 'id'>;

/** How long a page may look for its entries. */
const BUDGET_MS = 120;

interface StreamPage {
  readonly entries: readonly ActivityEntry[];
  /** The last entry looked at, when the search ended before the stream did. */
  readonly searchedTo: ActivityPosition | undefined;
}

/**
 * The log as people read it: deeds of the console and changes of the directory, merged, newest first. Each stream is walked along an index
 * of its own, so a page costs the same at the top of millions of entries and deep among them.
 */
@Injectable()
export class ActivityRepository {
  /** What no index knows is looked for stretch by stretch; after a while the page is handed out with the place where the search goes on. */
  async page(em: EntityManager, reader: Reader, { filter, cursor, limit }: ActivitySelection): Promise<ActivityPage> {
    const giveUpAt = performance.now() + BUDGET_MS;
    const items: ActivityEntry[] = [];
    for (let from = cursor; ;) {
      const stretch = await this.stretch(em, reader, { filter, cursor: from, limit: limit - items.length });
      items.push(...stretch.items);
      const isOver = items.length >= limit || stretch.searchedBackTo === undefined;
      if (isOver || performance.now() > giveUpAt) return { ...stretch, items };
      from = stretch.nextCursor;
    }
  }

  private async stretch(
    em: EntityManager,
    { tenantId, masked }: Reader,
    { filter, cursor, limit }: ActivitySelection,
  ): Promise<ActivityPage> {
    const after = readPosition(cursor);
    const wish = { tenantId, filter, limit: limit + 1 };
    const streams = [
      await this.deeds(em, consoleStream({ ...wish, after: after && boundOf('console', after) }), limit),
    ];
    for (const integrationId of await this.integrationIds(em, tenantId, filter.integrationId)) {
      const statements = directoryStream({ ...wish, integrationId, after: after && boundOf('directory', after) });
      if (statements) streams.push(await this.changes(em, statements, limit, masked));
    }
    return mergeStreams(streams, limit);
  }

  private async deeds(em: EntityManager, statements: StreamStatements, limit: number): Promise<StreamPage> {
    const rows = await em.query<DeedRow[]>(statements.rows.text, [...statements.rows.values]);
    const searchedTo = rows.length > limit ? undefined : await this.searchedTo(em, statements, 'console');
    return { entries: rows.map(deedEntry), searchedTo };
  }

  /** One change of the directory, with nothing hidden. */
  async change(em: EntityManager, tenantId: string, key: ChangeKey): Promise<ActivityEntry | undefined> {
    const values = [tenantId, key.integrationId, key.objectId, key.id];
    const [row] = await em.query<ChangeRow[]>(ONE_CHANGE, values);
    return row && changeEntry(row, false);
  }

  private async changes(
    em: EntityManager,
    statements: StreamStatements,
    limit: number,
    masked: boolean,
  ): Promise<StreamPage> {
    const rows = await em.query<ChangeRow[]>(statements.rows.text, [...statements.rows.values]);
    const searchedTo = rows.length > limit ? undefined : await this.searchedTo(em, statements, 'directory');
    return { entries: rows.map((row) => changeEntry(row, masked)), searchedTo };
  }

  private async searchedTo(
    em: EntityManager,
    { end }: StreamStatements,
    source: ActivityPosition['source'],
  ): Promise<ActivityPosition | undefined> {
    if (!end) return undefined;
    const [row] = await em.query<{ id: string; at: Date }[]>(end.text, [...end.values]);
    return row && { at: row.at.toISOString(), source, id: row.id };
  }

  /** Deleted ones too: what came through them has happened. */
  private async integrationIds(em: EntityManager, tenantId: string, only: string | undefined): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>(
      `select id from integration where tenant_id = $1 and ($2::uuid is null or id = $2) order by created_at, id`,
      [tenantId, only ?? null],
    );
    return rows.map(({ id }) => id);
  }
}

/** What lies behind the point that every stream has been searched to is left for the next page, so that the order holds. */
export function mergeStreams(streams: readonly StreamPage[], limit: number): ActivityPage {
  const horizons = streams.flatMap(({ searchedTo }) => (searchedTo ? [searchedTo] : [])).sort(comparePositions);
  const [horizon] = horizons;
  const sorted = streams.flatMap(({ entries }) => entries).sort(comparePositions);
  const known = horizon ? sorted.filter((entry) => comparePositions(entry, horizon) <= 0) : sorted;
  const items = known.slice(0, limit);
  const last = items.at(-1);
  if (known.length > limit && last) return { items, nextCursor: positionCursor(last) };
  if (horizon) return { items, nextCursor: positionCursor(horizon), searchedBackTo: horizon.at };
  return { items };
}
