import type { TargetValue } from '../mapping/target';

/** What ties a person of the source to a user of the target, and what was last written there. */
export interface UserLink {
  readonly id: string;
  /** Values by path that the target must hold; a value whose source became empty stays here (entra 7, row 19). */
  readonly written: Map<string, TargetValue>;
  /** Target id of the manager that the target holds. */
  managerId: string | undefined;
}

export interface GroupLink {
  readonly id: string;
  readonly written: Map<string, string>;
  /** Object ids written as members: Entra compares with its own history, not with the target (entra 20.5). */
  readonly history: Set<string>;
  /** Target ids that the group must hold: what it held when it was found, and what was written since. */
  readonly held: Set<string>;
}

/** Source object id to target, for everything provisioned. */
export class Links {
  readonly users = new Map<string, UserLink>();
  readonly groups = new Map<string, GroupLink>();
  /** Target ids that were deleted, users and groups alike. */
  readonly deleted = new Set<string>();

  /** The user's id is no longer good: it leaves every group at once. */
  forgetUser(objectId: string): void {
    const link = this.users.get(objectId);
    if (link === undefined) return;
    this.users.delete(objectId);
    for (const group of this.groups.values()) {
      group.held.delete(link.id);
      group.history.delete(objectId);
    }
  }

  deleteUser(objectId: string): void {
    const link = this.users.get(objectId);
    if (link !== undefined) this.deleted.add(link.id);
    this.forgetUser(objectId);
  }

  deleteGroup(objectId: string): void {
    const link = this.groups.get(objectId);
    if (link !== undefined) this.deleted.add(link.id);
    this.groups.delete(objectId);
  }

  /** A restored id is not a deleted one. */
  linkUser(objectId: string, link: UserLink): void {
    this.users.set(objectId, link);
    this.deleted.delete(link.id);
  }

  linkGroup(objectId: string, link: GroupLink): void {
    this.groups.set(objectId, link);
    this.deleted.delete(link.id);
  }

  forgetAll(): void {
    this.users.clear();
    this.groups.clear();
  }
}
