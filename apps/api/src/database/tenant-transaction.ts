import type pg from 'pg';
import { isConnectionSpent, onLiveConnection } from './cut-connection';

type Work<Result> = (client: pg.PoolClient) => Promise<Result>;

/**
 * All of the work is committed when this resolves, or none of it happened. The work happens once: what is done anew when a connection turns
 * out to be cut is only its beginning, `bind` included. A connection in doubt is closed, never used again.
 */
export async function inTransaction<Result>(pool: pg.Pool, bind: Work<unknown>, work: Work<Result>): Promise<Result> {
  const client = await onLiveConnection(pool.options.max, () => begin(pool, bind));
  try {
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await undo(client, error);
    throw error;
  }
}

async function begin(pool: pg.Pool, bind: Work<unknown>): Promise<pg.PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await bind(client);
    return client;
  } catch (error) {
    await undo(client, error);
    throw error;
  }
}

/** On a connection that does not answer any more there is nothing to be said: the server undoes by itself what was not committed. */
async function undo(client: pg.PoolClient, error: unknown): Promise<void> {
  const undone =
    !isConnectionSpent(error) &&
    (await client.query('rollback').then(
      () => true,
      () => false,
    ));
  client.release(!undone);
}
