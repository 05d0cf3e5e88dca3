import { isJsonObject, type Json } from '../messages/json';
import type { Trail } from '../messages/note';
import type { PatchOperation } from '../messages/patch-request';
import { invalidPath, quoted, ScimError } from '../messages/scim-error';
import { resolveTarget } from '../patch/target';
import type { ResourceType } from '../schema/definitions';

/**
 * Skips what names no core attribute, with a note, and keeps the rest: a leaver must be disabled even if a stray attribute is mapped
 * (P-09). Extensions have any attribute. Errors: 400 invalidPath when nothing is left, or for a path that cannot be read; invalidFilter.
 */
export function skipUnknownAttributes(
  operations: readonly PatchOperation[],
  type: ResourceType,
  trail: Trail,
): readonly PatchOperation[] {
  const skipped: Skipped[] = [];
  const left: PatchOperation[] = [];
  for (const operation of operations) {
    const unknown = atOperation(operation, () => unknownNames(operation, type));
    for (const name of unknown) skipped.push({ name, operation: operation.index });
    const known = unknown.length === 0 ? operation : withoutNames(operation, unknown);
    if (known) left.push(known);
  }
  for (const each of skipped) trail.add(skippedNote(each, type));
  if (left.length === 0 && skipped[0]) throw nothingLeft(skipped, skipped[0], type);
  return left;
}

interface Skipped {
  readonly name: string;
  readonly operation: number;
}

function nothingLeft(skipped: readonly Skipped[], first: Skipped, type: ResourceType): ScimError {
  const names = skipped.slice(0, 5).map(({ name }) => quoted(name));
  const detail = `A ${type.name} has no attribute ${names.join(', ')}, and nothing else is to be done.`;
  return invalidPath(detail).atOperation(first.operation);
}

function skippedNote({ name, operation }: Skipped, type: ResourceType) {
  const message = `${quoted(name)} names no attribute of a ${type.name} and was skipped.`;
  return { kind: 'skipped', rule: 'unknownAttribute', message, operation } as const;
}

function unknownNames({ path, value }: PatchOperation, type: ResourceType): readonly string[] {
  const isUnknown = (name: string, each?: Json) => resolveTarget(type, name, {}, each).kind === 'unknown';
  if (path !== undefined) return isUnknown(path, value) ? [path] : [];
  if (!isJsonObject(value)) return [];
  return Object.entries(value)
    .filter(([name, each]) => isUnknown(name, each))
    .map(([name]) => name);
}

/** Undefined when all names of the operation are unknown. */
function withoutNames(operation: PatchOperation, unknown: readonly string[]): PatchOperation | undefined {
  if (operation.path !== undefined || !isJsonObject(operation.value)) return undefined;
  const known = Object.entries(operation.value).filter(([name]) => !unknown.includes(name));
  return known.length === 0 ? undefined : { ...operation, value: Object.fromEntries(known) as Json };
}

function atOperation<Result>({ index }: PatchOperation, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ScimError ? error.atOperation(index) : error;
  }
}
