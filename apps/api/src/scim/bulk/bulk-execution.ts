import { Injectable } from '@nestjs/common';
import { notFound, PATCH_URN, type BulkOperation, type JsonObject } from '@rollcall/scim-protocol';
import { CustomTypes } from '../custom/custom-types';
import { GroupsService } from '../groups/groups.service';
import type { ResourceOperations } from '../resources/resource-operations';
import { UsersService } from '../users/users.service';
import { etagOf, IfMatch } from '../wire/conditions';
import { ScimExchange } from '../wire/exchange';
import type { ResourceAnswer } from '../wire/reply';

export interface BulkOutcome {
  readonly status: number;
  readonly location: string;
  readonly version?: string;
  /** Of the resource that a POST made. */
  readonly id?: string;
}

/** Carries out one operation, under the same rules and by the same services as a request of its own (B-19). */
@Injectable()
export class BulkExecution {
  constructor(
    private readonly users: UsersService,
    private readonly groups: GroupsService,
    private readonly custom: CustomTypes,
  ) {}

  /** `single` is the operation's own exchange. */
  async run(single: ScimExchange, operation: BulkOperation): Promise<BulkOutcome> {
    const ifMatch = IfMatch.of(operation.version);
    if (operation.endpoint === '/Groups') return this.onGroup(single, operation, ifMatch);
    const resources = operation.endpoint === '/Users' ? this.users : this.custom.at(operation.endpoint)?.resources;
    if (resources) return this.onResource(resources, single, operation, ifMatch);
    throw notFound(`There is no endpoint ${JSON.stringify(operation.endpoint.slice(0, 64))}.`);
  }

  async addMembers(exchange: ScimExchange, groupId: string, members: readonly JsonObject[]): Promise<void> {
    const body = { schemas: [PATCH_URN], Operations: [{ op: 'add', path: 'members', value: members }] };
    await this.groups.patch(singleExchange(exchange), groupId, body);
  }

  async removeGroup(exchange: ScimExchange, groupId: string): Promise<void> {
    await this.groups.remove(singleExchange(exchange), groupId);
  }

  private async onResource(
    resources: ResourceOperations,
    single: ScimExchange,
    { endpoint, method, id = '', data = {} }: BulkOperation,
    ifMatch?: IfMatch,
  ): Promise<BulkOutcome> {
    switch (method) {
      case 'POST':
        return made(await resources.create(single, data), single);
      case 'PUT':
        return changed(await resources.replace(single, id, data, ifMatch));
      case 'PATCH':
        return changed(await resources.patch(single, id, data, ifMatch));
      case 'DELETE':
        await resources.remove(single, id, ifMatch);
        return { status: 204, location: `${single.baseUrl}${endpoint}/${id}` };
    }
  }

  private async onGroup(single: ScimExchange, operation: BulkOperation, ifMatch?: IfMatch): Promise<BulkOutcome> {
    const { method, id = '', data = {} } = operation;
    const location = `${single.baseUrl}/Groups/${id}`;
    switch (method) {
      case 'POST':
        return made(await this.groups.create(single, data, false), single);
      case 'PUT':
        return changed(await this.groups.replace(single, id, data, { ifMatch, withMembers: false }));
      case 'PATCH': {
        const version = await this.groups.patch(single, id, data, ifMatch);
        return { status: 204, location, ...(version === undefined ? {} : { version: etagOf(version) }) };
      }
      case 'DELETE':
        await this.groups.remove(single, id, ifMatch);
        return { status: 204, location };
    }
  }
}

/** An operation has a trail of its own; the caller and the request are the same. */
export function singleExchange(exchange: ScimExchange): ScimExchange {
  const single = new ScimExchange(exchange.requestId, exchange.caller, exchange.baseUrl);
  single.live = true;
  return single;
}

function made(answer: ResourceAnswer, single: ScimExchange): BulkOutcome {
  return { ...changed(answer), status: 201, ...(single.resourceId === undefined ? {} : { id: single.resourceId }) };
}

function changed(answer: ResourceAnswer): BulkOutcome {
  return { status: 200, location: answer.location, version: etagOf(answer.version) };
}
