import { Injectable } from '@nestjs/common';
import { keepImmutable, readResource, type ResourceType, type Json, type ScimResource } from '@rollcall/scim-protocol';
import { v7 as uuidv7 } from 'uuid';
import { ResourceCountFolder } from '../../events/resource-count-folder';
import { changeOptimistically } from '../resources/optimistic-change';
import type { ResourceOperations } from '../resources/resource-operations';
import { patchedBy, StoredRows } from '../resources/stored-rows';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';
import type { ResourceAnswer } from '../wire/reply';
import { ScimTypes } from '../registry';
import { writtenBy, writtenIn } from '../wire/requested-attributes';
import { userJson, type UserRow } from './user-answer';
import { userRecord } from './user-record';
import { UsersRepository } from './users.repository';

/** Users as providers create, read, replace, patch and delete them. Below here nobody knows HTTP. */
@Injectable()
export class UsersService implements ResourceOperations {
  private readonly type: ResourceType;
  private readonly rows: StoredRows<UserRow>;

  constructor(
    private readonly users: UsersRepository,
    private readonly counts: ResourceCountFolder,
    types: ScimTypes,
  ) {
    this.type = types.user;
    this.rows = new StoredRows({
      typeName: 'User',
      noun: 'user',
      find: ({ caller }, userId) => users.find(caller, userId),
      remove: ({ caller, requestId }, userId, version) => users.remove({ caller, userId, requestId, version }),
    });
  }

  async get(exchange: ScimExchange, userId: string): Promise<ResourceAnswer> {
    const row = await this.rows.read(exchange, userId);
    exchange.outcome = 'found';
    return answer(exchange, row);
  }

  /** RFC 7644 §3.3. A leaver who comes back under the same object id gets the old record back (B08). */
  async create(exchange: ScimExchange, body: Json): Promise<ResourceAnswer> {
    const { resource, cleared } = readResource(this.type, body, exchange.trail);
    const record = userRecord(withActive(resource, cleared));
    exchange.resourceType = 'User';
    exchange.resourceName = record.displayName;
    const { caller, requestId } = exchange;
    const made = await this.users.insert({ caller, requestId, userId: uuidv7(), record });
    if (!made) throw this.rows.noSuch('new');
    exchange.live = true;
    exchange.about('User', made.id, record.displayName);
    exchange.outcome = made.revived ? 'revived' : 'created';
    this.counts.changed(exchange.scope);
    const row = { ...made, resource: record.resource, display_name: record.displayName, groups: null };
    return { ...answer(exchange, row), written: writtenIn(this.type, resource) };
  }

  /** RFC 7644 §3.5.1. What is left out is cleared, but for `active`: leaving it out disables nobody (B14). */
  async replace(exchange: ScimExchange, userId: string, body: Json, ifMatch?: IfMatch): Promise<ResourceAnswer> {
    return this.change(exchange, userId, ifMatch, (current) => {
      const { resource } = readResource(this.type, body, exchange.trail);
      const kept = keepImmutable(this.type, current, resource);
      return 'active' in kept || current['active'] === undefined ? kept : { ...kept, active: current['active'] };
    });
  }

  /** RFC 7644 §3.5.2: all operations land, or none does. */
  async patch(exchange: ScimExchange, userId: string, body: Json, ifMatch?: IfMatch): Promise<ResourceAnswer> {
    return this.change(exchange, userId, ifMatch, patchedBy(exchange, this.type, body, userId));
  }

  /** RFC 7644 §3.6. */
  async remove(exchange: ScimExchange, userId: string, ifMatch?: IfMatch): Promise<void> {
    await this.rows.remove(exchange, userId, ifMatch);
    this.counts.changed(exchange.scope);
  }

  private async change(
    exchange: ScimExchange,
    userId: string,
    ifMatch: IfMatch | undefined,
    compute: (current: ScimResource) => ScimResource,
  ): Promise<ResourceAnswer> {
    const { row, changes } = await changeOptimistically(exchange, ifMatch, {
      read: () => this.rows.read(exchange, userId),
      compute,
      write: (current, { after, list }) =>
        this.users.update({
          caller: exchange.caller,
          requestId: exchange.requestId,
          userId,
          record: userRecord(after),
          version: current.version,
          data: JSON.stringify(list),
          emailsChanged: list.some(({ path }) => path === 'emails'),
        }),
    });
    exchange.about('User', userId, row.display_name);
    return { ...answer(exchange, row), written: writtenBy(this.type, changes.list) };
  }
}

/** RFC 7644 §3.3: a new user is active unless the client says otherwise; an explicit null stays unassigned. */
function withActive(resource: ScimResource, cleared: readonly string[]): ScimResource {
  return 'active' in resource || cleared.includes('active') ? resource : { ...resource, active: true };
}

function answer(exchange: ScimExchange, row: UserRow): ResourceAnswer {
  return {
    json: userJson(row, exchange.baseUrl),
    version: row.version,
    location: `${exchange.baseUrl}/Users/${row.id}`,
  };
}
