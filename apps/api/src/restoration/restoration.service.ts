import { Injectable } from '@nestjs/common';
import type { GroupView, UserView } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { ActivityLog } from '../activity/activity-log';
import type { Actor } from '../activity/actor';
import { gone, nameHeld, notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { DirectoryGroupsService } from '../directory/groups.service';
import { PersonService } from '../directory/person.service';
import { ResourceCountFolder } from '../events/resource-count-folder';
import { readerOf } from '../masking/who-sees';
import type { SignedInMember } from '../team/signed-in-member';
import { ChangeUndo } from './change-undo';
import { DeactivationsRepository } from './deactivations.repository';
import { DeletedRecordsRepository } from './deleted-records.repository';
import { GroupRestoration } from './group-restoration';
import type { Restored, RestoreOutcome } from './restore-outcome';
import { UserRestoration } from './user-restoration';

/** One deleted record, or one deactivated person, brought back by a person of the console (C09). */
@Injectable()
export class RestorationService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly deleted: DeletedRecordsRepository,
    private readonly deactivations: DeactivationsRepository,
    private readonly users: UserRestoration,
    private readonly groups: GroupRestoration,
    private readonly changes: ChangeUndo,
    private readonly activity: ActivityLog,
    private readonly counts: ResourceCountFolder,
    private readonly people: PersonService,
    private readonly teams: DirectoryGroupsService,
  ) {}

  /** A deleted person comes back under the same id; one who is there and turned off is turned on again. @throws notFound, gone, nameHeld */
  async restoreUser(actor: SignedInMember, userId: string): Promise<UserView> {
    const { tenantId } = actor;
    await this.database.inTenant(tenantId, async (em) => {
      const found = await this.deleted.whereIs(em, tenantId, 'User', userId);
      if (!found) return this.reactivate(em, actor, userId);
      const scope = { tenantId, integrationId: found.integrationId };
      const { memberships } = done(await this.users.restore(em, scope, [userId], actor), userId, 'person');
      await this.activity.record(em, actor, {
        action: 'user.restored',
        object: { type: 'user', id: userId, name: found.label },
        details: { integrationId: found.integrationId, memberships },
      });
      this.counts.changed(scope);
    });
    return this.people.get(readerOf(actor), userId);
  }

  /** @throws notFound, gone, nameHeld */
  async restoreGroup(actor: Actor, groupId: string): Promise<GroupView> {
    const { tenantId } = actor;
    await this.database.inTenant(tenantId, async (em) => {
      const found = await this.deleted.whereIs(em, tenantId, 'Group', groupId);
      if (!found) throw notFound('deleted group');
      const scope = { tenantId, integrationId: found.integrationId };
      const { memberships } = done(await this.groups.restore(em, scope, [groupId], actor), groupId, 'group');
      await this.activity.record(em, actor, {
        action: 'group.restored',
        object: { type: 'group', id: groupId, name: found.label },
        details: { integrationId: found.integrationId, memberships },
      });
      this.counts.changed(scope);
    });
    return this.teams.get(tenantId, groupId);
  }

  private async reactivate(em: EntityManager, actor: Actor, userId: string): Promise<void> {
    const { tenantId } = actor;
    const found = await this.deactivations.whereIs(em, tenantId, userId);
    if (found?.active !== false) throw notFound('deleted or inactive person');
    const scope = { tenantId, integrationId: found.integrationId };
    const change = await this.deactivations.newest(em, { ...scope, userId });
    await this.changes.undo(em, scope, new Map([[userId, [[change]]]]));
    await this.activity.record(em, actor, {
      action: 'user.reactivated',
      object: { type: 'user', id: userId, name: found.label },
      details: { integrationId: found.integrationId, before: false, after: change.before ?? null },
    });
  }
}

/** @throws notFound, gone, nameHeld unless the record came back */
function done(restored: Restored, id: string, thing: 'person' | 'group'): Restored {
  const outcome: RestoreOutcome = restored.outcomes.get(id) ?? { kind: 'missing' };
  switch (outcome.kind) {
    case 'restored':
      return restored;
    case 'missing':
      throw notFound(`deleted ${thing}`);
    case 'expired':
      throw gone(thing);
    case 'nameTaken':
      throw nameHeld(outcome.holder);
    default:
      return assertNever(outcome);
  }
}
