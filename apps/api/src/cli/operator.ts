import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readConfig, type AppConfig } from '../config/app.config';
import { StartupFault } from '../config/startup-fault';
import { openDoors, type Databases } from '../database/databases';
import { connectToRunning, startEmbeddedPostgres } from '../database/embedded-postgres';
import { readAddress } from '../database/installation';
import { entities } from '../entities';
import { RollcallLogger } from '../observability/logger';

/** The same services as the console's, without a listener. */
export interface Operator {
  readonly app: INestApplicationContext;
  close(): Promise<void>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Opens the running server's database, or starts the built-in one for as long as the command takes. @throws StartupFault */
export async function openOperator(variables: Variables): Promise<Operator> {
  const quiet = { LOG_LEVEL: 'error', LOG_FORMAT: 'text', ...variables };
  const databases = await openDatabase(readConfig(quiet));
  try {
    // The server knows its own address best: the command may run where PORT and ROLLCALL_URL are not set.
    const config = readConfig({ ...quiet, ...(await knownAddress(databases, variables)) });
    const app = await NestFactory.createApplicationContext(AppModule.of(config, databases), {
      logger: new RollcallLogger(config.observability),
      abortOnError: false,
    });
    return {
      app,
      close: async () => {
        await app.close();
        await databases.close();
      },
    };
  } catch (error) {
    await databases.close();
    throw error;
  }
}

async function openDatabase(config: AppConfig): Promise<Databases> {
  const options = { config: config.database, secretFingerprint: config.secrets.fingerprint(), entities };
  if (config.database.url !== undefined) return openDoors(config.database.url, options);
  const running = await connectToRunning(config.database.dataFolder);
  if (running !== undefined) return openDoors(running, options);
  const embedded = await startEmbeddedPostgres({ dataFolder: config.database.dataFolder, purpose: 'command' });
  try {
    return await openDoors(embedded.url, options, embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function knownAddress(databases: Databases, variables: Variables): Promise<Variables> {
  const known = await readAddress(databases.console);
  if (known === undefined) return {};
  return {
    ROLLCALL_URL: variables['ROLLCALL_URL'] ?? known.publicUrl,
    ROLLCALL_DOMAINS: variables['ROLLCALL_DOMAINS'] ?? known.domains.join(','),
  };
}

/** For commands before there is anything to work on. */
export function notSetUp(): StartupFault {
  return new StartupFault(
    'There is no organisation yet: start Rollcall and open the set-up link that it prints, or start it with ROLLCALL_SETUP_TENANT, ROLLCALL_SETUP_EMAIL and ROLLCALL_SETUP_PASSWORD.',
  );
}
