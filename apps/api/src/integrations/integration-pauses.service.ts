import { Injectable } from '@nestjs/common';
import type { IntegrationView, PauseHours } from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import type { Actor } from '../activity/actor';
import { ConsoleDatabase } from '../database/console-database';
import { objectOf, IntegrationViews } from './integration-views';
import { IntegrationsRepository } from './integrations.repository';

/**
 * Holds an integration's requests back: each is answered 503 with Retry-After, so that the provider sends it again later. Each SCIM
 * statement reads the pause itself, so it holds on every replica from its commit on (A15).
 */
@Injectable()
export class IntegrationPauses {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly integrations: IntegrationsRepository,
    private readonly views: IntegrationViews,
    private readonly activity: ActivityLog,
  ) {}

  /** Pauses, or renews a pause: the end moves, its beginning stays. @throws notFound */
  pause(actor: Actor, integrationId: string, hours: PauseHours): Promise<IntegrationView> {
    const key = { tenantId: actor.tenantId, integrationId };
    return this.database.inTenant(actor.tenantId, async (em) => {
      const { name, pausedUntil: before } = await this.views.locked(em, key);
      const until = await this.integrations.pause(em, key, hours, actor.name);
      await this.activity.record(em, actor, {
        action: 'integration.paused',
        object: objectOf(key, name),
        details: {
          ...(isAhead(before) ? { before: before.toISOString() } : {}),
          after: until.toISOString(),
        },
      });
      return this.views.view(em, key);
    });
  }

  /** Requests are taken again from the commit on; what is not paused stays as it is. @throws notFound */
  resume(actor: Actor, integrationId: string): Promise<IntegrationView> {
    const key = { tenantId: actor.tenantId, integrationId };
    return this.database.inTenant(actor.tenantId, async (em) => {
      const { name, pausedUntil: before } = await this.views.locked(em, key);
      if (isAhead(before)) {
        await this.integrations.resume(em, key);
        const details = { before: before.toISOString() };
        await this.activity.record(em, actor, {
          action: 'integration.resumed',
          object: objectOf(key, name),
          details,
        });
      }
      return this.views.view(em, key);
    });
  }
}

function isAhead(at: Date | null): at is Date {
  return at !== null && at.getTime() > Date.now();
}
