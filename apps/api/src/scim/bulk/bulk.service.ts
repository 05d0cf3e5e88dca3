import { Injectable, Logger } from '@nestjs/common';
import {
  bulkIdOf,
  invalidValue,
  notFound,
  resolveBulkIds,
  ScimError,
  type BulkOperation,
  type BulkRequest,
  type JsonObject,
  type ScimErrorBody,
} from '@rollcall/scim-protocol';
import { isUnavailable } from '../../database/constraint-errors';
import { GroupsService } from '../groups/groups.service';
import { UsersService } from '../users/users.service';
import { etagOf, IfMatch } from '../wire/conditions';
import { ScimExchange } from '../wire/exchange';
import type { ResourceAnswer } from '../wire/reply';
import { unavailable } from '../wire/unauthorized';
import { executionOrder, referencesOf, type BulkItem } from './bulk-plan';

/** RFC 7644 §3.7.3. */
export interface BulkResult {
  readonly method?: string;
  readonly bulkId?: string;
  readonly version?: string;
  readonly location?: string;
  readonly status: string;
  readonly response?: ScimErrorBody;
}

interface Outcome {
  readonly status: number;
  readonly location?: string;
  readonly version?: string;
  readonly id?: string;
}

interface LaterMembers {
  readonly groupId: string;
  readonly members: readonly JsonObject[];
}

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Carries out the operations of a bulk request one by one, each under the rules of a request of its own (B-19). */
@Injectable()
export class BulkService {
  private readonly logger = new Logger('scim');

  constructor(
    private readonly users: UsersService,
    private readonly groups: GroupsService,
  ) {}

  async run(exchange: ScimExchange, request: BulkRequest): Promise<BulkResult[]> {
    const results = new Map<number, BulkResult>();
    const ids = new Map<string, string>();
    let errors = 0;
    for (const item of executionOrder(request)) {
      const result = await this.one(exchange, request, item, ids);
      results.set(item.index, result);
      if (Number(result.status) >= 400) errors += 1;
      if (request.failOnErrors !== undefined && errors >= request.failOnErrors) break;
    }
    return [...results.entries()].sort(([left], [right]) => left - right).map(([, result]) => result);
  }

  private async one(
    exchange: ScimExchange,
    request: BulkRequest,
    item: BulkItem,
    ids: Map<string, string>,
  ): Promise<BulkResult> {
    const named = {
      ...(item.method === undefined ? {} : { method: item.method }),
      ...(item.bulkId === undefined ? {} : { bulkId: item.bulkId }),
    };
    try {
      if (item.kind === 'refused') throw item.error;
      const { operation, later } = this.resolved(request, item, ids);
      const outcome = await this.execute(exchange, operation);
      if (item.bulkId !== undefined && outcome.id !== undefined) ids.set(item.bulkId, outcome.id);
      if (later.length > 0 && outcome.id !== undefined)
        this.postpone(exchange, ids, { groupId: outcome.id, members: later });
      await this.closeCircles(exchange, ids);
      return {
        ...named,
        ...(outcome.location === undefined ? {} : { location: outcome.location }),
        ...(outcome.version === undefined ? {} : { version: outcome.version }),
        status: String(outcome.status),
      };
    } catch (error) {
      return { ...named, ...locationOf(exchange, item, ids), ...this.failure(exchange, error) };
    }
  }

  private readonly postponed = new WeakMap<ScimExchange, LaterMembers[]>();

  private postpone(exchange: ScimExchange, _ids: Map<string, string>, later: LaterMembers): void {
    this.postponed.set(exchange, [...(this.postponed.get(exchange) ?? []), later]);
  }

