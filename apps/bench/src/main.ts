import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Comparison } from './comparison';
import { PAGE_MAX_MS, pagesTable, runConsolePages, slowPages } from './console-pages/console-pages';
import { runGrowth } from './growth/growth';
import { readOptions, USAGE, UsageFault, type BenchOptions } from './options';
import { fullScale, QUICK } from './phases/scale';
import { costTable, detailTable, faultReport } from './report/comparison-report';
import { describeMachine } from './report/machine';
import { statementProfile } from './report/statement-profile';
import { runRounds } from './rounds';
import { startBenchPostgres, type BenchPostgres } from './servers/bench-postgres';
import { startFloor } from './servers/floor-target';
import { startRollcall } from './servers/rollcall-target';
import type { Target } from './servers/target';

/** Above it, `--check` fails. */
const CPU_RATIO_MAX = 2;
const SETTLE_MS = 1_200;
const SETTLE_QUICK_MS = 400;

interface Servers {
  readonly ours: Target;
  readonly floor: Target;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    print(USAGE);
    return 0;
  }
  const logFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-bench-logs-'));
  const keptData = options.keepFolder === undefined ? undefined : path.join(options.keepFolder, 'postgres');
  const postgres = await startBenchPostgres(options.databaseUrl, keptData);
  const machine = describeMachine(postgres.version);
  print(`${machine}\n`);
  try {
    if (options.console) return await measureConsole(options, postgres, { machine, logFolder });
    const servers = await startServers(options, postgres, logFolder);
    const comparisons = await measure(options, postgres, servers).finally(() => stopServers(servers));
    await writeStatementProfile(options, postgres, servers.ours);
    if (options.jsonFile !== undefined) {
      fs.writeFileSync(options.jsonFile, `${JSON.stringify({ machine, options, comparisons }, null, 1)}\n`);
    }
    const code = judge(options, comparisons);
    fs.rmSync(logFolder, { recursive: true, force: true });
    return code;
  } catch (error) {
    print(`The logs of the servers are in ${logFolder}.\n`);
    throw error;
  } finally {
    await postgres.stop();
  }
}

async function startServers(options: BenchOptions, postgres: BenchPostgres, logFolder: string): Promise<Servers> {
  const floor = await startFloor(await postgres.createDatabase('bench_floor'), 'bench_floor', logFolder);
  const database = 'bench_rollcall';
  const databaseUrl = await postgres.createDatabase(database);
  try {
    const ours = options.floorOnly
      ? await startFloor(databaseUrl, database, logFolder)
      : await startRollcall({ databaseUrl, database, logFolder, profileFolder: options.profileFolder });
    return { ours, floor };
  } catch (error) {
    await floor.stop();
    throw error;
  }
}

async function stopServers({ ours, floor }: Servers): Promise<void> {
  await Promise.all([ours.stop(), floor.stop()]);
}

/** Rollcall alone: the exit code. */
async function measureConsole(
  options: BenchOptions,
  postgres: BenchPostgres,
  { machine, logFolder }: { readonly machine: string; readonly logFolder: string },
): Promise<number> {
  const { keepFolder, quick, profileFolder, only } = options;
  const folder = keepFolder ?? logFolder;
  const bench = { postgres, folder, isKept: keepFolder !== undefined, quick, profileFolder, only, progress };
  const pages = await runConsolePages(bench);
  print(`\n${pagesTable(pages)}\n`);
  if (options.jsonFile !== undefined) {
    fs.writeFileSync(options.jsonFile, `${JSON.stringify({ machine, options, pages }, null, 1)}\n`);
  }
  const slow = slowPages(pages);
  if (slow.length > 0) print(`\nAbove ${PAGE_MAX_MS} ms: ${slow.map(({ page }) => page).join('; ')}.\n`);
  return options.check && slow.length > 0 ? 1 : 0;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Beside the profile of the server's own CPU, which V8 writes when the server ends. */
async function writeStatementProfile(options: BenchOptions, postgres: BenchPostgres, ours: Target): Promise<void> {
  if (options.profileFolder === undefined || !postgres.countsStatements) return;
  const text = await statementProfile(postgres.admin, ours.database);
  fs.writeFileSync(path.join(options.profileFolder, 'statements.txt'), `${text}\n`);
}

async function measure(
  options: BenchOptions,
  postgres: BenchPostgres,
  servers: Servers,
): Promise<readonly Comparison[]> {
  const bench = { postgres, settleMs: options.quick ? SETTLE_QUICK_MS : SETTLE_MS };
  if (options.growth) return runGrowth({ bench, ...servers, quick: options.quick, progress });
  const scale = options.quick ? QUICK : fullScale(options.users);
  return runRounds({ bench, ...servers, scale, rounds: options.rounds, progress });
}

/** Prints the tables; the exit code. */
function judge(options: BenchOptions, comparisons: readonly Comparison[]): number {
  print(`\n${costTable(comparisons)}\n\n${detailTable(comparisons)}\n`);
  const faults = faultReport(comparisons);
  if (faults !== '') print(`\n${faults}\n`);
  const slow = comparisons.filter(({ cpuRatio }) => (cpuRatio?.median ?? 0) > CPU_RATIO_MAX);
  if (slow.length > 0) {
    print(`\nMore than ${CPU_RATIO_MAX} times the floor's CPU in: ${slow.map(({ phase }) => phase).join('; ')}.\n`);
  }
  return faults !== '' || (options.check && slow.length > 0) ? 1 : 0;
}

function print(text: string): void {
  process.stdout.write(text);
}

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage = error instanceof UsageFault;
  process.stderr.write(
    isUsage
      ? `${error.message}\n\n${USAGE}`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
