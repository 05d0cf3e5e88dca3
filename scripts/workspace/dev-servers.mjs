import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, createServer } from 'vite';
import { root } from './root.mjs';

const API = path.join(root, 'dist/apps/api/main.js');
const STOP_WAIT_MS = 10_000;

/** Vite's own server for the console; it hands /api on to the API. */
export async function startConsole() {
  const server = await createServer({ configFile: path.join(root, 'apps/console/vite.config.mts') });
  await server.listen();
  const { port } = server.httpServer.address();
  console.log(`Console with live updates: http://localhost:${port}`);
  return { origin: `http://localhost:${port}`, stop: () => server.close() };
}

/** Builds the API at each change and starts it anew. A build that fails leaves the running one as it is. */
export async function watchApi(environment) {
  const watcher = await build({
    configFile: path.join(root, 'apps/api/vite.config.mts'),
    logLevel: 'warn',
    build: { watch: {} },
  });
  let child;
  let turn = Promise.resolve();
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'END') return;
    turn = turn.then(async () => {
      await end(child);
      child = start(environment);
    });
  });
  return {
    stop: async () => {
      await watcher.close();
      await turn;
      await end(child);
    },
  };
}

function start(environment) {
  const env = { LOG_FORMAT: 'text', ...process.env, ...environment };
  return spawn(process.execPath, ['--enable-source-maps', API], { cwd: root, stdio: 'inherit', env });
}

/** Ctrl-C reaches the API too, so it may be stopping by itself already. */
function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WAIT_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
