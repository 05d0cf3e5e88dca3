/** Attributes of a person as Entra ID names them; those left out have no value there. */
export interface SourceAttributes {
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly mailNickname?: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly employeeId?: string;
  readonly mail?: string;
  readonly preferredLanguage?: string;
  readonly physicalDeliveryOfficeName?: string;
  readonly streetAddress?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly telephoneNumber?: string;
  readonly mobile?: string;
  readonly facsimileTelephoneNumber?: string;
}

/** Every standing but `enabled` and `purged` is a soft delete to the target: `active` false (entra 9). */
export type Standing = 'enabled' | 'disabled' | 'unassigned' | 'binned' | 'purged';

export interface SourceUser {
  readonly objectId: string;
  readonly attributes: SourceAttributes;
  /** Object id of the manager. */
  readonly managerId: string | undefined;
  readonly standing: Standing;
  /** A person who was unassigned before the deletion gets no DELETE later (entra 9). */
  readonly managedWhenDeleted: boolean;
}

export interface SourceGroup {
  readonly objectId: string;
  readonly displayName: string;
  /** Object ids. */
  readonly members: ReadonlySet<string>;
  readonly deleted: boolean;
}

/** Entra ID's side: people and groups as they are now, and when each of them last changed. */
export class SourceDirectory {
  private readonly usersById = new Map<string, SourceUser>();
  private readonly groupsById = new Map<string, SourceGroup>();
  private readonly changedAt = new Map<string, number>();
  private changes = 0;

  /** Counts changes; a cycle remembers the value at its start (entra 13.1). */
  get watermark(): number {
    return this.changes;
  }

  get users(): readonly SourceUser[] {
    return [...this.usersById.values()];
  }

  get groups(): readonly SourceGroup[] {
    return [...this.groupsById.values()];
  }

  user(objectId: string): SourceUser | undefined {
    return this.usersById.get(objectId);
  }

  group(objectId: string): SourceGroup | undefined {
    return this.groupsById.get(objectId);
  }

  changedSince(watermark: number, objectId: string): boolean {
    return (this.changedAt.get(objectId) ?? 0) > watermark;
  }

  /** Adds the person, or replaces the one with the same object id. */
  putUser(user: SourceUser): SourceUser {
    this.usersById.set(user.objectId, user);
    this.touch(user.objectId);
    return user;
  }

  putGroup(group: SourceGroup): SourceGroup {
    this.groupsById.set(group.objectId, group);
    this.touch(group.objectId);
    return group;
  }

  changeUser(objectId: string, change: Partial<Omit<SourceUser, 'objectId' | 'attributes'>>): SourceUser {
    return this.putUser({ ...this.knownUser(objectId), ...change });
  }

  changeAttributes(objectId: string, attributes: Partial<SourceAttributes>): SourceUser {
    const user = this.knownUser(objectId);
    return this.putUser({ ...user, attributes: { ...user.attributes, ...attributes } });
  }

  /** Moves a person to another standing; a purge also ends all memberships, as Entra ID does itself. */
  moveUser(objectId: string, standing: Standing): SourceUser {
    const user = this.knownUser(objectId);
    if (standing === 'purged') this.leaveAllGroups(objectId);
    return this.putUser({ ...user, standing, managedWhenDeleted: user.standing !== 'unassigned' });
  }

  changeGroup(objectId: string, change: Partial<Omit<SourceGroup, 'objectId'>>): SourceGroup {
    const group = this.groupsById.get(objectId);
    if (group === undefined) throw new Error(`The source directory has no group ${objectId}.`);
    return this.putGroup({ ...group, ...change });
  }

  private leaveAllGroups(objectId: string): void {
    for (const group of this.groupsById.values()) {
      if (!group.members.has(objectId)) continue;
      this.putGroup({ ...group, members: new Set([...group.members].filter((member) => member !== objectId)) });
    }
  }

  private knownUser(objectId: string): SourceUser {
    const user = this.usersById.get(objectId);
    if (user === undefined) throw new Error(`The source directory has no user ${objectId}.`);
    return user;
  }

  private touch(objectId: string): void {
    this.changes += 1;
    this.changedAt.set(objectId, this.changes);
  }
}
