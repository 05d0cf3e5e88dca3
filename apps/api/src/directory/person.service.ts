import { Injectable } from '@nestjs/common';
import type { AsOfView, PersonReveal, PersonRevealRequest, TimeLinePage, UserView } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ActivityLog } from '../activity/activity-log';
import { notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import type { Reader } from '../masking/who-sees';
import type { SignedInMember } from '../team/signed-in-member';
import { TenantHosts } from '../tenants/tenant-hosts';
import { DeletedResourcesRepository, type DeletedDetailRow } from './deleted-resources.repository';
import type { PersonKey } from './memberships.repository';
import { PeopleStories } from './people-stories.service';
import { TimeLine } from './time-line';
import { deletedUserView, userView, type UserSurroundings } from './user.mapper';
import { UsersRepository, type UserDetailRow } from './users.repository';
import { visibleIntegrations } from './visible-integrations';

/** Somebody in the directory, or somebody deleted. */
type FoundPerson = { readonly person: PersonKey; readonly integrationName: string } & (
  | { readonly row: UserDetailRow; readonly gone?: undefined }
  | { readonly gone: DeletedDetailRow; readonly row?: undefined }
);

/** One person of the directory, or one who was deleted and can still be restored; personal values as the reader may see them (A16, A30). */
@Injectable()
export class PersonService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly users: UsersRepository,
    private readonly deleted: DeletedResourcesRepository,
    private readonly stories: PeopleStories,
    private readonly timeLine: TimeLine,
    private readonly hosts: TenantHosts,
    private readonly activity: ActivityLog,
  ) {}

  get(reader: Reader, userId: string): Promise<UserView> {
    return this.database.inTenant(reader.tenantId, async (em) =>
      this.view(em, await this.find(em, reader.tenantId, userId), reader.masked),
    );
  }

  /** The person as they were at a moment: every attribute and their groups, rebuilt from the changes since. */
  asOf(reader: Reader, userId: string, at: Date): Promise<AsOfView> {
    return this.database.inTenant(reader.tenantId, async (em) =>
      this.pastView(em, await this.find(em, reader.tenantId, userId), at, reader.masked),
    );
  }

  history({ tenantId, masked }: Reader, userId: string, cursor: string | undefined): Promise<TimeLinePage> {
    return this.database.inTenant(tenantId, async (em) => {
      const { person } = await this.find(em, tenantId, userId);
      return this.timeLine.ofPerson(em, person, { cursor, masked });
    });
  }

  /** The same with nothing hidden; that it was seen, and why, is written in the same transaction (SEC-53). */
  reveal(
    member: SignedInMember,
    userId: string,
    { reason = '', at, cursor }: PersonRevealRequest,
  ): Promise<PersonReveal> {
    return this.database.inTenant(member.tenantId, async (em) => {
      const found = await this.find(em, member.tenantId, userId);
      const user = await this.view(em, found, false);
      const earlier =
        cursor === undefined ? undefined : await this.timeLine.ofPerson(em, found.person, { cursor, masked: false });
      await this.activity.record(em, member, {
        action: 'user.revealed',
        object: { type: 'user', id: userId, name: user.displayName },
        details: {
          ...(reason === '' ? {} : { reason }),
          ...(at === undefined ? {} : { asOf: at }),
          ...(cursor === undefined ? {} : { part: 'history' }),
        },
      });
      return {
        user,
        ...(at === undefined ? {} : { asOf: await this.pastView(em, found, new Date(at), false) }),
        ...(earlier === undefined ? {} : { earlier }),
      };
    });
  }

  private async view(em: EntityManager, found: FoundPerson, masked: boolean): Promise<UserView> {
    const { person, integrationName, row, gone } = found;
    const around: UserSurroundings = {
      integrationName,
      scimUrl: this.hosts.scimUrl(person.tenantId),
      groups: await this.users.groupsOf(em, person),
      history: await this.timeLine.ofPerson(em, person, { masked }),
      facts: await this.stories.attributeFacts(em, person, { masked }),
      masked,
    };
    return gone ? deletedUserView(gone, around) : userView(row, around);
  }

  private pastView(
    em: EntityManager,
    { person, row, gone }: FoundPerson,
    at: Date,
    masked: boolean,
  ): Promise<AsOfView> {
    const stored = { resource: gone?.resource ?? row?.resource ?? '{}', isPresent: gone === undefined };
    const listedEmail = (gone ?? row).email ?? undefined;
    return this.stories.personAsOf(em, person, stored, at, { masked, listedEmail });
  }

  private async find(em: EntityManager, tenantId: string, userId: string): Promise<FoundPerson> {
    const integrations = await visibleIntegrations(em, tenantId);
    const integrationIds = integrations.map(({ id }) => id);
    const row = await this.users.find(em, tenantId, integrationIds, userId);
    const gone = row ? undefined : await this.deleted.find(em, { tenantId, integrationIds, type: 'User' }, userId);
    const integrationId = row?.integrationId ?? gone?.integrationId;
    if (integrationId === undefined) throw notFound('user');
    const integrationName = integrations.find(({ id }) => id === integrationId)?.name ?? '';
    const around = { person: { tenantId, integrationId, userId }, integrationName };
    if (row) return { ...around, row };
    if (gone) return { ...around, gone };
    throw notFound('user');
  }
}
