import pg from 'pg';
import { percentile } from '../measure/percentile';
import type { Progress } from '../report/progress';
import { figure, markdownTable } from '../report/table';
import type { ConsoleServer } from '../servers/rollcall-target';
import { ConsoleSession } from './console-session';
import { FULL_ORGANISATION, plantStatements, SMALL_ORGANISATION, type OrganisationScale } from './large-organisation';
import { PAGES, type PageRequest } from './page-requests';

/** What a page may take at the server until its first data are there. */
export const PAGE_MAX_MS = 300;
const REPETITIONS = 15;
/** Counts and figures that the server keeps ahead are folded in the background. */
const FOLDING_WAIT_MS = 15_000;

interface PageTimes {
  readonly page: string;
  readonly firstMs: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

export interface ConsoleBench {
  readonly server: ConsoleServer;
  /** A superuser of the server's database. */
  readonly databaseUrl: string;
  readonly quick: boolean;
  readonly progress: Progress;
}

/** Measures every page of an empty organisation, fills it, and measures again. */
export async function runConsolePages(bench: ConsoleBench): Promise<readonly PageComparison[]> {
  const scale = bench.quick ? SMALL_ORGANISATION : FULL_ORGANISATION;
  const integrationId = await bench.server.createIntegration('Bench');
  const session = await ConsoleSession.signIn(bench.server.url, bench.server.email, bench.server.password);
  bench.progress('pages of an empty organisation, a first time to warm up');
  await measurePages(session, integrationId, ({ largeOnly }) => largeOnly !== true);
  bench.progress('pages of an empty organisation');
  const empty = await measurePages(session, integrationId, ({ largeOnly }) => largeOnly !== true);
  await plant(bench, scale);
  bench.progress('pages of the large organisation');
  const large = await measurePages(session, integrationId, () => true);
  return large.map((times) => ({ ...times, empty: empty.find(({ page }) => page === times.page) }));
}

export interface PageComparison extends PageTimes {
  readonly empty: PageTimes | undefined;
}

async function plant({ databaseUrl, progress }: ConsoleBench, scale: OrganisationScale): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  for (const statement of plantStatements(scale)) {
    progress(`filling: ${statement.slice(0, 40).replace(/\s+/g, ' ')} ...`);
    await owner.query(statement);
  }
  await owner.end();
  await new Promise((resolve) => setTimeout(resolve, FOLDING_WAIT_MS));
}

async function measurePages(
  session: ConsoleSession,
  integrationId: string,
  isWanted: (page: PageRequest) => boolean,
): Promise<readonly PageTimes[]> {
  const measured: PageTimes[] = [];
  for (const { page, path } of PAGES.filter(isWanted)) {
    const times: number[] = [];
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const started = performance.now();
      await session.get(path(integrationId));
      times.push(performance.now() - started);
    }
    const [firstMs = 0] = times;
    measured.push({ page, firstMs, medianMs: percentile(times, 0.5), maxMs: Math.max(...times) });
  }
  return measured;
}

export function pagesTable(comparisons: readonly PageComparison[]): string {
  const head = ['page', 'first ms', 'median ms', 'max ms', 'empty: median ms', 'large / empty'];
  const rows = comparisons.map(({ page, firstMs, medianMs, maxMs, empty }) => [
    page,
    figure(firstMs),
    figure(medianMs),
    figure(maxMs),
    figure(empty?.medianMs),
    figure(empty && medianMs / empty.medianMs),
  ]);
  return markdownTable(head, rows);
}
