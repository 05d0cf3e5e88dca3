import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '../console/console-error';

/** argon2id, 19 MiB, two passes (SEC-45; ASVS 11.4.2). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** So many hashes are computed at once: sign-ins must not starve SCIM. */
const PARALLEL_MAX = 2;
const WAITING_MAX = 50;

/** Hashes passwords, a few at a time. Spellings of one text that differ only in Unicode's forms are one password. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), COST));
  }

  verify(passwordHash: string, password: string): Promise<boolean> {
    return this.inTurn(() => verify(passwordHash, password.normalize('NFC')));
  }

  /** Does the work of a verification for an account that does not exist, so that time does not tell (SEC-46). */
  async pretend(password: string): Promise<false> {
    this.decoy ??= this.hash('no account has this password');
    await this.verify(await this.decoy, password);
    return false;
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.waiting.length >= WAITING_MAX) throw unavailable();
    if (this.running >= PARALLEL_MAX) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
