import { Injectable } from '@nestjs/common';
import { findSortAttribute, type ListQuery } from '@rollcall/scim-protocol';
import { GroupListing } from '../groups/group-listing';
import { UserListing } from '../users/user-listing';
import type { ScimExchange } from '../wire/exchange';
import type { ListPage } from '../wire/reply';
import { CursorSeal } from './cursor-seal';
import { ListReader } from './list-reader';
import { textsOf, type ListSource } from './list-source';
import { ListStatement, type PageWanted } from './list-statement';
import { listingKey } from './listing-key';

/** The query as each resource type reads it: names of attributes mean something else, or nothing, to another type. */
export interface RootQuery {
  readonly user: ListQuery;
  readonly group: ListQuery;
}

/** One resource type's share of the list. */
interface Part {
  readonly source: ListSource;
  readonly query: ListQuery;
  readonly statement: ListStatement;
  readonly total: number;
}

/** RFC 7644 §3.4.2.1: all resources, type by type, and in order within each (L-18, L-19). */
@Injectable()
export class RootListingService {
  constructor(
    private readonly reader: ListReader,
    private readonly seal: CursorSeal,
    private readonly users: UserListing,
    private readonly groups: GroupListing,
  ) {}

  async list(exchange: ScimExchange, query: RootQuery): Promise<ListPage> {
    exchange.outcome = 'listed';
    if (query.user.filter !== undefined) exchange.matched = query.user.filter;
    const parts = await this.parts(exchange, query);
    exchange.found = parts.reduce((sum, { total }) => sum + total, 0);
    return query.user.cursor === undefined
      ? this.byIndex(exchange, query.user, parts)
      : this.byCursor(exchange, query.user, parts);
  }

  private async parts(exchange: ScimExchange, query: RootQuery): Promise<Part[]> {
    const parts: Part[] = [];
    for (const { source, query: own } of inOrder([
      { source: this.users, query: query.user },
      { source: this.groups, query: query.group },
    ])) {
      const statement = new ListStatement(source, own, exchange.baseUrl, { atRoot: true });
      parts.push({ source, query: own, statement, total: await this.reader.total(exchange, statement.count()) });
    }
    return parts;
  }

  private async byIndex(exchange: ScimExchange, { startIndex, count }: ListQuery, parts: Part[]): Promise<ListPage> {
    const resources: string[] = [];
    let skip = startIndex - 1;
    for (const part of parts) {
      const limit = Math.min(count - resources.length, part.total - skip);
      if (limit > 0) resources.push(...(await this.page(exchange, part, { limit, offset: skip })).texts);
      skip = Math.max(0, skip - part.total);
    }
    return { totalResults: exchange.found, startIndex, resources };
  }

  /** The cursor says in which part the page before ended. */
  private async byCursor(exchange: ScimExchange, query: ListQuery, parts: Part[]): Promise<ListPage> {
    const listing = listingKey(exchange, '/', query);
    const place = this.seal.open(query.cursor ?? '', { listing, count: query.count });
    const count = place?.count ?? query.count;
    const resources: string[] = [];
    for (const [index, part] of parts.entries()) {
      if (index < (place?.part ?? 0)) continue;
      const after = place?.part === index ? { after: place.keyset } : {};
      const left = count - resources.length;
      if (left === 0) break;
      const { texts, keyset, isLast } = await this.page(exchange, part, { limit: left, offset: 0, ...after });
      resources.push(...texts);
      const isEnd = isLast && parts.slice(index + 1).every(({ total }) => total === 0);
      if (resources.length === count && keyset && !isEnd) {
        const nextCursor = this.seal.close({ listing, count, keyset, part: index });
        return { totalResults: exchange.found, nextCursor, resources };
      }
    }
    return { totalResults: exchange.found, resources };
  }

  private async page(exchange: ScimExchange, { source, query, statement }: Part, wanted: PageWanted) {
    const more = statement.page({ ...wanted, limit: wanted.limit + 1 }, query.projection);
    const { rows } = await this.reader.rows(exchange, more);
    const shown = rows.slice(0, wanted.limit);
    const last = shown.at(-1);
    return {
      texts: textsOf(source, shown, exchange.baseUrl, query.projection),
      keyset: last && { key: last.sort_key, id: last.id },
      isLast: rows.length <= wanted.limit,
    };
  }
}

/** Types without the attribute to sort by have no value there: they come last, or first when descending (RFC 7644 §3.4.2.3, L-16). */
function inOrder<Listed extends { readonly source: ListSource; readonly query: ListQuery }>(
  listed: Listed[],
): Listed[] {
  const rank = ({ source, query: { sortBy, sortOrder } }: Listed): number => {
    if (sortBy === undefined || findSortAttribute(source.type, sortBy)) return 0;
    return sortOrder === 'descending' ? -1 : 1;
  };
  return [...listed].sort((left, right) => rank(left) - rank(right));
}
