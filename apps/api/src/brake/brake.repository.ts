import { Injectable } from '@nestjs/common';
import type { BrakeEffect, BrakeRequestFacts, BrakeThreshold, Provider } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { POPULATION } from './effect-statements';
import { DECISIONS_ABOUT_TRIP } from './trip-statements';
import type { PastEffect } from './trip-finder';
import type { TripKey } from './trip-key';

export interface TripRow {
  readonly id: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly provider: Provider;
  readonly pausedUntil: Date | null;
  readonly openedAt: Date;
  readonly effect: BrakeEffect;
  readonly windowMinutes: number;
  readonly counted: number;
  readonly limit: number;
  readonly population: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly people: Partial<Record<BrakeEffect, number>>;
  readonly peopleTotal: number;
  readonly undecided: number;
  readonly waitingSince: Date | null;
  readonly released: number;
  readonly firstRequest: BrakeRequestFacts | null;
  readonly lastRequest: BrakeRequestFacts | null;
  readonly releaseAskedAt: Date | null;
  readonly releaseAskedBy: string | null;
  readonly releaseAskedById: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

const DECIDED = (how: string) => `(select count(distinct f.person_id)::int from brake_effect f
    where f.tenant_id = t.tenant_id and f.integration_id = t.integration_id and f.trip_id = t.id and f.settled ${how})`;

const TRIPS = `
  select t.id, t.integration_id as "integrationId", i.name as "integrationName", i.provider, i.paused_until as "pausedUntil",
         t.opened_at as "openedAt", t.effect, t.window_minutes as "windowMinutes", t.counted, t.limit_people as "limit", t.population,
         t.first_at as "firstAt", t.last_at as "lastAt", t.people, t.people_total as "peopleTotal",
         case when t.closed_at is null and not j.running then greatest(t.opened_at, j.decided_at) end as "waitingSince",
         ${DECIDED('is null')} as undecided, ${DECIDED(`= 'released'`)} as released,
         t.first_request as "firstRequest", t.last_request as "lastRequest", t.release_asked_at as "releaseAskedAt",
         t.release_asked_by as "releaseAskedBy", t.release_asked_by_id as "releaseAskedById", t.closed_at as "closedAt",
         t.closed_by as "closedBy"
    from brake_trip t join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id and i.deleted_at is null
   cross join lateral ${DECISIONS_ABOUT_TRIP} j
   where t.tenant_id = $1`;

const TRIPS_SHOWN = 50;

const ASK = `
  with asked as (
    update brake_trip set release_asked_at = now(), release_asked_by = $4, release_asked_by_id = $5
     where tenant_id = $1 and integration_id = $2 and id = $3 returning 1
  ) select count(*)::int as count from asked`;

const SET = `
  insert into brake_setting (tenant_id, integration_id, people_min, percent, updated_by) values ($1, $2, $3, $4, $5)
  on conflict on constraint brake_setting_pkey do update
     set people_min = excluded.people_min, percent = excluded.percent, updated_by = excluded.updated_by, updated_at = now()`;

/** A page as one text: a row of its own for each effect costs more than finding it, where there are a hundred thousand. */
const PAST = `
  select string_agg(concat_ws(' ', "atMs", effect, person_id, event_id), ',') as effects
    from (
      select (date_part('epoch', f.at) * 1000)::bigint as "atMs", f.effect, f.person_id, f.event_id from brake_effect f
       where f.tenant_id = $1 and f.integration_id = $2 and f.at > now() - make_interval(days => $3)
         and (f.at, f.event_id, f.person_id) > ($4, $5::bigint, $6)
       order by f.at, f.event_id, f.person_id limit $7
    ) page`;
const PAST_AT_ONCE = 20_000;
const BEFORE_ALL = { at: new Date(0), eventId: '0', personId: '00000000-0000-0000-0000-000000000000' };

export interface SettingRow extends BrakeThreshold {
  readonly updatedBy: string;
}

/** Trips and thresholds as the console reads and sets them. */
@Injectable()
export class BrakeRepository {
  openTrips(em: EntityManager, tenantId: string): Promise<TripRow[]> {
    return em.query(`${TRIPS} and t.closed_at is null order by t.opened_at desc`, [tenantId]);
  }

  tripsOf(em: EntityManager, tenantId: string, integrationId: string): Promise<TripRow[]> {
    return em.query(`${TRIPS} and t.integration_id = $2 order by t.opened_at desc limit ${TRIPS_SHOWN}`, [
      tenantId,
      integrationId,
    ]);
  }

  async find(em: EntityManager, tenantId: string, tripId: string): Promise<TripRow | undefined> {
    return (await em.query<TripRow[]>(`${TRIPS} and t.id = $2`, [tenantId, tripId]))[0];
  }

  /** The same, and nobody else decides about it until the transaction ends. */
  async lock(em: EntityManager, tenantId: string, tripId: string): Promise<TripRow | undefined> {
    return (await em.query<TripRow[]>(`${TRIPS} and t.id = $2 for update of t`, [tenantId, tripId]))[0];
  }

  async askForRelease(em: EntityManager, trip: TripKey, by: { name: string; id: string }): Promise<void> {
    await em.query(ASK, [trip.tenantId, trip.integrationId, trip.tripId, by.name, by.id]);
  }

  async setting(em: EntityManager, tenantId: string, integrationId: string): Promise<SettingRow | undefined> {
    const rows = await em.query<SettingRow[]>(
      `select people_min as "peopleMin", percent::float8 as percent, updated_by as "updatedBy"
         from brake_setting where tenant_id = $1 and integration_id = $2`,
      [tenantId, integrationId],
    );
    return rows[0];
  }

  async set(
    em: EntityManager,
    key: { readonly tenantId: string; readonly integrationId: string },
    { peopleMin, percent }: BrakeThreshold,
    by: string,
  ): Promise<void> {
    await em.query(SET, [key.tenantId, key.integrationId, peopleMin, percent, by]);
  }

  /** People there are now; exact. */
  async population(em: EntityManager, tenantId: string, integrationId: string): Promise<number> {
    const rows = await em.query<{ now: number }[]>(POPULATION, [tenantId, integrationId, new Date()]);
    return rows[0]?.now ?? 0;
  }

  async integrationName(em: EntityManager, tenantId: string, integrationId: string): Promise<string | undefined> {
    const rows = await em.query<{ name: string }[]>(
      'select name from integration where tenant_id = $1 and id = $2 and deleted_at is null',
      [tenantId, integrationId],
    );
    return rows[0]?.name;
  }

  /** Effects of the last days, the oldest first, in pages that fit into memory. */
  async *past(
    em: EntityManager,
    { tenantId, integrationId }: { readonly tenantId: string; readonly integrationId: string },
    days: number,
  ): AsyncGenerator<readonly PastEffect[]> {
    let after: { at: Date; eventId: string; personId: string } = BEFORE_ALL;
    for (;;) {
      const values = [tenantId, integrationId, days, after.at, after.eventId, after.personId, PAST_AT_ONCE];
      const [row] = await em.query<{ effects: string | null }[]>(PAST, values);
      const page = (row?.effects?.split(',') ?? []).map(pastEffect);
      yield page;
      const last = page[page.length - 1];
      if (!last || page.length < PAST_AT_ONCE) return;
      after = last;
    }
  }
}

function pastEffect(line: string): PastEffect & { readonly eventId: string } {
  const [atMs, effect, personId, eventId] = line.split(' ') as [string, BrakeEffect, string, string];
  return { at: new Date(Number(atMs)), effect, personId, eventId };
}
