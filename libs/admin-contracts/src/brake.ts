import type { NameHolder } from './error';
import type { Provider } from './integrations';
import type { PageQuery } from './paging';

/** What a provider can take from people, each counted by itself and by distinct people. */
export const BRAKE_EFFECTS = ['deactivated', 'deleted', 'removed', 'groupDeleted', 'identity'] as const;
export type BrakeEffect = (typeof BRAKE_EFFECTS)[number];

/** The brake trips when within an hour so many people are affected: `peopleMin`, or `percent` of all if that is more. */
export interface BrakeThreshold {
  readonly peopleMin: number;
  readonly percent: number;
}
export const BRAKE_DEFAULT: BrakeThreshold = { peopleMin: 20, percent: 5 };
export const BRAKE_PEOPLE_MIN = { min: 1, max: 10_000 } as const;
export const BRAKE_PERCENT = { min: 1, max: 100 } as const;
/** Windows in minutes, and how many times the threshold each of them takes: a whole day takes twice as many as an hour. */
export const BRAKE_WINDOWS = [
  { minutes: 10, factor: 1 },
  { minutes: 60, factor: 1 },
  { minutes: 1_440, factor: 2 },
] as const;
/** A release of more people than this, or than this share of all, needs a second person (SEC-49). */
export const RELEASE_ALONE_MAX = { people: 500, percent: 20 } as const;

/** GET /api/console/brake/trips -> the open ones of all integrations, for the banner. */
export interface BrakeTrip {
  readonly id: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly provider: Provider;
  readonly openedAt: string;
  /** What made it trip: `counted` people within `windowMinutes`, where `limit` was the limit, of `population` people. */
  readonly effect: BrakeEffect;
  readonly windowMinutes: number;
  readonly counted: number;
  readonly limit: number;
  readonly population: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** People affected so far, by effect, and altogether. */
  readonly people: Readonly<Partial<Record<BrakeEffect, number>>>;
  readonly peopleTotal: number;
  /** People about whom nobody has decided yet. */
  readonly undecided: number;
  /** When it tripped, or when somebody last decided about a part of it; absent while a decision is carried out and once it is closed. */
  readonly waitingSince?: string;
  readonly closedAt?: string;
  readonly closedBy?: string;
}

export interface BrakeRequestFacts {
  readonly id: string;
  readonly tokenLastFour?: string;
  readonly address?: string;
  readonly client?: string;
}

/** GET /api/console/brake/trips/{id} */
export interface BrakeTripView extends BrakeTrip {
  readonly firstRequest?: BrakeRequestFacts;
  readonly lastRequest?: BrakeRequestFacts;
  readonly pausedUntil?: string;
  /** Somebody asked for a release that needs a second person. */
  readonly releaseAsked?: { readonly by: string; readonly at: string; readonly byYou: boolean };
  /** The newest release or restoration of this trip. */
  readonly job?: BrakeJob;
}

export type BrakeAction = 'release' | 'restore';

export interface BrakeJob {
  readonly id: string;
  readonly action: BrakeAction;
  readonly total: number;
  readonly done: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly finishedAt?: string;
  readonly outcome: BrakeOutcome;
}

/** What a release or restoration does, in numbers. A preview has the same form as the result, and is equal to it. */
export interface BrakeOutcome {
  /** People decided about. */
  readonly people: number;
  readonly released: number;
  readonly restored: number;
  readonly reactivated: number;
  readonly identities: number;
  readonly memberships: number;
  readonly groups: number;
  /** Nothing is left to undo: the provider or somebody else has done it, or changed the record since. */
  readonly unchanged: number;
  readonly refused: number;
  readonly refusals: readonly BrakeRefusal[];
}
export const REFUSALS_SHOWN = 50;

export interface BrakeRefusal {
  readonly id: string;
  readonly displayName: string;
  readonly reason: 'nameTaken' | 'expired';
  readonly holder?: NameHolder;
}

/** GET /api/console/brake/trips/{id}/people?… -> Page<AffectedPerson> */
export interface AffectedQuery extends PageQuery {
  readonly effect?: BrakeEffect;
  readonly search?: string;
}

export interface AffectedPerson {
  readonly id: string;
  readonly displayName: string;
  readonly userName?: string;
  readonly state: 'active' | 'inactive' | 'deleted' | 'gone';
  readonly effects: readonly BrakeEffect[];
  readonly at: string;
  readonly settled?: 'released' | 'restored';
}

/** POST /api/console/brake/trips/{id}/preview -> BrakeOutcome. Without `personIds` it is about everybody undecided. */
export interface BrakePreviewRequest {
  readonly action: BrakeAction;
  readonly personIds?: readonly string[];
}

/**
 * POST /api/console/brake/trips/{id}/decisions -> BrakeTripView. `expected` is the preview that the person saw: when the state has moved
 * since, nothing happens (409 `conflict`).
 */
export interface BrakeDecisionRequest extends BrakePreviewRequest {
  readonly expected: BrakeOutcome;
}

/** GET /api/console/integrations/{id}/brake */
export interface BrakeView {
  readonly threshold: BrakeThreshold;
  readonly isDefault: boolean;
  readonly updatedBy?: string;
  readonly population: number;
  /** People within an hour at which it trips now. */
  readonly limit: number;
  /** Newest first. */
  readonly trips: readonly BrakeTrip[];
}

/** GET /api/console/integrations/{id}/brake/history?peopleMin&percent: what that threshold would have done in the last 90 days. */
export interface BrakeHistory {
  readonly trips: readonly { readonly at: string; readonly effect: BrakeEffect; readonly people: number }[];
  /** The largest number of people within an hour. */
  readonly peak: number;
  readonly limit: number;
}
export const BRAKE_HISTORY_DAYS = 90;
