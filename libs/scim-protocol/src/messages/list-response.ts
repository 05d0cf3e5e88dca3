import type { JsonObject } from './json';
import { LIST_URN } from './urns';

/** Where a page of an index-paged list begins, when it is not the whole list (RFC 7644 §3.4.2). */
export interface ListPosition {
  readonly totalResults: number;
  readonly startIndex: number;
}

/** A ListResponse; without a position it holds all there is. */
export function listResponse(resources: readonly JsonObject[], position?: ListPosition): JsonObject {
  return {
    schemas: [LIST_URN],
    totalResults: position?.totalResults ?? resources.length,
    startIndex: position?.startIndex ?? 1,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}
