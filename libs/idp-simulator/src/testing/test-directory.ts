import { textOf, type JsonObject } from '../wire/json';
import { ENTERPRISE_URN } from '../wire/urns';

/** A resource that a test server may change in place. */
export type Stored = Record<string, unknown> & { id: string };

export type Fault =
  | 'case-sensitive filter'
  | 'members although excluded'
  | 'Remove with a value empties the group'
  | 'text "False" kept'
  | 'manager as text'
  | 'phone numbers normalised'
  | 'a membership lost now and then'
  | '404 on an empty filter'
  | 'e-mails without type'
  | 'no Location'
  | 'inactive users hidden'
  | 'application/json'
  | 'memberships end with a deactivation'
  | 'ids change on rename'
  | 'deleted users stay'
  | 'page repeats'
  | 'no totalResults'
  | 'department dropped';

/** Operations of one PATCH, as far as Entra's two dialects go; written for tests, strict where Entra is regular. */
export function applyToUser(user: Stored, operation: JsonObject, faults: ReadonlySet<Fault>): void {
  const verb = textOf(operation['op']).toLowerCase();
  const path = operation['path'];
  if (typeof path !== 'string') {
    for (const [key, value] of Object.entries(operation['value'] as JsonObject)) setPath(user, key, value, faults);
  } else if (verb === 'remove') removePath(user, path);
  else setPath(user, path, operation['value'], faults);
}

/** Returns false for a request that names nobody known. */
export function applyToGroup(
  group: Stored,
  operation: JsonObject,
  faults: ReadonlySet<Fault>,
  knows: (id: string) => boolean,
  random: () => number,
): boolean {
  const verb = textOf(operation['op']).toLowerCase();
  const path = operation['path'];
  const members = new Set(group['members'] as string[]);
  if (path === undefined) Object.assign(group, operation['value']);
  else if (path === 'displayName' || path === 'externalId') group[path] = operation['value'];
  else if (verb === 'remove') {
    for (const id of removedMembers(textOf(path), operation['value'], members, faults)) members.delete(id);
  } else {
    const ids = idsIn(operation['value']);
    if (!ids.every(knows)) return false;
    const kept = faults.has('a membership lost now and then') ? ids.filter(() => random() > 0.02) : ids;
    for (const id of kept) members.add(id);
  }
  group['members'] = [...members];
  return true;
}

function removedMembers(
  path: string,
  value: unknown,
  members: Set<string>,
  faults: ReadonlySet<Fault>,
): readonly string[] {
  const filtered = /^members\[value eq "(.*)"\]$/.exec(path)?.[1];
  if (filtered !== undefined) return [filtered];
  if (value === undefined || faults.has('Remove with a value empties the group')) return [...members];
  return idsIn(value);
}

function idsIn(value: unknown): readonly string[] {
  return (value as { value: string }[]).map((element) => element.value);
}

function setPath(user: Stored, path: string, value: unknown, faults: ReadonlySet<Fault>): void {
  const typed = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(path);
  if (typed !== null) {
    const [, list = '', type = '', part = ''] = typed;
    const elements = (user[list] ??= []) as Record<string, unknown>[];
    let element = elements.find((candidate) => candidate['type'] === type);
    if (element === undefined) elements.push((element = { type }));
    element[part] = value;
  } else if (path === `${ENTERPRISE_URN}:manager`) {
    objectAt(user, ENTERPRISE_URN)['manager'] = { value };
  } else if (path.startsWith(`${ENTERPRISE_URN}:`)) {
    objectAt(user, ENTERPRISE_URN)[path.slice(ENTERPRISE_URN.length + 1)] = value;
  } else if (path.startsWith('name.')) {
    objectAt(user, 'name')[path.slice('name.'.length)] = value;
  } else if (path === 'active' && typeof value === 'string' && !faults.has('text "False" kept')) {
    user['active'] = value.toLowerCase() === 'true';
  } else user[path] = value;
}

function removePath(user: Stored, path: string): void {
  if (path.startsWith(`${ENTERPRISE_URN}:manager`)) delete objectAt(user, ENTERPRISE_URN)['manager'];
}

function objectAt(user: Stored, key: string): Record<string, unknown> {
  return (user[key] ??= {}) as Record<string, unknown>;
}
