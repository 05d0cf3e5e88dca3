import { Injectable } from '@nestjs/common';
import type { UserStatus } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { segmentsOf, type UserSort } from './user-order';
import { userCountStatement, userPageStatement, workSizeStatement, type UserSelection } from './user-statements';

export interface UserRow {
  readonly id: string;
  readonly integrationId: string;
  readonly displayName: string;
  readonly userName: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly department: string | null;
  readonly active: boolean;
  readonly externalId: string | null;
  readonly createdAt: Date;
  readonly lastModified: Date;
}

export interface ListedUserRow extends UserRow {
  readonly segment: number;
  readonly sortKey: string | null;
  /** Of a search that was to be counted. */
  readonly foundAll?: number;
  readonly foundInactive?: number;
}

export interface UserDetailRow extends UserRow {
  readonly version: number;
  readonly resource: string;
}

export interface UserPageWish {
  readonly status?: UserStatus;
  readonly sort: UserSort;
  readonly descending: boolean;
  readonly after?: { readonly segment: number; readonly key: string | null; readonly id: string };
  readonly limit: number;
  readonly counted?: true;
}

const DETAIL = `
  select u.id, u.integration_id as "integrationId", u.display_name as "displayName", u.user_name as "userName", u.email, u.title,
         u.department, u.active is distinct from false as active, u.last_modified as "lastModified", u.external_id as "externalId",
         u.created_at as "createdAt", u.version, u.resource
    from scim_user u where u.tenant_id = $1 and u.integration_id = any($2::uuid[]) and u.id = $3`;

const GROUPS = `
  select g.id, g.display_name as "displayName"
    from group_member m
    join scim_group g on g.tenant_id = m.tenant_id and g.integration_id = m.integration_id and g.id = m.group_id
   where m.tenant_id = $1 and m.integration_id = $2 and m.member_id = $3
   order by g.display_name_key, g.id`;

/** People as the console reads them: sets, so SQL; every statement names organisation and integrations. */
@Injectable()
export class UsersRepository {
  /** Up to `limit` rows after the given one; the stretches of the order follow each other. */
  async page(em: EntityManager, selection: UserSelection, wish: UserPageWish): Promise<ListedUserRow[]> {
    const rows: ListedUserRow[] = [];
    const first = wish.after?.segment ?? 0;
    const segments = segmentsOf(wish.sort);
    for (let segment = first; segment < segments.length && rows.length < wish.limit; segment += 1) {
      const statement = userPageStatement(selection, {
        segment: segments[segment] ?? { where: 'false' },
        descending: wish.descending,
        limit: wish.limit - rows.length,
        ...(wish.status === undefined ? {} : { status: wish.status }),
        ...(wish.counted && rows.length === 0 ? { counted: true } : {}),
        ...(wish.after && segment === first ? { after: wish.after } : {}),
      });
      const found = await em.query<Omit<ListedUserRow, 'segment'>[]>(statement.text, [...statement.values]);
      rows.push(...found.map((row) => ({ ...row, segment })));
    }
    return rows;
  }

  /** `all` is absent when the selection is everybody. */
  async counts(em: EntityManager, selection: UserSelection): Promise<{ all?: number; inactive: number }> {
    const { text, values } = userCountStatement(selection);
    const [row] = await em.query<{ all?: number; inactive: number }[]>(text, [...values]);
    return row ?? { inactive: 0 };
  }

  async find(
    em: EntityManager,
    tenantId: string,
    integrationIds: readonly string[],
    userId: string,
  ): Promise<UserDetailRow | undefined> {
    return (await em.query<UserDetailRow[]>(DETAIL, [tenantId, integrationIds, userId]))[0];
  }

  /** How many people work in the selection's department or under its title; counting stops after `limit`. */
  async workSize(em: EntityManager, selection: UserSelection, limit: number): Promise<number> {
    const { text, values } = workSizeStatement(selection, limit);
    const [row] = await em.query<{ size: number }[]>(text, [...values]);
    return row?.size ?? 0;
  }

  /** The integration of a group and how many members it has; undefined when none of the integrations has the group. */
  async groupFacts(
    em: EntityManager,
    tenantId: string,
    integrationIds: readonly string[],
    groupId: string,
  ): Promise<{ integrationId: string; size: number } | undefined> {
    const rows = await em.query<{ integrationId: string; size: number }[]>(
      `select g.integration_id as "integrationId", (
           select count(*)::int from group_member m
            where m.tenant_id = g.tenant_id and m.integration_id = g.integration_id and m.group_id = g.id) as size
         from scim_group g where g.tenant_id = $1 and g.integration_id = any($2::uuid[]) and g.id = $3`,
      [tenantId, integrationIds, groupId],
    );
    return rows[0];
  }

  groupsOf(
    em: EntityManager,
    { tenantId, integrationId, userId }: { tenantId: string; integrationId: string; userId: string },
  ): Promise<{ id: string; displayName: string }[]> {
    return em.query(GROUPS, [tenantId, integrationId, userId]);
  }
}
