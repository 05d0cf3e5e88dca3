import type { Keyset } from '@rollcall/scim-sql';

const LIFETIME_MS = 120_000;
const ANCHORS_MAX = 20_000;

/**
 * Where the pages end that were served lately, so that the next startIndex of the same listing continues by its place and a deep page
 * costs what the first one does (performance.md 7.6). A miss falls back to OFFSET; nothing is wrong without this memory.
 */
export class PageAnchors<Place = Keyset> {
  private readonly anchors = new Map<string, { readonly place: Place; readonly until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  find(listing: string, startIndex: number): Place | undefined {
    const anchor = this.anchors.get(`${startIndex} ${listing}`);
    return anchor && anchor.until > this.now() ? anchor.place : undefined;
  }

  remember(listing: string, startIndex: number, place: Place): void {
    const key = `${startIndex} ${listing}`;
    this.anchors.delete(key);
    this.anchors.set(key, { place, until: this.now() + LIFETIME_MS });
    if (this.anchors.size <= ANCHORS_MAX) return;
    const oldest = this.anchors.keys().next();
    if (!oldest.done) this.anchors.delete(oldest.value);
  }
}
