interface PagedState {
  readonly state: { readonly data: { readonly pages: readonly unknown[] } | undefined };
}

/** A list refreshes itself until somebody scrolls deep into it: asking for many pages again would cost more than it tells. */
export function whileOnFirstPage(intervalMs: number): (query: PagedState) => number | false {
  return ({ state }) => ((state.data?.pages.length ?? 0) <= 1 ? intervalMs : false);
}
