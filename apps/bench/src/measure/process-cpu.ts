import fs from 'node:fs';

const NS_PER_MS = 1_000_000;

/** CPU that each process of a tree has used so far, in ms over all its threads. */
export type TreeCpu = ReadonlyMap<number, number>;

/**
 * Reads a process and its descendants; undefined where the kernel does not tell. From /proc/PID/task/TID/schedstat, which counts
 * nanoseconds: the ticks of /proc/PID/stat are too coarse for one phase.
 */
export function readTreeCpu(rootPid: number): TreeCpu | undefined {
  if (!fs.existsSync(`/proc/${rootPid}/schedstat`)) return undefined;
  return new Map(treeOf(rootPid).map((pid) => [pid, processCpuMs(pid)]));
}

/** What was used between two readings. A process that ended in between, such as an idle connection's, counts up to the first one only. */
export function cpuUsedMs(before: TreeCpu | undefined, after: TreeCpu | undefined): number | undefined {
  if (before === undefined || after === undefined) return undefined;
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
}

/** Undefined for a process that is gone, and where there is no /proc. */
export function parentPid(pid: number): number | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything, so fields are counted from its end.
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

function treeOf(rootPid: number): readonly number[] {
  const tree = new Set([rootPid]);
  const pids = fs.readdirSync('/proc').map(Number).filter(Number.isInteger);
  const parents = pids.map((pid) => [pid, parentPid(pid)] as const);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const [pid, parent] of parents) if (parent !== undefined && tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function processCpuMs(pid: number): number {
  const tasks = listOrNothing(`/proc/${pid}/task`);
  const used = tasks.map((task) => readOrUndefined(`/proc/${pid}/task/${task}/schedstat`)?.split(' ')[0] ?? '0');
  return used.reduce((sum, ns) => sum + Number(ns), 0) / NS_PER_MS;
}

/** Processes and threads may end while they are read. */
function readOrUndefined(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function listOrNothing(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
