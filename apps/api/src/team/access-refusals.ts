import { Injectable, Logger } from '@nestjs/common';
import { ActivityLog } from '../activity/activity-log';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from './signed-in-member';

/** The same refusal of the same person is one entry in so long: a page that asks again and again must not fill the log. */
const REPEATED_WITHIN_MS = 60_000;
const REMEMBERED_MAX = 10_000;

export interface RefusedCall {
  readonly method: string;
  /** As the route is written, such as /api/console/integrations/:id. */
  readonly route: string;
}

/** Logs what somebody signed in tried and was not allowed (SEC-53; ASVS 16.3.2). */
@Injectable()
export class AccessRefusals {
  private readonly logger = new Logger('team');
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly database: ConsoleDatabase,
    private readonly activity: ActivityLog,
  ) {}

  /** Not waited for: the answer does not depend on it. */
  note(member: SignedInMember, call: RefusedCall): void {
    if (this.isRepeated(`${member.id} ${call.method} ${call.route}`, Date.now())) return;
    this.database
      .inTenant(member.tenantId, (em) =>
        this.activity.record(em, member, { action: 'access.refused', result: 'failure', details: { ...call } }),
      )
      .catch((error: unknown) => {
        this.logger.warn({ event: 'access.refusalNotRecorded', error: String(error) });
      });
  }

  private isRepeated(key: string, now: number): boolean {
    const last = this.seen.get(key);
    if (last !== undefined && now - last < REPEATED_WITHIN_MS) return true;
    if (this.seen.size >= REMEMBERED_MAX) this.seen.clear();
    this.seen.set(key, now);
    return false;
  }
}
