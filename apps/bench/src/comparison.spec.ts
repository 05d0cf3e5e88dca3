import { compare, type Pair } from './comparison';
import type { Measurement } from './measure/measurement';

function aMeasurement(changes: Partial<Measurement> = {}): Measurement {
  return {
    requests: 10,
    requestsPerSecond: 1_000,
    p50Ms: 1,
    p95Ms: 2,
    p99Ms: 3,
    serverCpuMs: 0.1,
    databaseCpuMs: 0.1,
    walBytes: 0,
    statements: 1,
    faults: [],
    ...changes,
  };
}

function aRound(ours: number, floor: number): Pair {
  return {
    ours: aMeasurement({ serverCpuMs: ours, databaseCpuMs: ours }),
    floor: aMeasurement({ serverCpuMs: floor, databaseCpuMs: floor }),
  };
}

describe('comparison of two servers', () => {
  it('takes ratios within a round, so that a slow round of both does not count', () => {
    const { cpuRatio } = compare('reads', [aRound(1.5, 1), aRound(30, 20), aRound(2, 1)]);
    expect(cpuRatio).toEqual({ median: 1.5, min: 1.5, max: 2 });
  });

  it('has no CPU ratio where CPU could not be read', () => {
    const blind = { ours: aMeasurement({ databaseCpuMs: undefined }), floor: aMeasurement() };
    expect(compare('reads', [aRound(1, 1), blind]).cpuRatio).toBeUndefined();
  });

  it('keeps the wrong answers of all rounds', () => {
    const wrong = { ours: aMeasurement({ faults: ['GET /Users: 500'] }), floor: aMeasurement() };
    expect(compare('reads', [wrong, aRound(1, 1), wrong]).ours.faults).toHaveLength(2);
  });
});
