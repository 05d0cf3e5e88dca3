import { Injectable } from '@nestjs/common';
import { tooMany, type ListQuery } from '@rollcall/scim-protocol';
import { isStatementTimeout } from '../../database/constraint-errors';
import { ScimDatabase, type Statement } from '../../database/scim-database';
import { asCaller } from '../wire/live-token';
import type { ScimExchange } from '../wire/exchange';
import { projectedText, type ListPage } from '../wire/reply';
import { unauthorizedOrGone } from '../wire/unauthorized';
import { CursorSeal } from './cursor-seal';
import type { ListRow, ListSource } from './list-source';
import { ListStatement, type BoundStatement, type PageWanted } from './list-statement';
import { PageAnchors } from './page-anchors';

type Row = ListRow & { readonly ok: number };

/** Lists, filtered, sorted and paged, for users and groups alike. */
@Injectable()
export class ListingService {
  private readonly anchors = new PageAnchors();

  constructor(
    private readonly database: ScimDatabase,
    private readonly seal: CursorSeal,
  ) {}

  async list(exchange: ScimExchange, source: ListSource, query: ListQuery): Promise<ListPage> {
    exchange.outcome = 'listed';
    exchange.resourceType = source.type.name === 'Group' ? 'Group' : 'User';
    if (query.filter !== undefined) exchange.matched = query.filter;
    const statement = new ListStatement(source, query, exchange.baseUrl);
    const page =
      query.cursor === undefined
        ? await this.byIndex(exchange, source, query, statement)
        : await this.byCursor(exchange, source, query, statement);
    exchange.found = page.totalResults;
    return page;
  }

  /** Index paging. A page costs one statement while everything fits on it, two when there is more (performance.md 7.1). */
  private async byIndex(
    exchange: ScimExchange,
    source: ListSource,
    query: ListQuery,
    statement: ListStatement,
  ): Promise<ListPage> {
    const { startIndex, count } = query;
    if (count === 0) return { totalResults: await this.total(exchange, statement), startIndex, resources: [] };
    const listing = listingKey(exchange, source, query);
    const after = startIndex > 1 ? this.anchors.find(listing, startIndex) : undefined;
    const offset = after ? 0 : startIndex - 1;
    const rows = await this.rows(
      exchange,
      statement.page({ limit: count + 1, offset, ...(after ? { after } : {}) }, query.projection),
    );
    const shown = rows.slice(0, count);
    const last = shown.at(-1);
    const complete = rows.length <= count && (rows.length > 0 || startIndex === 1) && query.filter !== undefined;
    if (rows.length > count && last)
      this.anchors.remember(listing, startIndex + count, { key: last.sort_key, id: last.id });
    return {
      totalResults: complete ? startIndex - 1 + rows.length : await this.total(exchange, statement),
      startIndex,
      resources: texts(exchange, source, query, shown),
    };
  }

  /** RFC 9865: the place is in the sealed cursor, so no server remembers it and a write between two pages shifts nothing (C-11, C-18). */
  private async byCursor(
    exchange: ScimExchange,
    source: ListSource,
    query: ListQuery,
    statement: ListStatement,
  ): Promise<ListPage> {
    const listing = listingKey(exchange, source, query);
    const place = this.seal.open(query.cursor ?? '', { listing, count: query.count });
    const count = place?.count ?? query.count;
    const totalResults = await this.total(exchange, statement);
    if (count === 0) return { totalResults, resources: [] };
    const wanted: PageWanted = { limit: count + 1, offset: 0, ...(place ? { after: place.keyset } : {}) };
    const rows = await this.rows(exchange, statement.page(wanted, query.projection));
    const shown = rows.slice(0, count);
    const last = shown.at(-1);
    const more = rows.length > count && last;
    return {
      totalResults,
      ...(more ? { nextCursor: this.seal.close({ listing, count, keyset: { key: last.sort_key, id: last.id } }) } : {}),
      resources: texts(exchange, source, query, shown),
    };
  }

  private async rows(exchange: ScimExchange, { statement, values }: BoundStatement): Promise<ListRow[]> {
    const rows = await this.query<Row>(exchange, statement, values);
    if (rows[0]?.ok !== 1) throw unauthorizedOrGone();
    exchange.live = true;
    return rows.filter((row) => (row.id as string | null) !== null);
  }

  /** A legal filter may ask too much of unindexed attributes; that is no fault of ours, and trying again does not help. */
  private async query<Result extends object>(
    exchange: ScimExchange,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Result[]> {
    try {
      return await this.database.query<Result>(exchange.caller, statement, asCaller(exchange.caller, ...values));
    } catch (error) {
      if (!isStatementTimeout(error)) throw error;
      throw tooMany(
        'The query takes too long over so many resources. Narrow it, for example by userName, externalId or emails.value.',
      );
    }
  }

  private async total(exchange: ScimExchange, statement: ListStatement): Promise<number> {
    const { statement: counting, values } = statement.count();
    const rows = await this.query<{ ok: number; total: number }>(exchange, counting, values);
    if (rows[0]?.ok !== 1) throw unauthorizedOrGone();
    exchange.live = true;
    return rows[0].total;
  }
}

/** What makes two requests pages of the same list. */
function listingKey(exchange: ScimExchange, source: ListSource, query: ListQuery): string {
  return JSON.stringify([
    exchange.caller.integrationId,
    source.type.name,
    query.filter ?? null,
    query.sortBy?.toLowerCase() ?? null,
    query.sortOrder,
  ]);
}

function texts(exchange: ScimExchange, source: ListSource, query: ListQuery, rows: readonly ListRow[]): string[] {
  return rows.map((row) => projectedText(source.type, source.text(row, exchange.baseUrl), query.projection));
}
