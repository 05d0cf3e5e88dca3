import { Injectable } from '@nestjs/common';
import { BRAKE_DEFAULT, BRAKE_WINDOWS, type BrakeEffect, type BrakeThreshold } from '@rollcall/admin-contracts';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Scope } from '../database/scim-database';
import { WorkerDatabase } from '../database/worker-database';
import { note } from '../notifications/notification-log';
import { limitOf } from './brake-limits';
import { COUNT, FOLD, POPULATION } from './effect-statements';
import { ATTACH, HOLD, INSERT_TRIP, OPEN_TRIP, SUM_UP, TELL } from './trip-statements';

const EVENTS_AT_ONCE = 5_000;
const BATCHES_AT_ONCE = 4;
const RAGING_MINUTES = 10;
/** So many effects at once change which plan is the good one. */
const ANALYZE_FROM = 500;

/** `busy`: another process is at it. `more`: events are left over. */
export type Evaluation = 'done' | 'more' | 'busy';

interface Excess {
  readonly effect: BrakeEffect;
  readonly windowMinutes: number;
  readonly people: number;
  readonly limit: number;
  readonly population: number;
  readonly until: Date;
}

/**
 * Folds new events of an integration into effects on people and trips the brake when a window holds too many of them. Nothing is
 * refused, and no request waits: it all happens afterwards, from the events. Events of transactions that had not ended are looked at again.
 */
@Injectable()
export class BrakeEvaluation {
  constructor(private readonly database: WorkerDatabase) {}

  evaluate({ tenantId, integrationId }: Scope): Promise<Evaluation> {
    return this.database.inTenant(tenantId, async (tx) => {
      const key = [tenantId, integrationId];
      const anchor = await takeTurn(tx, key);
      if (anchor === undefined) return 'busy';
      const horizon = await one<{ xid: string }>(tx, 'select pg_snapshot_xmin(pg_current_snapshot())::text as xid', []);
      const folded = await foldFrom(tx, key, anchor);
      await tx.query('update brake_progress set anchor = $3::text::xid8 where tenant_id = $1 and integration_id = $2', [
        ...key,
        least(folded.next ?? horizon.xid, horizon.xid),
      ]);
      if (folded.events > 0) await this.look(tx, { tenantId, integrationId });
      return folded.next === undefined ? 'done' : 'more';
    });
  }

  private async look(tx: pg.ClientBase, scope: Scope): Promise<void> {
    const key = [scope.tenantId, scope.integrationId];
    const open = (await tx.query<{ id: string; newestAt: Date; rages: boolean }>(OPEN_TRIP, key)).rows[0];
    if (open?.rages) return attach(tx, [...key, open.id], { until: open.newestAt, windowMinutes: RAGING_MINUTES });
    const excess = await findExcess(tx, scope);
    if (!excess) return;
    const tripId = open?.id ?? uuid();
    if (!open) await openTrip(tx, scope, tripId, excess);
    await attach(tx, [...key, tripId], excess);
  }
}

/** Some thousands of events; `next` is where to go on when there are more. */
async function foldFrom(
  tx: pg.ClientBase,
  key: readonly unknown[],
  anchor: string,
): Promise<{ readonly events: number; readonly next?: string }> {
  let from = anchor;
  let events = 0;
  for (let batch = 1; batch <= BATCHES_AT_ONCE; batch += 1) {
    const read = await one<{ events: number; newest: string | null }>(tx, FOLD, [...key, from, EVENTS_AT_ONCE]);
    events += read.events;
    if (read.events < EVENTS_AT_ONCE || read.newest === null) return { events };
    from = String(BigInt(read.newest) + 1n);
  }
  return { events, next: from };
}

