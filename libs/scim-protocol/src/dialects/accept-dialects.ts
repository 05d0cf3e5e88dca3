import type { Json } from '../messages/json';
import type { Trail } from '../messages/note';
import type { PatchOperation } from '../messages/patch-request';
import type { ResourceType } from '../schema/definitions';
import { coreUrnObject } from './core-urn-object';
import { emptyText } from './empty-text';
import { managerWithoutUrn } from './manager-without-urn';
import { pathAsKey } from './path-as-key';
import type { Rewrite } from './rewrite';
import { skipUnknownAttributes } from './unknown-attribute';
import { wrappedValue } from './wrapped-value';

/** In the order in which they are applied: what is under another name must be found before its value can be looked at. */
export const REWRITES: readonly Rewrite[] = [coreUrnObject, pathAsKey, managerWithoutUrn, wrappedValue, emptyText];

/**
 * Turns the operations of any provider into those that the strict engine understands, each rewrite noted on the trail. Habits are recognised
 * by what is sent, never by who sends it, so that both of Entra's dialects work at the same time; what is strict already stays as it is.
 *
 * Errors: 400 invalidPath when no operation names an attribute, or a path cannot be read; invalidFilter.
 */
export function acceptDialects(
  operations: readonly PatchOperation[],
  type: ResourceType,
  trail: Trail,
): readonly PatchOperation[] {
  const rewritten = REWRITES.reduce(
    (all, habit) => all.flatMap((each) => applyRewrite(habit, each, type, trail)),
    operations,
  );
  return skipUnknownAttributes(rewritten, type, trail);
}

function applyRewrite(
  { rule, message, rewrite }: Rewrite,
  operation: PatchOperation,
  type: ResourceType,
  trail: Trail,
): readonly PatchOperation[] {
  const rewritten = rewrite(operation, type);
  if (!rewritten) return [operation];
  const before = shown(operation);
  trail.add({ kind: 'rewritten', rule, message, operation: operation.index, before, after: rewritten.map(shown) });
  return rewritten;
}

function shown({ op, path, value }: PatchOperation): Json {
  return { op, ...(path === undefined ? {} : { path }), ...(value === undefined ? {} : { value }) };
}
