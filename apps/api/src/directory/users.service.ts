import { Injectable } from '@nestjs/common';
import type { AsOfView, UserPage, UserQuery, UserView, WorkValuesQuery } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { TenantHosts } from '../tenants/tenant-hosts';
import { DeletedResourcesRepository, type DeletedDetailRow } from './deleted-resources.repository';
import type { PersonKey } from './memberships.repository';
import { PeopleStories } from './people-stories.service';
import { deletedUserView, userSummary, userView, type UserSurroundings } from './user.mapper';
import type { UserSelection } from './user-statements';
import { UsersRepository, type ListedUserRow, type UserDetailRow, type UserPageWish } from './users.repository';
import { visibleIntegrations, type VisibleIntegration } from './visible-integrations';
import { WorkValuesRepository } from './work-values.repository';

/** The people of groups and departments up to this size are fetched and sorted; those of larger ones are met along the list's own order. */
const SMALL_SET_MAX = 5_000;

/** Somebody in the directory, or somebody deleted. */
type FoundPerson = { readonly person: PersonKey; readonly integrationName: string } & (
  | { readonly row: UserDetailRow; readonly gone?: undefined }
  | { readonly gone: DeletedDetailRow; readonly row?: undefined }
);

type UserWish = UserQuery & { readonly limit: number };

/** The people of all integrations that are not deleted. */
@Injectable()
export class DirectoryUsersService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly users: UsersRepository,
    private readonly deleted: DeletedResourcesRepository,
    private readonly workValues: WorkValuesRepository,
    private readonly stories: PeopleStories,
    private readonly hosts: TenantHosts,
  ) {}

  list(tenantId: string, wish: UserWish): Promise<UserPage> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const selection = await this.selectionOf(em, tenantId, integrations, wish);
      const page = await this.page(em, selection, integrations, wish);
      const counts = await this.counts(em, selection, integrations);
      return { ...page, total: counts[wish.status ?? 'all'], counts };
    });
  }

  /** A page without its counts, which would cost more than the page when one follows the other. */
  listUncounted(tenantId: string, wish: UserWish): Promise<Pick<UserPage, 'items' | 'nextCursor'>> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const selection = await this.selectionOf(em, tenantId, integrations, wish);
      return this.page(em, selection, integrations, wish);
    });
  }

  private async page(
    em: EntityManager,
    selection: UserSelection,
    integrations: readonly VisibleIntegration[],
    wish: UserWish,
  ): Promise<Pick<UserPage, 'items' | 'nextCursor'>> {
    const rows = await this.users.page(em, selection, pageWish(wish));
    const names = new Map(integrations.map(({ id, name }) => [id, name]));
    return {
      items: rows.slice(0, wish.limit).map((row) => userSummary(row, names.get(row.integrationId) ?? '')),
      ...nextCursor(rows, wish.limit),
    };
  }

  /** A person of the directory, or one who was deleted and can still be restored. */
  get(tenantId: string, userId: string): Promise<UserView> {
    return this.database.inTenant(tenantId, async (em) => {
      const { row, gone, person, integrationName } = await this.find(em, tenantId, userId);
      const around: UserSurroundings = {
        integrationName,
        scimUrl: this.hosts.scimUrl(tenantId),
        groups: await this.users.groupsOf(em, person),
        history: await this.stories.timeLine(em, person),
        facts: await this.stories.attributeFacts(em, person),
      };
      if (gone) return deletedUserView(gone, around);
      return userView(row, around);
    });
  }

  /** The person as they were at a moment: every attribute and their groups, rebuilt from the changes since. */
  asOf(tenantId: string, userId: string, at: Date): Promise<AsOfView> {
    return this.database.inTenant(tenantId, async (em) => {
      const { row, gone, person } = await this.find(em, tenantId, userId);
      const stored = { resource: gone?.resource ?? row?.resource ?? '{}', isPresent: gone === undefined };
      return this.stories.personAsOf(em, person, stored, at);
    });
  }

  valuesOf(tenantId: string, { field, search = '' }: WorkValuesQuery): Promise<string[]> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId);
      const scope = { tenantId, integrationIds: integrations.map(({ id }) => id) };
      return this.workValues.find(em, scope, { field, search: search.trim() });
    });
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

  private async selectionOf(
    em: EntityManager,
    tenantId: string,
    integrations: readonly VisibleIntegration[],
    { search = '', groupId, department, title }: UserWish,
  ): Promise<UserSelection> {
    const integrationIds = integrations.map(({ id }) => id);
    const text = search.trim();
    const selection = { tenantId, integrationIds, ...(text === '' ? {} : { search: text }) };
    const working = await this.withWork(em, selection, { department, title });
    if (groupId === undefined) return working;
    const group = await this.users.groupFacts(em, tenantId, integrationIds, groupId);
    const isLarge = group !== undefined && group.size > SMALL_SET_MAX;
    return { ...working, integrationIds: group ? [group.integrationId] : [], group: { id: groupId, isLarge } };
  }

  private async withWork(
    em: EntityManager,
    selection: UserSelection,
    { department, title }: Pick<UserWish, 'department' | 'title'>,
  ): Promise<UserSelection> {
    if (department === undefined && title === undefined) return selection;
    const work = {
      ...(department === undefined ? {} : { department }),
      ...(title === undefined ? {} : { title }),
      isLarge: false,
    };
    const size = await this.users.workSize(em, { ...selection, work }, SMALL_SET_MAX);
    return { ...selection, work: { ...work, isLarge: size > SMALL_SET_MAX } };
  }

  /** They ignore the status, so that the tabs can show them all. */
  private async counts(
    em: EntityManager,
    selection: UserSelection,
    integrations: readonly VisibleIntegration[],
  ): Promise<UserPage['counts']> {
    const counted = await this.users.counts(em, selection);
    const all = counted.all ?? integrations.reduce((sum, { userCount }) => sum + userCount, 0);
    const { tenantId, search } = selection;
    const integrationIds = integrations.map(({ id }) => id);
    const gone = { tenantId, integrationIds, type: 'User' as const, ...(search === undefined ? {} : { search }) };
    const deleted = await this.deleted.count(em, gone);
    return { all, active: all - counted.inactive, inactive: counted.inactive, deleted };
  }
}

function pageWish(wish: UserWish): UserPageWish {
  const cursor = decodeCursor(wish.cursor, ['number', 'string|null', 'uuid']);
  const [segment, key, id] = (cursor ?? []) as [number, string | null, string];
  return {
    sort: wish.sort ?? 'displayName',
    descending: wish.direction === 'desc',
    limit: wish.limit + 1,
    ...(wish.status === undefined ? {} : { status: wish.status }),
    ...(cursor ? { after: { segment: Math.max(0, Math.trunc(segment)), key, id } } : {}),
  };
}

function nextCursor(rows: readonly ListedUserRow[], limit: number): { nextCursor?: string } {
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return {};
  return { nextCursor: encodeCursor([last.segment, last.sortKey, last.id]) };
}
