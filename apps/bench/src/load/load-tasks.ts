import { checkExchange } from './check-exchange';
import type { Connection } from './connection';
import type { Task } from './request';
import { runTasks } from './run-tasks';

const SHOWN_MAX = 5;

/** Tasks that prepare what is measured afterwards: one wrong answer and the measurement would mean nothing, so it fails. */
export async function loadTasks(connections: readonly Connection[], tasks: readonly Task[]): Promise<void> {
  const { exchanges } = await runTasks(connections, tasks);
  const faults = exchanges.map(checkExchange).filter((fault) => fault !== undefined);
  if (faults.length === 0) return;
  const shown = faults.slice(0, SHOWN_MAX).join('\n  ');
  throw new Error(`${faults.length} of ${exchanges.length} requests that prepare the load went wrong:\n  ${shown}`);
}
