import os from 'node:os';

/** The machine in one line: figures without it mean nothing. */
export function describeMachine(postgresVersion: string): string {
  const [cpu] = os.cpus();
  const memoryGib = Math.round(os.totalmem() / 1024 ** 3);
  return `${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memoryGib} GiB, Node ${process.versions.node}, PostgreSQL ${postgresVersion}, ${os.platform()} ${os.release()}`;
}
