import { Injectable } from '@nestjs/common';
import type { UserPage, UserQuery, UserView } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { notFound } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { TenantHosts } from '../tenants/tenant-hosts';
import { HistoryRepository } from './history.repository';
import { userSummary, userView } from './user.mapper';
import type { UserSelection } from './user-statements';
import { UsersRepository, type ListedUserRow, type UserPageWish } from './users.repository';
import { visibleIntegrations, type VisibleIntegration } from './visible-integrations';

/** The people of groups up to this size are fetched and sorted; those of larger ones are met along the list's own order. */
const SMALL_GROUP_MAX = 5_000;

type UserWish = UserQuery & { readonly limit: number };

/** The people of all integrations that are not deleted. */
@Injectable()
export class DirectoryUsersService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly users: UsersRepository,
    private readonly history: HistoryRepository,
    private readonly hosts: TenantHosts,
  ) {}

  list(tenantId: string, wish: UserWish): Promise<UserPage> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const selection = await this.selectionOf(em, tenantId, integrations, wish);
      const rows = await this.users.page(em, selection, pageWish(wish));
      const counts = await this.counts(em, selection, integrations);
      const names = new Map(integrations.map(({ id, name }) => [id, name]));
      return {
        items: rows.slice(0, wish.limit).map((row) => userSummary(row, names.get(row.integrationId) ?? '')),
        total: counts[wish.status ?? 'all'],
        ...nextCursor(rows, wish.limit),
        counts,
      };
    });
  }

  get(tenantId: string, userId: string): Promise<UserView> {
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId);
      const ids = integrations.map(({ id }) => id);
      const row = await this.users.find(em, tenantId, ids, userId);
      if (!row) throw notFound('user');
      const { integrationId } = row;
      return userView(row, {
        integrationName: integrations.find(({ id }) => id === integrationId)?.name ?? '',
        scimUrl: this.hosts.scimUrl(tenantId),
        groups: await this.users.groupsOf(em, { tenantId, integrationId, userId }),
        history: await this.history.of(em, { tenantId, integrationId, resourceId: userId }),
      });
    });
  }

  private async selectionOf(
    em: EntityManager,
    tenantId: string,
    integrations: readonly VisibleIntegration[],
    { search = '', groupId }: UserWish,
  ): Promise<UserSelection> {
    const integrationIds = integrations.map(({ id }) => id);
    const text = search.trim();
    const selection = { tenantId, integrationIds, ...(text === '' ? {} : { search: text }) };
    if (groupId === undefined) return selection;
    const group = await this.users.groupFacts(em, tenantId, integrationIds, groupId);
    const isLarge = group !== undefined && group.size > SMALL_GROUP_MAX;
    return { ...selection, integrationIds: group ? [group.integrationId] : [], group: { id: groupId, isLarge } };
  }

  /** They ignore the status, so that the tabs can show them all. */
  private async counts(
    em: EntityManager,
    selection: UserSelection,
    integrations: readonly VisibleIntegration[],
  ): Promise<UserPage['counts']> {
    const counted = await this.users.counts(em, selection);
    const all = counted.all ?? integrations.reduce((sum, { userCount }) => sum + userCount, 0);
    return { all, active: all - counted.inactive, inactive: counted.inactive };
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
