import { cpuMs, type Measurement } from './measure/measurement';
import { median } from './measure/percentile';

/** One round of one phase: both servers, right after each other. */
export interface Pair {
  readonly ours: Measurement;
  readonly floor: Measurement;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** A phase over all rounds. Ratios are taken within a round, where both servers met the same neighbours, and then their median. */
export interface Comparison {
  readonly phase: string;
  readonly requests: number;
  readonly ours: Measurement;
  readonly floor: Measurement;
  /** CPU ours / floor; undefined where CPU cannot be read. */
  readonly cpuRatio: Spread | undefined;
  /** Requests a second, ours / floor. */
  readonly speedRatio: number;
}

export function compare(phase: string, pairs: readonly Pair[]): Comparison {
  const ratios = pairs.map(({ ours, floor }) => (cpuMs(ours) ?? Number.NaN) / (cpuMs(floor) ?? Number.NaN));
  return {
    phase,
    requests: pairs[0]?.ours.requests ?? 0,
    ours: typical(pairs.map(({ ours }) => ours)),
    floor: typical(pairs.map(({ floor }) => floor)),
    cpuRatio: ratios.some(Number.isNaN) ? undefined : spread(ratios),
    speedRatio: median(pairs.map(({ ours, floor }) => ours.requestsPerSecond / floor.requestsPerSecond)),
  };
}

function typical(rounds: readonly Measurement[]): Measurement {
  const middle = (figure: (round: Measurement) => number): number => median(rounds.map(figure));
  const middleIfKnown = (figure: (round: Measurement) => number | undefined): number | undefined => {
    const known = rounds.map(figure).filter((value) => value !== undefined);
    return known.length === rounds.length ? median(known) : undefined;
  };
  return {
    requests: middle((round) => round.requests),
    requestsPerSecond: middle((round) => round.requestsPerSecond),
    p50Ms: middle((round) => round.p50Ms),
    p95Ms: middle((round) => round.p95Ms),
    p99Ms: middle((round) => round.p99Ms),
    serverCpuMs: middleIfKnown((round) => round.serverCpuMs),
    databaseCpuMs: middleIfKnown((round) => round.databaseCpuMs),
    walBytes: middle((round) => round.walBytes),
    statements: middleIfKnown((round) => round.statements),
    faults: rounds.flatMap((round) => round.faults),
  };
}

function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}
