import { compare, type Comparison, type Pair } from './comparison';
import type { Address, Connection } from './load/connection';
import { openConnections } from './load/open-connections';
import type { Bench } from './measure/measure-slice';
import { loadDirectory } from './phases/load-directory';
import { directoryOf, directoryOfSizes, type ProvisionedDirectory } from './phases/provisioned';
import { churnPhases, roundPhases } from './phases/round-phases';
import { QUICK, type Scale } from './phases/scale';
import type { Progress } from './report/progress';
import type { Target } from './servers/target';
import { measurePair, type Track } from './track';

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

type ChurnDirectories = ReadonlyMap<Target, ChurnDirectory>;

/**
 * Runs both servers phase by phase in turns. A whole round that is not counted goes before: V8 compiles what runs often only after some
 * thousand requests, and a server runs for weeks.
 */
export async function runRounds(options: RoundsOptions): Promise<readonly Comparison[]> {
  const { bench, ours, floor, scale, rounds, progress } = options;
  progress(`filling a group of ${scale.churnGroupSize} on both servers`);
  const churn = new Map<Target, ChurnDirectory>();
  for (const target of [ours, floor]) {
    churn.set(target, await fillChurnDirectory(target, scale));
    await bench.postgres.vacuum(target.database);
  }
  if (scale !== QUICK) await runRound(options, churn, 'warm up', 0);
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
  churn: ChurnDirectories,
  title: string,
  round: number,
): Promise<Map<string, Pair>> {
  const label = `round${round}`;
  const ourTracks = await openTracks(ours, churn, scale, label);
  const floorTracks = await openTracks(floor, churn, scale, label);
  const pairs = new Map<string, Pair>();
  for (const [index, track] of ourTracks.entries()) {
    const floorTrack = floorTracks[index];
    if (floorTrack === undefined) throw new Error(`The floor has no phase ${track.phase.name}`);
    progress(`${title}: ${track.phase.name}`);
    if (track.phase.afterLoading) await vacuum(bench, [ours, floor]);
    const order = round % 2 === 0 ? 'floorFirst' : 'oursFirst';
    pairs.set(track.phase.name, await measurePair(bench, { ours: track, floor: floorTrack }, order));
  }
  closeConnections([...ourTracks, ...floorTracks]);
  return pairs;
}

async function openTracks(
  target: Target,
  churn: ChurnDirectories,
  scale: Scale,
  label: string,
): Promise<readonly Track[]> {
  const connections = openConnections(await target.openDirectory(label));
  const phases = roundPhases(label, directoryOf(label, scale), scale);
  const tracks = phases.map((phase) => ({ target, phase, connections }));
  const filled = churn.get(target);
  if (filled === undefined) return tracks;
  const churnConnections = openConnections(filled.address);
  const churned = churnPhases(filled.directory, scale);
  return [...tracks, ...churned.map((phase) => ({ target, phase, connections: churnConnections }))];
}

async function fillChurnDirectory(target: Target, { churnGroupSize }: Scale): Promise<ChurnDirectory> {
  const address = await target.openDirectory('churn');
  const directory = directoryOfSizes('churn', churnGroupSize, [churnGroupSize]);
  const connections = openConnections(address);
  await loadDirectory(connections, directory);
  for (const connection of connections) connection.close();
  return { directory, address };
}

async function vacuum({ postgres }: Bench, targets: readonly Target[]): Promise<void> {
  for (const { database } of targets) await postgres.vacuum(database);
}

function closeConnections(tracks: readonly Track[]): void {
  const connections = new Set<Connection>(tracks.flatMap((track) => track.connections));
  for (const connection of connections) connection.close();
}
