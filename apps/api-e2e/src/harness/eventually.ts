import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is true; throws after `waitMs`. */
export async function eventually(what: string, waitMs: number, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + waitMs; Date.now() < end;) {
    if (await isSo().catch(() => false)) return;
    await pause(25);
  }
  throw new Error(`not within ${waitMs} ms: ${what}`);
}
