import pg from 'pg';
import { onceOnLiveConnection } from './cut-connection';
import { inTransaction } from './tenant-transaction';

export interface PoolSettings {
  readonly url: string;
  readonly connectionsMax?: number;
  readonly statementTimeoutMs?: number;
}

/** Connections of the role rollcall_worker, for what happens outside a request: logs, counts, scheduled work. */
export class WorkerDatabase {
  private readonly pool: pg.Pool;

  constructor(settings: PoolSettings) {
    const statementTimeoutMs = settings.statementTimeoutMs ?? 5_000;
    this.pool = new pg.Pool({
      connectionString: settings.url,
      max: settings.connectionsMax ?? 4,
      options: '-c role=rollcall_worker -c jit=off',
      application_name: 'rollcall-worker',
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + 1_000,
      idle_in_transaction_session_timeout: 10_000,
    });
    // A connection that breaks, idle or lent, is replaced; without listeners it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** One transaction that sees and changes the rows of one organisation only (SEC-37). */
  inTenant<Result>(tenantId: string, work: (tx: pg.ClientBase) => Promise<Result>): Promise<Result> {
    const bind = (client: pg.ClientBase) => client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
    return inTransaction(this.pool, bind, work);
  }

  /** A statement that concerns no organisation, such as making tomorrow's partition. */
  async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await onceOnLiveConnection(this.pool.options.max, () => this.pool.query<Row>(text, [...values]));
    return rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
