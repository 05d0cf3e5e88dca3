import path from 'node:path';
import { readConfig } from './config/app.config';
import { StartupFault } from './config/startup-fault';
import { startServer, type RunningServer } from './running-server';
import { stopOnSignals } from './stop-signals';

/** The one process: configuration, database, listener. What the operator can mend is one sentence; all else keeps its stack. */
async function main(): Promise<void> {
  const starting = start();
  stopOnSignals(async () => {
    const server = await starting.catch(() => undefined);
    await server?.stop();
  });
  await starting;
}

async function start(): Promise<RunningServer> {
  const config = readConfig(process.env);
  const server = await startServer(config, path.resolve(import.meta.dirname, '../console'));
  process.stdout.write(`Rollcall is ready: ${config.hosts.publicUrl}\n`);
  return server;
}

try {
  await main();
} catch (error) {
  const text = error instanceof StartupFault ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
