import type { UserStatus } from '@rollcall/admin-contracts';
import { BoundParameters } from './bound-parameters';
import type { Segment } from './user-order';
import { usersFound, type UserSearch } from './user-search';

/** Which users a list is about. */
export interface UserSelection {
  readonly tenantId: string;
  readonly integrationIds: readonly string[];
  readonly search?: UserSearch;
  /** Members of one group only; `integrationIds` is then the group's own. */
  readonly group?: { readonly id: string; readonly isLarge: boolean };
  /** Department and title exactly as received. `isLarge`: met along the list's order; otherwise fetched by their index. */
  readonly work?: { readonly department?: string; readonly title?: string; readonly isLarge: boolean };
}

export interface PageWish {
  readonly status?: UserStatus;
  readonly segment: Segment;
  readonly descending: boolean;
  readonly after?: { readonly key: string | null; readonly id: string };
  readonly limit: number;
  /** With how many a search has found in all, in every row: `foundAll` and `foundInactive`. */
  readonly counted?: true;
}

export interface BoundStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const SHOWN = `u.id, u.integration_id as "integrationId", u.display_name as "displayName", u.user_name as "userName", u.email, u.title,
  u.department, u.active is distinct from false as active, u.external_id as "externalId", u.created_at as "createdAt",
  u.last_modified as "lastModified"`;

/** A page of one segment. Each integration's rows come in order from its index; the merge reads no more than the page of each. */
export function userPageStatement(selection: UserSelection, wish: PageWish): BoundStatement {
  const bound = new BoundParameters();
  const tenant = bound.add(selection.tenantId);
  const integrations = bound.add(selection.integrationIds);
  const { key } = wish.segment;
  const direction = wish.descending ? 'desc' : 'asc';
  const order = [...(key ? [`${key.column} ${direction}`] : []), `u.id ${direction}`].join(', ');
  const conditions = [wish.segment.where, ...statusCondition(wish.status), ...afterCondition(wish, bound)];
  const limit = bound.add(wish.limit);
  const hits = hitsOf(selection, tenant, integrations, bound);
  if (hits === undefined && selection.group) conditions.push(isMember(tenant, bound.add(selection.group.id)));
  if (selection.work?.isLarge) conditions.push(worksThere(selection.work, bound));
  const sortKey = key ? `${key.column}::text` : 'null::text';
  const row = `select ${SHOWN}, ${sortKey} as "sortKey", u.display_name_key, u.user_name_key, u.last_modified`;
  const own = `u.tenant_id = ${tenant} and ${conditions.join(' and ')}`;
  if (hits !== undefined || wish.segment.isRead) {
    const within = hits === undefined ? `u.integration_id = any(${integrations}::uuid[])` : 'true';
    const source = hits === undefined ? 'scim_user u' : `hits join scim_user u on ${SAME_AS_HIT}`;
    const chosen = isInHitsAlone(selection, wish)
      ? `hits u where ${conditions.join(' and ')}`
      : `${source} where ${own} and ${within}`;
    const isCounted = wish.counted && hits !== undefined && !selection.work?.isLarge;
    // Only what the order needs is read of all that fit; the rows are fetched for those of the page.
    const text = `with ${hits === undefined ? '' : `hits as materialized (${hits}),`}
        ${isCounted ? `counted as materialized (${countOfHits(tenant)}),` : ''}
        chosen as materialized (
          select u.integration_id, u.id from ${chosen} order by ${order} limit ${limit})
      ${row}${isCounted ? ', counted."all" as "foundAll", counted.inactive as "foundInactive"' : ''}
        from chosen join scim_user u on u.tenant_id = ${tenant} and u.integration_id = chosen.integration_id and u.id = chosen.id
        ${isCounted ? 'cross join counted' : ''} order by ${order}`;
    return { text, values: bound.values };
  }
  const text = `select u.* from unnest(${integrations}::uuid[]) i (id) cross join lateral (
           ${row} from scim_user u where u.integration_id = i.id and ${own} order by ${order} limit ${limit}
         ) u order by ${order} limit ${limit}`;
  return { text, values: bound.values };
}

/**
 * How many users the selection has in all, and how many of them are inactive. Of everybody only the inactive are counted: the number of
 * all is kept elsewhere.
 */
export function userCountStatement(selection: UserSelection): BoundStatement {
  const bound = new BoundParameters();
  const tenant = bound.add(selection.tenantId);
  const integrations = bound.add(selection.integrationIds);
  const hits = hitsOf(selection, tenant, integrations, bound);
  const own = `u.tenant_id = ${tenant} and u.integration_id = any(${integrations}::uuid[])`;
  if (hits !== undefined) {
    if (!selection.work?.isLarge) {
      return { text: `with hits as materialized (${hits}) ${countOfHits(tenant)}`, values: bound.values };
    }
    const there = ` and ${worksThere(selection.work, bound)}`;
    const text = `with hits as materialized (${hits})
      select count(*)::int as "all", count(*) filter (where u.active = false)::int as inactive
        from hits join scim_user u on ${own} and u.integration_id = hits.integration_id and u.id = hits.id${there}`;
    return { text, values: bound.values };
  }
  const inactive = `select count(*)::int as inactive from scim_user u where ${own} and u.active = false`;
  if (selection.work) return largeWorkCount(selection, tenant, own, bound);
  if (!selection.group) return { text: inactive, values: bound.values };
  const group = bound.add(selection.group.id);
  const text = `select inactive, (
      select count(*)::int from group_member m
       where m.tenant_id = ${tenant} and m.integration_id = any(${integrations}::uuid[]) and m.group_id = ${group}::uuid
         and not m.is_group) as "all"
    from (${inactive} and ${isMember(tenant, group)}) counted`;
  return { text, values: bound.values };
}

