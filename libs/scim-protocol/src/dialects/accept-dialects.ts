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
  const rewritten: PatchOperation[] = [];
  for (const operation of operations) rewriteInto(rewritten, operation, 0, { type, trail });
  return skipUnknownAttributes(rewritten, type, trail);
}

interface RewriteContext {
  readonly type: ResourceType;
  readonly trail: Trail;
}

/** Hands the operation from one rewrite to the next; a loop, as nearly all operations pass all of them as they are. */
function rewriteInto(
  rewritten: PatchOperation[],
  operation: PatchOperation,
  first: number,
  context: RewriteContext,
): void {
  for (let at = first; at < REWRITES.length; at += 1) {
    const habit = REWRITES[at];
    const meant = habit?.rewrite(operation, context.type);
    if (!habit || !meant) continue;
    noteRewrite(habit, operation, meant, context.trail);
    for (const each of meant) rewriteInto(rewritten, each, at + 1, context);
    return;
  }
  rewritten.push(operation);
}

function noteRewrite(
  { rule, message }: Rewrite,
  operation: PatchOperation,
  meant: readonly PatchOperation[],
  trail: Trail,
) {
  const { index } = operation;
  trail.add({ kind: 'rewritten', rule, message, operation: index, before: shown(operation), after: meant.map(shown) });
}

function shown({ op, path, value }: PatchOperation): Json {
  return { op, ...(path === undefined ? {} : { path }), ...(value === undefined ? {} : { value }) };
}
