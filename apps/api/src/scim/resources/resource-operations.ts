import type { Json, Projection } from '@rollcall/scim-protocol';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';
import type { ResourceAnswer } from '../wire/reply';

/**
 * What can be done with the resources of one type, whoever asks: a request of its own or an operation of a bulk request. `shown` says what the
 * client is to see, for types of which something costs much to read; the answer may hold more.
 */
export interface ResourceOperations {
  /** RFC 7644 §3.3. */
  create(exchange: ScimExchange, body: Json, shown?: Projection): Promise<ResourceAnswer>;
  get(exchange: ScimExchange, id: string, shown?: Projection): Promise<ResourceAnswer>;
  /** RFC 7644 §3.5.1. */
  replace(
    exchange: ScimExchange,
    id: string,
    body: Json,
    ifMatch?: IfMatch,
    shown?: Projection,
  ): Promise<ResourceAnswer>;
  /** RFC 7644 §3.5.2: all operations land, or none does. */
  patch(exchange: ScimExchange, id: string, body: Json, ifMatch?: IfMatch, shown?: Projection): Promise<ResourceAnswer>;
  /** RFC 7644 §3.6. */
  remove(exchange: ScimExchange, id: string, ifMatch?: IfMatch): Promise<void>;
}
