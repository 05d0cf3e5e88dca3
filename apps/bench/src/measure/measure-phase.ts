import { setTimeout as pause } from 'node:timers/promises';
import { checkExchange } from '../load/check-exchange';
import type { Connection } from '../load/connection';
import { runTasks, type TasksRun } from '../load/run-tasks';
import type { Phase } from '../phases/phase';
import type { BenchPostgres } from '../servers/bench-postgres';
import type { Target } from '../servers/target';
import { readDatabaseCounters, type DatabaseCounters } from './database-counters';
import type { Measurement } from './measurement';
import { percentile } from './percentile';
import { treeCpuMs } from './process-cpu';

export interface Bench {
  readonly postgres: BenchPostgres;
  /**
   * How long a phase is still charged after its last answer: servers write logs and fold counts behind the answers, and that work belongs
   * to the phase that caused it.
   */
  readonly settleMs: number;
}

interface Reading extends DatabaseCounters {
  readonly serverCpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
}

/** Runs a phase against one server and reads what it cost. Answers, and what the phase has to leave behind, are checked afterwards. */
export async function measurePhase(
  bench: Bench,
  target: Target,
  connections: readonly Connection[],
  phase: Phase,
): Promise<Measurement> {
  const tasks = phase.tasks();
  const before = await readBefore(bench, target);
  const run = await runTasks(connections, tasks);
  await pause(bench.settleMs);
  const after = await readAfter(bench, target);
  const faults = faultsIn(run);
  const proof = await runTasks(connections, phase.proof?.() ?? []);
  return measurement(run, before, after, [...faults, ...faultsIn(proof)]);
}

/** CPU is read last before a phase and first after it, so that reading the database's counters is not charged to anybody. */
async function readBefore(bench: Bench, target: Target): Promise<Reading> {
  const counters = await readCounters(bench, target);
  return { ...counters, ...readCpu(bench, target) };
}

async function readAfter(bench: Bench, target: Target): Promise<Reading> {
  const cpu = readCpu(bench, target);
  return { ...(await readCounters(bench, target)), ...cpu };
}

function readCounters({ postgres }: Bench, target: Target): Promise<DatabaseCounters> {
  return readDatabaseCounters(postgres.admin, target.database, postgres.countsStatements);
}

function readCpu({ postgres }: Bench, target: Target): Pick<Reading, 'serverCpuMs' | 'databaseCpuMs'> {
  return {
    serverCpuMs: treeCpuMs(target.pid),
    databaseCpuMs: postgres.pid === undefined ? undefined : treeCpuMs(postgres.pid),
  };
}

function faultsIn({ exchanges }: TasksRun): readonly string[] {
  return exchanges.map(checkExchange).filter((fault) => fault !== undefined);
}

function measurement(run: TasksRun, before: Reading, after: Reading, faults: readonly string[]): Measurement {
  const requests = run.exchanges.length;
  const latencies = run.exchanges.map(({ durationMs }) => durationMs);
  const perRequest = (last: number | undefined, first: number | undefined): number | undefined =>
    last === undefined || first === undefined ? undefined : (last - first) / requests;
  return {
    requests,
    requestsPerSecond: (requests / run.durationMs) * 1_000,
    p50Ms: percentile(latencies, 0.5),
    p95Ms: percentile(latencies, 0.95),
    p99Ms: percentile(latencies, 0.99),
    serverCpuMs: perRequest(after.serverCpuMs, before.serverCpuMs),
    databaseCpuMs: perRequest(after.databaseCpuMs, before.databaseCpuMs),
    walBytes: (after.walBytes - before.walBytes) / requests,
    statements: perRequest(after.statements, before.statements),
    faults,
  };
}
