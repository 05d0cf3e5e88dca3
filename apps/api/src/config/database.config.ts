import path from 'node:path';
import type { Environment } from './environment';

/** Where the data lives: in the server that DATABASE_URL names, else in the built-in one below the data folder. */
export class DatabaseConfig {
  static readonly variables = [
    'DATABASE_URL',
    'ROLLCALL_DATA',
    'ROLLCALL_DATABASE_CONNECTIONS',
    'ROLLCALL_STATEMENT_TIMEOUT_MS',
  ] as const;

  readonly url: string | undefined;
  readonly dataFolder: string;
  /** Connections of each of the three pools (SCIM, console, background work). */
  readonly connectionsMax: number;
  readonly statementTimeoutMs: number;

  constructor(environment: Environment) {
    this.url = environment.text('DATABASE_URL');
    environment.require(
      this.url === undefined || isPostgresUrl(this.url),
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    );
    this.dataFolder = path.resolve(environment.text('ROLLCALL_DATA') ?? defaultDataFolder());
    this.connectionsMax = environment.integer('ROLLCALL_DATABASE_CONNECTIONS', { absent: 8, min: 2, max: 100 });
    this.statementTimeoutMs = environment.integer('ROLLCALL_STATEMENT_TIMEOUT_MS', {
      absent: 5_000,
      min: 100,
      max: 600_000,
    });
  }
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

/** Root's data lie where the account that runs PostgreSQL can reach them; anybody else's in the folder Rollcall was started from. */
function defaultDataFolder(): string {
  return process.platform !== 'win32' && process.getuid?.() === 0 ? '/var/lib/rollcall' : '.data';
}