  /** Members of a circle that exist by now are added to the groups that wait for them (B-15). */
  private async closeCircles(exchange: ScimExchange, ids: ReadonlyMap<string, string>): Promise<void> {
    const waiting = this.postponed.get(exchange) ?? [];
    const still: LaterMembers[] = [];
    for (const later of waiting) {
      const ready = later.members.every((member) => ids.has(bulkIdOf(String(member['value'])) ?? ''));
      if (!ready) {
        still.push(later);
        continue;
      }
      const members = later.members.map((member) => resolveBulkIds(member, ids));
      const body = { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'members', value: members }] };
      await this.groups.patch(inner(exchange), later.groupId, body);
    }
    this.postponed.set(exchange, still);
  }

  /** The operation with the ids that its bulkIds stand for; members that do not exist yet are left for later. */
  private resolved(
    request: BulkRequest,
    item: BulkOperation,
    ids: ReadonlyMap<string, string>,
  ): { operation: BulkOperation; later: readonly JsonObject[] } {
    const unknown = [...referencesOf(item)].filter((bulkId) => !ids.has(bulkId));
    const circle = unknown.filter((bulkId) => isStillToCome(request, bulkId));
    const lost = unknown.find((bulkId) => !circle.includes(bulkId));
    if (lost !== undefined)
      throw invalidValue(`bulkId ${JSON.stringify(lost)} names no resource that this request created.`);
    const data = item.data === undefined ? undefined : withoutLater(item.data, circle);
    const target = item.id === undefined ? undefined : (bulkIdOf(item.id) ?? '');
    const id = target === undefined || target === '' ? item.id : ids.get(target);
    return {
      operation: {
        ...item,
        ...(id === undefined ? {} : { id }),
        ...(data === undefined ? {} : { data: resolveBulkIds(data.now, ids) }),
      },
      later: data?.later ?? [],
    };
  }

  private async execute(exchange: ScimExchange, operation: BulkOperation): Promise<Outcome> {
    const single = inner(exchange);
    const ifMatch = IfMatch.of(operation.version);
    switch (operation.endpoint) {
      case '/Users':
        return this.onUser(single, operation, ifMatch);
      case '/Groups':
        return this.onGroup(single, operation, ifMatch);
      default:
        throw notFound(`There is no endpoint ${JSON.stringify(operation.endpoint.slice(0, 64))}.`);
    }
  }

  private async onUser(
    single: ScimExchange,
    { method, id = '', data = {} }: BulkOperation,
    ifMatch?: IfMatch,
  ): Promise<Outcome> {
    switch (method) {
      case 'POST':
        return outcome(201, await this.users.create(single, data), single);
      case 'PUT':
        return outcome(200, await this.users.replace(single, id, data, ifMatch), single);
      case 'PATCH':
        return outcome(200, await this.users.patch(single, id, data, ifMatch), single);
      case 'DELETE':
        await this.users.remove(single, id, ifMatch);
        return { status: 204, location: `${single.baseUrl}/Users/${id}` };
    }
  }

  private async onGroup(
    single: ScimExchange,
    { method, id = '', data = {} }: BulkOperation,
    ifMatch?: IfMatch,
  ): Promise<Outcome> {
    const location = `${single.baseUrl}/Groups/${id}`;
    switch (method) {
      case 'POST':
        return outcome(201, await this.groups.create(single, data, false), single);
      case 'PUT':
        return outcome(200, await this.groups.replace(single, id, data, { ifMatch, withMembers: false }), single);
      case 'PATCH': {
        const version = await this.groups.patch(single, id, data, ifMatch);
        return { status: 204, location, ...(version === undefined ? {} : { version: etagOf(version) }) };
      }
      case 'DELETE':
        await this.groups.remove(single, id, ifMatch);
        return { status: 204, location };
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

/** An operation has a trail of its own; the caller and the request are the same. */
function inner(exchange: ScimExchange): ScimExchange {
  const single = new ScimExchange(exchange.requestId, exchange.caller, exchange.baseUrl);
  single.live = true;
  return single;
}

function outcome(status: number, answer: ResourceAnswer, single: ScimExchange): Outcome {
  return {
    status,
    location: answer.location,
    version: etagOf(answer.version),
    ...(single.resourceId === undefined ? {} : { id: single.resourceId }),
  };
}

function locationOf(exchange: ScimExchange, item: BulkItem, ids: ReadonlyMap<string, string>): { location?: string } {
  if (item.kind === 'refused' || item.method === 'POST' || item.id === undefined) return {};
  const id = ids.get(bulkIdOf(item.id) ?? '') ?? item.id;
  return { location: `${exchange.baseUrl}${item.endpoint}/${id}` };
}

function isStillToCome(request: BulkRequest, bulkId: string): boolean {
  return request.operations.some(
    (item) => item.kind === 'operation' && item.method === 'POST' && item.bulkId === bulkId,
  );
}

function withoutLater(data: JsonObject, circle: readonly string[]): { now: JsonObject; later: JsonObject[] } {
  if (circle.length === 0) return { now: data, later: [] };
  const key = Object.keys(data).find((name) => name.toLowerCase() === 'members');
  const members = key === undefined ? undefined : data[key];
  if (key === undefined || !Array.isArray(members)) return { now: data, later: [] };
  const isLater = (member: unknown): member is JsonObject => {
    const value = typeof member === 'object' && member !== null && 'value' in member ? String(member.value) : '';
    return circle.includes(bulkIdOf(value) ?? '');
  };
  return { now: { ...data, [key]: members.filter((member) => !isLater(member)) }, later: members.filter(isLater) };
}
