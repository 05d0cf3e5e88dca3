import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../load/connection';
import type { Exchange, Task } from '../load/request';
import { runTasks } from '../load/run-tasks';
import type { BenchPostgres } from '../servers/bench-postgres';
import type { Target } from '../servers/target';
import { readDatabaseCounters, type DatabaseCounters } from './database-counters';
import { cpuUsedMs, readTreeCpu, type TreeCpu } from './process-cpu';

export interface Bench {
  readonly postgres: BenchPostgres;
  /**
   * How long a slice is still charged after its last answer: servers write logs and fold counts behind the answers, and that work belongs
   * to the requests that caused it.
   */
  readonly settleMs: number;
}

/** Part of a phase that runs against one server without a pause, and what it cost. */
export interface Slice extends DatabaseCounters {
  readonly exchanges: readonly Exchange[];
  readonly durationMs: number;
  readonly serverCpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
}

interface Cpu {
  readonly server: TreeCpu | undefined;
  readonly database: TreeCpu | undefined;
}

/** CPU is read last before a slice and first after it, so that reading the database's counters is not charged to anybody. */
export async function measureSlice(
  bench: Bench,
  target: Target,
  connections: readonly Connection[],
  tasks: readonly Task[],
): Promise<Slice> {
  const countersBefore = await readCounters(bench, target);
  const cpuBefore = readCpu(bench, target);
  const { exchanges, durationMs } = await runTasks(connections, tasks);
  await pause(bench.settleMs);
  const cpuAfter = readCpu(bench, target);
  const countersAfter = await readCounters(bench, target);
  return {
    exchanges,
    durationMs,
    serverCpuMs: cpuUsedMs(cpuBefore.server, cpuAfter.server),
    databaseCpuMs: cpuUsedMs(cpuBefore.database, cpuAfter.database),
    walBytes: countersAfter.walBytes - countersBefore.walBytes,
    statements: difference(countersAfter.statements, countersBefore.statements),
  };
}

function readCounters({ postgres }: Bench, target: Target): Promise<DatabaseCounters> {
  return readDatabaseCounters(postgres.admin, target.database, postgres.countsStatements);
}

function readCpu({ postgres }: Bench, target: Target): Cpu {
  return {
    server: readTreeCpu(target.pid),
    database: postgres.pid === undefined ? undefined : readTreeCpu(postgres.pid),
  };
}

function difference(last: number | undefined, first: number | undefined): number | undefined {
  return last === undefined || first === undefined ? undefined : last - first;
}
