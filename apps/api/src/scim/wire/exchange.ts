import { Trail } from '@rollcall/scim-protocol';
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../../database/scim-database';
import type { ScimCaller, TokenState } from '../../tokens/scim-caller';

/** One attribute of a resource before and after, for the decision trail and the event. */
export interface AttributeChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export type ExchangeOutcome =
  'created' | 'revived' | 'updated' | 'unchanged' | 'deleted' | 'found' | 'listed' | 'discovered' | 'bulk';

/**
 * What is known about one SCIM request while it is served. The request log is written from it after the answer has gone out;
 * `live` says that a statement of this request has seen the token alive.
 */
export class ScimExchange {
  readonly trail = new Trail();
  live = false;
  outcome: ExchangeOutcome | undefined;
  /** "User", "Group" or a registered type. */
  resourceType: string | undefined;
  resourceId: string | undefined;
  resourceName: string | undefined;
  /** How the record was found: "id", or the filter. */
  matched: string | undefined;
  changes: readonly AttributeChange[] = [];
  membersAdded = 0;
  membersRemoved = 0;
  found = 0;
  error: { readonly scimType?: string; readonly detail: string } | undefined;
  /** Of a token that is known, and not alive any more. */
  deadToken: TokenState | undefined;
  /** The body of the answer that refused the request. */
  refusal: string | undefined;
  /** Of a bulk request: how many of its operations were done, and how many refused. */
  bulk: { readonly done: number; readonly refused: number } | undefined;

  constructor(
    readonly requestId: string,
    readonly caller: ScimCaller,
    /** Where this tenant's SCIM API is reached, without a trailing slash; locations are built from it. */
    readonly baseUrl: string,
  ) {}

  get scope(): Scope {
    return this.caller;
  }

  about(type: string, id: string, name?: string): void {
    this.resourceType = type;
    this.resourceId = id;
    if (name !== undefined) this.resourceName = name;
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    scim?: ScimExchange;
  }
}

/** The exchange of a request that has passed the bearer guard. */
export function exchangeOf(request: FastifyRequest): ScimExchange {
  if (!request.scim) throw new Error('a SCIM handler ran without its guard');
  return request.scim;
}
