import type { Comparison, Spread } from '../comparison';
import { cpuMs, type Measurement } from '../measure/measurement';
import { figure, markdownTable } from './table';

const FAULTS_SHOWN_MAX = 10;

/** The headline: CPU a request against the floor's, then requests a second. */
export function costTable(comparisons: readonly Comparison[]): string {
  return markdownTable(
    ['phase', 'requests', 'CPU ms', 'floor', 'ours / floor', '(spread)', 'req/s', 'floor', 'ours / floor'],
    comparisons.map(({ phase, requests, ours, floor, cpuRatio, speedRatio }) => [
      phase,
      figure(requests),
      figure(cpuMs(ours)),
      figure(cpuMs(floor)),
      figure(cpuRatio?.median),
      range(cpuRatio),
      figure(ours.requestsPerSecond),
      figure(floor.requestsPerSecond),
      figure(speedRatio),
    ]),
  );
}

/** Where the CPU goes, how long people wait, and what a request asks of the database. */
export function detailTable(comparisons: readonly Comparison[]): string {
  return markdownTable(
    ['phase (ours / floor)', 'CPU server', 'CPU PostgreSQL', 'p50 ms', 'p95 ms', 'p99 ms', 'WAL bytes', 'statements'],
    comparisons.map(({ phase, ours, floor }) => {
      const both = (read: (from: Measurement) => number | undefined): string =>
        `${figure(read(ours))} / ${figure(read(floor))}`;
      return [
        phase,
        both((from) => from.serverCpuMs),
        both((from) => from.databaseCpuMs),
        both((from) => from.p50Ms),
        both((from) => from.p95Ms),
        both((from) => from.p99Ms),
        both((from) => Math.round(from.walBytes)),
        both((from) => from.statements),
      ];
    }),
  );
}

/** The wrong answers, the first few in words; empty when there were none. */
export function faultReport(comparisons: readonly Comparison[]): string {
  const faults = comparisons.flatMap(({ phase, ours, floor }) => [
    ...ours.faults.map((fault) => `Rollcall, ${phase}: ${fault}`),
    ...floor.faults.map((fault) => `floor, ${phase}: ${fault}`),
  ]);
  if (faults.length === 0) return '';
  return [`${faults.length} wrong answers:`, ...faults.slice(0, FAULTS_SHOWN_MAX)].join('\n  ');
}

function range(spread: Spread | undefined): string {
  return spread === undefined ? '–' : `${figure(spread.min)}–${figure(spread.max)}`;
}
