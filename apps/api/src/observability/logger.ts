import { ConsoleLogger, type LogLevel as NestLevel } from '@nestjs/common';
import type { LogLevel, ObservabilityConfig } from '../config/observability.config';

const LEVELS: Readonly<Record<LogLevel, NestLevel[]>> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** Nest tells of each module and route at start; that is of use to nobody who runs the server. */
const NEST_CHATTER = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** One line a message: JSON for machines, text for people. Ids and counts; no names, addresses, tokens or bodies. */
export class RollcallLogger extends ConsoleLogger {
  constructor(config: ObservabilityConfig) {
    const json = config.logFormat === 'json';
    super({
      prefix: 'rollcall',
      json,
      colors: !json && process.stdout.isTTY,
      compact: true,
      breakLength: Infinity,
      logLevels: LEVELS[config.logLevel],
    });
  }

  /** What Nest reports about a failed start is thrown as well, and told once, by whoever started. */
  override error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (context === 'NestApplication' || context === 'ExceptionHandler') return;
    super.error(message, ...(rest as [string]));
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && NEST_CHATTER.has(context)) return;
    super.log(message, ...(rest as [string]));
  }
}
