import { Injectable } from '@nestjs/common';
import { tooMany } from '@rollcall/scim-protocol';
import { isStatementTimeout } from '../../database/constraint-errors';
import { ScimDatabase } from '../../database/scim-database';
import type { ScimExchange } from '../wire/exchange';
import { asCaller } from '../wire/live-token';
import { unauthorizedOrGone } from '../wire/unauthorized';
import type { ListRow } from './list-source';
import type { BoundStatement } from './list-statement';

type Row = ListRow & { readonly ok: number; readonly total: number | null };

export interface ReadRows {
  readonly rows: readonly ListRow[];
  /** When the statement was asked for it. */
  readonly total: number | undefined;
}

/** Runs the statements of lists. A dead token ends the request here. */
@Injectable()
export class ListReader {
  constructor(private readonly database: ScimDatabase) {}

  async rows(exchange: ScimExchange, statement: BoundStatement): Promise<ReadRows> {
    const rows = await this.query<Row>(exchange, statement);
    const total = rows[0]?.total ?? undefined;
    return { rows: rows.filter((row) => (row.id as string | null) !== null), total };
  }

  async total(exchange: ScimExchange, statement: BoundStatement): Promise<number> {
    const [row] = await this.query<{ ok: number; total: number }>(exchange, statement);
    return row?.total ?? 0;
  }

  /** A legal filter may ask too much of unindexed attributes; that is no fault of ours, and trying again does not help (R-41, L-20). */
  private async query<Result extends { readonly ok: number }>(
    exchange: ScimExchange,
    { statement, values }: BoundStatement,
  ): Promise<Result[]> {
    try {
      const rows = await this.database.query<Result>(exchange.caller, statement, asCaller(exchange.caller, ...values));
      if (rows[0]?.ok !== 1) throw unauthorizedOrGone();
      exchange.live = true;
      return rows;
    } catch (error) {
      if (!isStatementTimeout(error)) throw error;
      throw tooMany(
        'The query takes too long over so many resources. Narrow it, for example by userName, externalId or emails.value.',
      );
    }
  }
}
