import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { isConnectionSpent } from './cut-connection';
import { ConnectionLost } from './scim-database';

/** SQLSTATE classes and codes after which the same request may well succeed: connection, resources, shutdown, time-out, deadlock. */
const PASSING = /^(08...|53...|57P0.|57014|55000|55P03|40001|40P01)$/;
const NOT_REACHED = new Set(['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const NOT_CONNECTED = /timeout exceeded when trying to connect|Connection terminated due to connection timeout/;

/** The name of the constraint that a statement broke; the name is how a violation becomes an error of ours. */
export function constraintOf(error: unknown): string | undefined {
  const cause = databaseError(error);
  return cause?.code?.startsWith('23') ? cause.constraint : undefined;
}

/** Whether the database could not answer now, which is no fault of the request (503, R-26). */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof ConnectionLost || isConnectionSpent(error)) return true;
  const cause = databaseError(error);
  if (cause !== undefined) return PASSING.test(cause.code ?? '');
  const driver: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(driver instanceof Error)) return false;
  return NOT_CONNECTED.test(driver.message) || ('code' in driver && NOT_REACHED.has(String(driver.code)));
}

/** Whether the database gave the statement up because it took too long. */
export function isStatementTimeout(error: unknown): boolean {
  return databaseError(error)?.code === '57014';
}

function databaseError(error: unknown): pg.DatabaseError | undefined {
  if (error instanceof pg.DatabaseError) return error;
  if (error instanceof QueryFailedError) return databaseError(error.driverError);
  return undefined;
}
