import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { cleanUpLater } from './cleaning';

/** An empty database of the test run's PostgreSQL, as DATABASE_URL names one. */
export interface OwnDatabase {
  readonly url: string;
  /** Runs a statement as the tables' owner, behind the server's back. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement from outside the database, such as one that closes it. */
  admin(text: string): Promise<void>;
}

export async function ownDatabase(): Promise<OwnDatabase> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (adminUrl === undefined) throw new Error('no test server: the jest config lacks its globalSetup');
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const admin = async (text: string): Promise<void> => {
    await ask(adminUrl, text, []);
  };
  await admin(`create database ${name} encoding 'UTF8' template template0`);
  cleanUpLater(() => admin(`drop database if exists ${name} with (force)`));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await ask(url.href, 'create extension if not exists pg_stat_statements', []);
  return { url: url.href, admin, sql: (text, values = []) => ask(url.href, text, values) };
}

/** One statement on a connection of its own, so that nothing stays open when the server is taken away. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