/** What a search finds is there, and known by its id: where that is the order, nobody's row is read but those of the page. */
function isInHitsAlone({ search, work }: UserSelection, { segment, status }: PageWish): boolean {
  return search !== undefined && !work?.isLarge && !segment.key && segment.where === 'true' && status === undefined;
}

const SAME_AS_HIT = 'u.integration_id = hits.integration_id and u.id = hits.id';

/** The inactive are few and have an index of their own: nobody's row is read. */
const countOfHits = (tenant: string): string => `
  select count(*)::int as "all", count(off.id)::int as inactive
    from hits left join scim_user off
      on off.tenant_id = ${tenant} and off.integration_id = hits.integration_id and off.id = hits.id and off.active = false`;

/**
 * Where somebody works is counted in the index alone; who of them is inactive, among the few inactive. That index knows no ids, so whoever
 * has to be in a group too is read, once for both.
 */
function largeWorkCount(selection: UserSelection, tenant: string, own: string, bound: BoundParameters): BoundStatement {
  const conditions = [own, ...(selection.work ? [worksThere(selection.work, bound)] : [])];
  if (selection.group) {
    conditions.push(isMember(tenant, bound.add(selection.group.id)));
    const text = `select count(*)::int as "all", count(*) filter (where u.active = false)::int as inactive
      from scim_user u where ${conditions.join(' and ')}`;
    return { text, values: bound.values };
  }
  const counted = (further: string) =>
    `(select count(*)::int from scim_user u where ${conditions.join(' and ')}${further})`;
  return {
    text: `select ${counted('')} as "all", ${counted(' and u.active = false')} as inactive`,
    values: bound.values,
  };
}

/** Up to `limit` + 1 of those who work there, to know whether they are many. */
export function workSizeStatement(selection: UserSelection, limit: number): BoundStatement {
  const bound = new BoundParameters();
  const own = `u.tenant_id = ${bound.add(selection.tenantId)} and u.integration_id = any(${bound.add(selection.integrationIds)}::uuid[])`;
  const there = selection.work ? worksThere(selection.work, bound) : 'true';
  const text = `select count(*)::int as size from (select 1 from scim_user u where ${own} and ${there} limit ${bound.add(limit + 1)}) met`;
  return { text, values: bound.values };
}

/** The index holds those who have either; a title alone is looked through in it, without the rows. */
function worksThere({ department, title }: NonNullable<UserSelection['work']>, bound: BoundParameters): string {
  const conditions = [
    ...(department === undefined ? [] : [`u.department = ${bound.add(department)}`]),
    ...(title === undefined ? [] : [`u.title = ${bound.add(title)}`]),
  ];
  return [...conditions, '(u.department is not null or u.title is not null)'].join(' and ');
}

/** The users a search, a small group and a small department single out; undefined when the list's own order is walked. */
function hitsOf(
  selection: UserSelection,
  tenant: string,
  integrations: string,
  bound: BoundParameters,
): string | undefined {
  const sets: string[] = [];
  if (selection.search !== undefined) sets.push(`(${usersFound(selection.search, tenant, integrations, bound)})`);
  const { group } = selection;
  if (group && (!group.isLarge || selection.search !== undefined || (selection.work && !selection.work.isLarge))) {
    sets.push(`(select m.integration_id, m.member_id as id from group_member m
      where m.tenant_id = ${tenant} and m.integration_id = any(${integrations}::uuid[])
        and m.group_id = ${bound.add(group.id)}::uuid and not m.is_group)`);
  }
  const { work } = selection;
  if (work && !work.isLarge) {
    sets.push(`(select u.integration_id, u.id from scim_user u
      where u.tenant_id = ${tenant} and u.integration_id = any(${integrations}::uuid[]) and ${worksThere(work, bound)})`);
  }
  return sets.length === 0 ? undefined : sets.join(' intersect ');
}

/** In a large group every few steps along the list's order meet a member, which is cheaper than sorting them all. */
function isMember(tenant: string, group: string): string {
  return `exists (select from group_member m
    where m.tenant_id = ${tenant} and m.integration_id = u.integration_id and m.group_id = ${group}::uuid and m.member_id = u.id)`;
}

function statusCondition(status: UserStatus | undefined): string[] {
  if (status === undefined) return [];
  return [status === 'active' ? 'u.active is distinct from false' : 'u.active = false'];
}

/** What comes after the row where the page before ended. The plain comparison of the key is what an index can begin with. */
function afterCondition({ after, segment, descending }: PageWish, bound: BoundParameters): string[] {
  if (!after) return [];
  const sign = descending ? '<' : '>';
  const id = `${bound.add(after.id)}::uuid`;
  if (!segment.key) return [`u.id ${sign} ${id}`];
  const key = `${bound.add(after.key)}::${segment.key.type}`;
  const { column } = segment.key;
  return [`${column} ${sign}= ${key}`, `(${column}, u.id) ${sign} (${key}, ${id})`];
}
