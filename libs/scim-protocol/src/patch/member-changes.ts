import type { ElementFilter } from '../filter/filter';
import { MEMBERS_MAX } from '../messages/limits';
import { payloadTooLarge } from '../messages/scim-error';
import type { MemberReference } from '../schema/resource';

/** What a PATCH does to the member rows of a group; a list of these is carried out in its order, in one transaction. */
export type MemberChange =
  | { readonly kind: 'add'; readonly members: readonly MemberReference[] }
  | { readonly kind: 'remove'; readonly values: readonly string[] }
  | { readonly kind: 'removeWhere'; readonly filter: ElementFilter }
  | { readonly kind: 'removeAll' }
  /** Those, and nobody else. */
  | { readonly kind: 'replace'; readonly members: readonly MemberReference[] };

/** Collects changes of members; neighbours of one kind become one, so that a thousand operations are one statement. */
export class MemberChanges {
  private readonly merged: MergedChange[] = [];
  private named = 0;

  get list(): readonly MemberChange[] {
    return this.merged.map(changeOf);
  }

  add(members: readonly MemberReference[]): void {
    if (members.length === 0) return;
    this.count(members.length);
    const last = this.merged.at(-1);
    if (last?.kind === 'add' || last?.kind === 'replace') last.batches.push(members);
    else this.merged.push({ kind: 'add', batches: [members] });
  }

  replace(members: readonly MemberReference[]): void {
    this.count(members.length);
    this.merged.push(members.length === 0 ? { kind: 'removeAll' } : { kind: 'replace', batches: [members] });
  }

  remove(values: readonly string[]): void {
    this.count(values.length);
    const last = this.merged.at(-1);
    if (last?.kind === 'remove') last.batches.push(values);
    else this.merged.push({ kind: 'remove', batches: [values] });
  }

  removeWhere(filter: ElementFilter): void {
    this.merged.push({ kind: 'removeWhere', filter });
  }

  removeAll(): void {
    if (this.merged.at(-1)?.kind !== 'removeAll') this.merged.push({ kind: 'removeAll' });
  }

  private count(members: number): void {
    this.named += members;
    if (this.named > MEMBERS_MAX) {
      throw payloadTooLarge(`members: more than ${MEMBERS_MAX} members are named in one request.`);
    }
  }
}

/** What each operation named; repetitions within one were dropped where it was read. */
type MergedChange =
  | { readonly kind: 'add' | 'replace'; readonly batches: (readonly MemberReference[])[] }
  | { readonly kind: 'remove'; readonly batches: (readonly string[])[] }
  | Extract<MemberChange, { kind: 'removeWhere' | 'removeAll' }>;

function changeOf(change: MergedChange): MemberChange {
  switch (change.kind) {
    case 'add':
    case 'replace':
      return { kind: change.kind, members: once(change.batches, ({ value }) => value) };
    case 'remove':
      return { kind: 'remove', values: once(change.batches, (value) => value) };
    case 'removeWhere':
    case 'removeAll':
      return change;
  }
}

/** All of them, the first of those with the same id. */
function once<Item>(batches: readonly (readonly Item[])[], idOf: (item: Item) => string): readonly Item[] {
  const [first = [], ...others] = batches;
  if (others.length === 0) return first;
  const items = new Map<string, Item>();
  for (const batch of batches) {
    for (const item of batch) if (!items.has(idOf(item))) items.set(idOf(item), item);
  }
  return [...items.values()];
}
