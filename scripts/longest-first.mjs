import TestSequencer from '@jest/test-sequencer';

/** Journeys start servers and databases: they take long however short their text is. */
const JOURNEY = /[\\/]apps[\\/]api-e2e[\\/]/;

/**
 * What takes longest begins first, so that no worker is left alone with it at the end of a run. Jest goes by what a file took the last
 * time, and by its size where there was no last time, as in a fresh clone; that is wrong for journeys alone.
 */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => Number(JOURNEY.test(b.path)) - Number(JOURNEY.test(a.path)));
  }
}
