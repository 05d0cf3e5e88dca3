import type { JsonObject } from '../wire/json';
import { operationName, type Dialect, type PatchHabits, type PatchOperation } from './patch-habits';

/** Rename, and externalId where it differs (entra 7, row 17). */
export function renderGroupAttributes(
  values: Readonly<Record<string, string>>,
  dialect: Dialect,
): readonly PatchOperation[] {
  if (dialect === 'flag') return [{ op: 'replace', value: values }];
  return Object.entries(values).map(([path, value]) => ({ op: 'Replace', path, value }));
}

/** One PATCH per batch of new members (entra 7, row 15). */
export function renderMembersAdded(
  ids: readonly string[],
  dialect: Dialect,
  habits: PatchHabits,
): readonly (readonly PatchOperation[])[] {
  return batches(ids, habits.memberBatch).map((batch) => [
    { op: operationName('add', dialect), path: 'members', value: elements(batch, habits) },
  ]);
}

/** A value list in the default dialect, one filtered path a member in the flag dialect (entra 7, row 16). */
export function renderMembersRemoved(
  ids: readonly string[],
  dialect: Dialect,
  habits: PatchHabits,
): readonly (readonly PatchOperation[])[] {
  return batches(ids, habits.memberBatch).map((batch) =>
    dialect === 'flag'
      ? batch.map((id) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` }))
      : [{ op: 'Remove', path: 'members', value: elements(batch, habits) }],
  );
}

function elements(ids: readonly string[], habits: PatchHabits): readonly JsonObject[] {
  return ids.map((value) => (habits.membersRefNull ? { value, $ref: null } : { value }));
}

function batches(ids: readonly string[], size: number): readonly (readonly string[])[] {
  const result: string[][] = [];
  for (let start = 0; start < ids.length; start += size) result.push(ids.slice(start, start + size));
  return result;
}
