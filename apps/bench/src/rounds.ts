import { compare, type Comparison, type Pair } from './comparison';
import { openConnections } from './load/open-connections';
import type { Address, Connection } from './load/connection';
import { loadDirectory } from './phases/load-directory';
import { measurePhase, type Bench } from './measure/measure-phase';
import type { Measurement } from './measure/measurement';
import type { Phase } from './phases/phase';
import { directoryOf, directoryOfSizes, type ProvisionedDirectory } from './phases/provisioned';
import { churnPhases, roundPhases } from './phases/round-phases';
import { QUICK, type Scale } from './phases/scale';
import type { Progress } from './report/progress';
import type { Target } from './servers/target';

/** A phase of one server, ready to run over its own connections. */
interface Track {
  readonly target: Target;
  readonly phases: readonly { readonly phase: Phase; readonly connections: readonly Connection[] }[];
  close(): void;
}

/** The directory with the one very large group, filled once for all rounds. */
interface ChurnDirectory {
  readonly directory: ProvisionedDirectory;
  readonly address: Address;
}

export interface RoundsOptions {
  readonly bench: Bench;
  readonly ours: Target;
  readonly floor: Target;
  readonly scale: Scale;
  readonly rounds: number;
  readonly progress: Progress;
}

/**
 * Runs both servers phase by phase, one right after the other and in turned order from round to round (A B, B A), so that the machine's
 * moods meet both. A small round that is not counted goes before, because the first thousand requests of a process are slow.
 */
export async function runRounds(options: RoundsOptions): Promise<readonly Comparison[]> {
  const { ours, floor, scale, rounds, progress } = options;
  progress(`filling a group of ${scale.churnGroupSize} on both servers`);
  const churn = new Map([
    [ours, await fillChurnDirectory(ours, scale)],
    [floor, await fillChurnDirectory(floor, scale)],
  ]);
  if (scale !== QUICK) await runRound({ ...options, scale: QUICK }, churn, 'warm up', 0);
  const pairs = new Map<string, Pair[]>();
  for (let round = 1; round <= rounds; round++) {
    for (const [phase, pair] of await runRound(options, churn, `round ${round} of ${rounds}`, round)) {
      pairs.set(phase, [...(pairs.get(phase) ?? []), pair]);
    }
  }
  return [...pairs].map(([phase, all]) => compare(phase, all));
}

async function runRound(
  { bench, ours, floor, scale, progress }: RoundsOptions,
  churn: ReadonlyMap<Target, ChurnDirectory>,
  title: string,
  round: number,
): Promise<Map<string, Pair>> {
  const tracks = {
    ours: await openTrack(ours, churn.get(ours), scale, `round${round}`),
    floor: await openTrack(floor, churn.get(floor), scale, `round${round}`),
  };
  const pairs = new Map<string, Pair>();
  for (const [index, { phase }] of tracks.ours.phases.entries()) {
    progress(`${title}: ${phase.name}`);
    if (round % 2 === 0) pairs.set(phase.name, await floorFirst(bench, tracks, index));
    else pairs.set(phase.name, await oursFirst(bench, tracks, index));
  }
  tracks.ours.close();
  tracks.floor.close();
  return pairs;
}

interface Tracks {
  readonly ours: Track;
  readonly floor: Track;
}

async function oursFirst(bench: Bench, tracks: Tracks, index: number): Promise<Pair> {
  const ours = await runPhase(bench, tracks.ours, index);
  return { ours, floor: await runPhase(bench, tracks.floor, index) };
}

async function floorFirst(bench: Bench, tracks: Tracks, index: number): Promise<Pair> {
  const floor = await runPhase(bench, tracks.floor, index);
  return { ours: await runPhase(bench, tracks.ours, index), floor };
}

function runPhase(bench: Bench, track: Track, index: number): Promise<Measurement> {
  const step = track.phases[index];
  if (step === undefined) throw new Error(`${track.target.name} has no phase ${index}`);
  return measurePhase(bench, track.target, step.connections, step.phase);
}

async function openTrack(
  target: Target,
  churn: ChurnDirectory | undefined,
  scale: Scale,
  label: string,
): Promise<Track> {
  const connections = openConnections(await target.openDirectory(label));
  const churnConnections = churn === undefined ? [] : openConnections(churn.address);
  const directory = directoryOf(label, scale);
  const churned = churn === undefined ? [] : churnPhases(churn.directory, scale);
  return {
    target,
    phases: [
      ...roundPhases(label, directory, scale).map((phase) => ({ phase, connections })),
      ...churned.map((phase) => ({ phase, connections: churnConnections })),
    ],
    close: () => {
      for (const connection of [...connections, ...churnConnections]) connection.close();
    },
  };
}

async function fillChurnDirectory(target: Target, { churnGroupSize }: Scale): Promise<ChurnDirectory> {
  const address = await target.openDirectory('churn');
  const directory = directoryOfSizes('churn', churnGroupSize, [churnGroupSize]);
  const connections = openConnections(address);
  await loadDirectory(connections, directory);
  for (const connection of connections) connection.close();
  return { directory, address };
}
