import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openPartsHold } from '../masking/open-parts';
import type { SearchScope } from './search-scope';

/** So many of the newest failures and look-ups are searched for a text; a page of the log itself finds older ones. */
const FAILURES_SEARCHED = 5_000;
const LOOKUPS_SEARCHED = 10_000;
const TRACES_SHOWN = 3;
/** Of so many, those that tell a reader of masked values nothing hidden are shown. */
const TRACES_JUDGED = 50;

export interface DeletedTraceRow {
  readonly id: string;
  readonly type: 'User' | 'Group';
  readonly displayName: string;
  readonly integrationName: string;
  readonly at: Date;
  readonly restorableUntil: Date;
  readonly requestId: string | null;
}

export interface RequestTraceRow {
  readonly id: string;
  readonly at: Date;
  readonly integrationName: string | null;
  readonly status: number;
  readonly detail: string;
  /** Where the words were found. */
  readonly sentence: string;
  readonly body: string | null;
}

export interface IntegrationTraceRow {
  readonly displayName: string;
  readonly integrationName: string;
  readonly at: Date;
  readonly by: string | null;
}

/** $1 tenant, $2 integrations, $3 words, $4 folded text, $5 text, $6 id or null */
const DELETED = `
  select d.id, d.resource_type as type, d.label as "displayName", i.name as "integrationName", d.deleted_at as at,
         d.deleted_at + interval '30 days' as "restorableUntil", gone.request_id as "requestId"
    from (
      select d.* from deleted_resource d
       where d.tenant_id = $1 and d.integration_id = any($2::uuid[]) and d.deleted_at > (select restorable_since($1))
         and (not exists (select from unnest($3::text[]) word where strpos(lower(d.label), word) = 0)
              or starts_with(lower(d.email), $4) or d.external_id = $5 or d.id = $6::uuid
              or d.resource_type = 'User' and lower(d.resource::jsonb ->> 'userName') = $4)
       order by d.deleted_at desc, d.id limit ${TRACES_SHOWN}
    ) d
    join integration i on i.tenant_id = d.tenant_id and i.id = d.integration_id
    left join lateral (
      select e.request_id from event e
       where e.tenant_id = d.tenant_id and e.integration_id = d.integration_id and e.resource_id = d.id and e.kind = 'deleted'
       order by e.xid desc, e.id desc limit 1
    ) gone on true
   order by d.deleted_at desc, d.id`;

/** $1 tenant, $2 words, $3 how many. A person who was refused has no record; the name stands in the sentence, or in what was sent. */
const REFUSED = `
  select r.id, r.at, i.name as "integrationName", r.status, coalesce(r.trail -> 'error' ->> 'detail', r.summary) as detail,
         r.summary as sentence, r.request_body as body
    from (
      select * from scim_request r where r.tenant_id = $1 and r.status >= 400 order by r.at desc limit ${FAILURES_SEARCHED}
    ) r left join integration i on i.tenant_id = r.tenant_id and i.id = r.integration_id
   where not exists (select from unnest($2::text[]) word
                      where strpos(lower(r.summary), word) = 0 and strpos(lower(coalesce(r.request_body, '')), word) = 0)
   order by r.at desc limit $3`;

/** $1 tenant, $2 words, $3 how many. The provider asked whether there is such a person or group and heard "no". */
const ASKED_FOR = `
  select r.id, r.at, i.name as "integrationName", r.status, '' as detail, r.trail ->> 'matched' as sentence, null as body
    from (
      select * from scim_request r where r.tenant_id = $1 order by r.at desc limit ${LOOKUPS_SEARCHED}
    ) r left join integration i on i.tenant_id = r.tenant_id and i.id = r.integration_id
   where r.status < 400 and r.trail ? 'matched' and not r.trail ? 'found'
     and not exists (select from unnest($2::text[]) word where strpos(lower(r.trail ->> 'matched'), word) = 0)
   order by r.at desc limit $3`;

const OF_INTEGRATION = 'u.tenant_id = i.tenant_id and u.integration_id = i.id';

/**
 * $1 tenant, $2 words, $3 folded text, $4 userName. Their people are kept for 30 days and in no list. One part for each index, and names in
 * the order of theirs: alternatives in one condition would read everybody of every integration.
 */
const IN_DELETED_INTEGRATION = `
  select u.display_name as "displayName", i.name as "integrationName", i.deleted_at as at, i.deleted_by as by
    from integration i
    join lateral (
      (select u.display_name from scim_user u where ${OF_INTEGRATION} and u.user_name_key = $4)
      union all
      (select u.display_name from scim_user u where ${OF_INTEGRATION} and u.email_key = $3 limit 1)
      union all
      (select named.display_name from scim_user named
        where named.tenant_id = i.tenant_id and named.integration_id = i.id and named.display_name_key = (
          select u.display_name_key from scim_user u
           where ${OF_INTEGRATION} and u.display_name_key is not null
             and not exists (select from unnest($2::text[]) word where strpos(u.display_name_key, word) = 0)
           order by u.display_name_key limit 1)
        limit 1)
      limit 1
    ) u on true
   where i.tenant_id = $1 and i.deleted_at is not null
   order by i.deleted_at desc limit ${TRACES_SHOWN}`;

/** What is known about somebody who is not in the directory (C04). */
@Injectable()
export class TracesRepository {
  deleted(em: EntityManager, scope: SearchScope): Promise<DeletedTraceRow[]> {
    const { tenantId, integrationIds, folded, text, id } = scope;
    return em.query<DeletedTraceRow[]>(DELETED, [tenantId, integrationIds, wordsOf(scope), folded, text, id]);
  }

  refused(em: EntityManager, scope: SearchScope): Promise<RequestTraceRow[]> {
    return this.ofRequests(em, REFUSED, scope, TRACES_SHOWN);
  }

  async askedFor(em: EntityManager, scope: SearchScope): Promise<RequestTraceRow | undefined> {
    return (await this.ofRequests(em, ASKED_FOR, scope, 1))[0];
  }

  private async ofRequests(
    em: EntityManager,
    statement: string,
    scope: SearchScope,
    most: number,
  ): Promise<RequestTraceRow[]> {
    const words = wordsOf(scope);
    const values = [scope.tenantId, words, scope.masked ? TRACES_JUDGED : most];
    const rows = await em.query<RequestTraceRow[]>(statement, values);
    if (!scope.masked) return rows;
    return rows
      .filter(({ sentence, body }) => openPartsHold(words, { sentences: [sentence], bodies: [body] }))
      .slice(0, most);
  }

  inDeletedIntegrations(em: EntityManager, scope: SearchScope): Promise<IntegrationTraceRow[]> {
    const values = [scope.tenantId, wordsOf(scope), scope.folded, scope.userNameKey];
    return em.query<IntegrationTraceRow[]>(IN_DELETED_INTEGRATION, values);
  }
}

function wordsOf({ words, folded }: SearchScope): readonly string[] {
  return words.length > 0 ? words : [folded];
}
