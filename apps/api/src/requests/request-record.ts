import type { Note } from '@rollcall/scim-protocol';

/** One SCIM request as it is logged. No token, no secret; personal values only in the trail and the bodies of failures. */
export interface RequestRecord {
  readonly tenantId: string;
  readonly integrationId: string | null;
  readonly tokenId: string | null;
  readonly id: string;
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly query: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly client: string | null;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly resourceName: string | null;
  /** One plain sentence in English. */
  readonly summary: string;
  readonly trail: RecordedTrail | null;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** The decision trail as it is stored; `DecisionTrail` of the contracts is what the console makes of it. */
export interface RecordedTrail {
  /** How it ended when it was not refused; without it there is no sentence but the stored one. */
  readonly outcome?: string;
  readonly recognisedAs?: string;
  readonly notes?: readonly Note[];
  readonly matched?: string;
  readonly changes?: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly membersAdded?: number;
  readonly membersRemoved?: number;
  readonly found?: number;
  readonly error?: { readonly scimType?: string; readonly detail: string };
  /** Of a bulk request: how many of its operations were done, and how many refused. */
  readonly bulk?: { readonly done: number; readonly refused: number };
  /** The row stands for so many requests that were refused alike. */
  readonly counted?: number;
  /** Of a request that did not succeed: the headers that can explain it, never a credential. */
  readonly headers?: Readonly<Record<string, string>>;
}
