import type { Environment } from './environment';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;
const FORMATS = ['json', 'text'] as const;
const AUDIENCES = ['loopback', 'all', 'off'] as const;

export type LogLevel = (typeof LEVELS)[number];

/** What the server tells about itself, and to whom. */
export class ObservabilityConfig {
  static readonly variables = ['LOG_LEVEL', 'LOG_FORMAT', 'ROLLCALL_METRICS'] as const;

  readonly logLevel: LogLevel;
  readonly logFormat: (typeof FORMATS)[number];
  /** Who may read /metrics. */
  readonly metrics: (typeof AUDIENCES)[number];

  constructor(environment: Environment) {
    this.logLevel = environment.choice('LOG_LEVEL', LEVELS, 'info');
    this.logFormat = environment.choice('LOG_FORMAT', FORMATS, process.stdout.isTTY ? 'text' : 'json');
    this.metrics = environment.choice('ROLLCALL_METRICS', AUDIENCES, 'loopback');
  }
}
