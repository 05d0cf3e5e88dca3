import { HIDDEN_VALUE } from '@rollcall/admin-contracts';

/** A change of the directory as it was logged with it. */
export interface ChangeFacts {
  readonly kind: string;
  readonly resourceType: string;
  /** Attributes before and after, for `updated`. */
  readonly data: unknown;
  readonly memberCount: number;
  /** Names of the first members concerned, as far as they still exist. */
  readonly memberNames: readonly string[];
}

interface AttributeChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const PATHS_SHOWN = 3;
const VALUE_SHOWN_MAX = 60;

/** One plain sentence about a change, for the history of a person or group: "Title changed from "Clerk" to "Lead"". */
export function changeSentence(change: ChangeFacts): string {
  const thing = change.resourceType === 'Group' ? 'Group' : 'Person';
  switch (change.kind) {
    case 'created':
      return `${thing} created`;
    case 'deleted':
      return `${thing} deleted`;
    case 'revived':
      return `${thing} came back under the old id`;
    case 'restored':
      return `${thing} restored`;
    case 'membersAdded':
      return `Added ${members(change)}`;
    case 'membersRemoved':
      return `Removed ${members(change)}`;
    default:
      return attributes(change.data);
  }
}

function members({ memberCount, memberNames }: ChangeFacts): string {
  if (memberNames.length === 0) return memberCount === 1 ? '1 member' : `${memberCount} members`;
  const more = memberCount - memberNames.length;
  return more > 0 ? `${memberNames.join(', ')} and ${more} more` : memberNames.join(', ');
}

function attributes(data: unknown): string {
  const changes = Array.isArray(data) ? data.filter(isAttributeChange) : [];
  const active = changes.find(({ path }) => path === 'active');
  const others = changes.filter((change) => change !== active);
  const sentences = others.slice(0, PATHS_SHOWN).map(oneAttribute);
  if (active) sentences.unshift(active.after === false ? 'Turned off' : 'Turned on');
  if (others.length > PATHS_SHOWN) sentences.push(`${others.length - PATHS_SHOWN} more attributes changed`);
  return sentences.join('; ') || 'Attributes changed';
}

function oneAttribute({ path, before, after }: AttributeChange): string {
  const name = path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path;
  const [from, to] = [shown(before), shown(after)];
  if (after === undefined) return from === undefined ? `${name} removed` : `${name} removed (was ${from})`;
  if (before === undefined) return to === undefined ? `${name} set` : `${name} set to ${to}`;
  return from === undefined || to === undefined ? `${name} changed` : `${name} changed from ${from} to ${to}`;
}

/** Plain values are shown; what has parts of its own, and what is hidden from the reader, is named only. */
function shown(value: unknown): string | undefined {
  if (value === HIDDEN_VALUE) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.length > VALUE_SHOWN_MAX ? `"${value.slice(0, VALUE_SHOWN_MAX)}…"` : `"${value}"`;
}

function isAttributeChange(value: unknown): value is AttributeChange {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}
