type Task = () => Promise<void> | void;

const tasks: Task[] = [];

/** Has something undone when the file's tests are over, last made first gone, whether they passed or not. */
export function cleanUpLater(task: Task): void {
  tasks.push(task);
}

afterAll(async () => {
  const faults: unknown[] = [];
  for (const task of tasks.splice(0).reverse()) {
    try {
      await task();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'not everything could be cleaned up');
}, 60_000);
