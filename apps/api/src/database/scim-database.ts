import pg from 'pg';
import { isConnectionSpent, onceOnLiveConnection, onLiveConnection } from './cut-connection';

/** The one integration that a SCIM request may see and change. */
export interface Scope {
  readonly tenantId: string;
  readonly integrationId: string;
}

/** A statement of the closed set; a named one is prepared once a connection. Values travel as parameters only (SEC-26). */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

export interface ScimDatabaseOptions {
  readonly url: string;
  readonly connectionsMax?: number;
  readonly statementTimeoutMs?: number;
}

type Values = readonly unknown[];

/** The name under which the server knows a connection; one that is bound bears the integration's id behind it, for `scim_transactions`. */
const CONNECTION_NAME = 'rollcall-scim';

const BIND: Statement = {
  name: 'bind',
  text: `select set_config('app.tenant', $1, false), set_config('app.integration', $2, false),
                set_config('application_name', '${CONNECTION_NAME} ' || $2, false)`,
};

const BEGIN: Statement = { text: 'begin' };
const COMMIT: Statement = { text: 'commit' };
const ROLLBACK: Statement = { text: 'rollback' };

/** Runs statements on one connection, inside one transaction. */
export interface ScimTransaction {
  query<Row extends object>(statement: Statement, values: Values): Promise<Row[]>;
}

/**
 * Connections of the role rollcall_scim, each bound to one integration while it serves it. Binding is a session setting, so a request of
 * one statement needs no BEGIN and COMMIT (performance.md 9); it is made here and nowhere else, and a connection that was bound to another
 * integration is bound anew before it is handed out. A connection whose binding is in doubt is closed, never handed out.
 */
export class ScimDatabase {
  private readonly pool: pg.Pool;
  private readonly boundTo = new WeakMap<pg.PoolClient, string>();

  constructor(options: ScimDatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.connectionsMax ?? 8,
      // Each statement has one good plan, whatever its values: planning it anew would cost more than running it.
      options:
        '-c role=rollcall_scim -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off -c timezone=UTC',
      types: { getTypeParser: parserOf },
      application_name: CONNECTION_NAME,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      statement_timeout: options.statementTimeoutMs ?? 5_000,
      query_timeout: (options.statementTimeoutMs ?? 5_000) + 1_000,
      idle_in_transaction_session_timeout: 10_000,
    });
    // A connection that breaks, idle or lent, is replaced; without listeners it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * One autocommitted statement: what it wrote is durable when this resolves. It runs once; a connection that was cut before it could run is
   * replaced by another one. @throws ConnectionLost when nobody knows whether it ran
   */
  query<Row extends object>(scope: Scope, statement: Statement, values: Values): Promise<Row[]> {
    return onceOnLiveConnection(this.pool.options.max, async () => {
      const client = await this.bound(scope);
      return lend(client, () => run<Row>(client, statement, values));
    });
  }

  /** Several statements that land together or not at all. */
  async transaction<Result>(scope: Scope, work: (tx: ScimTransaction) => Promise<Result>): Promise<Result> {
    const client = await onLiveConnection(this.pool.options.max, () => this.begun(scope));
    return lend(client, async () => {
      try {
        const result = await work({ query: (statement, values) => run(client, statement, values) });
        await run(client, COMMIT, []);
        return result;
      } catch (error) {
        if (!isInDoubt(error)) await run(client, ROLLBACK, []);
        throw error;
      }
    });
  }

  /** A statement that concerns no integration, such as finding the token's own. */
  unbound<Row extends object>(statement: Statement, values: Values): Promise<Row[]> {
    return onceOnLiveConnection(this.pool.options.max, async () => {
      const client = await this.pool.connect();
      return lend(client, () => run<Row>(client, statement, values));
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async begun(scope: Scope): Promise<pg.PoolClient> {
    const client = await this.bound(scope);
    try {
      await run(client, BEGIN, []);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** A connection that is bound, on another one when the first was cut: binding may be done twice. */
  private bound(scope: Scope): Promise<pg.PoolClient> {
    return onLiveConnection(this.pool.options.max, () => this.bind(scope));
  }

  private async bind(scope: Scope): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    const key = `${scope.tenantId}/${scope.integrationId}`;
    if (this.boundTo.get(client) === key) return client;
    try {
      this.boundTo.delete(client);
      await run(client, BIND, [scope.tenantId, scope.integrationId]);
      this.boundTo.set(client, key);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

/** Gives the connection back, or closes it when the fault may have left it in an unknown state (a time-out, a cut line). */
async function lend<Result>(client: pg.PoolClient, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    client.release();
    return result;
  } catch (error) {
    client.release(isInDoubt(error));
    throw error;
  }
}

function isInDoubt(error: unknown): boolean {
  return error instanceof ConnectionLost || isConnectionSpent(error);
}

type Parser = (value: string) => unknown;
type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

/** Instants stay text, in the form in which they are sent: a Date for each would only be taken apart again. */
function parserOf(type: TypeId, format?: string): Parser {
  if (type === pg.types.builtins.TIMESTAMPTZ && format !== 'binary') return isoInstant;
  return pg.types.getTypeParser(type, 'text') as Parser;
}

/** "2026-01-02 10:00:00.5+00" is "2026-01-02T10:00:00.500Z" (RFC 7643 §2.3.5); the connection's time zone is UTC. */
function isoInstant(text: string): string {
  const zone = text.lastIndexOf('+');
  const time = text.slice(11, zone);
  const fraction = time.length > 8 ? time.slice(8).padEnd(4, '0') : '.000';
  return `${text.slice(0, 10)}T${time.slice(0, 8)}${fraction}Z`;
}

/** A time-out or a cut line: the connection's state is unknown, and so may be the outcome of what it was asked. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('the database did not answer', { cause });
  }
}

async function run<Row extends object>(client: pg.PoolClient, statement: Statement, values: Values): Promise<Row[]> {
  try {
    const result = await client.query<Row>({
      ...(statement.name === undefined ? {} : { name: statement.name }),
      text: statement.text,
      values: values as unknown[],
    });
    return result.rows;
  } catch (error) {
    throw error instanceof pg.DatabaseError ? error : new ConnectionLost(error);
  }
}
