import { Injectable } from '@nestjs/common';
import type { ListQuery, ResourceType } from '@rollcall/scim-protocol';
import { CustomTypes } from '../custom/custom-types';
import { GroupListing } from '../groups/group-listing';
import { UserListing } from '../users/user-listing';
import type { ScimExchange } from '../wire/exchange';
import type { JsonPieces } from '../wire/json-pieces';
import type { ListPage } from '../wire/reply';
import { CursorSeal } from './cursor-seal';
import { ListReader } from './list-reader';
import { shownOf, type ListRow, type ListSource } from './list-source';
import { listingKey } from './listing-key';
import { PageAnchors } from './page-anchors';
import type { RootPlace } from './root-order';
import { RootStatement, type RootPart } from './root-statement';

type PlacedRow = ListRow & { readonly part: number };

interface Found {
  readonly rows: readonly PlacedRow[];
  readonly total: number;
}

/** RFC 7644 §3.4.2.1: the resources of all types in one list, in one order (L-18, L-19). */
@Injectable()
export class RootListingService {
  private readonly sources: readonly ListSource[];
  private readonly anchors = new PageAnchors<RootPlace>();

  constructor(
    private readonly reader: ListReader,
    private readonly seal: CursorSeal,
    users: UserListing,
    groups: GroupListing,
    custom: CustomTypes,
  ) {
    this.sources = [users, groups, ...custom.all.map(({ source }) => source)];
  }

  /** `read` reads the query for one type; paging and order are the same for all. */
  async list(exchange: ScimExchange, read: (type: ResourceType) => ListQuery): Promise<ListPage> {
    const [first, ...others] = this.sources.map((source): RootPart => ({ source, query: read(source.type) }));
    if (!first) throw new Error('there is no resource type');
    exchange.outcome = 'listed';
    const { query } = first;
    if (query.filter !== undefined) exchange.matched = query.filter;
    const parts = [first, ...others];
    const page =
      query.cursor === undefined
        ? await this.byIndex(exchange, query, parts)
        : await this.byCursor(exchange, query, parts);
    exchange.found = page.totalResults;
    return page;
  }

  private async byIndex(exchange: ScimExchange, query: ListQuery, parts: readonly RootPart[]): Promise<ListPage> {
    const { startIndex, count } = query;
    const statement = new RootStatement(parts, exchange.baseUrl);
    if (count === 0) {
      return { totalResults: await this.reader.total(exchange, statement.count()), startIndex, resources: [] };
    }
    const listing = listingKey(exchange, '/', query);
    const after = startIndex > 1 ? this.anchors.find(listing, startIndex) : undefined;
    const { rows, total } = await this.find(exchange, statement, {
      limit: count + 1,
      offset: after ? 0 : startIndex - 1,
      ...(after ? { after } : {}),
    });
    const shown = rows.slice(0, count);
    const last = shown.at(-1);
    if (rows.length > count && last) this.anchors.remember(listing, startIndex + count, placeOf(last));
    return { totalResults: total, startIndex, resources: await this.resources(exchange, statement, parts, shown) };
  }

  private async byCursor(exchange: ScimExchange, query: ListQuery, parts: readonly RootPart[]): Promise<ListPage> {
    const listing = listingKey(exchange, '/', query);
    const sealed = this.seal.open(query.cursor ?? '', { listing, count: query.count });
    const count = sealed?.count ?? query.count;
    const statement = new RootStatement(parts, exchange.baseUrl);
    if (count === 0) return { totalResults: await this.reader.total(exchange, statement.count()), resources: [] };
    const after = sealed && { part: sealed.part ?? 0, keyset: sealed.keyset };
    const { rows, total } = await this.find(exchange, statement, {
      limit: count + 1,
      offset: 0,
      ...(after ? { after } : {}),
    });
    const shown = rows.slice(0, count);
    const last = shown.at(-1);
    const nextCursor = rows.length > count && last ? this.seal.close({ listing, count, ...placeOf(last) }) : undefined;
    return {
      totalResults: total,
      ...(nextCursor === undefined ? {} : { nextCursor }),
      resources: await this.resources(exchange, statement, parts, shown),
    };
  }

  private async find(
    exchange: ScimExchange,
    statement: RootStatement,
    wanted: Parameters<RootStatement['page']>[0],
  ): Promise<Found> {
    const { rows, total = 0 } = await this.reader.rows(exchange, statement.page(wanted));
    return { rows: rows as readonly PlacedRow[], total };
  }

  /** One statement a type that has a row on the page. What was deleted since the page was found is left out. */
  private async resources(
    exchange: ScimExchange,
    statement: RootStatement,
    parts: readonly RootPart[],
    shown: readonly PlacedRow[],
  ): Promise<JsonPieces[]> {
    const found = new Map<string, JsonPieces>();
    for (const [part, { source, query }] of parts.entries()) {
      const ids = shown.filter((row) => row.part === part).map(({ id }) => id);
      const bound = ids.length > 0 ? statement.statements[part]?.rows(ids, query.projection) : undefined;
      if (!bound) continue;
      const { rows } = await this.reader.rows(exchange, bound);
      const resources = shownOf(source, rows, exchange.baseUrl, query.projection);
      for (const [index, { id }] of rows.entries()) found.set(id, resources[index] ?? []);
    }
    return shown.map(({ id }) => found.get(id)).filter((resource) => resource !== undefined);
  }
}

function placeOf({ part, sort_key: key, id }: PlacedRow): RootPlace {
  return { part, keyset: { key, id } };
}
