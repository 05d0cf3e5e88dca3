import { Injectable } from '@nestjs/common';
import type { UserPage, UserQuery, WorkValuesQuery } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import type { Reader } from '../masking/who-sees';
import { DeletedResourcesRepository } from './deleted-resources.repository';
import { userSummary } from './user.mapper';
import type { UserSelection } from './user-statements';
import { UsersRepository, type ListedUserRow, type UserPageWish } from './users.repository';
import { visibleIntegrations, type VisibleIntegration } from './visible-integrations';
import { WorkValuesRepository } from './work-values.repository';

/** The people of groups and departments up to this size are fetched and sorted; those of larger ones are met along the list's own order. */
const SMALL_SET_MAX = 5_000;

type UserWish = UserQuery & { readonly limit: number };

/** The people of all integrations that are not deleted. */
@Injectable()
export class DirectoryUsersService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly users: UsersRepository,
    private readonly deleted: DeletedResourcesRepository,
    private readonly workValues: WorkValuesRepository,
  ) {}

  list(reader: Reader, wish: UserWish): Promise<UserPage> {
    const { tenantId } = reader;
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const selection = await this.selectionOf(em, reader, integrations, wish);
      const rows = await this.users.page(em, selection, { ...pageWish(wish), counted: true });
      const counts = await this.counts(em, selection, integrations, rows[0]);
      return { ...pageOf(rows, integrations, wish.limit), total: counts[wish.status ?? 'all'], counts };
    });
  }

  /** A page without its counts, which would cost more than the page when one follows the other. */
  listUncounted(reader: Reader, wish: UserWish): Promise<Pick<UserPage, 'items' | 'nextCursor'>> {
    const { tenantId } = reader;
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const selection = await this.selectionOf(em, reader, integrations, wish);
      return pageOf(await this.users.page(em, selection, pageWish(wish)), integrations, wish.limit);
    });
  }

  valuesOf(tenantId: string, { field, search = '' }: WorkValuesQuery): Promise<string[]> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId);
      const scope = { tenantId, integrationIds: integrations.map(({ id }) => id) };
      return this.workValues.find(em, scope, { field, search: search.trim() });
    });
  }

  private async selectionOf(
    em: EntityManager,
    { tenantId, masked }: Reader,
    integrations: readonly VisibleIntegration[],
    { search = '', groupId, department, title }: UserWish,
  ): Promise<UserSelection> {
    const integrationIds = integrations.map(({ id }) => id);
    const text = search.trim();
    const selection = { tenantId, integrationIds, ...(text === '' ? {} : { search: { text, masked } }) };
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
    first: ListedUserRow | undefined,
  ): Promise<UserPage['counts']> {
    const counted =
      first?.foundAll === undefined
        ? await this.users.counts(em, selection)
        : { all: first.foundAll, inactive: first.foundInactive ?? 0 };
    const all = counted.all ?? integrations.reduce((sum, { userCount }) => sum + userCount, 0);
    const { tenantId, search } = selection;
    const integrationIds = integrations.map(({ id }) => id);
    const gone = {
      tenantId,
      integrationIds,
      type: 'User' as const,
      ...(search === undefined ? {} : { search: search.text }),
    };
    const deleted = await this.deleted.count(em, gone);
    return { all, active: all - counted.inactive, inactive: counted.inactive, deleted };
  }
}

function pageOf(
  rows: readonly ListedUserRow[],
  integrations: readonly VisibleIntegration[],
  limit: number,
): Pick<UserPage, 'items' | 'nextCursor'> {
  const names = new Map(integrations.map(({ id, name }) => [id, name]));
  return {
    items: rows.slice(0, limit).map((row) => userSummary(row, names.get(row.integrationId) ?? '')),
    ...nextCursor(rows, limit),
  };
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
