import { Injectable } from '@nestjs/common';
import { RESTORABLE_DAYS, type PurgeCounts, type PurgeView } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ActivityLog } from '../activity/activity-log';
import { conflict } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { PurgeRepository, type OutlookRow } from './purge.repository';

const KEPT_MS = RESTORABLE_DAYS * 24 * 3_600_000;

/** Holding back, for a whole organisation, the removal of what was deleted more than 30 days ago. */
@Injectable()
export class PurgeService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly purge: PurgeRepository,
    private readonly activity: ActivityLog,
  ) {}

  view(tenantId: string): Promise<PurgeView> {
    return this.database.inTenant(tenantId, (em) => this.read(em, tenantId));
  }

  /** From the commit on nothing is removed, and what is past its days can be restored as before. @throws conflict */
  pause(member: SignedInMember, reason: string): Promise<PurgeView> {
    const { tenantId } = member;
    return this.database.inTenant(tenantId, async (em) => {
      const paused = await this.purge.pause(em, tenantId, member, reason);
      if (!paused) throw conflict('Somebody has paused the removal already.');
      await this.activity.record(em, member, {
        action: 'directory.purgePaused',
        object: objectOf(member),
        details: { reason },
      });
      return this.read(em, tenantId);
    });
  }

  /** The next run takes what is due; what is not paused stays as it is. */
  resume(member: SignedInMember): Promise<PurgeView> {
    const { tenantId } = member;
    return this.database.inTenant(tenantId, async (em) => {
      const ended = await this.purge.resume(em, tenantId);
      const view = await this.read(em, tenantId);
      if (ended) {
        await this.activity.record(em, member, {
          action: 'directory.purgeResumed',
          object: objectOf(member),
          details: { pausedBy: ended.by, pausedAt: ended.at.toISOString(), reason: ended.reason, ...view.due },
        });
      }
      return view;
    });
  }

  private async read(em: EntityManager, tenantId: string): Promise<PurgeView> {
    const paused = await this.purge.pauseOf(em, tenantId);
    const outlook = await this.purge.outlook(em, tenantId);
    const first = outlook[0]?.firstDeletedAt ?? undefined;
    return {
      ...(paused ? { paused: { at: paused.at.toISOString(), by: paused.by, reason: paused.reason } } : {}),
      due: countsOf(outlook, 'due'),
      ...(first
        ? { next: { at: new Date(first.getTime() + KEPT_MS).toISOString(), ...countsOf(outlook, 'soon') } }
        : {}),
      held: await this.purge.heldCount(em, tenantId),
    };
  }
}

function countsOf(outlook: readonly OutlookRow[], which: 'due' | 'soon'): PurgeCounts {
  const count = (wanted: OutlookRow['kind']) => outlook.find(({ kind }) => kind === wanted)?.[which] ?? 0;
  return { people: count('User'), groups: count('Group'), integrations: count('Integration') };
}

function objectOf({ tenantId, tenantName }: SignedInMember) {
  return { type: 'tenant', id: tenantId, name: tenantName };
}
