import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Clients at work send their next request well within this time; one that is silent for longer has its connection closed. */
const SILENT_MS = 500;
/** Whatever still comes in after so long is cut short: a supervisor waits only so long as well. */
const DRAIN_MAX_MS = 5_000;

/**
 * From now on each answer ends its connection, and the client is told so. Closing a kept connection from our side instead could meet a
 * request that is already on its way. Resolves when no connection is left, or when the rest have been silent for SILENT_MS.
 */
export async function drainConnections(server: Server): Promise<void> {
  let underWay = 0;
  let lastHeard = Date.now();
  server.prependListener('request', (_request: unknown, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      lastHeard = Date.now();
    });
  });
  for (const end = Date.now() + DRAIN_MAX_MS; Date.now() < end;) {
    if ((await openConnections(server)) === 0) return;
    if (underWay === 0 && Date.now() - lastHeard > SILENT_MS) return;
    await pause(20);
  }
}

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => {
      resolve(error ? 0 : count);
    });
  });
}
