/** What one phase cost one server, once. */
export interface Measurement {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** CPU a request: the server's processes, and PostgreSQL's; undefined where it cannot be read. */
  readonly serverCpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
  readonly walBytes: number;
  readonly statements: number | undefined;
  /** One line for each wrong answer. */
  readonly faults: readonly string[];
}

/** CPU a request of server and PostgreSQL together. */
export function cpuMs({ serverCpuMs, databaseCpuMs }: Measurement): number | undefined {
  return serverCpuMs === undefined || databaseCpuMs === undefined ? undefined : serverCpuMs + databaseCpuMs;
}
