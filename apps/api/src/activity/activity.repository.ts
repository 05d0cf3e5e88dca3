import { Injectable } from '@nestjs/common';
import type { ActivityEntry, ActivityPage, ActivityQuery } from '@rollcall/admin-contracts';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ActivityEntity } from './activity.entity';
import { activityEntry } from './activity.mapper';

export type ActivitySelection = ActivityQuery & { readonly limit: number };

/** The log of deeds, newest first. */
@Injectable()
export class ActivityRepository {
  async page(em: EntityManager, tenantId: string, selection: ActivitySelection): Promise<ActivityPage> {
    const total = await matching(em, tenantId, selection).getCount();
    const after = decodeCursor(selection.cursor, ['number']);
    const rows = matching(em, tenantId, selection);
    if (after) rows.andWhere('activity.id < :after', { after: after[0] });
    const found = await rows
      .orderBy('activity.id', 'DESC')
      .limit(selection.limit + 1)
      .getMany();
    return toPage(found, total, selection.limit);
  }
}

function matching(em: EntityManager, tenantId: string, wanted: ActivityQuery): SelectQueryBuilder<ActivityEntity> {
  const rows = em.createQueryBuilder(ActivityEntity, 'activity').where('activity.tenantId = :tenantId', { tenantId });
  if (wanted.action !== undefined) rows.andWhere('activity.action = :action', { action: wanted.action });
  if (wanted.actorId !== undefined) rows.andWhere('activity.actorId = :actorId', { actorId: wanted.actorId });
  if (wanted.objectId !== undefined) rows.andWhere('activity.objectId = :objectId', { objectId: wanted.objectId });
  if (wanted.search !== undefined) rows.andWhere(namesHold(wanted.search));
  return rows;
}

/** strpos, not LIKE: a percent sign in a name is a percent sign. */
function namesHold(search: string): Brackets {
  return new Brackets((either) => {
    either
      .where('strpos(lower(activity.actorName), lower(:search)) > 0', { search })
      .orWhere('strpos(lower(activity.objectName), lower(:search)) > 0', { search });
  });
}

function toPage(found: readonly ActivityEntity[], total: number, limit: number): ActivityPage {
  const items: ActivityEntry[] = found.slice(0, limit).map(activityEntry);
  const last = found[limit - 1];
  return { items, total, ...(found.length > limit && last ? { nextCursor: encodeCursor([last.id]) } : {}) };
}
