// Under npm test, a test against a real database or a built server gets a second try: on a busy machine a time-out may strike it that has
// nothing to do with the product. It is named at the end of the run until somebody mends it. No second try where cases are random, because
// the next ones are others, and none in files that say so: what is lost once is lost.
import fs from 'node:fs';

const REAL = /\.db\.spec\.ts$|[\\/]apps[\\/]api-e2e[\\/]/;
const RANDOM = /\bnumRuns\b|'fast-check'/;

const { testPath } = expect.getState();
if (process.env.SECOND_TRY === 'yes' && REAL.test(testPath) && !RANDOM.test(fs.readFileSync(testPath, 'utf8')))
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
