import type { DatabaseConfig } from '../config/database.config';
import { StartupFault } from '../config/startup-fault';
import { ConsoleDatabase } from './console-database';
import { createDataSource, type Entities } from './data-source';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
import { requireSameSecret } from './installation';
import { migrate } from './migrate';
import { requireServingRole } from './role-check';
import { ScimDatabase } from './scim-database';
import { requireUsableServer } from './server-check';
import { WorkerDatabase } from './worker-database';

/** The three doors to the data, each under a role of its own (SEC-36). */
export interface Databases {
  readonly console: ConsoleDatabase;
  readonly scim: ScimDatabase;
  readonly worker: WorkerDatabase;
  /** Names of the migrations that opening has run. */
  readonly migrated: readonly string[];
  /** Closes all connections, then the built-in server. To be called when nobody asks anything any more. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly config: DatabaseConfig;
  readonly secretFingerprint: string;
  readonly entities: Entities;
}

/** Starts the built-in server unless another one is configured, migrates, and opens the doors. @throws StartupFault */
export async function openDatabases(options: OpenOptions): Promise<Databases> {
  const { config } = options;
  if (config.url !== undefined) return openDoors(config.url, options, undefined);
  const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder });
  try {
    return await openDoors(embedded.url, options, embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Opens the doors of a server that somebody else started. @throws StartupFault */
export async function openDoors(url: string, options: OpenOptions, embedded?: EmbeddedPostgres): Promise<Databases> {
  await requireUsableServer(url);
  const migrated = await prepareSchema(url, options.secretFingerprint);
  const settings = {
    url,
    connectionsMax: options.config.connectionsMax,
    statementTimeoutMs: options.config.statementTimeoutMs,
  };
  const consoleDatabase = new ConsoleDatabase(settings, options.entities);
  const scim = new ScimDatabase(settings);
  const worker = new WorkerDatabase(settings);
  const close = async (): Promise<void> => {
    await Promise.allSettled([consoleDatabase.close(), scim.close(), worker.close()]);
    await embedded?.stop();
  };
  try {
    await consoleDatabase.open();
    await requireServingRole('rollcall_console', (text) => consoleDatabase.query(text));
    await requireServingRole('rollcall_scim', (text) => scim.unbound({ text }, []));
    await requireServingRole('rollcall_worker', (text) => worker.query(text));
    return { console: consoleDatabase, scim, worker, migrated, close };
  } catch (error) {
    await Promise.allSettled([consoleDatabase.close(), scim.close(), worker.close()]);
    throw error;
  }
}

async function prepareSchema(url: string, secretFingerprint: string): Promise<string[]> {
  const owner = await createDataSource({ url, entities: [], connectionsMax: 2 }).initialize();
  try {
    const migrated = await migrate(owner);
    await requireSameSecret(owner, secretFingerprint);
    return migrated;
  } catch (error) {
    throw asStartupFault(error);
  } finally {
    await owner.destroy();
  }
}

/** The owner of the tables must be able to make roles; hosted servers often withhold that from ordinary users. */
function asStartupFault(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code !== '42501') return error;
  return new StartupFault(
    `The user of DATABASE_URL lacks a right that the set-up needs (${(error as Error).message}): see "Database" in docs/operate.md for the statements that an administrator runs once.`,
  );
}
