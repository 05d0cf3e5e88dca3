import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { median } from '../measure/percentile';
import type { Progress } from '../report/progress';
import { figure, markdownTable } from '../report/table';
import type { BenchPostgres } from '../servers/bench-postgres';
import { ConsoleSession } from './console-session';
import { readLandmarks } from './landmarks';
import {
  FULL_ORGANISATION,
  NEARLY_EMPTY_ORGANISATION,
  SMALL_ORGANISATION,
  type OrganisationScale,
} from './organisation-scale';
import type { PageRequest } from './page-request';
import { pageRequests } from './page-requests';
import { openOrganisation, withClient } from './planted-organisation';

/** What a page may take at the server until its first data are there. */
export const PAGE_MAX_MS = 300;
const REPETITIONS = 5;
/** The look at a mapping takes most of a minute in the background; a page does not wait for it, and is not measured beside it. */
const HEALTH_WAIT_MS = 300_000;

interface PageTimes {
  readonly page: string;
  /** With nothing in PostgreSQL's own memory; undefined where it cannot be emptied. */
  readonly coldMs: number | undefined;
  readonly warmMs: number;
  readonly maxMs: number;
}

export interface PageComparison extends PageTimes {
  readonly emptyMs: number | undefined;
}

export interface ConsoleBench {
  readonly postgres: BenchPostgres;
  /** Where servers leave logs and files. */
  readonly folder: string;
  /** Leave the large organisation for the next run, and use what an earlier one left. */
  readonly isKept: boolean;
  readonly quick: boolean;
  readonly profileFolder: string | undefined;
  /** Only pages with this in their name. */
  readonly only: string | undefined;
  readonly progress: Progress;
}

/** Every page of an organisation of a few people, and of a large one. */
export async function runConsolePages(bench: ConsoleBench): Promise<readonly PageComparison[]> {
  const small = await measureOrganisation(bench, 'bench_console_empty', NEARLY_EMPTY_ORGANISATION);
  const scale = bench.quick ? SMALL_ORGANISATION : FULL_ORGANISATION;
  const large = await measureOrganisation(bench, 'bench_console', scale);
  return large.map((times) => ({ ...times, emptyMs: small.find(({ page }) => page === times.page)?.warmMs }));
}

/** The slow ones, for `--check`; without them a page that is quick when warm could hide behind one that is slow when cold. */
export function slowPages(pages: readonly PageTimes[]): readonly PageTimes[] {
  return pages.filter(({ coldMs = 0, warmMs }) => Math.max(coldMs, warmMs) > PAGE_MAX_MS);
}

async function measureOrganisation(
  bench: ConsoleBench,
  database: string,
  scale: OrganisationScale,
): Promise<readonly PageTimes[]> {
  const { postgres, progress, profileFolder } = bench;
  const isLarge = database === 'bench_console';
  const plan = {
    database,
    scale,
    folder: path.join(bench.folder, database),
    isKept: bench.isKept && isLarge,
    profileFolder: isLarge ? profileFolder : undefined,
  };
  const { server, databaseUrl } = await openOrganisation(postgres, plan, progress);
  return withClient(databaseUrl, async (client) => {
    const session = await ConsoleSession.signIn(server.console.url, server.console.email, server.console.password);
    await waitForHealth(client, session);
    const pages = pageRequests(await readLandmarks(client));
    const wanted = pages.filter(({ page }) => bench.only === undefined || page.includes(bench.only));
    progress(`measuring ${wanted.length} pages of ${scale.people.toLocaleString('en-US')} people`);
    return measurePages(session, client, wanted, progress);
  }).finally(() => server.stop());
}

async function waitForHealth(client: pg.Client, session: ConsoleSession): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from integration where deleted_at is null');
  const end = Date.now() + HEALTH_WAIT_MS;
  for (const { id } of rows) {
    while ((await isLookedAt(session, id)) && Date.now() < end) await pause(1_000);
  }
}

async function isLookedAt(session: ConsoleSession, integrationId: string): Promise<boolean> {
  const text = await session.firstData({ path: `/integrations/${integrationId}/health` });
  return (JSON.parse(text) as { running: boolean }).running;
}

async function measurePages(
  session: ConsoleSession,
  client: pg.Client,
  pages: readonly PageRequest[],
  progress: Progress,
): Promise<readonly PageTimes[]> {
  const empties = await canEmptyMemory(client);
  const measured: PageTimes[] = [];
  for (const request of pages) {
    const timed = async (): Promise<number> => {
      const began = performance.now();
      await session.firstData(request);
      return performance.now() - began;
    };
    const cold: number[] = [];
    for (let repetition = 0; empties && repetition < REPETITIONS; repetition += 1) {
      await client.query('select pg_buffercache_evict_all()');
      cold.push(await timed());
    }
    await timed();
    const warm: number[] = [];
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      warm.push(await timed());
    }
    const times = {
      page: request.page,
      coldMs: empties ? median(cold) : undefined,
      warmMs: median(warm),
      maxMs: Math.max(...cold, ...warm),
    };
    measured.push(times);
    if (slowPages([times]).length > 0)
      progress(`slow: ${times.page}: cold ${figure(times.coldMs)} ms, warm ${figure(times.warmMs)} ms`);
  }
  return measured;
}

/** PostgreSQL 18 can forget what it has read; what the operating system has read stays there. */
async function canEmptyMemory(client: pg.Client): Promise<boolean> {
  try {
    await client.query('create extension if not exists pg_buffercache');
    await client.query('select pg_buffercache_evict_all()');
    return true;
  } catch {
    return false;
  }
}

export function pagesTable(comparisons: readonly PageComparison[]): string {
  const head = ['page', 'cold ms', 'warm ms', 'max ms', 'empty ms', 'ratio'];
  const rows = comparisons.map(({ page, coldMs, warmMs, maxMs, emptyMs }) => [
    page,
    figure(coldMs),
    figure(warmMs),
    figure(maxMs),
    figure(emptyMs),
    figure(emptyMs === undefined ? undefined : warmMs / emptyMs),
  ]);
  return markdownTable(head, rows);
}
