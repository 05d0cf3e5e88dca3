import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './bootstrap';
import type { AppConfig } from './config/app.config';
import { StartupFault } from './config/startup-fault';
import { recordAddress } from './database/installation';
import { openDatabases, type Databases } from './database/databases';
import { drainConnections } from './draining';
import { entities } from './entities';
import { Readiness } from './observability/readiness';

/** A server that takes requests. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** Finishes what is under way, writes what is buffered, closes the database. Safe to call twice. */
  stop(): Promise<void>;
}

/** Opens the database, migrates it and listens. @throws StartupFault; nothing is left running then */
export async function startServer(config: AppConfig, consoleFolder?: string): Promise<RunningServer> {
  const databases = await openDatabases({
    config: config.database,
    secretFingerprint: config.secrets.fingerprint(),
    entities,
  });
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp(config, databases, consoleFolder);
    await listen(app, config);
    await recordAddress(databases.console, config.hosts);
  } catch (error) {
    await app?.close().catch(() => undefined);
    await databases.close();
    throw error;
  }
  return { app, stop: stopOnce(app, databases) };
}

async function listen(app: NestFastifyApplication, { server }: AppConfig): Promise<void> {
  try {
    await app.listen(server.port, server.host);
  } catch (error) {
    throw asStartupFault(error as NodeJS.ErrnoException, server.port, server.host);
  }
}

function asStartupFault(error: NodeJS.ErrnoException, port: number, host: string): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartupFault(
        `Port ${port} is taken by another program: stop that one, or choose another port, such as PORT=${port + 1} npm start.`,
      );
    case 'EACCES':
      return new StartupFault(
        `Port ${port} needs rights that this user lacks: choose one above 1023, such as PORT=3000 npm start.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartupFault(
        `HOST is "${host}", which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all.`,
      );
    default:
      return error;
  }
}

/**
 * Readiness turns red first; then connections end with their next answer; then the listener closes and requests end; then buffers are
 * written; the database goes last.
 */
function stopOnce(app: NestFastifyApplication, databases: Databases): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    app.get(Readiness, { strict: false }).turnRed();
    await drainConnections(app.getHttpServer());
    // A connection whose request was under way falls idle only after its answer, and would be kept for the next one.
    const sweep = setInterval(() => app.getHttpServer().closeIdleConnections(), 50);
    try {
      await app.close();
    } finally {
      clearInterval(sweep);
      await databases.close();
    }
  };
  return () => (stopping ??= stop());
}
