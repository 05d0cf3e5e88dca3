import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';

/** SQLSTATE with which a server or a pooler ends a connection: by command, in a crash, after a time-out of its own, by a broken line. */
const ENDED = /^(57P0[125]|25P0[34]|08...)$/;
const CUT_LINE = new Set(['ECONNRESET', 'EPIPE']);
const TERMINATED = /^Connection terminated( unexpectedly)?$/;
/** The driver refuses to send on a connection of which it knows that it is gone. */
const NEVER_SENT = /^Client (has encountered a connection error|was closed) and is not queryable$/;
/** Nobody knows what becomes of the statement; trying again would only take as long again. */
const UNANSWERED = /^Query read timeout$|^read ETIMEDOUT$/;

/** Ended by command, or because it had been idle for too long; said by the backend itself, not by a pooler on its way. */
const ENDED_ON_PURPOSE = new Set(['57P01', '57P05']);
const BACKENDS_WORD = 'ProcessInterrupts';
/** A statement that had been under way for longer was meant itself (docs/decisions/0005), and is not begun again. */
const WAS_IDLE_WITHIN_MS = 2_000;

/** Whether the connection is of no use any more, or in a state that nobody knows: to be closed, never handed out again. */
export function isConnectionSpent(error: unknown): boolean {
  return isCut(error) || UNANSWERED.test(messageOf(driverError(error)));
}

/**
 * The result of `open`, which gets a connection and prepares it for work: anything that may be done twice, such as BEGIN and settings. When the
 * connection turns out to be cut, another one is tried, at most as many as the pool may hold and a new one. `open` closes what it could
 * not prepare.
 */
export function onLiveConnection<Opened>(connectionsMax: number, open: () => Promise<Opened>): Promise<Opened> {
  return again(connectionsMax, open, isCut);
}

/**
 * The result of one autocommitted statement, run on another connection when the first one had been cut before it could run. Only when that
 * is certain: it was never sent, or the backend ended it itself. PostgreSQL looks for an order to end before the commit and, once it has begun to
 * commit, not before it has acknowledged; an end in between closes the line without this word. `run` closes the connection that failed it.
 */
export function onceOnLiveConnection<Result>(connectionsMax: number, run: () => Promise<Result>): Promise<Result> {
  let askedAt = 0;
  const ask = (): Promise<Result> => {
    askedAt = performance.now();
    return run();
  };
  return again(connectionsMax, ask, (error) => neverRan(error) && performance.now() - askedAt < WAS_IDLE_WITHIN_MS);
}

/** Many connections may have been cut at once, and each shows it only when it is used, or a moment later. */
async function again<Result>(
  connectionsMax: number,
  attempt: () => Promise<Result>,
  mayRepeat: (error: unknown) => boolean,
): Promise<Result> {
  for (let left = connectionsMax; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !mayRepeat(error)) throw error;
      await nextTurn();
    }
  }
}

function isCut(error: unknown): boolean {
  const cause = driverError(error);
  if (cause instanceof pg.DatabaseError) return ENDED.test(cause.code ?? '');
  const message = messageOf(cause);
  return (
    TERMINATED.test(message) || NEVER_SENT.test(message) || CUT_LINE.has(String((cause as { code?: unknown }).code))
  );
}

function neverRan(error: unknown): boolean {
  const cause = driverError(error);
  if (cause instanceof pg.DatabaseError)
    return ENDED_ON_PURPOSE.has(cause.code ?? '') && cause.routine === BACKENDS_WORD;
  return NEVER_SENT.test(messageOf(cause));
}

function driverError(error: unknown): unknown {
  if (error instanceof QueryFailedError) return driverError(error.driverError);
  if (error instanceof pg.DatabaseError || !(error instanceof Error)) return error;
  return error.cause instanceof Error ? driverError(error.cause) : error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
