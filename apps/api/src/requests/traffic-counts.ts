import { isFailure } from './request-outcome';
import type { RequestRecord } from './request-record';

const HOUR_MS = 3_600_000;

interface HourCount {
  readonly integrationId: string;
  readonly hour: Date;
  requests: number;
  errors: number;
}

/** Adds a batch to the counts of its hours. */
const ADD = {
  name: 'count_requests',
  text: `insert into request_hour (tenant_id, integration_id, hour, requests, errors)
    select $1, * from unnest($2::uuid[], $3::timestamptz[], $4::integer[], $5::integer[])
    on conflict on constraint request_hour_pkey do update
       set requests = request_hour.requests + excluded.requests, errors = request_hour.errors + excluded.errors`,
};

/** The statement that counts a batch of one organisation; undefined when none of it belongs to an integration. */
export function countTraffic(tenantId: string, records: readonly RequestRecord[]) {
  const counts = byHour(records);
  if (counts.length === 0) return undefined;
  const values = [
    tenantId,
    counts.map(({ integrationId }) => integrationId),
    counts.map(({ hour }) => hour),
    counts.map(({ requests }) => requests),
    counts.map(({ errors }) => errors),
  ];
  return { ...ADD, values };
}

/** In one order for all writers, so that two of them wait for each other instead of locking each other out. */
function byHour(records: readonly RequestRecord[]): HourCount[] {
  const counts = new Map<string, HourCount>();
  for (const { integrationId, at, status } of records) {
    if (integrationId === null) continue;
    const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
    const key = `${integrationId} ${hour}`;
    const count = counts.get(key) ?? { integrationId, hour: new Date(hour), requests: 0, errors: 0 };
    count.requests += 1;
    if (isFailure(status)) count.errors += 1;
    counts.set(key, count);
  }
  return [...counts.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}