async function attach(
  tx: pg.ClientBase,
  key: readonly unknown[],
  { until, windowMinutes }: Pick<Excess, 'until' | 'windowMinutes'>,
): Promise<void> {
  const { count } = await one<{ count: number }>(tx, ATTACH, [...key, until, windowMinutes]);
  if (count === 0) return;
  if (count >= ANALYZE_FROM) await tx.query('select analyze_brake()');
  await tx.query(HOLD, [...key]);
  await tx.query(SUM_UP, [...key]);
}

/** The anchor, held until the transaction ends; undefined when somebody else holds it. */
async function takeTurn(tx: pg.ClientBase, key: readonly unknown[]): Promise<string | undefined> {
  await tx.query(
    `insert into brake_progress (tenant_id, integration_id) select i.tenant_id, i.id from integration i
      where i.tenant_id = $1 and i.id = $2 on conflict do nothing`,
    [...key],
  );
  const { rows } = await tx.query<{ anchor: string }>(
    'select anchor::text as anchor from brake_progress where tenant_id = $1 and integration_id = $2 for update skip locked',
    [...key],
  );
  return rows[0]?.anchor;
}

/** The trip, its line in the activity log and what people are told of it: all or nothing. */
async function openTrip(tx: pg.ClientBase, scope: Scope, tripId: string, excess: Excess): Promise<void> {
  const { effect, windowMinutes, people, limit, population, until } = excess;
  const key = [scope.tenantId, scope.integrationId, tripId];
  await tx.query(INSERT_TRIP, [...key, effect, windowMinutes, people, limit, population, until]);
  await tx.query(TELL, [...key, JSON.stringify({ effect, windowMinutes, people, limit, population })]);
  const facts = { tripId, windowMinutes, people, limit };
  await note(tx, scope, { event: 'brake.tripped', episode: tripId, facts });
}

/** The shortest window that holds too many, with what it holds most of. */
async function findExcess(tx: pg.ClientBase, scope: Scope): Promise<Excess | undefined> {
  const key = [scope.tenantId, scope.integrationId];
  const threshold = await thresholdOf(tx, key);
  const minutes = BRAKE_WINDOWS.map((window) => window.minutes);
  const { rows } = await tx.query<{ minutes: number; effect: BrakeEffect; people: number; newestAt: Date }>(COUNT, [
    ...key,
    minutes,
  ]);
  for (const { minutes: windowMinutes, effect, people, newestAt: until } of rows) {
    const factor = BRAKE_WINDOWS.find((window) => window.minutes === windowMinutes)?.factor ?? 1;
    if (people < threshold.peopleMin * factor) continue;
    const begin = new Date(until.getTime() - windowMinutes * 60_000);
    const population = await populationAt(tx, key, begin, threshold);
    const limit = limitOf(threshold, population, factor);
    if (people >= limit) return { effect, windowMinutes, people, limit, population, until };
  }
  return undefined;
}

async function thresholdOf(tx: pg.ClientBase, key: readonly unknown[]): Promise<BrakeThreshold> {
  const { rows } = await tx.query<BrakeThreshold>(
    `select people_min as "peopleMin", percent::float8 as percent from brake_setting where tenant_id = $1 and integration_id = $2`,
    [...key],
  );
  return rows[0] ?? BRAKE_DEFAULT;
}

/**
 * People when the window began, so that nobody hides a storm behind arrivals made up for it; while a first cycle is under way, everybody
 * who was there at all.
 */
async function populationAt(
  tx: pg.ClientBase,
  key: readonly unknown[],
  begin: Date,
  { peopleMin }: BrakeThreshold,
): Promise<number> {
  const { before, present } = await one<{ before: number; present: number }>(tx, POPULATION, [...key, begin]);
  return before < peopleMin ? present : before;
}

async function one<Row extends pg.QueryResultRow>(tx: pg.ClientBase, text: string, values: unknown[]): Promise<Row> {
  const { rows } = await tx.query<Row>(text, values);
  if (!rows[0]) throw new Error('a statement that always answers did not');
  return rows[0];
}

function least(one: string, other: string): string {
  return BigInt(one) < BigInt(other) ? one : other;
}
