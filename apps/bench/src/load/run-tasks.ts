import type { Connection } from './connection';
import type { Exchange, PlannedRequest, Task } from './request';

export interface TasksRun {
  readonly exchanges: readonly Exchange[];
  readonly durationMs: number;
}

/** Each connection takes the next task as soon as it has finished one, until none is left. */
export async function runTasks(connections: readonly Connection[], tasks: readonly Task[]): Promise<TasksRun> {
  const exchanges: Exchange[] = [];
  const left = tasks[Symbol.iterator]();
  const started = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      for (const task of left) {
        for (const request of task) exchanges.push(await exchange(connection, request));
      }
    }),
  );
  return { exchanges, durationMs: performance.now() - started };
}

async function exchange(connection: Connection, request: PlannedRequest): Promise<Exchange> {
  const started = performance.now();
  const answer = await connection.send(request).catch((error: unknown) => asError(error));
  return { request, answer, durationMs: performance.now() - started };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
