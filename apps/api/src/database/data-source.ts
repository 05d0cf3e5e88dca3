import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { migrations } from './migrations';

export type Entities = readonly (EntitySchema | (new () => object))[];

export interface DataSourceSettings {
  readonly url: string;
  readonly entities: Entities;
  /** The database role that serves; without one the connection is the owner's, which only migrations need. */
  readonly role?: 'rollcall_console';
  readonly connectionsMax?: number;
  readonly statementTimeoutMs?: number;
}

/** TypeORM's door to the database. The schema comes from the migrations only, never from the entities. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource(dataSourceOptions(settings));
}

export function dataSourceOptions(settings: DataSourceSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.url,
    entities: [...settings.entities],
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    migrationsRun: false,
    synchronize: false,
    installExtensions: false,
    poolSize: settings.connectionsMax ?? 4,
    parseInt8: true,
    applicationName: settings.role ?? 'rollcall_migrations',
    poolErrorHandler: () => undefined,
    extra: connectionSettings(settings),
  };
}

function connectionSettings(settings: DataSourceSettings): Record<string, unknown> {
  const common = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000 };
  if (settings.role === undefined) return common;
  const statementTimeoutMs = settings.statementTimeoutMs ?? 5_000;
  return {
    ...common,
    options: `-c role=${settings.role} -c jit=off`,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 1_000,
    idle_in_transaction_session_timeout: 10_000,
  };
}
