import type { Provider } from './integrations';
import type { RequestSentence } from './request-sentence';

/** GET /api/console/search?q=… -> SearchAnswer: one box over people, groups, integrations and requests (C03, C04). */
export interface SearchQuery {
  readonly q: string;
}

export const SEARCH_TEXT_MAX = 200;
/** So many of a kind are shown; the list pages show the rest. */
export const SEARCH_HITS_MAX = 8;

export interface SearchAnswer {
  readonly people: readonly PersonHit[];
  readonly groups: readonly GroupHit[];
  readonly integrations: readonly IntegrationHit[];
  readonly requests: readonly RequestHit[];
  /** What is known about somebody or something of this name that is not in the directory. */
  readonly traces: readonly SearchTrace[];
  /** Where a person could have come from, for the answer "never received". */
  readonly sources: readonly SearchSource[];
}

export interface PersonHit {
  readonly id: string;
  readonly displayName: string;
  readonly userName: string;
  readonly email?: string;
  readonly integrationName: string;
  readonly active: boolean;
  /** Only for the inactive: since when and by which request; absent when they came as inactive. */
  readonly turnedOff?: { readonly at: string; readonly requestId?: string };
  readonly groupCount: number;
  /** Only for people in no group. */
  readonly noGroups?: NoGroupsReason;
}

/** Why a person is in no group: was taken out of the last one, the integration has sent no group, or none that names the person. */
export type NoGroupsReason =
  | { readonly kind: 'left'; readonly groupName?: string; readonly at: string; readonly requestId?: string }
  | { readonly kind: 'noGroupSent' }
  | { readonly kind: 'notAMember'; readonly groupsSent: number };

export interface GroupHit {
  readonly id: string;
  readonly displayName: string;
  readonly integrationName: string;
  readonly memberCount: number;
}

export interface IntegrationHit {
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
}

export interface RequestHit {
  readonly id: string;
  readonly at: string;
  readonly summary: string;
  readonly sentence?: RequestSentence;
  readonly status: number;
}

export type SearchTrace =
  | {
      readonly kind: 'deleted';
      readonly type: 'User' | 'Group';
      readonly id: string;
      readonly displayName: string;
      readonly integrationName: string;
      readonly at: string;
      readonly restorableUntil: string;
      readonly requestId?: string;
    }
  | {
      readonly kind: 'refused';
      readonly requestId: string;
      readonly at: string;
      readonly integrationName?: string;
      readonly status: number;
      /** Why, as the identity provider was told. */
      readonly detail: string;
    }
  | {
      /** Asked for by the identity provider and not there; nothing was sent since. */
      readonly kind: 'askedFor';
      readonly requestId: string;
      readonly at: string;
      readonly integrationName?: string;
    }
  | {
      readonly kind: 'integrationDeleted';
      readonly displayName: string;
      readonly integrationName: string;
      readonly at: string;
      readonly by?: string;
    };

export interface SearchSource {
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  readonly lastRequestAt?: string;
}
