import { preconditionFailed } from '@rollcall/scim-protocol';

/** The weak entity tag of a version (RFC 7644 §3.14). */
export function etagOf(version: number | string): string {
  return `W/"${version}"`;
}

/**
 * The condition of a write. SCIM's own examples send weak tags, so they compare weakly: the quoted part decides (M-06).
 * `undefined` means that the client set no condition.
 */
export class IfMatch {
  private constructor(private readonly wanted: ReadonlySet<string> | 'any') {}

  static of(header: string | undefined): IfMatch | undefined {
    if (header === undefined) return undefined;
    return new IfMatch(header.trim() === '*' ? 'any' : new Set(tagsIn(header)));
  }

  /** @throws ScimError 412 when the resource has moved on. */
  require(version: number | string): void {
    if (this.wanted === 'any' || this.wanted.has(String(version))) return;
    throw preconditionFailed(
      `The resource has changed: its version is ${etagOf(version)} now. Read it again and repeat.`,
    );
  }
}

/** Whether an If-None-Match header names this version, so that 304 is the answer (M-04). */
export function isUnchanged(header: string | undefined, version: number | string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || tagsIn(header).includes(String(version));
}

/** The opaque parts of a list of entity tags; what is no entity tag matches nothing (M-14). */
function tagsIn(header: string): string[] {
  return header.split(',').flatMap((part) => {
    const tag = part.trim().replace(/^W\//, '');
    return tag.length >= 2 && tag.startsWith('"') && tag.endsWith('"') ? [tag.slice(1, -1)] : [];
  });
}
