import { Injectable } from '@nestjs/common';
import { DIAGNOSTIC_ERRORS_MAX, type DiagnosticBundle } from '@rollcall/admin-contracts';
import { ActivityLog } from '../../activity/activity-log';
import type { Actor } from '../../activity/actor';
import { ConsoleDatabase } from '../../database/console-database';
import { FAILED } from '../../requests/request-outcome';
import { MappingHealthService } from '../health/mapping-health.service';
import { IntegrationViews, objectOf } from '../integration-views';
import { TrafficRepository } from '../traffic.repository';
import { diagnosticBundle, type ErrorRow } from './diagnostics.mapper';

const ERRORS = `
  select id, at, method, path, status, trail -> 'error' ->> 'scimType' as "scimType", client
    from scim_request where tenant_id = $1 and integration_id = $2 and ${FAILED} order by at desc limit ${DIAGNOSTIC_ERRORS_MAX}`;

/** All that helps to find a fault from afar, in one file (C07). */
@Injectable()
export class DiagnosticsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly views: IntegrationViews,
    private readonly traffic: TrafficRepository,
    private readonly health: MappingHealthService,
    private readonly activity: ActivityLog,
  ) {}

  /** @throws notFound */
  async collect(actor: Actor, integrationId: string): Promise<DiagnosticBundle> {
    const key = { tenantId: actor.tenantId, integrationId };
    const health = await this.health.get(key);
    return this.database.inTenant(actor.tenantId, async (em) => {
      const view = await this.views.view(em, key);
      const memberships = await this.traffic.memberships(em, key);
      const errors = await em.query<ErrorRow[]>(ERRORS, [key.tenantId, key.integrationId]);
      const object = objectOf(key, view.name);
      await this.activity.record(em, actor, { action: 'integration.diagnosticsDownloaded', object });
      return diagnosticBundle({ view, memberships, errors, health }, new Date());
    });
  }
}
