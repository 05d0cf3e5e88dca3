import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../activity/activity-log';
import { tooManyTries, wrongPassword } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { FailureDelay } from './failure-delay';
import { MembersRepository } from './members.repository';
import { PasswordHasher } from './password-hasher';
import type { SignedInMember } from './signed-in-member';

const QUARTER_HOUR_MS = 900_000;

/** Asks somebody who is signed in for their password once more (SEC-49); guessing at a found session is as slow as at the door (SEC-46). */
@Injectable()
export class PasswordCheck {
  private readonly perMember = new FailureDelay({ free: 5, delayMaxMs: QUARTER_HOUR_MS });

  constructor(
    private readonly database: ConsoleDatabase,
    private readonly members: MembersRepository,
    private readonly passwords: PasswordHasher,
    private readonly activity: ActivityLog,
  ) {}

  /** @throws wrongPassword, tooManyTries */
  async require(member: SignedInMember, password: string): Promise<void> {
    const key = `${member.id} ${member.address ?? ''}`;
    const waitMs = this.perMember.waitMs(key);
    if (waitMs > 0) throw tooManyTries(Math.ceil(waitMs / 1_000));
    // Counted before the password is looked at, so that guesses sent at the same moment count too.
    this.perMember.failed(key);
    const hash = await this.database.inTenant(member.tenantId, (em) =>
      this.members.passwordHashOf(em, { tenantId: member.tenantId, memberId: member.id }),
    );
    if (!(await this.passwords.verify(hash, password))) {
      await this.database.inTenant(member.tenantId, (em) =>
        this.activity.record(em, member, { action: 'member.confirmationFailed', result: 'failure' }),
      );
      throw wrongPassword();
    }
    this.perMember.succeeded(key);
  }
}
