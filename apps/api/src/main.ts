import path from 'node:path';
import { readConfig } from './config/app.config';
import { StartupFault } from './config/startup-fault';
import { letHeapGrow } from './heap-growth';
import { startServer, type RunningServer } from './running-server';
import { stopOnSignals } from './stop-signals';
import { SetupService } from './team/setup.service';

/** The one process: configuration, database, listener. What the operator can mend is one sentence; all else keeps its stack. */
async function main(): Promise<void> {
  letHeapGrow();
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
  const setupLink = await server.app.get(SetupService, { strict: false }).issueSetupLink();
  announce(config.hosts.publicUrl, setupLink);
  return server;
}

/** For the eyes of whoever started us, in any log format: the link is a secret that no log line may carry. */
function announce(url: string, setupLink: string | undefined): void {
  process.stdout.write(`Rollcall is ready: ${url}\n`);
  if (setupLink === undefined) return;
  process.stdout.write(`Create your organisation with this link, which works once:\n  ${setupLink}\n`);
}

try {
  await main();
} catch (error) {
  const text = error instanceof StartupFault ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
