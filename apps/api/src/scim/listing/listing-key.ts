import type { ListQuery } from '@rollcall/scim-protocol';
import type { ScimExchange } from '../wire/exchange';

/** What makes two requests pages of the same list; `of` is the resource type, or the root. */
export function listingKey(exchange: ScimExchange, of: string, query: ListQuery): string {
  const { filter = null, sortBy, sortOrder } = query;
  return JSON.stringify([exchange.caller.integrationId, of, filter, sortBy?.toLowerCase() ?? null, sortOrder]);
}
