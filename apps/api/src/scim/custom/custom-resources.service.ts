import {
  acceptDialects,
  keepImmutable,
  notFound,
  planUserPatch,
  preconditionFailed,
  readPatchRequest,
  readResource,
  type Json,
  type ResourceType,
  type ScimResource,
} from '@rollcall/scim-protocol';
import { v7 as uuidv7 } from 'uuid';
import type { ResourceCountFolder } from '../../events/resource-count-folder';
import { changeOptimistically } from '../resources/optimistic-change';
import type { ResourceOperations } from '../resources/resource-operations';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';
import { isUuid } from '../wire/ids';
import type { ResourceAnswer } from '../wire/reply';
import { writtenBy, writtenIn } from '../wire/requested-attributes';
import { customText, locationOf, type CustomRow } from './custom-answer';
import { customRecord } from './custom-record';
import type { CustomResourcesRepository } from './custom-resources.repository';

/** Resources of one registered type, under the same rules as users: the type's schemas say what they are. */
export class CustomResourcesService implements ResourceOperations {
  constructor(
    private readonly type: ResourceType,
    private readonly resources: CustomResourcesRepository,
    private readonly counts: ResourceCountFolder,
  ) {}

  async get(exchange: ScimExchange, id: string): Promise<ResourceAnswer> {
    const row = await this.read(exchange, id);
    exchange.outcome = 'found';
    return this.answer(exchange, row);
  }

  async create(exchange: ScimExchange, body: Json): Promise<ResourceAnswer> {
    const { resource } = readResource(this.type, body, exchange.trail);
    const id = uuidv7();
    const record = customRecord(this.type, resource, id);
    exchange.resourceType = this.type.name;
    exchange.resourceName = record.displayName;
    const made = await this.resources.insert(exchange.caller, this.write(exchange, id), record);
    if (!made) throw this.noSuch('new');
    exchange.live = true;
    exchange.about(this.type.name, id, made.display_name);
    exchange.outcome = 'created';
    this.counts.changed(exchange.scope);
    return { ...this.answer(exchange, made), written: writtenIn(this.type, resource) };
  }

  /** What is left out is cleared, but for what is immutable. */
  replace(exchange: ScimExchange, id: string, body: Json, ifMatch?: IfMatch): Promise<ResourceAnswer> {
    return this.change(exchange, id, ifMatch, (current) => {
      const { resource } = readResource(this.type, body, exchange.trail);
      return keepImmutable(this.type, current, resource);
    });
  }

  patch(exchange: ScimExchange, id: string, body: Json, ifMatch?: IfMatch): Promise<ResourceAnswer> {
    return this.change(exchange, id, ifMatch, (current) => {
      const operations = acceptDialects(readPatchRequest(body), this.type, exchange.trail);
      return planUserPatch(this.type, current, operations, exchange.trail, { id }).resource;
    });
  }

  /** For good: nothing but users and groups can be restored. */
  async remove(exchange: ScimExchange, id: string, ifMatch?: IfMatch): Promise<void> {
    const version = ifMatch ? (await this.readUnless(exchange, id, ifMatch)).version : null;
    exchange.about(this.type.name, id);
    const gone = isUuid(id)
      ? await this.resources.remove(exchange.caller, this.write(exchange, id), version)
      : undefined;
    if (!gone && version !== null)
      throw preconditionFailed('The resource has changed since it was read. Read it again and repeat.');
    if (!gone) throw this.noSuch(id);
    exchange.live = true;
    exchange.about(this.type.name, id, gone.display_name);
    exchange.outcome = 'deleted';
    this.counts.changed(exchange.scope);
  }

  private async readUnless(exchange: ScimExchange, id: string, ifMatch: IfMatch): Promise<CustomRow> {
    const row = await this.read(exchange, id);
    ifMatch.require(row.version);
    return row;
  }

  private async change(
    exchange: ScimExchange,
    id: string,
    ifMatch: IfMatch | undefined,
    compute: (current: ScimResource) => ScimResource,
  ): Promise<ResourceAnswer> {
    const { row, changes } = await changeOptimistically(exchange, ifMatch, {
      read: () => this.read(exchange, id),
      compute,
      write: ({ version }, { after, list }) =>
        this.resources.update(exchange.caller, this.write(exchange, id), customRecord(this.type, after, id), {
          version,
          data: JSON.stringify(list),
        }),
    });
    exchange.about(this.type.name, id, row.display_name);
    return { ...this.answer(exchange, row), written: writtenBy(this.type, changes.list) };
  }

  private async read(exchange: ScimExchange, id: string): Promise<CustomRow> {
    exchange.about(this.type.name, id);
    const row = isUuid(id) ? await this.resources.find(exchange.caller, this.type, id) : undefined;
    if (!row) throw this.noSuch(id);
    exchange.live = true;
    exchange.about(this.type.name, id, row.display_name);
    return row;
  }

  private write({ requestId }: ScimExchange, id: string) {
    return { type: this.type, id, requestId };
  }

  private answer({ baseUrl }: ScimExchange, row: CustomRow): ResourceAnswer {
    return {
      text: customText(this.type, row, baseUrl),
      version: row.version,
      location: locationOf(this.type.endpoint, row.id, baseUrl),
    };
  }

  private noSuch(id: string) {
    return notFound(`There is no ${this.type.name} ${JSON.stringify(id.slice(0, 64))} in this integration.`);
  }
}
