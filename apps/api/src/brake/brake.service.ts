import { Injectable } from '@nestjs/common';
import {
  BRAKE_DEFAULT,
  BRAKE_HISTORY_DAYS,
  type AffectedPerson,
  type AffectedQuery,
  type BrakeHistory,
  type BrakeThreshold,
  type BrakeTrip,
  type BrakeTripView,
  type BrakeView,
  type Page,
} from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import { notFound } from '../console/console-error';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { AffectedPeopleRepository } from './affected-people.repository';
import { BrakeJobsRepository } from './brake-jobs.repository';
import { limitOf } from './brake-limits';
import { affectedPerson, brakeTrip, brakeTripView } from './brake.mapper';
import { BrakeRepository } from './brake.repository';
import { TripFinder } from './trip-finder';

/** What the brake saw, and when it trips. */
@Injectable()
export class BrakeService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly brake: BrakeRepository,
    private readonly affected: AffectedPeopleRepository,
    private readonly jobs: BrakeJobsRepository,
    private readonly activity: ActivityLog,
  ) {}

  openTrips(tenantId: string): Promise<BrakeTrip[]> {
    return this.database.inTenant(tenantId, async (em) => (await this.brake.openTrips(em, tenantId)).map(brakeTrip));
  }

  trip({ tenantId, id }: SignedInMember, tripId: string): Promise<BrakeTripView> {
    return this.database.inTenant(tenantId, async (em) => {
      const row = await this.brake.find(em, tenantId, tripId);
      if (!row) throw notFound('trip of the brake');
      const job = await this.jobs.newest(em, { tenantId, integrationId: row.integrationId, tripId });
      return brakeTripView(row, job, id, new Date());
    });
  }

  people(tenantId: string, tripId: string, wish: AffectedQuery & { limit: number }): Promise<Page<AffectedPerson>> {
    return this.database.inTenant(tenantId, async (em) => {
      const row = await this.brake.find(em, tenantId, tripId);
      if (!row) throw notFound('trip of the brake');
      const trip = { tenantId, integrationId: row.integrationId, tripId };
      const cursor = decodeCursor(wish.cursor, ['uuid']) as [string] | undefined;
      const rows = await this.affected.page(em, trip, {
        ...wish,
        limit: wish.limit + 1,
        ...(cursor ? { after: cursor[0] } : {}),
      });
      const last = rows[wish.limit - 1];
      return {
        items: rows.slice(0, wish.limit).map(affectedPerson),
        total: await this.affected.count(em, trip, wish),
        ...(rows.length > wish.limit && last ? { nextCursor: encodeCursor([last.id]) } : {}),
      };
    });
  }

  view(tenantId: string, integrationId: string): Promise<BrakeView> {
    return this.database.inTenant(tenantId, async (em) => {
      if ((await this.brake.integrationName(em, tenantId, integrationId)) === undefined) throw notFound('integration');
      const setting = await this.brake.setting(em, tenantId, integrationId);
      const threshold = setting ? { peopleMin: setting.peopleMin, percent: setting.percent } : BRAKE_DEFAULT;
      const population = await this.brake.population(em, tenantId, integrationId);
      return {
        threshold,
        isDefault: setting === undefined,
        ...(setting ? { updatedBy: setting.updatedBy } : {}),
        population,
        limit: limitOf(threshold, population),
        trips: (await this.brake.tripsOf(em, tenantId, integrationId)).map(brakeTrip),
      };
    });
  }

  /** From now on; what has tripped stays so. @throws notFound */
  async setThreshold(member: SignedInMember, integrationId: string, wanted: BrakeThreshold): Promise<BrakeView> {
    const { tenantId } = member;
    const threshold = { peopleMin: wanted.peopleMin, percent: wanted.percent };
    await this.database.inTenant(tenantId, async (em) => {
      const name = await this.brake.integrationName(em, tenantId, integrationId);
      if (name === undefined) throw notFound('integration');
      const setting = await this.brake.setting(em, tenantId, integrationId);
      const before = setting ? { peopleMin: setting.peopleMin, percent: setting.percent } : BRAKE_DEFAULT;
      await this.brake.set(em, { tenantId, integrationId }, threshold, member.name);
      await this.activity.record(em, member, {
        action: 'brake.thresholdChanged',
        object: { type: 'integration', id: integrationId, name },
        details: { before, after: threshold },
      });
    });
    return this.view(tenantId, integrationId);
  }

  /** What this threshold would have done, measured against the people there are today. */
  history(tenantId: string, integrationId: string, threshold: BrakeThreshold): Promise<BrakeHistory> {
    return this.database.inTenant(tenantId, async (em) => {
      const population = await this.brake.population(em, tenantId, integrationId);
      const finder = new TripFinder(threshold, population);
      for await (const page of this.brake.past(em, { tenantId, integrationId }, BRAKE_HISTORY_DAYS)) {
        for (const effect of page) finder.add(effect);
      }
      return {
        trips: finder.trips.map(({ at, effect, people }) => ({ at: at.toISOString(), effect, people })),
        peak: finder.peak,
        limit: limitOf(threshold, population),
      };
    });
  }
}
