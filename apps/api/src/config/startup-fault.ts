/**
 * Something the operator has to mend before Rollcall can run. The message is one sentence that says what to do; it is printed without
 * a stack and the process ends with exit code 1.
 */
export class StartupFault extends Error {
  override readonly name = 'StartupFault';
}
