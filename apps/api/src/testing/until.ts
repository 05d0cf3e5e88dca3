const WAIT_MS = 30_000;
const STEP_MS = 20;

/** Waits for what happens after an answer, such as an entry in a log. @throws when it has not happened in thirty seconds */
export async function until(happened: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`not within ${WAIT_MS} ms: ${happened.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
