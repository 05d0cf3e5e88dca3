import type { Provider } from './integrations';
import type { Page, PageQuery } from './paging';
import type { RequestSentence } from './request-sentence';

/**
 * How a request ended. `refused` is an ordinary no (404, 409, 412): what was asked for is gone, taken or has changed meanwhile, and the
 * provider goes on by itself. `failed` is every other status of 400 and above: something needs a hand. `failure` asks for both.
 */
export const REQUEST_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];
export const REQUEST_RESULTS = ['success', 'refused', 'failed', 'failure'] as const;
export type RequestResult = (typeof REQUEST_RESULTS)[number];

export const REQUEST_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type RequestMethod = (typeof REQUEST_METHODS)[number];

/** What a request did, whatever method did it. */
export const REQUEST_KINDS = [
  'created',
  'changed',
  'turnedOff',
  'turnedOn',
  'membership',
  'deleted',
  'unchanged',
  'lookup',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How far back from now. */
export const REQUEST_SPANS = ['1h', '24h', '7d', '30d'] as const;
export type RequestSpan = (typeof REQUEST_SPANS)[number];

/** So many sentences may `said` name, in so many characters. */
export const REQUEST_SAID_MAX = { sentences: 12, characters: 2_000 } as const;

export interface RequestFilter {
  readonly integrationId?: string;
  readonly provider?: Provider;
  readonly result?: RequestResult;
  readonly method?: RequestMethod;
  readonly kind?: RequestKind;
  /** Of the person or group that it was about. */
  readonly resourceId?: string;
  /** A person's id, userName, e-mail or externalId, whole; also of people who were refused and never came to be. */
  readonly person?: string;
  /** Looked for in the sentence, the path and the query; a request id finds that request. */
  readonly search?: string;
  /**
   * What `search` is in the log's own English, for a reader of another language: sentences that fit as well, separated by "|", each by its own
   * words in order with "…" for what stands between them, such as "turned off|turned…on again".
   */
  readonly said?: string;
  readonly since?: RequestSpan;
  /** Instants, ISO 8601; `to` is exclusive. `since` comes first where both are given. */
  readonly from?: string;
  readonly to?: string;
}

/** GET /api/console/requests?… -> RequestPage, newest first */
export interface RequestQuery extends PageQuery, RequestFilter {}

/**
 * Counting stops at REQUESTS_COUNTED_MAX, and with filters that no index knows it stops with the page: `totalIsMinimum` then says that
 * there may be more than `total`. A page is given up after a while and says in `searchedBackTo` how far it got; `nextCursor` goes on there.
 */
export interface RequestPage extends Page<RequestSummary> {
  readonly totalIsMinimum?: true;
  readonly searchedBackTo?: string;
  /** Where the live tail of this list begins. */
  readonly tail: string;
}
export const REQUESTS_COUNTED_MAX = 10_000;

/** GET /api/console/requests/tail?… with the filter of the list and its `tail`. */
export interface RequestTailQuery extends RequestFilter {
  readonly tail: string;
}

/**
 * What has arrived since, newest first; requests near the beginning may come twice, because the log is written a moment after the
 * answer. `hasMore`: there are more than the answer holds, so the list is better read anew.
 */
export interface RequestTail {
  readonly items: readonly RequestSummary[];
  readonly tail: string;
  readonly hasMore: boolean;
}

export interface RequestSummary {
  readonly id: string;
  readonly at: string;
  readonly integrationId?: string;
  readonly integrationName?: string;
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly status: number;
  readonly outcome: RequestOutcome;
  readonly durationMs: number;
  readonly client?: string;
  readonly resource?: { readonly type: 'User' | 'Group'; readonly id: string; readonly name?: string };
  /** One plain sentence in English: "Entra turned off Ana Lima". */
  readonly summary: string;
  /** The same as data; absent of requests that an older version logged. */
  readonly sentence?: RequestSentence;
}

/** GET /api/console/requests/{id} */
export interface RequestView extends RequestSummary {
  readonly provider?: Provider;
  readonly address?: string;
  readonly userAgent?: string;
  readonly tokenId?: string;
  readonly tokenLastFour?: string;
  /** Where the provider sent it, for a copy as curl. */
  readonly scimUrl: string;
  readonly trail: DecisionTrail;
  readonly message: WireMessage;
  /** Personal values are hidden behind HIDDEN_VALUE; POST …/reveal answers the same without. */
  readonly masked: boolean;
}

/** What stands in place of a value that the reader's role may not see before revealing it. */
export const HIDDEN_VALUE = '••••';

/** What was on the wire, without tokens and passwords. Kept of requests that did not succeed. */
export interface WireMessage {
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly responseBody?: string;
}

/** POST /api/console/requests/{id}/reveal -> RequestView without hidden values. Owner, Admin and Support; written to the activity. */
export interface RevealRequest {
  readonly reason?: string;
}
export const REVEAL_REASON_MAX = 200;

/** GET /api/console/requests/{id}/neighbours?… with the filter of the list: ids of the requests next to this one in it. */
export interface RequestNeighbours {
  readonly newer?: string;
  readonly older?: string;
}

export interface TrailNote {
  readonly kind: 'recognised' | 'rewritten' | 'skipped' | 'ignored';
  readonly rule: string;
  readonly message: string;
  readonly operation?: number;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Who joined or left; `count` is exact, `names` are the first few that are still known. */
export interface TrailMembers {
  readonly count: number;
  readonly names: readonly { readonly id: string; readonly type: 'User' | 'Group'; readonly name: string }[];
}

export interface DecisionTrail {
  readonly recognisedAs?: string;
  readonly notes: readonly TrailNote[];
  readonly matched?: string;
  /** Of a look-up: how many it found. */
  readonly found?: number;
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly membersAdded?: TrailMembers;
  readonly membersRemoved?: TrailMembers;
  readonly error?: { readonly scimType?: string; readonly detail: string; readonly remedy?: RemedyCode };
}

/** What to do in the identity provider about a request that did not succeed; the console has the words. */
export const REMEDY_CODES = [
  'rotateToken',
  'makeUnique',
  'sentAgain',
  'changedMeanwhile',
  'waitAndRetry',
  'checkFilter',
  'checkPath',
  'checkValue',
  'readOnlyAttribute',
  'sendLess',
  'checkUrl',
  'notOffered',
  'wrongMethod',
  'wrongFormat',
  'tellOperator',
] as const;
export type RemedyCode = (typeof REMEDY_CODES)[number];
