import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Environment } from './environment';
import { StartupFault } from './startup-fault';

const SECRET_LENGTH_MIN = 32;

/** The one secret of an installation; what needs a key derives its own from it. Without it no token of a copied database is of use. */
export class SecretsConfig {
  static readonly variables = ['ROLLCALL_SECRET'] as const;

  private readonly secret: string;

  constructor(environment: Environment, dataFolder: string) {
    const given = environment.text('ROLLCALL_SECRET');
    environment.require(
      given === undefined || given.length >= SECRET_LENGTH_MIN,
      `ROLLCALL_SECRET must have at least ${SECRET_LENGTH_MIN} characters; "openssl rand -base64 32" makes a good one.`,
    );
    this.secret = given ?? (environment.faults.length === 0 ? keptSecret(path.join(dataFolder, 'secret')) : '');
  }

  /** 32 bytes for one purpose; the same for the same secret, unrelated to those of other purposes (RFC 5869). */
  key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', `rollcall ${purpose}`, 32));
  }

  /** Tells whether two secrets are the same without giving one away. */
  fingerprint(): string {
    return createHash('sha256').update(this.key('fingerprint')).digest('hex').slice(0, 16);
  }
}

/** A random secret that is made the first time and kept beside the data, readable to its owner only. */
function keptSecret(file: string): string {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (!fs.existsSync(file)) createSecret(file);
    const secret = fs.readFileSync(file, 'utf8').trim();
    if (secret.length >= SECRET_LENGTH_MIN) return secret;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartupFault(
      `Rollcall cannot keep its secret in ${file} (${reason}): set ROLLCALL_SECRET, or ROLLCALL_DATA to a folder it may write to.`,
    );
  }
  throw new StartupFault(`The secret in ${file} is damaged: restore the file from a backup, or set ROLLCALL_SECRET.`);
}

/** Two processes that start together keep the same secret: the second link fails and the first one's file is read. */
function createSecret(file: string): void {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
