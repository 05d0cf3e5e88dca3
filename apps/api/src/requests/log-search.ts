import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Keeper } from './open-parts';
import { selectionSql, type RequestSelection } from './request-selection';
import { RequestsRepository, type Direction, type LogPlace, type RequestRow } from './requests.repository';

/** Rows of the log that are read one by one in a statement, and how long a page may take to look for its rows. */
const STRETCH_ROWS = 20_000;
/** Where whole bodies are read. */
const STRETCH_BODIES = 4_000;
const BUDGET_MS = 120;

export interface LogPage {
  readonly rows: readonly RequestRow[];
  /** Where the search was given up: everything before this place has been looked at. Absent when the page is full, or the log ended. */
  readonly gaveUpAt?: LogPlace;
}

export interface LogPageWish {
  readonly direction: Direction;
  readonly limit: number;
  readonly after?: LogPlace;
  /** No further than this moment. */
  readonly until?: Date;
  /** What of the rows that fit the reader may find. */
  readonly keep?: Keeper;
}

/**
 * A page of what fits, at a cost that does not grow with the log: what no index knows is looked for stretch by stretch, and after a
 * while the page is handed out as it is, with the place where the search goes on.
 */
@Injectable()
export class LogSearch {
  constructor(private readonly requests: RequestsRepository) {}

  async page(em: EntityManager, selection: RequestSelection, wish: LogPageWish): Promise<LogPage> {
    const keep = wish.keep ?? everything;
    // A stretch that is bounded already needs no bounds of its own.
    if (selectionSql(selection).isIndexed || wish.until !== undefined) {
      return { rows: await keep(await this.requests.stretch(em, selection, wish)) };
    }
    const stretchRows = selection.person === undefined ? STRETCH_ROWS : STRETCH_BODIES;
    const giveUpAt = performance.now() + BUDGET_MS;
    const rows: RequestRow[] = [];
    let after = wish.after;
    for (;;) {
      const limit = wish.limit - rows.length;
      const reach = { direction: wish.direction, ...(after === undefined ? {} : { after }) };
      const until = await this.requests.reach(em, selection, reach, stretchRows);
      const fitting = await this.requests.stretch(em, selection, { ...reach, limit, ...(until ? { until } : {}) });
      rows.push(...(await keep(fitting)));
      const last = fitting.length === limit ? fitting.at(-1) : undefined;
      const next = last ? { at: last.at.toISOString(), id: last.id } : until && endOf(wish.direction, until);
      if (rows.length >= wish.limit || next === undefined) return { rows };
      after = next;
      if (performance.now() > giveUpAt) return { rows, gaveUpAt: after };
    }
  }
}

const everything: Keeper = (rows) => Promise.resolve(rows);

/** Behind all rows of that moment. */
function endOf(direction: Direction, at: Date): LogPlace {
  const digit = direction === 'older' ? '0' : 'f';
  return { at: at.toISOString(), id: '00000000-0000-0000-0000-000000000000'.replaceAll('0', digit) };
}
