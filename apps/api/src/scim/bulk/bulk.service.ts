import { Injectable, Logger } from '@nestjs/common';
import { bulkIdOf, ScimError, type BulkRequest, type ScimErrorBody } from '@rollcall/scim-protocol';
import { isUnavailable } from '../../database/constraint-errors';
import type { ScimExchange } from '../wire/exchange';
import { unavailable } from '../wire/unauthorized';
import { BulkExecution, singleExchange } from './bulk-execution';
import { executionOrder, type BulkItem } from './bulk-plan';
import { BulkRun, type WaitingGroup } from './bulk-run';

/** RFC 7644 §3.7.3. */
export interface BulkResult {
  readonly method?: string;
  readonly bulkId?: string;
  readonly version?: string;
  readonly location?: string;
  readonly status: string;
  readonly response?: ScimErrorBody;
}

/** Carries out the operations of a bulk request and tells what became of each. */
@Injectable()
export class BulkService {
  private readonly logger = new Logger('scim');

  constructor(private readonly execution: BulkExecution) {}

  async run(exchange: ScimExchange, request: BulkRequest): Promise<BulkResult[]> {
    const run = new BulkRun(request);
    const results = new Map<number, BulkResult>();
    const failed = () => [...results.values()].filter(({ status }) => Number(status) >= 400).length;
    for (const item of executionOrder(request)) {
      results.set(item.index, await this.one(exchange, run, item));
      for (const group of run.takeSettled()) await this.complete(exchange, run, group, results);
      if (request.failOnErrors !== undefined && failed() >= request.failOnErrors) break;
    }
    for (const group of run.takeAbandoned()) await this.complete(exchange, run, group, results);
    exchange.outcome = 'bulk';
    exchange.bulk = { done: results.size - failed(), refused: failed() };
    return [...results.entries()].sort(([left], [right]) => left - right).map(([, result]) => result);
  }

  private async one(exchange: ScimExchange, run: BulkRun, item: BulkItem): Promise<BulkResult> {
    const named = namesOf(item);
    const single = singleExchange(exchange);
    try {
      if (item.kind === 'refused') throw item.error;
      const { operation, later } = run.resolve(item);
      const { id, status, ...outcome } = await this.execution.run(single, operation);
      if (id !== undefined) run.wait({ index: item.index, groupId: id, members: later });
      if (item.method === 'POST') run.settle(item.bulkId, id);
      tell(exchange, item, single);
      return { ...named, ...outcome, status: String(status) };
    } catch (error) {
      if (item.kind === 'operation' && item.method === 'POST') run.settle(item.bulkId, undefined);
      const failure = this.failure(exchange, error);
      tell(exchange, item, single, failure.response);
      return { ...named, ...locationOf(exchange, run, item), ...failure };
    }
  }

  /**
   * The last members of a circle are there: they join the group that waited for them (B-15). When one of them could not be made, the
   * group goes again and its operation has failed, for a 2xx would claim a membership that does not exist (B-16).
   */
  private async complete(
    exchange: ScimExchange,
    run: BulkRun,
    group: WaitingGroup,
    results: Map<number, BulkResult>,
  ): Promise<void> {
    try {
      await this.execution.addMembers(
        exchange,
        group.groupId,
        group.members.map((member) => run.resolveData(member)),
      );
    } catch (error) {
      await this.execution.removeGroup(exchange, group.groupId);
      const { method, bulkId } = results.get(group.index) ?? {};
      results.set(group.index, {
        ...(method === undefined ? {} : { method }),
        ...(bulkId === undefined ? {} : { bulkId }),
        ...this.failure(exchange, error),
      });
    }
  }

  private failure(exchange: ScimExchange, thrown: unknown): { status: string; response: ScimErrorBody } {
    const error = this.asScimError(exchange, thrown);
    return { status: String(error.status), response: error.toBody() };
  }

  private asScimError(exchange: ScimExchange, thrown: unknown): ScimError {
    if (thrown instanceof ScimError) return thrown;
    if (isUnavailable(thrown)) return unavailable();
    this.logger.error({ event: 'scim.bulkFailed', requestId: exchange.requestId, error: String(thrown) });
    return new ScimError(500, undefined, `Something went wrong on our side in request ${exchange.requestId}.`);
  }
}

const NOTES_MAX = 200;

/** What became of one operation, on the decision trail of the whole request. */
function tell(exchange: ScimExchange, item: BulkItem, single: ScimExchange, refusal?: ScimErrorBody): void {
  const operation = item.index;
  if (exchange.trail.notes.length >= NOTES_MAX) return;
  for (const note of single.trail.notes) exchange.trail.add({ ...note, operation });
  if (refusal) {
    const message = `Operation ${operation + 1} (${item.method ?? 'no method'}) was refused with ${refusal.status}: ${refusal.detail}`;
    exchange.trail.add({ kind: 'skipped', rule: 'bulkOperationRefused', message, operation });
  }
  exchange.membersAdded += single.membersAdded;
  exchange.membersRemoved += single.membersRemoved;
}

function namesOf({ method, bulkId }: BulkItem): Pick<BulkResult, 'method' | 'bulkId'> {
  return { ...(method === undefined ? {} : { method }), ...(bulkId === undefined ? {} : { bulkId }) };
}

/** A failed POST has no location (B-07). */
function locationOf(exchange: ScimExchange, run: BulkRun, item: BulkItem): Pick<BulkResult, 'location'> {
  if (item.kind === 'refused' || item.method === 'POST' || item.id === undefined) return {};
  const id = run.ids.get(bulkIdOf(item.id) ?? '') ?? item.id;
  return { location: `${exchange.baseUrl}${item.endpoint}/${id}` };
}
