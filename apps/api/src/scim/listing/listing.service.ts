import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@rollcall/scim-protocol';
import type { ScimExchange } from '../wire/exchange';
import type { ListPage } from '../wire/reply';
import { CursorSeal } from './cursor-seal';
import { ListReader, type ReadRows } from './list-reader';
import { shownOf, type ListSource } from './list-source';
import { ListStatement, type PageWanted } from './list-statement';
import { listingKey } from './listing-key';
import { PageAnchors } from './page-anchors';

/** Lists of one resource type, filtered, sorted and paged. */
@Injectable()
export class ListingService {
  private readonly anchors = new PageAnchors();

  constructor(
    private readonly reader: ListReader,
    private readonly seal: CursorSeal,
  ) {}

  async list(exchange: ScimExchange, source: ListSource, query: ListQuery): Promise<ListPage> {
    exchange.outcome = 'listed';
    exchange.resourceType = source.type.name;
    if (query.filter !== undefined) exchange.matched = query.filter;
    const statement = new ListStatement(source, query, exchange.baseUrl);
    const page =
      query.cursor === undefined
        ? await this.byIndex(exchange, source, query, statement)
        : await this.byCursor(exchange, source, query, statement);
    exchange.found = page.totalResults;
    return page;
  }

  private async byIndex(
    exchange: ScimExchange,
    source: ListSource,
    query: ListQuery,
    statement: ListStatement,
  ): Promise<ListPage> {
    const { startIndex, count } = query;
    if (count === 0) {
      return { totalResults: await this.reader.total(exchange, statement.count()), startIndex, resources: [] };
    }
    const listing = listingKey(exchange, source.type.name, query);
    const after = startIndex > 1 ? this.anchors.find(listing, startIndex) : undefined;
    const wanted: PageWanted = { limit: count + 1, offset: after ? 0 : startIndex - 1, ...(after ? { after } : {}) };
    const { rows, total } = await this.pageAndTotal(exchange, query, statement, wanted);
    const shown = rows.slice(0, count);
    const last = shown.at(-1);
    if (rows.length > count && last)
      this.anchors.remember(listing, startIndex + count, { key: last.sort_key, id: last.id });
    return { totalResults: total, startIndex, resources: shownOf(source, shown, exchange.baseUrl, query.projection) };
  }

  /**
   * Page and total of one moment (L-26). One statement, as long as the total is known or everything fits on the page (performance.md 7.1);
   * a filter that finds more is counted in a second one, which reads the page again.
   */
  private async pageAndTotal(
    exchange: ScimExchange,
    { startIndex, count, projection }: ListQuery,
    statement: ListStatement,
    wanted: PageWanted,
  ): Promise<{ readonly rows: ReadRows['rows']; readonly total: number }> {
    const withTotal = statement.isTotalKnown;
    const { rows, total } = await this.reader.rows(exchange, statement.page(wanted, projection, { withTotal }));
    if (total !== undefined) return { rows, total };
    const isComplete = rows.length <= count && (rows.length > 0 || startIndex === 1);
    if (isComplete) return { rows, total: startIndex - 1 + rows.length };
    const again = await this.reader.rows(exchange, statement.page(wanted, projection, { withTotal: true }));
    return { rows: again.rows, total: again.total ?? 0 };
  }

  /** RFC 9865: the place is in the sealed cursor, so no server remembers it and a write between two pages shifts nothing (C-11, C-18). */
  private async byCursor(
    exchange: ScimExchange,
    source: ListSource,
    query: ListQuery,
    statement: ListStatement,
  ): Promise<ListPage> {
    const listing = listingKey(exchange, source.type.name, query);
    const place = this.seal.open(query.cursor ?? '', { listing, count: query.count });
    const count = place?.count ?? query.count;
    if (count === 0) return { totalResults: await this.reader.total(exchange, statement.count()), resources: [] };
    const wanted: PageWanted = { limit: count + 1, offset: 0, ...(place ? { after: place.keyset } : {}) };
    const page = statement.page(wanted, query.projection, { withTotal: true });
    const { rows, total = 0 } = await this.reader.rows(exchange, page);
    const shown = rows.slice(0, count);
    const last = shown.at(-1);
    const more = rows.length > count && last;
    return {
      totalResults: total,
      ...(more ? { nextCursor: this.seal.close({ listing, count, keyset: { key: last.sort_key, id: last.id } }) } : {}),
      resources: shownOf(source, shown, exchange.baseUrl, query.projection),
    };
  }
}
