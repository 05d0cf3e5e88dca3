import type { Provider } from '@rollcall/admin-contracts';

/** Whose token a request carries. Immutable facts only: whether the token is alive is asked of the database by every request. */
export interface ScimCaller {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly tokenId: string;
  readonly integrationName: string;
  readonly provider: Provider;
}

/** Why a known token may not do anything at the moment, or that it may. */
export type TokenStatus = 'live' | 'revoked' | 'expired' | 'paused' | 'deleted';

/** What there is to say about a known token. */
export interface TokenState {
  readonly status: TokenStatus;
  /** Null when nothing is left of it. */
  readonly lastFour: string | null;
  /** ISO 8601; when it was revoked or deleted, or the end that it has. */
  readonly endedAt: string | null;
  /** Who revoked it, or deleted its integration. */
  readonly endedBy: string | null;
}
