import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cleanUpLater } from './cleaning';
import { freePort } from './free-port';
import { ownDatabase, type OwnDatabase } from './own-database';
import { runCli, runCliJson, type CliAnswer } from './rollcall-cli';
import { RollcallProcess } from './rollcall-process';

// A journey starts processes, and each of them takes seconds on a busy machine.
jest.setTimeout(60_000);

export const OWNER = { email: 'olga@acme.example', password: 'seven quiet otters at dawn' } as const;

type Variables = Readonly<Record<string, string>>;

/** What `integration create` prints. */
export interface Connection {
  readonly integrationId: string;
  readonly scimUrl: string;
  readonly token: string;
}

/** An organisation's Rollcall: where its data lie and how its processes are started. */
export class Installation {
  constructor(
    readonly variables: Variables,
    /** Absent where the data lie in the built-in PostgreSQL. */
    readonly database?: OwnDatabase,
  ) {}

  /** A process of the server on `port`, or on a port of its own, that takes requests. */
  async start(port?: number): Promise<RollcallProcess> {
    return (await this.launch(port)).ready();
  }

  async launch(port?: number, variables: Variables = {}): Promise<RollcallProcess> {
    return RollcallProcess.launch(port ?? (await freePort()), { ...this.variables, ...variables });
  }

  cli(...args: readonly string[]): Promise<CliAnswer> {
    return runCli(args, this.variables);
  }

  json<Answer>(...args: readonly string[]): Promise<Answer> {
    return runCliJson<Answer>(args, this.variables);
  }

  connect(name: string): Promise<Connection> {
    return this.json<Connection>('integration', 'create', '--name', name);
  }

  /** The folder of the built-in PostgreSQL and of the secret. */
  get dataFolder(): string {
    return this.variables['ROLLCALL_DATA'] ?? '';
  }
}

const SETUP = {
  ROLLCALL_SETUP_TENANT: 'Acme',
  ROLLCALL_SETUP_EMAIL: OWNER.email,
  ROLLCALL_SETUP_PASSWORD: OWNER.password,
};

/** On a fresh data folder, with the built-in PostgreSQL, as `npm start` runs it. */
export function embeddedInstallation(variables: Variables = {}): Installation {
  return new Installation({ ...SETUP, ROLLCALL_DATA: newFolder(), ...variables });
}

/** On a fresh database of the test run's PostgreSQL; several processes may share it. */
export async function databaseInstallation(variables: Variables = {}): Promise<Installation> {
  const database = await ownDatabase();
  const secret = { ROLLCALL_SECRET: 'only for journeys: 32 characters or more', ROLLCALL_DATA: newFolder() };
  return new Installation({ ...SETUP, ...secret, DATABASE_URL: database.url, ...variables }, database);
}

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-journey-'));
  cleanUpLater(() => {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  return folder;
}
