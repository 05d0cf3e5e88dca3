import { Injectable } from '@nestjs/common';
import type { MappingHealth } from '@rollcall/admin-contracts';
import { notFound } from '../../console/console-error';
import { ConsoleDatabase } from '../../database/console-database';
import { IntegrationsRepository, type IntegrationKey } from '../integrations.repository';
import type { HealthReport } from './coverage';
import { MappingHealthLook } from './mapping-health-look';

/** Whoever asks again and again does not make the database work all the time. */
const REFRESH_REST_SECONDS = 10;

const FIND = `
  select report, started_at > coalesce(computed_at, '-infinity') and started_at > now() - interval '10 minutes' as running
    from mapping_health where tenant_id = $1 and integration_id = $2`;

interface HealthRow {
  readonly report: HealthReport | null;
  readonly running: boolean;
}

const NOTHING: HealthRow = { report: null, running: false };

/** What the last look over an integration's people and groups found (A22). */
@Injectable()
export class MappingHealthService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly integrations: IntegrationsRepository,
    private readonly look: MappingHealthLook,
  ) {}

  /** The first time anybody asks, a look begins. @throws notFound */
  async get(key: IntegrationKey): Promise<MappingHealth> {
    const row = await this.find(key);
    if (row.report !== null || row.running) return mappingHealth(row);
    return mappingHealth({ ...row, running: await this.look.begin(key, 0) });
  }

  /** Begins a look unless one is under way or has just ended. @throws notFound */
  async refresh(key: IntegrationKey): Promise<MappingHealth> {
    await this.find(key);
    await this.look.begin(key, REFRESH_REST_SECONDS);
    return mappingHealth(await this.find(key));
  }

  private find(key: IntegrationKey): Promise<HealthRow> {
    return this.database.inTenant(key.tenantId, async (em) => {
      if (!(await this.integrations.find(em, key))) throw notFound('integration');
      return (await em.query<HealthRow[]>(FIND, [key.tenantId, key.integrationId]))[0] ?? NOTHING;
    });
  }
}

function mappingHealth({ report, running }: HealthRow): MappingHealth {
  const nothing = { total: 0, attributes: [] };
  if (report === null) return { running, users: nothing, groups: nothing, findings: [] };
  return { ...report, running };
}
