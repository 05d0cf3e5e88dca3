import type { DataSource, EntityManager } from 'typeorm';
import { createDataSource, type Entities } from './data-source';
import type { PoolSettings } from './worker-database';

/** TypeORM's connections under the role rollcall_console, for the console's API. */
export class ConsoleDatabase {
  readonly dataSource: DataSource;

  constructor(settings: PoolSettings, entities: Entities) {
    this.dataSource = createDataSource({ ...settings, entities, role: 'rollcall_console' });
  }

  async open(): Promise<this> {
    await this.dataSource.initialize();
    return this;
  }

  /** One transaction that sees and changes the rows of one organisation only (SEC-37). */
  inTenant<Result>(tenantId: string, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (em) => {
      await em.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
      return work(em);
    });
  }

  /** A transaction before an organisation is known: the look-up functions and the tables without organisation. */
  inTransaction<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /** One statement before an organisation is known, such as finding a session. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(text, [...values]);
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
