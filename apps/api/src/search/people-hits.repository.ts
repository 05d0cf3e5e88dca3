import { Injectable } from '@nestjs/common';
import { SEARCH_HITS_MAX } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import type { SearchScope } from './search-scope';

/** No text sorts after it in the order of bytes. */
const LAST = '\u{10FFFF}';

export interface PersonHitRow {
  readonly id: string;
  readonly integrationId: string;
  readonly displayName: string;
  readonly userName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly groupCount: number;
  readonly turnedOffAt: Date | null;
  readonly turnedOffBy: string | null;
}

export interface LastLeaving {
  readonly at: Date;
  readonly requestId: string | null;
  readonly groupName: string | null;
}

interface Hit {
  readonly id: string;
}

const OWN = 'u.tenant_id = $1 and u.integration_id = any($2::uuid[])';
const SOME = `limit ${SEARCH_HITS_MAX}`;

/** Those whose name begins with the text, in the order of names; each integration's from its index. */
const beginning = (column: string, from: string, to: string) => `
  (select u.id from unnest($2::uuid[]) i (id) cross join lateral (
     select u.id, u.${column} from scim_user u
      where u.tenant_id = $1 and u.integration_id = i.id and u.${column} >= ${from} and u.${column} < ${to}
      order by u.${column} ${SOME}
   ) u order by u.${column} ${SOME})`;

/** $1 tenant, $2 integrations, $3 text, $4 $5 folded text and its end, $6 $7 userName and its end, $8 id or null. Exact ones first. */
const NAMED = `
  select id, min(rank) as rank from (
    select u.id, 0 as rank from scim_user u where ${OWN} and u.user_name_key = $6
    union all select u.id, 0 from scim_user u where ${OWN} and u.email_key = $4
    union all select u.user_id, 0 from scim_user_email u where ${OWN} and u.email_key = $4
    union all select u.id, 0 from scim_user u where ${OWN} and u.external_id = $3
    union all select u.id, 0 from scim_user u where ${OWN} and u.id = $8::uuid
    union all select id, 1 from ${beginning('display_name_key', '$4', '$5')} named
    union all select id, 2 from ${beginning('user_name_key', '$6', '$7')} named
    union all select id, 2 from ${beginning('email_key', '$4', '$5')} named
  ) hits group by id order by rank, id ${SOME}`;

/**
 * $3 the words that a name has to hold. Names are looked through in their index alone, and only until there are enough. A comparison for
 * each word: a set of words would be joined to each of all names, which takes three times as long.
 */
const namesHolding = (words: readonly string[]) => `
  select u.id from scim_user u
   where ${OWN} and u.display_name_key = any(array(
     select u.display_name_key from scim_user u
      where ${OWN} and u.display_name_key is not null and ${holdsEach('u.display_name_key', words)} ${SOME}))
  union
  select u.id from scim_user u
   where ${OWN} and u.display_name_key is null and ${holdsEach('lower(u.display_name)', words)}
  ${SOME}`;

const holdsEach = (name: string, words: readonly string[]): string =>
  words.map((_word, index) => `strpos(${name}, ($3::text[])[${index + 1}]) > 0`).join(' and ');

/** $3 ids, best first: what the box says of each, with the request that turned off those who are inactive. */
const FACTS = `
  select u.id, u.integration_id as "integrationId", u.display_name as "displayName", u.user_name as "userName", u.email,
         u.active is distinct from false as active, off.at as "turnedOffAt", off.request_id as "turnedOffBy",
         (select count(*)::int from group_member m
           where m.tenant_id = u.tenant_id and m.integration_id = u.integration_id and m.member_id = u.id) as "groupCount"
    from scim_user u
    left join lateral (
      select e.at, e.request_id from event e
       where u.active = false and e.tenant_id = u.tenant_id and e.integration_id = u.integration_id and e.resource_id = u.id
         and e.kind = 'updated' and e.data @> '[{"path": "active", "after": false}]'
       order by e.xid desc, e.id desc limit 1
    ) off on true
   where ${OWN} and u.id = any($3::uuid[])
   order by array_position($3::uuid[], u.id)`;

/** $1 tenant, $2 integration, $3 user */
const LAST_LEFT = `
  select e.at, e.request_id as "requestId", coalesce(g.display_name, d.label) as "groupName"
    from membership_events($2, $3, 1) e
    left join scim_group g on g.tenant_id = $1 and g.integration_id = $2 and g.id = e.resource_id
    left join deleted_resource d on d.tenant_id = $1 and d.integration_id = $2 and d.id = e.resource_id
   where e.kind = 'membersRemoved'`;

/** People for the search box: few, the best first, each statement bounded by what is shown. */
@Injectable()
export class PeopleHitsRepository {
  async find(em: EntityManager, scope: SearchScope): Promise<PersonHitRow[]> {
    const { tenantId, integrationIds, text, folded, userNameKey, id, words } = scope;
    const keys = [folded, folded + LAST, userNameKey, userNameKey + LAST];
    const named = await em.query<Hit[]>(NAMED, [tenantId, integrationIds, text, ...keys, id]);
    const ids = named.map((hit) => hit.id);
    if (ids.length < SEARCH_HITS_MAX && words.length > 0) {
      const holding = await em.query<Hit[]>(namesHolding(words), [tenantId, integrationIds, words]);
      ids.push(...holding.map((hit) => hit.id).filter((found) => !ids.includes(found)));
    }
    if (ids.length === 0) return [];
    return em.query<PersonHitRow[]>(FACTS, [tenantId, integrationIds, ids.slice(0, SEARCH_HITS_MAX)]);
  }

  /** When a person in no group was taken out of the last one; undefined when they never were in one. */
  async lastLeaving(
    em: EntityManager,
    { tenantId, integrationId, userId }: { tenantId: string; integrationId: string; userId: string },
  ): Promise<LastLeaving | undefined> {
    return (await em.query<LastLeaving[]>(LAST_LEFT, [tenantId, integrationId, userId]))[0];
  }
}
