/** Something the person at the keyboard has to mend; printed as it is, without a stack. */
export class Fault extends Error {}

/** Runs the work of a script; a fault becomes its sentence and exit code 1. */
export async function run(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Fault ? error.message : (error?.stack ?? String(error))}\n`);
    process.exit(1);
  }
}
