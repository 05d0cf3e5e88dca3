import type { Expectation } from '../engine/read-back';
import type { PhaseSummary, SimulationReport } from '../report/simulation-report';

const DEVIATIONS_SHOWN_MAX = 20;
const COLUMNS = ['phase', 'requests', 'deviations', 'retried', 'p50 ms', 'p95 ms', 'req/s'] as const;

/** The table of figures, the deviations, and what the console should show now. */
export function summaryText(report: SimulationReport, expectation: Expectation | undefined): string {
  const parts = [table([...report.phases(), report.total()]), deviationText(report)];
  if (expectation !== undefined) parts.push(expectationText(expectation));
  return parts.join('\n\n');
}

/** The same as one JSON object. */
export function summaryJson(
  report: SimulationReport,
  expectation: Expectation | undefined,
  stoppedBy: string | undefined,
): string {
  return JSON.stringify({
    ok: stoppedBy === undefined && report.deviations.length === 0,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    total: report.total(),
    phases: report.phases(),
    deviations: report.deviations,
    ...(expectation === undefined ? {} : { expected: expectation }),
  });
}

function table(phases: readonly PhaseSummary[]): string {
  const rows = phases.map((phase) => [
    phase.phase,
    String(phase.requests),
    String(phase.deviations),
    String(phase.retried),
    phase.p50Ms.toFixed(1),
    phase.p95Ms.toFixed(1),
    String(phase.requestsPerSecond),
  ]);
  const lines = [[...COLUMNS], ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join('  '))
    .join('\n');
}

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}

function deviationText(report: SimulationReport): string {
  const { deviations } = report;
  if (deviations.length === 0) return 'No deviations.';
  const shown = deviations
    .slice(0, DEVIATIONS_SHOWN_MAX)
    .map((deviation) =>
      [
        `- ${deviation.request}  (${deviation.phase})`,
        `    expected  ${deviation.expected}`,
        `    got       ${deviation.got}`,
        `    rule      ${deviation.rule}`,
      ].join('\n'),
    );
  const more = deviations.length - shown.length;
  const heading = deviations.length === 1 ? '1 deviation:' : `${deviations.length} deviations:`;
  return [heading, ...shown, ...(more > 0 ? [`and ${more} more; --json lists them all.`] : [])].join('\n');
}

function expectationText({ users, activeUsers, groups, memberships }: Expectation): string {
  return `Expected in Rollcall now: users ${users} (active ${activeUsers}), groups ${groups}, memberships ${memberships}.`;
}
