import type { Pair } from './comparison';
import type { Connection } from './load/connection';
import type { Task } from './load/request';
import { runTasks } from './load/run-tasks';
import { measurementOf, type Measurement } from './measure/measurement';
import { measureSlice, type Bench, type Slice } from './measure/measure-slice';
import type { Phase } from './phases/phase';
import type { Target } from './servers/target';

/** One phase, planned for one server. */
export interface Track {
  readonly target: Target;
  readonly phase: Phase;
  readonly connections: readonly Connection[];
}

/** Which server runs when; A B B A gives both the same share of whatever else the machine does in the meantime. */
const ORDERS = {
  oursFirst: ['ours', 'floor', 'floor', 'ours'],
  floorFirst: ['floor', 'ours', 'ours', 'floor'],
} as const;

/** Measures one phase on both servers in halves, in turns. */
export async function measurePair(
  bench: Bench,
  tracks: { readonly ours: Track; readonly floor: Track },
  order: keyof typeof ORDERS,
): Promise<Pair> {
  const runs = { ours: begin(tracks.ours), floor: begin(tracks.floor) };
  for (const name of ORDERS[order]) await runs[name].next(bench);
  return { ours: await runs.ours.finish(), floor: await runs.floor.finish() };
}

/** Measures one phase on one server. */
export async function measureAlone(bench: Bench, track: Track): Promise<Measurement> {
  const run = begin(track);
  await run.next(bench);
  await run.next(bench);
  return run.finish();
}

interface HalvedRun {
  next(bench: Bench): Promise<void>;
  finish(): Promise<Measurement>;
}

function begin({ target, phase, connections }: Track): HalvedRun {
  const halves = inHalves(phase.tasks())[Symbol.iterator]();
  const slices: Slice[] = [];
  return {
    next: async (bench) => {
      const { value } = halves.next();
      if (value !== undefined) slices.push(await measureSlice(bench, target, connections, value));
    },
    finish: async () => {
      const proof = await runTasks(connections, phase.proof?.() ?? []);
      return measurementOf(slices, proof.exchanges);
    },
  };
}

function inHalves(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const middle = Math.ceil(tasks.length / 2);
  return [tasks.slice(0, middle), tasks.slice(middle)];
}
