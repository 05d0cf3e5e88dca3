import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Progress } from '../report/progress';
import type { BenchPostgres } from '../servers/bench-postgres';
import { startRollcall, type RollcallTarget } from '../servers/rollcall-target';
import type { OrganisationScale } from './organisation-scale';
import { plantConsole } from './plant-console';
import { plantDirectory } from './plant-directory';
import { plantEvents } from './plant-events';
import { plantRequests } from './plant-requests';
import { PLANTING_FUNCTIONS } from './planted-values';

export interface OrganisationPlan {
  readonly database: string;
  readonly scale: OrganisationScale;
  /** Logs and the server's own files. */
  readonly folder: string;
  /** A folder that keeps the organisation for the next run. */
  readonly isKept: boolean;
  readonly profileFolder: string | undefined;
}

export interface PlantedOrganisation {
  readonly server: RollcallTarget;
  /** Of a superuser on the organisation's database. */
  readonly databaseUrl: string;
}

/** A server over an organisation of the size wanted: planted now, or found where an earlier run left it. */
export async function openOrganisation(
  postgres: BenchPostgres,
  plan: OrganisationPlan,
  progress: Progress,
): Promise<PlantedOrganisation> {
  const { database, folder, profileFolder } = plan;
  fs.mkdirSync(folder, { recursive: true });
  const note = path.join(folder, 'organisation.json');
  const kept = plan.isKept ? keptPassword(note, plan.scale) : undefined;
  const password = kept ?? randomBytes(24).toString('base64url');
  if (kept === undefined) await postgres.dropDatabase(database);
  const databaseUrl =
    kept === undefined ? await postgres.createDatabase(database, plan.isKept) : postgres.urlOf(database);
  const server = (): Promise<RollcallTarget> =>
    startRollcall({ databaseUrl, database, logFolder: folder, profileFolder, password });
  if (kept === undefined) {
    // The first start makes the tables and the Owner; nobody folds or counts while rows are planted.
    await (await server()).stop();
    await withClient(databaseUrl, (client) => plant(client, plan.scale, progress));
    fs.writeFileSync(note, JSON.stringify({ password, scale: plan.scale, plantedAt: new Date() }));
  }
  return { databaseUrl, server: await server() };
}

/** @param url of a superuser */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function plant(client: pg.Client, scale: OrganisationScale, progress: Progress): Promise<void> {
  await client.query(PLANTING_FUNCTIONS);
  const statements = [...plantDirectory(scale), ...plantEvents(scale), ...plantRequests(scale), ...plantConsole(scale)];
  for (const statement of [...statements, 'vacuum (analyze)']) {
    const began = performance.now();
    await client.query(statement);
    const table = /insert into (\w+)/.exec(statement)?.[1] ?? statement.split('\n', 1)[0];
    progress(`planted in ${((performance.now() - began) / 1000).toFixed(1)} s: ${table}`);
  }
}

/** The Owner's password of an organisation of this size that an earlier run has planted whole. */
function keptPassword(note: string, scale: OrganisationScale): string | undefined {
  if (!fs.existsSync(note)) return undefined;
  const kept = JSON.parse(fs.readFileSync(note, 'utf8')) as { password: string; scale: OrganisationScale };
  return JSON.stringify(kept.scale) === JSON.stringify(scale) ? kept.password : undefined;
}
