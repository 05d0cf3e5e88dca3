import { Injectable } from '@nestjs/common';
import { tooMany } from '@rollcall/scim-protocol';
import { isStatementTimeout } from '../../database/constraint-errors';
import { Gathering } from '../../database/gathering';
import { ScimDatabase } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import type { ScimExchange } from '../wire/exchange';
import { asCaller } from '../wire/live-token';
import { unauthorizedOrGone } from '../wire/unauthorized';
import type { ListRow } from './list-source';
import type { BoundStatement, LookUp } from './list-statement';

type Row = ListRow & { readonly ok: number; readonly total: number | null };

export interface ReadRows {
  readonly rows: readonly ListRow[];
  /** When the statement was asked for it. */
  readonly total: number | undefined;
}

interface LookUpWish {
  readonly caller: ScimCaller;
  readonly lookUp: LookUp;
}

/** Runs the statements of lists. A dead token ends the request here. */
@Injectable()
export class ListReader {
  private readonly lookUps = new Gathering<LookUpWish, readonly Row[]>((wishes) => this.lookUpAll(wishes));

  constructor(private readonly database: ScimDatabase) {}

  async rows(exchange: ScimExchange, bound: BoundStatement | LookUp): Promise<ReadRows> {
    const { caller } = exchange;
    const rows = await this.answered(exchange, () =>
      'lane' in bound
        ? this.lookUps.ask(`${caller.tokenId} ${bound.lane}`, { caller, lookUp: bound })
        : this.query<Row>(caller, bound),
    );
    const total = rows[0]?.total ?? undefined;
    return { rows: rows.filter((row) => (row.id as string | null) !== null), total };
  }

  async total(exchange: ScimExchange, bound: BoundStatement): Promise<number> {
    const [row] = await this.answered(exchange, () =>
      this.query<{ ok: number; total: number }>(exchange.caller, bound),
    );
    return row?.total ?? 0;
  }

  /** A legal filter may ask too much of unindexed attributes; that is no fault of ours, and trying again does not help (R-41, L-20). */
  private async answered<Result extends { readonly ok: number }>(
    exchange: ScimExchange,
    read: () => Promise<readonly Result[]>,
  ): Promise<readonly Result[]> {
    try {
      const rows = await read();
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

  /** All of one token and one lane. */
  private async lookUpAll(wishes: readonly [LookUpWish, ...LookUpWish[]]): Promise<readonly (readonly Row[])[]> {
    const [{ caller, lookUp }] = wishes;
    if (wishes.length === 1) return [await this.query<Row>(caller, lookUp)];
    const together = lookUp.together(wishes.map((wish) => wish.lookUp.literals));
    const found: Row[][] = wishes.map(() => []);
    for (const row of await this.query<Row & { readonly place: number }>(caller, together))
      found[row.place - 1]?.push(row);
    return found;
  }

  private query<Result extends object>(
    caller: ScimCaller,
    { statement, values }: BoundStatement,
  ): Promise<readonly Result[]> {
    return this.database.query<Result>(caller, statement, asCaller(caller, ...values));
  }
}
