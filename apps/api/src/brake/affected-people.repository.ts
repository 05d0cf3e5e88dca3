import { Injectable } from '@nestjs/common';
import type { AffectedQuery, BrakeEffect } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import type { TripKey } from './trip-key';

export interface AffectedRow {
  readonly id: string;
  readonly displayName: string | null;
  readonly userName: string | null;
  readonly state: 'active' | 'inactive' | 'deleted' | 'gone';
  readonly effects: readonly BrakeEffect[];
  readonly at: Date;
  readonly settled: 'released' | 'restored' | null;
}

/** $1 tenant, $2 integration, $3 trip, $4 effect or null, $5 search or null. */
const PEOPLE = `
  from (
    select f.person_id as id, min(f.at) as at, array_agg(distinct f.effect) as effects,
           case when bool_and(f.settled is not null) then max(f.settled) end as settled
      from brake_effect f where f.tenant_id = $1 and f.integration_id = $2 and f.trip_id = $3 group by f.person_id
  ) p
  left join scim_user u on u.tenant_id = $1 and u.integration_id = $2 and u.id = p.id
  left join deleted_resource d on d.tenant_id = $1 and d.integration_id = $2 and d.id = p.id
 where ($4::text is null or $4 = any(p.effects))
   and ($5::text is null or strpos(lower(coalesce(u.display_name, d.label, '') || ' ' || coalesce(u.user_name, d.email, '')), lower($5)) > 0)`;

const STATE = `case when u.id is null then case when d.id is null then 'gone' else 'deleted' end
  when u.active = false then 'inactive' else 'active' end`;

/** People of a trip, in the order of their ids. */
@Injectable()
export class AffectedPeopleRepository {
  page(
    em: EntityManager,
    trip: TripKey,
    wish: AffectedQuery & { readonly after?: string; readonly limit: number },
  ): Promise<AffectedRow[]> {
    return em.query(
      `select p.id, coalesce(u.display_name, d.label) as "displayName", coalesce(u.user_name, d.resource::json ->> 'userName') as "userName",
              ${STATE} as state, p.effects, p.at, p.settled
         ${PEOPLE} and ($6::uuid is null or p.id > $6) order by p.id limit $7`,
      [...this.values(trip, wish), wish.after ?? null, wish.limit],
    );
  }

  async count(em: EntityManager, trip: TripKey, wish: AffectedQuery): Promise<number> {
    const rows = await em.query<{ count: number }[]>(
      `select count(*)::int as count ${PEOPLE}`,
      this.values(trip, wish),
    );
    return rows[0]?.count ?? 0;
  }

  private values({ tenantId, integrationId, tripId }: TripKey, { effect, search }: AffectedQuery): unknown[] {
    const text = search?.trim() ?? '';
    return [tenantId, integrationId, tripId, effect ?? null, text === '' ? null : text];
  }
}
