import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isConnectionSpent, onceOnLiveConnection, onLiveConnection } from './cut-connection';
import { createDataSource, type Entities } from './data-source';
import type { PoolSettings } from './worker-database';

type Work<Result> = (em: EntityManager) => Promise<Result>;

/** TypeORM's connections under the role rollcall_console, for the console's API. A connection in doubt is closed, never used again. */
export class ConsoleDatabase {
  readonly dataSource: DataSource;
  private readonly connectionsMax: number;

  constructor(settings: PoolSettings, entities: Entities) {
    this.connectionsMax = settings.connectionsMax ?? 4;
    this.dataSource = createDataSource({
      ...settings,
      connectionsMax: this.connectionsMax,
      entities,
      role: 'rollcall_console',
    });
  }

  async open(): Promise<this> {
    await this.dataSource.initialize();
    return this;
  }

  /** One transaction that sees and changes the rows of one organisation only (SEC-37). */
  inTenant<Result>(tenantId: string, work: Work<Result>): Promise<Result> {
    return this.transaction((em) => em.query(`select set_config('app.tenant', $1, true)`, [tenantId]), work);
  }

  /** A transaction before an organisation is known: the look-up functions and the tables without organisation. */
  inTransaction<Result>(work: Work<Result>): Promise<Result> {
    return this.transaction(() => Promise.resolve(), work);
  }

  /** One statement before an organisation is known, such as finding a session. */
  query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return onceOnLiveConnection(this.connectionsMax, async () => {
      const runner = this.dataSource.createQueryRunner();
      try {
        const rows = (await runner.query(text, [...values])) as Row[];
        await runner.release();
        return rows;
      } catch (error) {
        await giveBack(runner, isConnectionSpent(error));
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** The work happens once: what is done anew when a connection turns out to be cut is only its beginning. */
  private async transaction<Result>(bind: Work<unknown>, work: Work<Result>): Promise<Result> {
    const runner = await onLiveConnection(this.connectionsMax, () => this.begin(bind));
    try {
      const result = await work(runner.manager);
      await runner.commitTransaction();
      await runner.release();
      return result;
    } catch (error) {
      await undo(runner, error);
      throw error;
    }
  }

  private async begin(bind: Work<unknown>): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await bind(runner.manager);
      return runner;
    } catch (error) {
      await undo(runner, error);
      throw error;
    }
  }
}

/** On a connection that does not answer any more there is nothing to be said: the server undoes by itself what was not committed. */
async function undo(runner: QueryRunner, error: unknown): Promise<void> {
  const undone =
    !isConnectionSpent(error) &&
    (await runner.rollbackTransaction().then(
      () => true,
      () => false,
    ));
  await giveBack(runner, !undone);
}

/** TypeORM gives every connection back as a good one; the pool drops a client that has been ended. */
async function giveBack(runner: QueryRunner, spent: boolean): Promise<void> {
  if (spent && !runner.isReleased) await endClient(runner).catch(() => undefined);
  await runner.release();
}

async function endClient(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as pg.Client;
  void client.end().catch(() => undefined);
}
