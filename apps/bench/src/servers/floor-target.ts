import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { findFreePort, startServerProcess } from './server-process';
import type { Target } from './target';

export async function startFloor(databaseUrl: string, database: string, logFolder: string): Promise<Target> {
  const port = await findFreePort();
  const token = randomBytes(24).toString('base64url');
  const server = await startServerProcess({
    nodeArguments: [path.join(import.meta.dirname, 'floor.js'), String(port), databaseUrl, token],
    environment: process.env,
    port,
    logFile: path.join(logFolder, 'floor.log'),
  });
  return {
    name: 'floor',
    pid: server.pid,
    database,
    openDirectory: async (label) => {
      const basePath = `/${label}`;
      const made = await fetch(`http://127.0.0.1:${port}${basePath}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}` },
      });
      if (made.status !== 201) throw new Error(`The floor could not make ${label}: ${await made.text()}`);
      return { host: '127.0.0.1', port, basePath, token };
    },
    stop: () => server.stop(),
  };
}
