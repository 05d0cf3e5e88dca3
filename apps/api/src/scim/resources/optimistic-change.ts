import { setTimeout as pause } from 'node:timers/promises';
import { ScimError, type ScimResource } from '@rollcall/scim-protocol';
import { changesBetween, type ResourceChanges } from '../wire/attribute-changes';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';

/** How often a write starts again because somebody else changed the resource in between, before it gives up. */
const ATTEMPTS_MAX = 12;
const BACK_OFF_MAX_MS = 400;

/** A row that keeps the whole resource, and counts its changes. */
export interface VersionedRow {
  readonly version: number;
  /** Canonical JSON. */
  readonly resource: string;
}

export interface ChangeSteps<Row extends VersionedRow> {
  /** @throws ScimError 404 */
  read(): Promise<Row>;
  /** What the resource is to be. @throws ScimError */
  compute(current: ScimResource): ScimResource;
  /** Undefined when the row no longer has the version that the changes were computed from. */
  write(current: Row, changes: ResourceChanges): Promise<Row | undefined>;
}

/**
 * Reads, computes, and writes on condition that nobody was faster; otherwise starts again from the newer state, so no row lock is held
 * over a round trip and no parallel change is lost (B20, M-08). A change that changes nothing writes nothing.
 * @throws ScimError 412 when the version is not the one of the condition, 503 when others were faster each time
 */
export async function changeOptimistically<Row extends VersionedRow>(
  exchange: ScimExchange,
  ifMatch: IfMatch | undefined,
  steps: ChangeSteps<Row>,
): Promise<{ readonly row: Row; readonly changes: ResourceChanges }> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    exchange.trail.notes.length = 0;
    const current = await steps.read();
    ifMatch?.require(current.version);
    const resource = JSON.parse(current.resource) as ScimResource;
    const changes = changesBetween(resource, steps.compute(resource));
    const row = changes.list.length === 0 ? current : await steps.write(current, changes);
    if (row) {
      exchange.outcome = row === current ? 'unchanged' : 'updated';
      exchange.changes = changes.list;
      return { row, changes };
    }
    exchange.live = false;
    await backOff(attempt);
  }
  throw new ScimError(
    503,
    undefined,
    'Too many others change this resource at the same moment. Send the request again.',
  );
}

/** Many who want the same resource spread out, twice as far with each attempt, so that each of them soon finds its moment. */
function backOff(attempt: number): Promise<void> {
  return pause(Math.random() * Math.min(2 ** attempt, BACK_OFF_MAX_MS));
}
