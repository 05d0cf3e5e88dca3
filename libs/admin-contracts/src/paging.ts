export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_MAX = 200;

/** A page of a list; `nextCursor` is absent on the last one. `total` is exact. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly nextCursor?: string;
}

export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}
