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
    const target =
      last?.kind === 'add' || last?.kind === 'replace' ? last : this.start({ kind: 'add', members: new Map() });
    for (const member of members) if (!target.members.has(member.value)) target.members.set(member.value, member);
  }

  replace(members: readonly MemberReference[]): void {
    this.count(members.length);
    this.start(
      members.length === 0
        ? { kind: 'removeAll' }
        : { kind: 'replace', members: new Map(members.map((member) => [member.value, member])) },
    );
  }

  remove(values: readonly string[]): void {
    this.count(values.length);
    const last = this.merged.at(-1);
    const target = last?.kind === 'remove' ? last : this.start({ kind: 'remove', values: new Set() });
    for (const value of values) target.values.add(value);
  }

  removeWhere(filter: ElementFilter): void {
    this.start({ kind: 'removeWhere', filter });
  }

  removeAll(): void {
    if (this.merged.at(-1)?.kind !== 'removeAll') this.start({ kind: 'removeAll' });
  }

  private start<Change extends MergedChange>(change: Change): Change {
    this.merged.push(change);
    return change;
  }

  private count(members: number): void {
    this.named += members;
    if (this.named > MEMBERS_MAX) {
      throw payloadTooLarge(`members: more than ${MEMBERS_MAX} members are named in one request.`);
    }
  }
}

type MergedChange =
  | { readonly kind: 'add' | 'replace'; readonly members: Map<string, MemberReference> }
  | { readonly kind: 'remove'; readonly values: Set<string> }
  | Extract<MemberChange, { kind: 'removeWhere' | 'removeAll' }>;

function changeOf(change: MergedChange): MemberChange {
  switch (change.kind) {
    case 'add':
    case 'replace':
      return { kind: change.kind, members: [...change.members.values()] };
    case 'remove':
      return { kind: 'remove', values: [...change.values] };
    case 'removeWhere':
    case 'removeAll':
      return change;
  }
}
