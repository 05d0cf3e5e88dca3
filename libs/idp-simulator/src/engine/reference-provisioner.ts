import { MANAGER_PATH } from '../mapping/user-mapping';
import { patchBody, type Dialect, type PatchOperation } from '../patch/patch-habits';
import { renderMembersAdded, renderMembersRemoved } from '../patch/render-group-patch';
import { renderManagerClear, renderManagerSet } from '../patch/render-user-patch';
import { RULES } from '../report/rules';
import type { SourceGroup, SourceUser } from '../source/source-directory';
import { resourcePath } from '../wire/scim-query';
import type { EngineContext } from './engine-context';
import { GroupAuditor } from './group-auditor';
import { inParallel } from './in-parallel';
import type { GroupLink, UserLink } from './links';
import { ObjectFailed } from './object-failed';
import { UserAuditor } from './user-auditor';
import { checkWrittenUser } from './value-check';

/** Managers and memberships: written when both ends exist, in PATCHes of their own (entra 10.2, 20.4). */
export class ReferenceProvisioner {
  private readonly users: UserAuditor;
  private readonly groups: GroupAuditor;

  constructor(private readonly context: EngineContext) {
    this.users = new UserAuditor(context);
    this.groups = new GroupAuditor(context);
  }

  /** Whether the reference is settled; false where the manager has no user in the target yet and waits (entra 10.2). */
  async writeManager(user: SourceUser, dialect: Dialect): Promise<boolean> {
    const { links } = this.context;
    const link = links.users.get(user.objectId);
    if (link === undefined || user.standing === 'purged') return true;
    const wanted = user.managerId === undefined ? undefined : links.users.get(user.managerId)?.id;
    if (user.managerId !== undefined && wanted === undefined) return false;
    if (wanted === link.managerId) return true;
    await this.patchManager(link, wanted, dialect);
    return true;
  }

  /** Sends what changed since the last time, by Entra's own history; false where some members have no user yet. */
  async writeMembers(group: SourceGroup, dialect: Dialect): Promise<boolean> {
    const { links } = this.context;
    const link = links.groups.get(group.objectId);
    if (link === undefined || group.deleted) return true;
    const linked = [...group.members].filter((member) => links.users.has(member));
    const joining = linked.filter((member) => !link.history.has(member));
    const leaving = [...link.history].filter((member) => !group.members.has(member));
    await this.add(link, joining, dialect);
    await this.remove(link, leaving, dialect);
    return linked.length === group.members.size;
  }

  private async patchManager(link: UserLink, managerId: string | undefined, dialect: Dialect): Promise<void> {
    const { wire, judge, settings, mappings } = this.context;
    const held = link.managerId;
    const operation =
      managerId === undefined
        ? renderManagerClear(MANAGER_PATH, held ?? '', dialect, settings)
        : renderManagerSet(MANAGER_PATH, managerId, held !== undefined, dialect, settings);
    const answer = await wire.send('PATCH', resourcePath('/Users', link.id), patchBody([operation]));
    if (!judge.hasStatus(answer, [200, 204], RULES.userPatch)) throw new ObjectFailed('a manager was not written');
    link.managerId = managerId;
    const changed = answer.text === '' ? undefined : judge.resource(answer);
    if (changed !== undefined) checkWrittenUser(judge, answer, changed.resource, link, mappings);
    await this.users.afterWrite('manager', link);
  }

  private async add(link: GroupLink, members: readonly string[], dialect: Dialect): Promise<void> {
    if (members.length === 0) return;
    const batches = renderMembersAdded(this.targetIds(members), dialect, this.context.settings);
    await this.sendBatches(link, batches);
    for (const member of members) link.history.add(member);
    for (const id of this.targetIds(members)) link.held.add(id);
    await this.groups.afterWrite('add', link);
  }

  private async remove(link: GroupLink, members: readonly string[], dialect: Dialect): Promise<void> {
    if (members.length === 0) return;
    const ids = this.targetIds(members);
    await this.sendBatches(link, renderMembersRemoved(ids, dialect, this.context.settings));
    for (const member of members) link.history.delete(member);
    for (const id of ids) link.held.delete(id);
    await this.groups.afterWrite('remove', link);
  }

  /** Batches of one group travel side by side: nothing says that Entra waits, and no member may get lost (entra 13.6). */
  private async sendBatches(link: GroupLink, batches: readonly (readonly PatchOperation[])[]): Promise<void> {
    const { wire, judge, settings } = this.context;
    await inParallel(batches, settings.parallel, async (operations) => {
      const answer = await wire.send('PATCH', resourcePath('/Groups', link.id), patchBody(operations));
      if (!judge.hasStatus(answer, [200, 204], RULES.groupPatch)) throw new ObjectFailed('members were not written');
    });
  }

  private targetIds(members: readonly string[]): readonly string[] {
    return members.flatMap((member) => this.context.links.users.get(member)?.id ?? []);
  }
}
