import type { TestResult } from '@rollcall/admin-contracts';

/** What came of the last test message, for the person who sent it. */
export interface TestOutcome {
  readonly name: string;
  readonly result: TestResult;
}
