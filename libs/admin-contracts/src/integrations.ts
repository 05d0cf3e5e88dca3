import type { RequestSentence } from './request-sentence';

export const INTEGRATION_NAME_MAX = 80;

/** The identity providers whose words the console speaks; `other` is any SCIM 2.0 client. */
export const PROVIDERS = ['entra', 'okta', 'onelogin', 'jumpcloud', 'ping', 'other'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Derived from real traffic (A21), never set by hand but for `paused`. */
export type IntegrationState = 'waiting' | 'connected' | 'failing' | 'quiet' | 'paused' | 'tokenExpiring' | 'noToken';

/** GET /api/console/integrations -> IntegrationSummary[] */
export interface IntegrationSummary {
  readonly id: string;
  readonly name: string;
  readonly type: 'scim';
  readonly provider: Provider;
  readonly state: IntegrationState;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly lastRequestAt?: string;
  /** While it is paused: when it resumes by itself. */
  readonly pausedUntil?: string;
  /** When the last of its live tokens ends; absent when one of them has no end. */
  readonly tokenEndsAt?: string;
  readonly userCount: number;
  readonly groupCount: number;
}

/** GET /api/console/integrations/{id} */
export interface IntegrationView extends IntegrationSummary {
  /** What the admin pastes as "Tenant URL": https://<tenant>.api.<domain>/api/v1/scim */
  readonly scimUrl: string;
  /** The same API under every other configured host, an old brand's say. */
  readonly otherScimUrls: readonly string[];
  readonly activeUserCount: number;
  readonly pause?: PauseView;
  readonly tokens: readonly TokenView[];
  readonly lastRequest?: RequestGlimpse;
  readonly lastError?: RequestGlimpse;
  readonly checklist: Checklist;
  /** Requests and errors an hour, oldest first, the last 24 hours. */
  readonly traffic: readonly { readonly hour: string; readonly requests: number; readonly errors: number }[];
}

/** Steps that tick themselves on real traffic; the time of the first one seen. */
export interface Checklist {
  readonly testConnectionAt?: string;
  readonly firstUserAt?: string;
  readonly firstGroupAt?: string;
}

export interface RequestGlimpse {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly summary: string;
  readonly sentence?: RequestSentence;
}

/**
 * POST /api/console/integrations creates the integration and its first token in one transaction (201 GeneratedToken);
 * until then the wizard keeps the name to itself, so leaving early creates nothing (A04).
 */
export interface CreateIntegrationRequest {
  readonly name: string;
  readonly provider: Provider;
  /** When its first token ends; absent for none (SEC-06). */
  readonly tokenExpiresAt?: string;
}

/** POST /api/console/integrations/name-check -> NameCheck; lets the wizard complain at the field before a token exists. */
export interface NameCheckRequest {
  readonly name: string;
}
export interface NameCheck {
  readonly available: boolean;
}

/** PATCH /api/console/integrations/{id} -> IntegrationView */
export interface UpdateIntegrationRequest {
  readonly name?: string;
  readonly provider?: Provider;
}

/** How long a pause may be, in hours; it ends by itself, and pausing again renews it (A15). */
export const PAUSE_HOURS = [1, 8, 24] as const;
export type PauseHours = (typeof PAUSE_HOURS)[number];

/** POST /api/console/integrations/{id}/pause -> IntegrationView. POST …/resume (no body) -> IntegrationView. */
export interface PauseRequest {
  readonly hours: PauseHours;
}

/** `since` is kept when a pause is renewed: that clock is the one the identity provider goes by. */
export interface PauseView {
  readonly since: string;
  readonly until: string;
  readonly by: string;
}

/** GET /api/console/integrations/{id}/deletion -> what deleting it will do; DELETE …/{id} with the typed name does it (204). */
export interface DeletionPreview {
  readonly userCount: number;
  readonly activeUserCount: number;
  readonly groupCount: number;
  readonly membershipCount: number;
  readonly liveTokenCount: number;
  readonly restorableUntil: string;
}
export interface DeleteIntegrationRequest {
  readonly name: string;
}

/** A deleted integration keeps its data for so many days. */
export const RESTORABLE_DAYS = 30;

/** GET /api/console/integrations/deleted -> DeletedIntegration[], the latest deletion first */
export interface DeletedIntegration {
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  readonly deletedAt: string;
  readonly deletedBy: string;
  readonly restorableUntil: string;
  readonly userCount: number;
  readonly groupCount: number;
}

/**
 * POST /api/console/integrations/deleted/{id}/restore -> IntegrationView. Users, groups and memberships come back under the same ids; its
 * tokens stay revoked. 409 `nameTaken` when another integration has the name now: `name` chooses a new one.
 */
export interface RestoreIntegrationRequest {
  readonly name?: string;
}

/** The one answer that ever carries a token's secret (Cache-Control: no-store). */
export interface GeneratedToken {
  readonly integrationId: string;
  readonly scimUrl: string;
  readonly token: string;
  readonly tokenId: string;
}

export type TokenState = 'live' | 'ending' | 'expired' | 'revoked';

/** GET /api/console/integrations/{id}/tokens -> TokenView[] */
export interface TokenView {
  readonly id: string;
  /** The last four characters, to recognise it by. */
  readonly lastFour: string;
  readonly state: TokenState;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  readonly revokedBy?: string;
  readonly firstUsedAt?: string;
  readonly lastUsedAt?: string;
  readonly lastAddress?: string;
  readonly lastClient?: string;
  /** Where its recent requests came from, the latest first. */
  readonly recentAddresses: readonly string[];
}

/** When the old token dies (A11). */
export const ROTATION_OVERLAPS = ['now', '1h', '24h', '7d'] as const;
export type RotationOverlap = (typeof ROTATION_OVERLAPS)[number];

/** POST /api/console/integrations/{id}/tokens/rotate -> 201 GeneratedToken. POST …/tokens/{tokenId}/revoke -> TokenView. */
export interface RotateTokenRequest {
  readonly overlap: RotationOverlap;
  /** When the new token ends; absent for none (SEC-06). */
  readonly expiresAt?: string;
}

/** So far ahead may the end of a token lie. */
export const TOKEN_LIFE_DAYS_MAX = 3_650;

/** PATCH …/tokens/{tokenId} -> TokenView: another end, or none (null). 409 `tokenNotLive` when it has ended already. */
export interface UpdateTokenRequest {
  readonly expiresAt: string | null;
}
