import { isJsonObject, type Json } from '../messages/json';
import type { PatchOperation } from '../messages/patch-request';
import { invalidPath, invalidValue, noTarget, quoted } from '../messages/scim-error';

/** One path and what to do with it; an operation without a path is as many steps as its value has names. */
export interface Step {
  readonly op: PatchOperation['op'];
  readonly path: string;
  readonly value: Json | undefined;
  readonly operation: number;
  /** The path was a name in the value of an operation without a path. */
  readonly isPathless: boolean;
}

/**
 * Takes an operation apart (RFC 7644 §3.5.2). Errors: 400 noTarget for a remove without a path, invalidValue for a missing value or one
 * that has no names, invalidPath for a name that is a path: those are rewritten before.
 */
export function stepsOf({ op, path, value, index }: PatchOperation): readonly Step[] {
  if (path !== undefined) return [{ op, path, value, operation: index, isPathless: false }];
  if (op === 'remove') throw noTarget('A remove without a path has no target; name the attribute in path.');
  return namesOf(op, value).map(([name, each]) => ({
    op,
    path: name,
    value: each,
    operation: index,
    isPathless: true,
  }));
}

function namesOf(op: string, value: Json | undefined): [string, Json][] {
  if (value === undefined) throw invalidValue(`${op} without a path needs a value.`);
  if (!isJsonObject(value)) throw invalidValue(`${op} without a path needs an object of attributes as its value.`);
  const entries = Object.entries(value);
  const path = entries.find(([name]) => isPath(name));
  if (path) throw invalidPath(`${quoted(path[0])} is a path, not an attribute; send it as the path of an operation.`);
  return entries;
}

/** A URN has dots, too, so only what stands after its last colon tells. */
export function isPath(name: string): boolean {
  return (
    name.includes('[') ||
    name
      .slice(name.lastIndexOf(':') + 1)
      .replace(/^\d+(?:\.\d+)*$/, '')
      .includes('.')
  );
}
