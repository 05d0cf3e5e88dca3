import type {
  Checklist,
  DeletedIntegration,
  IntegrationSummary,
  IntegrationView,
  PauseView,
  Provider,
  RequestGlimpse,
  TokenView,
} from '@rollcall/admin-contracts';
import { sentenceWithoutPersonalValues } from '../masking/personal-values';
import { sentenceView } from '../requests/stored-sentence';
import type { IntegrationEntity } from './integration.entity';
import { integrationState } from './integration-state';
import { restorableUntil } from './integrations.repository';
import type { ChecklistRow, CountRow, GlimpseRow, HourRow, TrafficRow } from './traffic.repository';

/** What the page of one integration shows beyond the list. */
export interface IntegrationDetails {
  readonly scimUrls: readonly string[];
  readonly inactiveUsers: number;
  readonly tokens: readonly TokenView[];
  readonly lastRequest: GlimpseRow | undefined;
  readonly lastError: GlimpseRow | undefined;
  readonly checklist: ChecklistRow | undefined;
  readonly hours: readonly HourRow[];
}

export function integrationSummary(row: IntegrationEntity, traffic: TrafficRow, now: Date): IntegrationSummary {
  const provider = row.provider as Provider;
  const { lastRequestAt } = traffic;
  return {
    id: row.id,
    name: row.name,
    type: 'scim',
    provider,
    state: integrationState(
      { ...traffic, provider, pausedUntil: row.pausedUntil, lastRequestFailed: traffic.lastRequestFailed ?? false },
      now,
    ),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    ...(lastRequestAt === null ? {} : { lastRequestAt: lastRequestAt.toISOString() }),
    ...(isPaused(row, now) ? { pausedUntil: row.pausedUntil.toISOString() } : {}),
    ...(traffic.lastTokenEnds === null ? {} : { tokenEndsAt: traffic.lastTokenEnds.toISOString() }),
    userCount: traffic.userCount,
    groupCount: traffic.groupCount,
  };
}

export function integrationView(
  row: IntegrationEntity,
  traffic: TrafficRow,
  details: IntegrationDetails,
  now: Date,
): IntegrationView {
  const [scimUrl = '', ...otherScimUrls] = details.scimUrls;
  const { lastRequest, lastError } = details;
  return {
    ...integrationSummary(row, traffic, now),
    scimUrl,
    otherScimUrls,
    activeUserCount: traffic.userCount - details.inactiveUsers,
    ...(isPaused(row, now) ? { pause: pauseView(row) } : {}),
    tokens: details.tokens,
    ...(lastRequest ? { lastRequest: glimpse(lastRequest) } : {}),
    ...(lastError ? { lastError: glimpse(lastError) } : {}),
    checklist: checklist(details.checklist),
    traffic: details.hours.map(({ hour, requests, errors }) => ({ hour: hour.toISOString(), requests, errors })),
  };
}

/** Undefined when it was deleted for good or came back in between. */
export function deletedIntegration(row: IntegrationEntity, counts?: CountRow): DeletedIntegration | undefined {
  if (row.deletedAt === null || counts === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    provider: row.provider as Provider,
    deletedAt: row.deletedAt.toISOString(),
    deletedBy: row.deletedBy ?? '',
    restorableUntil: restorableUntil(row.deletedAt).toISOString(),
    userCount: counts.userCount,
    groupCount: counts.groupCount,
  };
}

type PausedRow = IntegrationEntity & { readonly pausedUntil: Date };

function isPaused(row: IntegrationEntity, now: Date): row is PausedRow {
  return row.pausedUntil !== null && row.pausedUntil > now;
}

function pauseView({ pausedSince, pausedUntil, pausedBy }: PausedRow): PauseView {
  return { since: (pausedSince ?? pausedUntil).toISOString(), until: pausedUntil.toISOString(), by: pausedBy ?? '' };
}

/** For every role the same: who wants to see the values of a refusal opens its request. */
function glimpse(row: GlimpseRow): RequestGlimpse {
  const { id, at, method, path, status } = row;
  return { id, at: at.toISOString(), method, path, status, ...sentenceView(row, sentenceWithoutPersonalValues) };
}

function checklist(row: ChecklistRow | undefined): Checklist {
  return {
    ...(row?.testConnectionAt ? { testConnectionAt: row.testConnectionAt.toISOString() } : {}),
    ...(row?.firstUserAt ? { firstUserAt: row.firstUserAt.toISOString() } : {}),
    ...(row?.firstGroupAt ? { firstGroupAt: row.firstGroupAt.toISOString() } : {}),
  };
}
