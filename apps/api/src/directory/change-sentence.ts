import { HIDDEN_VALUE, type AttributeStep, type ChangeSentence } from '@rollcall/admin-contracts';

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

/** One sentence about a change, as data, for the history of a person or group. */
export function changeSentence(change: ChangeFacts): ChangeSentence {
  const { kind, memberCount: count, memberNames: names } = change;
  switch (kind) {
    case 'created':
    case 'deleted':
    case 'revived':
    case 'restored':
      return { code: kind, type: change.resourceType === 'Group' ? 'Group' : 'User' };
    case 'membersAdded':
    case 'membersRemoved':
      return { code: kind, count, names };
    default:
      return update(change.data);
  }
}

function update(data: unknown): ChangeSentence {
  const changes = Array.isArray(data) ? data.filter(isAttributeChange) : [];
  const active = changes.find(({ path }) => path === 'active');
  const others = changes.filter((change) => change !== active);
  return {
    code: 'updated',
    ...(active === undefined ? {} : { active: active.after !== false }),
    attributes: others.slice(0, PATHS_SHOWN).map(stepOf),
    more: Math.max(0, others.length - PATHS_SHOWN),
  };
}

function stepOf({ path, before, after }: AttributeChange): AttributeStep {
  const [from, to] = [shown(before), shown(after)];
  return {
    name: path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path,
    kind: after === undefined ? 'removed' : before === undefined ? 'set' : 'changed',
    ...(from === undefined ? {} : { before: from }),
    ...(to === undefined ? {} : { after: to }),
  };
}

/** Plain values are shown; what has parts of its own, and what is hidden from the reader, is named only. */
function shown(value: unknown): string | number | boolean | undefined {
  if (value === HIDDEN_VALUE) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return value.length > VALUE_SHOWN_MAX ? `${value.slice(0, VALUE_SHOWN_MAX)}…` : value;
}

function isAttributeChange(value: unknown): value is AttributeChange {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}
