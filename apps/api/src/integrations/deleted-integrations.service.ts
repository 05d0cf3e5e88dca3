import { Injectable } from '@nestjs/common';
import type { DeletedIntegration, IntegrationView, RestoreIntegrationRequest } from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import type { Actor } from '../activity/actor';
import { notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { TokenVerifier } from '../tokens/token-verifier';
import { tidyName } from './integration-name';
import { deletedIntegration } from './integration.mapper';
import { objectOf, IntegrationViews } from './integration-views';
import { IntegrationsRepository, unlessNameTaken } from './integrations.repository';
import { TrafficRepository } from './traffic.repository';

/** Integrations that were deleted less than 30 days ago: their data lies still, seen by nobody, and can come back whole (A12, R-45). */
@Injectable()
export class DeletedIntegrations {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly integrations: IntegrationsRepository,
    private readonly traffic: TrafficRepository,
    private readonly views: IntegrationViews,
    private readonly verifier: TokenVerifier,
    private readonly activity: ActivityLog,
  ) {}

  list(tenantId: string): Promise<DeletedIntegration[]> {
    return this.database.inTenant(tenantId, async (em) => {
      const rows = await this.integrations.listRestorable(em, tenantId);
      const counts = new Map((await this.traffic.deletedCounts(em, tenantId)).map((count) => [count.id, count]));
      return rows.flatMap((row) => {
        const view = deletedIntegration(row, counts.get(row.id));
        return view === undefined ? [] : [view];
      });
    });
  }

  /**
   * Users, groups and memberships are back under the same ids from the commit on. Its tokens were revoked when it was deleted and stay so.
   * @throws nameTaken when another integration has the name meanwhile and `request` chooses no other, notFound
   */
  async restore(actor: Actor, integrationId: string, request: RestoreIntegrationRequest): Promise<IntegrationView> {
    const key = { tenantId: actor.tenantId, integrationId };
    const view = await this.database.inTenant(actor.tenantId, async (em) => {
      const row = await this.integrations.lockRestorable(em, key);
      if (!row) throw notFound('deleted integration');
      const name = request.name === undefined ? row.name : tidyName(request.name);
      await unlessNameTaken(name, () => this.integrations.restore(em, key, name));
      await this.activity.record(em, actor, {
        action: 'integration.restored',
        object: objectOf(key, name),
        details: {
          deletedAt: row.deletedAt?.toISOString(),
          deletedBy: row.deletedBy,
          ...(name === row.name ? {} : { before: row.name, after: name }),
        },
      });
      return this.views.view(em, key);
    });
    this.verifier.forget(integrationId);
    return view;
  }
}
