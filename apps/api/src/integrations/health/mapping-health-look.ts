import { Injectable, Logger } from '@nestjs/common';
import type { HealthIssue } from '@rollcall/admin-contracts';
import { setTimeout as wait } from 'node:timers/promises';
import { RepeatingJob } from '../../database/repeating-job';
import { WorkerDatabase } from '../../database/worker-database';
import type { IntegrationKey } from '../integrations.repository';
import { CoverageSum, FindingSum, type FindingPart, type HealthReport, type Stretch } from './coverage';
import { CLAIM, DUE, ELSEWHERE, GROUP_STRETCH, OTHERS, SHARED, STORE, USER_STRETCH } from './health-statements';

const EVERY_MS = 60_000;
const STRETCH_MAX = 2_000;
const STATEMENT_MAX_MS = 60_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** `eager` when somebody waits for it: no rest between the steps. */
interface Pace {
  readonly eager: boolean;
}

/**
 * Looks over all people and groups of an integration and keeps what it found as one small row, so that the page answers at once whatever
 * the size. Works in short statements outside any request, and rests between them as long as they took.
 */
@Injectable()
export class MappingHealthLook extends RepeatingJob {
  private readonly logger = new Logger('integrations');

  constructor(private readonly database: WorkerDatabase) {
    super(EVERY_MS);
  }

  /** Begins a look unless one is under way or ended less than `restSeconds` ago; true when it has begun. Nobody waits for its end. */
  async begin(key: IntegrationKey, restSeconds: number): Promise<boolean> {
    const startedAt = await this.claim(key, restSeconds);
    if (startedAt === undefined) return false;
    this.beside(this.look(key, startedAt, { eager: true }));
    return true;
  }

  /** Looks at whatever has not been looked at for long. */
  async run(): Promise<void> {
    try {
      for (const { tenant_id } of await this.database.query<{ tenant_id: string }>('select tenant_id from tenants()')) {
        for (const key of await this.due(tenant_id)) {
          const startedAt = this.stopped ? undefined : await this.claim(key, 0);
          if (startedAt !== undefined) await this.look(key, startedAt, { eager: false });
        }
      }
    } catch (error) {
      this.logger.warn({ event: 'mappingHealth.failed', error: String(error) });
    }
  }

  private async due(tenantId: string): Promise<IntegrationKey[]> {
    const rows = await this.rows<{ id: string }>(tenantId, DUE, [tenantId]);
    return rows.map(({ id }) => ({ tenantId, integrationId: id }));
  }

  private async claim({ tenantId, integrationId }: IntegrationKey, restSeconds: number): Promise<Date | undefined> {
    const values = [tenantId, integrationId, restSeconds];
    return (await this.rows<{ startedAt: Date }>(tenantId, CLAIM, values))[0]?.startedAt;
  }

  /** A look that is broken off leaves the last result; the claim runs out by itself. */
  private async look(key: IntegrationKey, startedAt: Date, pace: Pace): Promise<void> {
    const { tenantId, integrationId } = key;
    const began = performance.now();
    try {
      const report = await this.report(key, startedAt, pace);
      if (report === undefined) return;
      const tookMs = Math.round(performance.now() - began);
      await this.rows(tenantId, STORE, [tenantId, integrationId, tookMs, report]);
    } catch (error) {
      this.logger.warn({ event: 'mappingHealth.failed', integrationId, error: String(error) });
    }
  }

  /** Undefined when the process is stopping. */
  private async report(key: IntegrationKey, startedAt: Date, pace: Pace): Promise<HealthReport | undefined> {
    const findings = new FindingSum();
    const users = await this.cover(key, USER_STRETCH, findings, pace);
    const groups = await this.cover(key, GROUP_STRETCH, findings, pace);
    for (const [issue, statement] of SHARED) await this.find(key, issue, statement, [], findings);
    const others = await this.rows<{ id: string }>(key.tenantId, OTHERS, [key.tenantId, key.integrationId]);
    if (others.length > 0) {
      const ids = others.map(({ id }) => id);
      for (const [issue, statement] of ELSEWHERE) await this.find(key, issue, statement, [ids], findings);
    }
    if (this.stopped) return undefined;
    const asOf = startedAt.toISOString();
    return { asOf, users: users.coverage(), groups: groups.coverage(), findings: findings.findings() };
  }

  private async cover(key: IntegrationKey, statement: string, findings: FindingSum, pace: Pace): Promise<CoverageSum> {
    const sum = new CoverageSum();
    let after: string | null = BEFORE_ALL;
    while (after !== null && !this.stopped) {
      const began = performance.now();
      const values: readonly unknown[] = [key.tenantId, key.integrationId, after, STRETCH_MAX];
      const stretch: Stretch | undefined = (await this.rows<Stretch>(key.tenantId, statement, values))[0];
      if (stretch === undefined) break;
      sum.add(stretch);
      findings.add(stretch.findings);
      after = stretch.size < STRETCH_MAX ? null : stretch.last;
      if (!pace.eager) await wait(performance.now() - began, undefined, { ref: false });
    }
    return sum;
  }

  private async find(
    { tenantId, integrationId }: IntegrationKey,
    issue: HealthIssue,
    statement: string,
    values: readonly unknown[],
    findings: FindingSum,
  ): Promise<void> {
    if (this.stopped) return;
    const [part] = await this.rows<FindingPart>(tenantId, statement, [tenantId, integrationId, ...values]);
    if (part !== undefined) findings.add({ [issue]: part });
  }

  /** A statement of its own transaction, with more time than a request would get. */
  private rows<Row extends object>(tenantId: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      await tx.query(`set local statement_timeout = ${STATEMENT_MAX_MS}`);
      const query = { text, values: [...values], query_timeout: STATEMENT_MAX_MS + 1_000 };
      return (await tx.query<Row>(query)).rows;
    });
  }
}
