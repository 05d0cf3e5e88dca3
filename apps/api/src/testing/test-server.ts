import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../bootstrap';
import { readConfig, type AppConfig } from '../config/app.config';
import { openDatabases, type Databases } from '../database/databases';
import { entities } from '../entities';
import { createTestDatabase } from './test-database';

/** The real server on an empty, migrated database of its own. */
export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly databases: Databases;
  readonly config: AppConfig;
  /** Of the superuser who owns the tables: for looking behind the server's back. */
  readonly databaseUrl: string;
  /** Where it listens, without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** `variables` are those of the environment, such as `{ ROLLCALL_DOMAINS: 'example.com' }`. */
export async function startTestServer(variables: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const config = readConfig({
    DATABASE_URL: database.url,
    ROLLCALL_SECRET: 'only for tests: 32 characters or more',
    LOG_LEVEL: 'error',
    ...variables,
  });
  const databases = await openDatabases({
    config: config.database,
    secretFingerprint: config.secrets.fingerprint(),
    entities,
  });
  const app = await createApp(config, databases);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    databases,
    config,
    databaseUrl: database.url,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await app.close();
      await databases.close();
      await database.drop();
    },
  };
}
