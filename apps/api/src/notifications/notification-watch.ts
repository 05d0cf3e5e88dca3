import { Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { RepeatingJob } from '../database/repeating-job';
import { WorkerDatabase } from '../database/worker-database';
import { isFailing, isQuiet } from '../integrations/integration-state';
import { FAILING_PATIENCE, followEpisode, QUIET_PATIENCE, type Episode, type Sight } from './episode';
import { holdAlarms } from './hold-alarms';
import { note } from './notification-log';
import { pauseAlarms } from './pause-alarms';
import { tokenAlarms } from './token-alarms';
import { logReminder, unansweredHolds } from './unanswered-holds';
import {
  rememberedEpisodes,
  saveEpisode,
  watchedIntegrations,
  watchedTokens,
  type EpisodeKind,
  type WatchedIntegration,
} from './watched-integrations';

const EVERY_MS = 30_000;

/** One process at a time looks at an organisation; whoever is late lets it be. */
const TAKE_TURN = `select pg_try_advisory_xact_lock(7262016, hashtext($1)) as mine`;

/**
 * Looks at every integration now and then and notes what people should hear of: that it fails or has gone quiet and that this is over,
 * that a token or a pause ends, that a hold of the brake waits for an answer. What it decides and what it remembers are one transaction.
 */
@Injectable()
export class NotificationWatch extends RepeatingJob {
  private readonly logger = new Logger('notifications');

  constructor(private readonly database: WorkerDatabase) {
    super(EVERY_MS);
  }

  /** `now` is the moment that is looked at. */
  async run(now = new Date()): Promise<void> {
    try {
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        if (this.stopped) return;
        await this.database.inTenant(tenant_id, (tx) => look(tx, tenant_id, now));
      }
    } catch (error) {
      this.logger.warn({ event: 'notifications.notWatched', error: String(error) });
    }
  }
}

async function look(tx: pg.ClientBase, tenantId: string, now: Date): Promise<void> {
  const turn = await tx.query<{ mine: boolean }>(TAKE_TURN, [tenantId]);
  if (turn.rows[0]?.mine !== true) return;
  const tokens = await watchedTokens(tx, tenantId);
  const holds = await unansweredHolds(tx, tenantId, now);
  const remembered = await rememberedEpisodes(tx, tenantId);
  for (const integration of await watchedIntegrations(tx, tenantId)) {
    const key = { tenantId, integrationId: integration.id };
    const alarms = [...tokenAlarms(tokens.get(integration.id) ?? [], now), ...pauseAlarms(integration, now)];
    for (const alarm of alarms) await note(tx, key, alarm);
    for (const alarm of holdAlarms(holds.get(integration.id) ?? [], now)) {
      if (await note(tx, key, alarm)) await logReminder(tx, key, alarm);
    }
    // While it is paused nothing can be said about the connection, so what is known of it stays.
    if (integration.pausedUntil !== null && integration.pausedUntil > now) continue;
    const failing = await follow(tx, key, integration, { kind: 'failing', now, remembered });
    // What fails and then falls silent is one trouble; and who has no token cannot call.
    if (!failing && integration.liveTokens > 0) await follow(tx, key, integration, { kind: 'quiet', now, remembered });
  }
}

interface Following {
  readonly kind: EpisodeKind;
  readonly now: Date;
  readonly remembered: (integrationId: string, kind: EpisodeKind) => Episode;
}

/** Says whether people are told that it goes on. */
async function follow(
  tx: pg.ClientBase,
  key: { readonly tenantId: string; readonly integrationId: string },
  integration: WatchedIntegration,
  { kind, now, remembered }: Following,
): Promise<boolean> {
  const before = remembered(integration.id, kind);
  const sight = kind === 'failing' ? failureSeen(integration) : silenceSeen(integration, now);
  const patience = kind === 'failing' ? FAILING_PATIENCE : QUIET_PATIENCE;
  const { episode, tell } = followEpisode(before, sight, now, patience);
  if (!isSame(before, episode)) await saveEpisode(tx, { ...key, kind }, episode);
  if (tell !== undefined) {
    const since = tell.since.toISOString();
    const facts = { provider: integration.provider, since };
    await note(tx, key, { event: `${kind}.${tell.phase}`, episode: since, facts });
  }
  return episode.beganAt !== null;
}

function failureSeen(integration: WatchedIntegration): Sight {
  return { isSeen: isFailing({ ...integration, lastRequestFailed: integration.lastRequestFailed ?? false }) };
}

function silenceSeen(integration: WatchedIntegration, now: Date): Sight {
  const { lastRequestAt } = integration;
  return { isSeen: isQuiet(integration, now), ...(lastRequestAt === null ? {} : { since: lastRequestAt }) };
}

function isSame(one: Episode, other: Episode): boolean {
  const values = (episode: Episode) => [
    episode.seenSince?.getTime(),
    episode.clearSince?.getTime(),
    episode.beganAt?.getTime(),
    episode.endedAt?.getTime(),
    episode.reopened,
  ];
  return values(one).join() === values(other).join();
}
