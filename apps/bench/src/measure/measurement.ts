import { checkExchange } from '../load/check-exchange';
import type { Exchange } from '../load/request';
import type { Slice } from './measure-slice';
import { percentile } from './percentile';

/** What one phase cost one server, once. */
export interface Measurement {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** CPU a request: the server's processes, and PostgreSQL's; undefined where it cannot be read. */
  readonly serverCpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
  readonly walBytes: number;
  readonly statements: number | undefined;
  /** One line for each wrong answer. */
  readonly faults: readonly string[];
}

/** CPU a request of server and PostgreSQL together. */
export function cpuMs({ serverCpuMs, databaseCpuMs }: Measurement): number | undefined {
  return serverCpuMs === undefined || databaseCpuMs === undefined ? undefined : serverCpuMs + databaseCpuMs;
}

/** All slices of a phase as one; `proof` are requests after it that were not measured. Here the answers are checked. */
export function measurementOf(slices: readonly Slice[], proof: readonly Exchange[]): Measurement {
  const exchanges = slices.flatMap((slice) => slice.exchanges);
  const latencies = exchanges.map(({ durationMs }) => durationMs);
  const sum = (figure: (slice: Slice) => number | undefined): number =>
    slices.reduce((total, slice) => total + (figure(slice) ?? Number.NaN), 0);
  const perRequest = (figure: (slice: Slice) => number | undefined): number => sum(figure) / exchanges.length;
  return {
    requests: exchanges.length,
    requestsPerSecond: (exchanges.length / sum((slice) => slice.durationMs)) * 1_000,
    p50Ms: percentile(latencies, 0.5),
    p95Ms: percentile(latencies, 0.95),
    p99Ms: percentile(latencies, 0.99),
    serverCpuMs: known(perRequest((slice) => slice.serverCpuMs)),
    databaseCpuMs: known(perRequest((slice) => slice.databaseCpuMs)),
    walBytes: perRequest((slice) => slice.walBytes),
    statements: known(perRequest((slice) => slice.statements)),
    faults: [...exchanges, ...proof].map(checkExchange).filter((fault) => fault !== undefined),
  };
}

function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
