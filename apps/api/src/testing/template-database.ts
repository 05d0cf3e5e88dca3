import pg from 'pg';
import { createDataSource } from '../database/data-source';
import { migrate } from '../database/migrate';

export const TEMPLATE = 'rollcall_template';

/** Runs work on a connection of the test server's superuser. */
export async function withAdmin<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Migrates an empty database once; copying it costs a fraction of migrating again. */
export async function prepareTemplate(adminUrl: string): Promise<void> {
  await withAdmin(adminUrl, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE}`);
  });
  const dataSource = await createDataSource({ url: databaseUrl(adminUrl, TEMPLATE), entities: [] }).initialize();
  try {
    await migrate(dataSource);
    await dataSource.query('create extension if not exists pg_stat_statements').catch(() => undefined);
  } finally {
    await dataSource.destroy();
  }
}
