import { Injectable, Logger } from '@nestjs/common';
import type { SignInRequest } from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import type { Actor } from '../activity/actor';
import { tooManyTries, wrongCredentials } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { emailKey } from './email-key';
import { FailureDelay } from './failure-delay';
import { MembersRepository } from './members.repository';
import { PasswordCheck } from './password-check';
import { PasswordHasher } from './password-hasher';
import { Sessions, type Origin } from './sessions.service';
import type { SignedInMember } from './signed-in-member';

const QUARTER_HOUR_MS = 900_000;
/** One address may be several organisations' member; so many of them are tried. */
const ACCOUNTS_TRIED_MAX = 3;

interface Account {
  readonly tenantId: string;
  readonly id: string;
  readonly passwordHash: string;
  readonly status: string;
}

/** Opens sessions to those who know the password. Answer and work are the same for an account that does not exist (SEC-46). */
@Injectable()
export class SignInService {
  private readonly logger = new Logger('team');
  /** Per account and address, so that nobody can lock somebody else out. */
  private readonly perAccount = new FailureDelay({ free: 5, delayMaxMs: QUARTER_HOUR_MS });
  private readonly perAddress = new FailureDelay({ free: 30, delayMaxMs: QUARTER_HOUR_MS });

  constructor(
    private readonly database: ConsoleDatabase,
    private readonly members: MembersRepository,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordHasher,
    private readonly activity: ActivityLog,
    private readonly check: PasswordCheck,
  ) {}

  /** The new session's secret. @throws wrongCredentials, tooManyTries */
  async signIn(request: SignInRequest, origin: Origin): Promise<string> {
    const key = emailKey(request.email);
    const perAccountKey = `${key} ${origin.address}`;
    this.refuseEarly(perAccountKey, origin.address);
    // Counted before the password is looked at, so that guesses sent at the same moment count too.
    this.perAccount.failed(perAccountKey);
    this.perAddress.failed(origin.address);
    const accounts = await this.accountsOf(key);
    const account = await this.matching(accounts, request.password);
    if (!account) {
      void this.recordFailure(accounts, origin);
      throw wrongCredentials();
    }
    this.perAccount.succeeded(perAccountKey);
    return this.open(account, origin);
  }

  /** The secret of a new session in place of this one, from now on one of a recent sign-in (SEC-42, SEC-49). @throws wrongPassword, tooManyTries */
  async confirm(member: SignedInMember, password: string, origin: Origin): Promise<string> {
    await this.check.require(member, password);
    return this.database.inTenant(member.tenantId, async (em) => {
      await this.activity.record(em, member, { action: 'member.confirmed' });
      return this.sessions.renew(em, member, origin);
    });
  }

  /** Ends this session, here and at once. */
  async signOut(member: SignedInMember): Promise<void> {
    await this.database.inTenant(member.tenantId, async (em) => {
      await this.sessions.close(em, member);
      await this.activity.record(em, member, { action: 'member.signedOut' });
    });
  }

  private refuseEarly(perAccountKey: string, address: string): void {
    const waitMs = Math.max(this.perAccount.waitMs(perAccountKey), this.perAddress.waitMs(address));
    if (waitMs > 0) throw tooManyTries(Math.ceil(waitMs / 1_000));
  }

  private accountsOf(key: string): Promise<Account[]> {
    return this.database.query<Account>(
      `select tenant_id as "tenantId", id, password_hash as "passwordHash", status from members_by_email($1) limit $2`,
      [key, ACCOUNTS_TRIED_MAX],
    );
  }

  private async matching(accounts: readonly Account[], password: string): Promise<Account | undefined> {
    if (accounts.length === 0) await this.passwords.pretend(password);
    for (const account of accounts) {
      const right = await this.passwords.verify(account.passwordHash, password);
      if (right && account.status === 'active') return account;
    }
    return undefined;
  }

  private open({ tenantId, id }: Account, origin: Origin): Promise<string> {
    return this.database.inTenant(tenantId, async (em) => {
      const name = await this.members.nameOf(em, { tenantId, memberId: id });
      await this.members.noteSignIn(em, { tenantId, memberId: id });
      await this.activity.record(em, actorOf(tenantId, id, name, origin), { action: 'member.signedIn' });
      return this.sessions.open(em, { tenantId, memberId: id }, origin);
    });
  }

  /** Not waited for: the time of an answer must not tell that the account exists. */
  private async recordFailure(accounts: readonly Account[], origin: Origin): Promise<void> {
    for (const { tenantId, id } of accounts) {
      try {
        await this.database.inTenant(tenantId, async (em) => {
          const name = await this.members.nameOf(em, { tenantId, memberId: id });
          const actor = actorOf(tenantId, id, name, origin);
          await this.activity.record(em, actor, { action: 'member.signInFailed', result: 'failure' });
        });
      } catch (error) {
        this.logger.warn({ event: 'signIn.failureNotRecorded', error: String(error) });
      }
    }
  }
}

function actorOf(tenantId: string, id: string, name: string, origin: Origin): Actor {
  return { tenantId, type: 'member', id, name, address: origin.address, requestId: origin.requestId };
}
