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
  const skipped: { readonly name: string; readonly operation: number }[] = [];
  const left = operations.flatMap((operation) => {
    const unknown = atOperation(operation, () => unknownNames(operation, type));
    skipped.push(...unknown.map((name) => ({ name, operation: operation.index })));
    return unknown.length === 0 ? [operation] : withoutNames(operation, unknown);
  });
  for (const { name, operation } of skipped) trail.add(skippedNote(name, operation, type));
  const first = skipped[0];
  if (left.length === 0 && first) {
    const names = skipped
      .map(({ name }) => quoted(name))
      .slice(0, 5)
      .join(', ');
    throw invalidPath(`A ${type.name} has no attribute ${names}, and nothing else is to be done.`).atOperation(
      first.operation,
    );
  }
  return left;
}

function skippedNote(name: string, operation: number, type: ResourceType) {
  const message = `${quoted(name)} names no attribute of a ${type.name} and was skipped.`;
  return { kind: 'skipped', rule: 'unknownAttribute', message, operation } as const;
}

function unknownNames({ path, value }: PatchOperation, type: ResourceType): readonly string[] {
  const isUnknown = (name: string, each?: Json) => resolveTarget(type, name, {}, each).kind === 'unknown';
  if (path !== undefined) return isUnknown(path, value) ? [path] : [];
  if (!isJsonObject(value)) return [];
  return Object.entries(value)
    .filter(([name, each]) => isUnknown(name, each as Json))
    .map(([name]) => name);
}

/** Nothing of the operation is left when all its names are unknown. */
function withoutNames(operation: PatchOperation, unknown: readonly string[]): readonly PatchOperation[] {
  if (operation.path !== undefined || !isJsonObject(operation.value)) return [];
  const known = Object.entries(operation.value).filter(([name]) => !unknown.includes(name));
  return known.length === 0 ? [] : [{ ...operation, value: Object.fromEntries(known) as Json }];
}

function atOperation<Result>({ index }: PatchOperation, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ScimError ? error.atOperation(index) : error;
  }
}
