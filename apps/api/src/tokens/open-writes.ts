import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { ConsoleDatabase } from '../database/console-database';

const LOOK_EVERY_MS = 10;
/** So long a write may take to end by itself; then it is cancelled, and after the same time again its connection is closed. */
export const PATIENCE_MS = 2_000;

interface OpenTransaction {
  readonly pid: number;
  /** As text: a Date would lose the microseconds. */
  readonly since: string;
}

/**
 * Waits for what requests of an integration had under way when a token was revoked (SEC-08). A statement looks at the token in its own
 * snapshot, so whatever began before the revocation's commit may still take effect after it; whatever begins later finds the token dead.
 * The one who revokes waits, so that the requests themselves pay nothing.
 */
@Injectable()
export class OpenWrites {
  private readonly logger = new Logger('tokens');

  constructor(private readonly database: ConsoleDatabase) {}

  /**
   * To be called after the commit: nothing that began before it is committed any more once this resolves. Takes as long as those
   * transactions do, and little more than `PATIENCE_MS`. The revocation itself holds in any case, so trouble here is logged, not thrown.
   */
  async end(integrationId: string): Promise<void> {
    try {
      let open: readonly OpenTransaction[] = await this.look(integrationId);
      open = await this.wait(integrationId, open);
      for (const byForce of [false, true]) {
        if (open.length === 0) return;
        await this.cancel(integrationId, open, byForce);
        open = await this.wait(integrationId, open);
      }
      if (open.length > 0) throw new Error(`${open.length} transactions do not end`);
    } catch (error) {
      this.logger.error({ event: 'tokens.openWritesNotEnded', integrationId, error: String(error) });
    }
  }

  /** Those of them that have not ended in time. */
  private async wait(integrationId: string, open: readonly OpenTransaction[]): Promise<readonly OpenTransaction[]> {
    const until = Date.now() + PATIENCE_MS;
    let left = open;
    while (left.length > 0 && Date.now() < until) {
      await pause(LOOK_EVERY_MS);
      const now = new Set((await this.look(integrationId)).map(keyOf));
      left = left.filter((transaction) => now.has(keyOf(transaction)));
    }
    return left;
  }

  /** A statement of its own each time: within a transaction PostgreSQL would show the same picture again. */
  private look(integrationId: string): Promise<OpenTransaction[]> {
    return this.database.query<OpenTransaction>('select pid, since::text as since from scim_transactions($1)', [
      integrationId,
    ]);
  }

  private async cancel(integrationId: string, open: readonly OpenTransaction[], byForce: boolean): Promise<void> {
    const values = [integrationId, open.map(({ pid }) => pid), open.map(({ since }) => since), byForce];
    const text = 'select end_scim_transactions($1, $2, $3::timestamptz[], $4) as ended';
    const [row] = await this.database.query<{ ended: number }>(text, values);
    this.logger.warn({ event: 'tokens.openWritesCancelled', integrationId, count: row?.ended ?? 0 });
  }
}

function keyOf({ pid, since }: OpenTransaction): string {
  return `${pid} ${since}`;
}
