import { isJsonObject, type Json, type JsonArray } from './json';
import { PATCH_OPERATIONS_MAX } from './limits';
import { Message } from './message';
import { invalidPath, invalidSyntax, payloadTooLarge, quoted } from './scim-error';
import { PATCH_URN } from './urns';

export type PatchVerb = 'add' | 'remove' | 'replace';

/** One operation of a PATCH as it was sent, its envelope checked. */
export interface PatchOperation {
  readonly op: PatchVerb;
  readonly path?: string;
  /** Null when null was sent; undefined when nothing was. */
  readonly value?: Json;
  /** Zero-based place in the request. */
  readonly index: number;
}

/**
 * Reads the envelope of a PATCH (RFC 7644 §3.5.2): `op` in any letter case, unknown members of an operation ignored. What paths and
 * values mean is not looked at. Errors: 400 invalidSyntax, 413 for more than 1,000 operations.
 */
export function readPatchRequest(body: Json): readonly PatchOperation[] {
  const operations = Message.read(body, PATCH_URN).get('Operations');
  if (!Array.isArray(operations) || operations.length === 0) {
    throw invalidSyntax('Operations: expected a list with at least one operation');
  }
  if (operations.length > PATCH_OPERATIONS_MAX) {
    throw payloadTooLarge(
      `Operations: ${operations.length} operations; at most ${PATCH_OPERATIONS_MAX} are taken in one PATCH.`,
    );
  }
  return (operations as JsonArray).map(readOperation);
}

function readOperation(operation: Json, index: number): PatchOperation {
  if (!isJsonObject(operation)) throw invalidSyntax('expected an object with op, path and value').atOperation(index);
  const message = Message.part(operation);
  const path = message.get('path');
  if (path !== undefined && typeof path !== 'string') throw invalidPath('path: expected a text').atOperation(index);
  // Null is a value here: it clears (RFC 7643 §2.5).
  const value = message.sent('value');
  return {
    op: readVerb(message.get('op'), index),
    ...(path === undefined ? {} : { path }),
    ...(value === undefined ? {} : { value }),
    index,
  };
}

function readVerb(op: Json | undefined, index: number): PatchVerb {
  const verb = typeof op === 'string' ? op.toLowerCase() : undefined;
  if (verb === 'add' || verb === 'remove' || verb === 'replace') return verb;
  const seen = typeof op === 'string' ? `, got ${quoted(op)}` : '';
  throw invalidSyntax(`op: expected "add", "remove" or "replace"${seen}`).atOperation(index);
}
