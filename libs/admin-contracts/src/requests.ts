import type { Page, PageQuery } from './paging';

/** GET /api/console/requests?… -> RequestPage, newest first */
export interface RequestQuery extends PageQuery {
  readonly integrationId?: string;
  readonly result?: 'success' | 'failure';
  readonly method?: string;
  readonly resourceId?: string;
  readonly search?: string;
}

/** Counting stops at REQUESTS_COUNTED_MAX: `totalIsMinimum` then says that there are more than `total`. */
export interface RequestPage extends Page<RequestSummary> {
  readonly totalIsMinimum?: true;
}
export const REQUESTS_COUNTED_MAX = 10_000;
/** A text is looked for in so many of the newest requests (of the integration or person asked for). */
export const REQUESTS_SEARCHED_MAX = 250_000;

export interface RequestSummary {
  readonly id: string;
  readonly at: string;
  readonly integrationId?: string;
  readonly integrationName?: string;
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly status: number;
  readonly durationMs: number;
  readonly client?: string;
  readonly resource?: { readonly type: 'User' | 'Group'; readonly id: string; readonly name?: string };
  /** One plain sentence: "Entra turned off Ana Lima". */
  readonly summary: string;
}

/** GET /api/console/requests/{id} */
export interface RequestView extends RequestSummary {
  readonly address?: string;
  readonly tokenLastFour?: string;
  readonly trail: DecisionTrail;
}

export interface TrailNote {
  readonly kind: 'recognised' | 'rewritten' | 'skipped' | 'ignored';
  readonly rule: string;
  readonly message: string;
  readonly operation?: number;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface DecisionTrail {
  readonly recognisedAs?: string;
  readonly notes: readonly TrailNote[];
  readonly matched?: string;
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly error?: { readonly scimType?: string; readonly detail: string; readonly remedy?: string };
}
