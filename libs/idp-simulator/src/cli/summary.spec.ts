import { SimulationReport } from '../report/simulation-report';
import { summaryJson, summaryText } from './summary';

function aReport(): SimulationReport {
  const report = new SimulationReport();
  report.enterPhase('initial cycle');
  for (const durationMs of [1, 2, 3, 4, 100]) report.countRequest('GET', durationMs);
  report.countRetry();
  report.deviate({
    request: 'GET /Users/u1',
    rule: 'entra 1.5 (C21): booleans are returned as booleans',
    expected: 'true',
    got: '"True"',
  });
  return report;
}

const EXPECTATION = { users: 498, activeUsers: 490, groups: 24, memberships: 1200 };

describe('summary', () => {
  it('shows figures of each phase and of all, each deviation with its rule, and what the console should show', () => {
    const text = summaryText(aReport(), EXPECTATION);

    expect(text).toMatch(/^phase +requests +deviations +retried +p50 ms +p95 ms +req\/s\n/);
    expect(text).toMatch(/\ninitial cycle +5 +1 +1 +3\.0 +100\.0 +\d+\n/);
    expect(text).toMatch(/\ntotal +5 +1 +1 +3\.0 +100\.0 +\d+\n/);
    expect(text).toContain(
      '- GET /Users/u1  (initial cycle)\n    expected  true\n    got       "True"\n    rule      entra 1.5 (C21)',
    );
    expect(text).toContain('Expected in Rollcall now: users 498 (active 490), groups 24, memberships 1200.');
  });

  it('as JSON it is one object that a script can read, not ok with a deviation or an early end', () => {
    const parsed = JSON.parse(summaryJson(aReport(), EXPECTATION, undefined)) as Record<string, unknown>;

    expect(parsed).toMatchObject({
      ok: false,
      expected: EXPECTATION,
      total: { requests: 5, deviations: 1, retried: 1 },
    });
    expect(JSON.parse(summaryJson(new SimulationReport(), undefined, undefined))).toMatchObject({ ok: true });
    expect(JSON.parse(summaryJson(new SimulationReport(), undefined, 'Interrupted.'))).toMatchObject({ ok: false });
  });
});
