import { Injectable } from '@nestjs/common';
import { ACTIVITY_VIEWS_MAX, type ActivityView, type SaveActivityViewRequest } from '@rollcall/admin-contracts';
import { v7 as uuid } from 'uuid';
import { badInput, ConsoleError, notFound } from '../console/console-error';
import { constraintOf } from '../database/constraint-errors';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { ActivityViewEntity } from './activity-view.entity';

/** Filters that a member keeps under names of their own (A34); nobody else sees them. */
@Injectable()
export class ActivityViews {
  constructor(private readonly database: ConsoleDatabase) {}

  list({ tenantId, id: memberId }: SignedInMember): Promise<ActivityView[]> {
    return this.database.inTenant(tenantId, async (em) => {
      const rows = await em.find(ActivityViewEntity, { where: { tenantId, memberId }, order: { name: 'ASC' } });
      return rows.map(({ id, name, filter }) => ({ id, name, filter: { ...filter } }));
    });
  }

  /** @throws conflict when the name is used, badInput when there are too many */
  save({ tenantId, id: memberId }: SignedInMember, { name, filter }: SaveActivityViewRequest): Promise<ActivityView> {
    const id = uuid();
    return this.database.inTenant(tenantId, async (em) => {
      if ((await em.countBy(ActivityViewEntity, { tenantId, memberId })) >= ACTIVITY_VIEWS_MAX)
        throw badInput({ name: `Keep at most ${ACTIVITY_VIEWS_MAX} views. Delete one first.` });
      await namedOnce(em.insert(ActivityViewEntity, { tenantId, memberId, id, name, filter: { ...filter } }));
      return { id, name, filter };
    });
  }

  /** @throws notFound, conflict when another view has the name */
  async rename({ tenantId, id: memberId }: SignedInMember, id: string, name: string): Promise<ActivityView> {
    return this.database.inTenant(tenantId, async (em) => {
      const key = { tenantId, memberId, id };
      await namedOnce(em.update(ActivityViewEntity, key, { name }));
      const view = await em.findOneBy(ActivityViewEntity, key);
      if (!view) throw notFound('view');
      return { id, name, filter: { ...view.filter } };
    });
  }

  /** @throws notFound */
  async delete({ tenantId, id: memberId }: SignedInMember, id: string): Promise<void> {
    await this.database.inTenant(tenantId, async (em) => {
      const { affected } = await em.delete(ActivityViewEntity, { tenantId, memberId, id });
      if (affected !== 1) throw notFound('view');
    });
  }
}

async function namedOnce(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (constraintOf(error) === 'activity_view_name_key') throw nameUsed();
    throw error;
  }
}

function nameUsed(): ConsoleError {
  const sentence = 'You have a view of this name. Choose another one.';
  return new ConsoleError('conflict', sentence, { fields: { name: sentence } });
}
