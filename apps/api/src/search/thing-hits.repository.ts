import { Injectable } from '@nestjs/common';
import { SEARCH_HITS_MAX, type Provider } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { SENTENCE_COLUMNS, type SentenceRow } from '../requests/stored-sentence';
import { timeOfId, type SearchScope } from './search-scope';

export interface GroupHitRow {
  readonly id: string;
  readonly integrationId: string;
  readonly displayName: string;
  readonly memberCount: number;
}

export interface RequestHitRow extends SentenceRow {
  readonly id: string;
  readonly at: Date;
  readonly summary: string;
}

export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  readonly lastRequestAt: Date | null;
}

/** $1 tenant, $2 integrations, $3 words, $4 text, $5 id or null. Groups are few beside people: a name is looked for in all of them. */
const GROUPS = `
  select g.id, g.integration_id as "integrationId", g.display_name as "displayName", (
      select count(*)::int from group_member m
       where m.tenant_id = g.tenant_id and m.integration_id = g.integration_id and m.group_id = g.id) as "memberCount"
    from (
      select g.* from scim_group g
       where g.tenant_id = $1 and g.integration_id = any($2::uuid[])
         and (not exists (select from unnest($3::text[]) word where strpos(g.display_name_key, word) = 0)
              or g.external_id = $4 or g.id = $5::uuid)
       order by not starts_with(g.display_name_key, $6), g.display_name_key, g.id limit ${SEARCH_HITS_MAX}
    ) g order by not starts_with(g.display_name_key, $6), g.display_name_key, g.id`;

/** Ids of requests are made as they arrive, so the id tells the moment to look at; minutes either side are ample. */
const REQUEST = `
  select r.id, r.at, r.method, r.summary, r.status, r.client, r.resource_type as "resourceType", r.resource_name as "resourceName",
         ${SENTENCE_COLUMNS}
    from scim_request r
   where r.tenant_id = $1 and r.id = $2 and r.at between $3::timestamptz - interval '5 minutes' and $3::timestamptz + interval '5 minutes'`;

const SOURCES = `
  select i.id, i.name, i.provider, (
      select r.at from scim_request r where r.tenant_id = i.tenant_id and r.integration_id = i.id order by r.at desc limit 1
    ) as "lastRequestAt"
    from integration i where i.tenant_id = $1 and i.deleted_at is null order by i.created_at, i.id`;

/** Groups, integrations and requests for the search box. */
@Injectable()
export class ThingHitsRepository {
  groups(em: EntityManager, scope: SearchScope): Promise<GroupHitRow[]> {
    const { tenantId, integrationIds, folded, text, id } = scope;
    const words = scope.words.length > 0 ? scope.words : [folded];
    return em.query<GroupHitRow[]>(GROUPS, [tenantId, integrationIds, words, text, id, folded]);
  }

  /** The request of this id, as it stands in an answer's header and in the log (C11). */
  async requests(em: EntityManager, { tenantId, id }: SearchScope): Promise<RequestHitRow[]> {
    if (id === null) return [];
    return em.query<RequestHitRow[]>(REQUEST, [tenantId, id, timeOfId(id)]);
  }

  /** Every integration that is not deleted, with when its provider was last heard. */
  sources(em: EntityManager, tenantId: string): Promise<SourceRow[]> {
    return em.query<SourceRow[]>(SOURCES, [tenantId]);
  }
}
