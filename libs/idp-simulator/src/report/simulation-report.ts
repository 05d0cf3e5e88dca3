import { performance } from 'node:perf_hooks';
import type { Json } from '../wire/json';
import type { Method, ScimAnswer } from '../wire/scim-http-client';

/** An answer that breaks a rule that Entra relies on. */
export interface Deviation {
  readonly phase: string;
  readonly request: string;
  readonly rule: string;
  readonly expected: string;
  readonly got: string;
}

/** One request and its answer's status, kept only when a trace is wanted. */
export interface Exchange {
  readonly method: Method;
  readonly path: string;
  readonly body: Json | undefined;
  readonly status: number;
}

export interface PhaseSummary {
  readonly phase: string;
  readonly requests: number;
  readonly retried: number;
  readonly deviations: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly seconds: number;
  readonly requestsPerSecond: number;
}

interface PhaseTally {
  readonly phase: string;
  readonly durationsMs: number[];
  retried: number;
  deviations: number;
  elapsedMs: number;
}

/** Everything a run learnt: figures per phase, deviations, and the exchanges when they are recorded. */
export class SimulationReport {
  readonly deviations: Deviation[] = [];
  readonly exchanges: Exchange[] = [];
  private readonly tallies: PhaseTally[] = [];
  /** Requests other than GET. */
  writes = 0;
  private current = newTally('direct calls');
  private since = performance.now();

  constructor(private readonly recordExchanges = false) {
    this.tallies.push(this.current);
  }

  get requests(): number {
    return this.tallies.reduce((sum, tally) => sum + tally.durationsMs.length, 0);
  }

  get retried(): number {
    return this.tallies.reduce((sum, tally) => sum + tally.retried, 0);
  }

  /** What follows counts under this name; a name used before continues its tally. */
  enterPhase(phase: string): void {
    this.pauseClock();
    this.current = this.tallies.find((tally) => tally.phase === phase) ?? newTally(phase);
    if (!this.tallies.includes(this.current)) this.tallies.push(this.current);
  }

  countRequest(method: Method, durationMs: number): void {
    if (method !== 'GET') this.writes += 1;
    this.current.durationsMs.push(durationMs);
  }

  countRetry(): void {
    this.current.retried += 1;
  }

  recordExchange(answer: ScimAnswer, body: Json | undefined): void {
    if (!this.recordExchanges) return;
    this.exchanges.push({ method: answer.method, path: answer.path, body, status: answer.status });
  }

  deviate(deviation: Omit<Deviation, 'phase'>): void {
    this.current.deviations += 1;
    this.deviations.push({ phase: this.current.phase, ...deviation });
  }

  /** Figures of each phase that sent anything, in the order of their first request. */
  phases(): readonly PhaseSummary[] {
    this.pauseClock();
    return this.tallies.filter((tally) => tally.durationsMs.length > 0 || tally.retried > 0).map(summarise);
  }

  /** All phases together. */
  total(): PhaseSummary {
    this.pauseClock();
    const sum = newTally('total');
    for (const tally of this.tallies) {
      for (const durationMs of tally.durationsMs) sum.durationsMs.push(durationMs);
      sum.retried += tally.retried;
      sum.deviations += tally.deviations;
      sum.elapsedMs += tally.elapsedMs;
    }
    return summarise(sum);
  }

  private pauseClock(): void {
    const now = performance.now();
    this.current.elapsedMs += now - this.since;
    this.since = now;
  }
}

function newTally(phase: string): PhaseTally {
  return { phase, durationsMs: [], retried: 0, deviations: 0, elapsedMs: 0 };
}

function summarise(tally: PhaseTally): PhaseSummary {
  const sorted = [...tally.durationsMs].sort((a, b) => a - b);
  const seconds = tally.elapsedMs / 1000;
  return {
    phase: tally.phase,
    requests: sorted.length,
    retried: tally.retried,
    deviations: tally.deviations,
    p50Ms: rounded(quantile(sorted, 0.5)),
    p95Ms: rounded(quantile(sorted, 0.95)),
    seconds: rounded(seconds),
    requestsPerSecond: seconds > 0 ? Math.round(sorted.length / seconds) : 0,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
