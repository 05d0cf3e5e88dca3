import type { Provider } from '@rollcall/admin-contracts';
import type pg from 'pg';
import { CONNECTION_COLUMNS, CONNECTION_JOINS } from '../integrations/connection-facts';
import type { ConnectionFacts } from '../integrations/integration-state';
import { NO_EPISODE, type Episode } from './episode';
import type { AlarmToken } from './token-alarms';

/** What the watch looks at. */
export interface WatchedIntegration extends Omit<ConnectionFacts, 'lastRequestFailed'> {
  readonly id: string;
  readonly provider: Provider;
  readonly pausedSince: Date | null;
  readonly lastRequestFailed: boolean | null;
}

export type EpisodeKind = 'failing' | 'quiet';

const INTEGRATIONS = `
  select i.id, i.provider, i.paused_since as "pausedSince", i.paused_until as "pausedUntil", ${CONNECTION_COLUMNS}
    from integration i ${CONNECTION_JOINS}
   where i.tenant_id = $1 and i.deleted_at is null`;

const TOKENS = `
  select t.integration_id as "integrationId", t.id as "tokenId", t.last_four as "lastFour", t.created_at as "createdAt",
         t.expires_at as "expiresAt", t.expires_set_at as "expiresSetAt", u.first_used_at as "firstUsedAt", u.last_used_at as "lastUsedAt"
    from token t
    join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id and i.deleted_at is null
    left join token_use u on u.tenant_id = t.tenant_id and u.integration_id = t.integration_id and u.token_id = t.id
   where t.tenant_id = $1 and t.revoked_at is null`;

const EPISODES = `
  select integration_id as "integrationId", kind, seen_since as "seenSince", clear_since as "clearSince", began_at as "beganAt",
         ended_at as "endedAt", reopened
    from notification_episode where tenant_id = $1`;

const SAVE_EPISODE = `
  insert into notification_episode (tenant_id, integration_id, kind, seen_since, clear_since, began_at, ended_at, reopened)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant_id, integration_id, kind) do update
     set seen_since = excluded.seen_since, clear_since = excluded.clear_since, began_at = excluded.began_at,
         ended_at = excluded.ended_at, reopened = excluded.reopened`;

type EpisodeRow = Episode & { readonly integrationId: string; readonly kind: EpisodeKind };

export async function watchedIntegrations(tx: pg.ClientBase, tenantId: string): Promise<WatchedIntegration[]> {
  return (await tx.query<WatchedIntegration>(INTEGRATIONS, [tenantId])).rows;
}

/** Tokens that are not revoked, by integration. */
export async function watchedTokens(tx: pg.ClientBase, tenantId: string): Promise<ReadonlyMap<string, AlarmToken[]>> {
  const { rows } = await tx.query<AlarmToken & { integrationId: string }>(TOKENS, [tenantId]);
  const tokens = new Map<string, AlarmToken[]>();
  for (const row of rows) tokens.set(row.integrationId, [...(tokens.get(row.integrationId) ?? []), row]);
  return tokens;
}

/** Answers what is remembered of an integration's condition. */
export async function rememberedEpisodes(
  tx: pg.ClientBase,
  tenantId: string,
): Promise<(integrationId: string, kind: EpisodeKind) => Episode> {
  const { rows } = await tx.query<EpisodeRow>(EPISODES, [tenantId]);
  const episodes = new Map(rows.map((row) => [`${row.integrationId} ${row.kind}`, row]));
  return (integrationId, kind) => episodes.get(`${integrationId} ${kind}`) ?? NO_EPISODE;
}

export async function saveEpisode(
  tx: pg.ClientBase,
  key: { readonly tenantId: string; readonly integrationId: string; readonly kind: EpisodeKind },
  { seenSince, clearSince, beganAt, endedAt, reopened }: Episode,
): Promise<void> {
  const { tenantId, integrationId, kind } = key;
  await tx.query(SAVE_EPISODE, [tenantId, integrationId, kind, seenSince, clearSince, beganAt, endedAt, reopened]);
}
