// npm run dev: the API starts anew whenever its sources change; the console updates in the browser as you save.
import { run } from './workspace/fault.mjs';
import { requireNode } from './workspace/node-version.mjs';

run(async () => {
  requireNode();
  const { ensurePackages } = await import('./workspace/packages.mjs');
  ensurePackages();
  const { startConsole, watchApi } = await import('./workspace/dev-servers.mjs');
  // Where the console's own server finds the API.
  process.env.ROLLCALL_API = process.env.ROLLCALL_API ?? `http://127.0.0.1:${process.env.PORT || 3000}`;
  const consoleServer = await startConsole();
  const api = await watchApi({ ROLLCALL_URL: process.env.ROLLCALL_URL ?? consoleServer.origin });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.allSettled([api.stop(), consoleServer.stop()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
});
