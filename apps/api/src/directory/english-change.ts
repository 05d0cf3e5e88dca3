import type { AttributeStep, ChangeSentence } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';

/** A change in English, for readers of the API: "title changed from "Clerk" to "Lead"". */
export function englishChange(sentence: ChangeSentence): string {
  switch (sentence.code) {
    case 'created':
    case 'deleted':
    case 'restored':
      return `${thing(sentence.type)} ${sentence.code}`;
    case 'revived':
      return `${thing(sentence.type)} came back under the old id`;
    case 'membersAdded':
      return `Added ${members(sentence)}`;
    case 'membersRemoved':
      return `Removed ${members(sentence)}`;
    case 'joined':
      return `Joined ${group(sentence)}`;
    case 'left':
      return `Left ${group(sentence)}`;
    case 'groupDeleted':
      return `Left ${group(sentence)}: the group was deleted`;
    case 'updated':
      return update(sentence);
    default:
      return assertNever(sentence);
  }
}

function thing(type: 'User' | 'Group'): string {
  return type === 'Group' ? 'Group' : 'Person';
}

function group({ group: name }: { readonly group?: string }): string {
  return name ?? 'a group that no longer exists';
}

function members({ count, names }: Extract<ChangeSentence, { readonly count: number }>): string {
  if (names.length === 0) return count === 1 ? '1 member' : `${count} members`;
  const more = count - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

function update({ active, attributes, more }: Extract<ChangeSentence, { readonly code: 'updated' }>): string {
  const sentences = attributes.map(oneAttribute);
  if (active !== undefined) sentences.unshift(active ? 'Turned on' : 'Turned off');
  if (more > 0) sentences.push(`${more} more attributes changed`);
  return sentences.join('; ') || 'Attributes changed';
}

function oneAttribute({ name, kind, before, after }: AttributeStep): string {
  switch (kind) {
    case 'removed':
      return before === undefined ? `${name} removed` : `${name} removed (was ${quoted(before)})`;
    case 'set':
      return after === undefined ? `${name} set` : `${name} set to ${quoted(after)}`;
    case 'changed': {
      const isTold = before !== undefined && after !== undefined;
      return isTold ? `${name} changed from ${quoted(before)} to ${quoted(after)}` : `${name} changed`;
    }
  }
}

function quoted(value: string | number | boolean): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
