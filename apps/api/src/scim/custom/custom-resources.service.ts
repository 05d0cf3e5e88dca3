import { keepImmutable, readResource, type Json, type ResourceType, type ScimResource } from '@rollcall/scim-protocol';
import { v7 as uuidv7 } from 'uuid';
import type { ResourceCountFolder } from '../../events/resource-count-folder';
import { changeOptimistically } from '../resources/optimistic-change';
import type { ResourceOperations } from '../resources/resource-operations';
import { patchedBy, StoredRows } from '../resources/stored-rows';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';
import type { ResourceAnswer } from '../wire/reply';
import { writtenBy, writtenIn } from '../wire/requested-attributes';
import { customJson, locationOf, type CustomRow } from './custom-answer';
import { customRecord } from './custom-record';
import type { CustomResourcesRepository } from './custom-resources.repository';

/** Resources of one registered type, under the same rules as users: the type's schemas say what they are. */
export class CustomResourcesService implements ResourceOperations {
  private readonly rows: StoredRows<CustomRow>;

  constructor(
    private readonly type: ResourceType,
    private readonly resources: CustomResourcesRepository,
    private readonly counts: ResourceCountFolder,
  ) {
    this.rows = new StoredRows({
      typeName: type.name,
      noun: type.name,
      find: ({ caller }, id) => resources.find(caller, type, id),
      remove: (exchange, id, version) => resources.remove(exchange.caller, this.write(exchange, id), version),
    });
  }

  async get(exchange: ScimExchange, id: string): Promise<ResourceAnswer> {
    const row = await this.rows.read(exchange, id);
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
    if (!made) throw this.rows.noSuch('new');
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
    return this.change(exchange, id, ifMatch, patchedBy(exchange, this.type, body, id));
  }

  /** For good: nothing but users and groups can be restored. */
  async remove(exchange: ScimExchange, id: string, ifMatch?: IfMatch): Promise<void> {
    await this.rows.remove(exchange, id, ifMatch);
    this.counts.changed(exchange.scope);
  }

  private async change(
    exchange: ScimExchange,
    id: string,
    ifMatch: IfMatch | undefined,
    compute: (current: ScimResource) => ScimResource,
  ): Promise<ResourceAnswer> {
    const { row, changes } = await changeOptimistically(exchange, ifMatch, {
      read: () => this.rows.read(exchange, id),
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

  private write({ requestId }: ScimExchange, id: string) {
    return { type: this.type, id, requestId };
  }

  private answer({ baseUrl }: ScimExchange, row: CustomRow): ResourceAnswer {
    return {
      json: customJson(this.type, row, baseUrl),
      version: row.version,
      location: locationOf(this.type.endpoint, row.id, baseUrl),
    };
  }
}
