import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface ResourceKey {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly resourceId: string;
}

export interface OccasionRow {
  readonly at: Date;
  readonly requestId: string | null;
}

export interface IgnoredRow {
  readonly message: string;
  readonly at: Date;
  readonly requestId: string;
}

/** So many of the newest requests about a person are looked through for what was not kept. */
const REQUESTS_LOOKED_AT = 200;
const IGNORED_SHOWN = 20;

const OWN = 'e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3';

const ORIGINS = `
  select distinct on (change ->> 'path') change ->> 'path' as path, e.at, e.request_id as "requestId"
    from event e cross join lateral jsonb_array_elements(e.data) change
   where ${OWN} and e.kind = 'updated' and jsonb_typeof(e.data) = 'array' and change ->> 'path' is not null
   order by change ->> 'path', e.xid desc, e.id desc`;

const ARRIVAL = `
  select e.at, e.request_id as "requestId" from event e
   where ${OWN} and e.kind in ('created', 'revived') order by e.xid desc, e.id desc limit 1`;

const CHANGES_SINCE = `
  select e.kind, e.data from event e where ${OWN} and e.at > $4 order by e.xid desc, e.id desc`;

const IGNORED = `
  select * from (
    select distinct on (note ->> 'message') note ->> 'message' as message, r.at, r.id as "requestId"
      from (
        select r.at, r.id, r.trail from scim_request r
         where r.tenant_id = $1 and r.integration_id = $2 and r.resource_id = $3 order by r.at desc limit ${REQUESTS_LOOKED_AT}
      ) r cross join lateral jsonb_array_elements(r.trail -> 'notes') note
     where note ->> 'kind' in ('ignored', 'skipped')
     order by note ->> 'message', r.at desc
  ) ignored order by at desc limit ${IGNORED_SHOWN}`;

/** Where a person's attributes come from: their events, and the trails of the requests about them (A16). */
@Injectable()
export class PersonFactsRepository {
  /** The last change of each attribute, by its path. */
  origins(em: EntityManager, key: ResourceKey): Promise<(OccasionRow & { readonly path: string })[]> {
    return em.query(ORIGINS, valuesOf(key));
  }

  async arrival(em: EntityManager, key: ResourceKey): Promise<OccasionRow | undefined> {
    return (await em.query<OccasionRow[]>(ARRIVAL, valuesOf(key)))[0];
  }

  ignored(em: EntityManager, key: ResourceKey): Promise<IgnoredRow[]> {
    return em.query<IgnoredRow[]>(IGNORED, valuesOf(key));
  }

  /** Newest first. */
  changesSince(em: EntityManager, key: ResourceKey, at: Date): Promise<{ kind: string; data: unknown }[]> {
    return em.query(CHANGES_SINCE, [...valuesOf(key), at]);
  }
}

function valuesOf({ tenantId, integrationId, resourceId }: ResourceKey): string[] {
  return [tenantId, integrationId, resourceId];
}
