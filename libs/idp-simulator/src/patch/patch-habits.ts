import type { Json, JsonObject } from '../wire/json';
import { PATCH_URN } from '../wire/urns';

/** Entra's two ways to write a PATCH: without and with `aadOptscim062020` in the tenant URL (entra 2). */
export type Dialect = 'default' | 'flag';

/** What Entra's PATCHes do one way or another and no document settles. */
export interface PatchHabits {
  readonly addOrReplace: 'by-target' | 'always-add' | 'always-replace';
  /** Flag dialect: several added attributes travel in one operation without a path. */
  readonly groupFlagAdds: boolean;
  /** How `active` is written: as the dialect has it, or alternately as text and as boolean in either dialect. */
  readonly activeForm: 'dialect' | 'alternate';
  readonly booleanText: 'capitalised' | 'lower';
  /** `Remove` with the path alone, with a value as well, or with a filter on the value (entra 7, row 14). */
  readonly managerClear: 'path' | 'value' | 'filter';
  /** Member elements carry `"$ref": null`. */
  readonly membersRefNull: boolean;
  /** Members written by one PATCH at most. */
  readonly memberBatch: number;
}

export interface PatchOperation extends JsonObject {
  readonly op: string;
  readonly path?: string;
  readonly value?: Json;
}

export function patchBody(operations: readonly PatchOperation[]): JsonObject {
  return { schemas: [PATCH_URN], Operations: operations };
}

/** The operation's name as the dialect writes it. */
export function operationName(name: 'add' | 'replace' | 'remove', dialect: Dialect): string {
  return dialect === 'flag' ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
