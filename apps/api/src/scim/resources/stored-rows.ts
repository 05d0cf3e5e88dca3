import {
  acceptDialects,
  notFound,
  planUserPatch,
  preconditionFailed,
  readPatchRequest,
  type Json,
  type ResourceType,
  type ScimResource,
} from '@rollcall/scim-protocol';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';
import { isUuid } from '../wire/ids';
import type { VersionedRow } from './optimistic-change';

interface NamedRow extends VersionedRow {
  readonly display_name: string;
}

/** Where the resources of one type lie. No row back means: not there, or the token is no longer alive. */
export interface RowStore<Row extends NamedRow> {
  /** As messages and the log name the type. */
  readonly typeName: string;
  /** As it stands within a sentence. */
  readonly noun: string;
  find(exchange: ScimExchange, id: string): Promise<Row | undefined>;
  /** `version` is the one that it must have, null for any. */
  remove(
    exchange: ScimExchange,
    id: string,
    version: number | null,
  ): Promise<Pick<NamedRow, 'display_name'> | undefined>;
}

/** What is the same for every type that is kept as one row a resource, its JSON whole. */
export class StoredRows<Row extends NamedRow> {
  constructor(private readonly store: RowStore<Row>) {}

  /** @throws ScimError 404 */
  async read(exchange: ScimExchange, id: string): Promise<Row> {
    const { typeName } = this.store;
    exchange.about(typeName, id);
    const row = isUuid(id) ? await this.store.find(exchange, id) : undefined;
    if (!row) throw this.noSuch(id);
    exchange.live = true;
    exchange.about(typeName, id, row.display_name);
    return row;
  }

  /** RFC 7644 §3.6. @throws ScimError 404, 412 when it is not, or no longer, of the version that the client has seen */
  async remove(exchange: ScimExchange, id: string, ifMatch?: IfMatch): Promise<void> {
    const { typeName, noun } = this.store;
    exchange.about(typeName, id);
    const version = ifMatch ? await this.versionUnder(exchange, id, ifMatch) : null;
    const gone = isUuid(id) ? await this.store.remove(exchange, id, version) : undefined;
    if (!gone && version !== null)
      throw preconditionFailed(`The ${noun} has changed since it was read. Read it again and repeat.`);
    if (!gone) throw this.noSuch(id);
    exchange.live = true;
    exchange.about(typeName, id, gone.display_name);
    exchange.outcome = 'deleted';
  }

  noSuch(id: string) {
    return notFound(`There is no ${this.store.noun} ${JSON.stringify(id.slice(0, 64))} in this integration.`);
  }

  private async versionUnder(exchange: ScimExchange, id: string, ifMatch: IfMatch): Promise<number> {
    const { version } = await this.read(exchange, id);
    ifMatch.require(version);
    return version;
  }
}

/** RFC 7644 §3.5.2: what the operations of a PATCH make of a resource. All of them land, or none does. */
export function patchedBy(exchange: ScimExchange, type: ResourceType, body: Json, id: string) {
  return (current: ScimResource): ScimResource => {
    const operations = acceptDialects(readPatchRequest(body), type, exchange.trail);
    return planUserPatch(type, current, operations, exchange.trail, { id }).resource;
  };
}
