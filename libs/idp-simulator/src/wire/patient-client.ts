import { setTimeout as pause } from 'node:timers/promises';
import type { SimulationReport } from '../report/simulation-report';
import type { Json } from './json';
import { ConnectionFailed, type Method, type ScimAnswer, type ScimHttpClient } from './scim-http-client';

/** An answer, and how often the request was repeated before it came: a repeated POST may have met its own first try. */
export interface PatientAnswer extends ScimAnswer {
  readonly retries: number;
}

export interface Patience {
  /** How long a server may stay silent, or refuse for lack of capacity, before the run gives up. */
  readonly patienceMs: number;
  /** How often an answer of 5xx without Retry-After is asked again. */
  readonly serverErrorRetriesMax: number;
  readonly honorRetryAfter: boolean;
}

/** The server stopped answering for longer than the patience: nothing more can be learnt from this run. */
export class ServerSilent extends Error {
  constructor(requestLine: string, patienceMs: number, cause: ConnectionFailed) {
    super(
      `The server stopped answering: ${requestLine} found nobody for ${Math.round(patienceMs / 1000)} s (${cause.code}). Start the server and run the same command again; what has arrived is matched, not doubled.`,
      { cause },
    );
    this.name = 'ServerSilent';
  }
}

const RETRY_AFTER_MAX_MS = 60_000;

/** Repeats what a provider repeats within a cycle: broken connections, 429 and 5xx. Each repeat is counted, not judged. */
export class PatientClient {
  constructor(
    private readonly client: ScimHttpClient,
    private readonly report: SimulationReport,
    private readonly patience: Patience,
  ) {}

  /** The final answer, whatever its status; throws ServerSilent when no answer comes within the patience. */
  async send(method: Method, path: string, body?: Json): Promise<PatientAnswer> {
    const deadline = Date.now() + this.patience.patienceMs;
    for (let retries = 0; ; retries += 1) {
      const outcome = await this.attempt(method, path, body);
      const waitMs = this.waitBeforeRetry(outcome, retries, deadline);
      if (waitMs === undefined) {
        if (outcome instanceof ConnectionFailed) {
          throw new ServerSilent(`${method} ${path}`, this.patience.patienceMs, outcome);
        }
        this.report.recordExchange(outcome, body);
        return { ...outcome, retries };
      }
      this.report.countRetry();
      await pause(waitMs);
    }
  }

  private async attempt(method: Method, path: string, body?: Json): Promise<ScimAnswer | ConnectionFailed> {
    try {
      const answer = await this.client.send(method, path, body);
      this.report.countRequest(method, answer.durationMs);
      return answer;
    } catch (error) {
      if (error instanceof ConnectionFailed) return error;
      throw error;
    }
  }

  /** Milliseconds to wait before the next try; undefined where this outcome is final. */
  private waitBeforeRetry(
    outcome: ScimAnswer | ConnectionFailed,
    retries: number,
    deadline: number,
  ): number | undefined {
    const backOffMs = Math.min(100 * 2 ** retries, 2_000);
    if (outcome instanceof ConnectionFailed) return Date.now() < deadline ? backOffMs : undefined;
    if (outcome.status !== 429 && outcome.status < 500) return undefined;
    const askedMs = this.patience.honorRetryAfter ? retryAfterMs(outcome) : undefined;
    if (askedMs !== undefined) return Date.now() + askedMs <= deadline ? askedMs : undefined;
    return retries < this.patience.serverErrorRetriesMax && Date.now() < deadline ? backOffMs : undefined;
  }
}

/** Retry-After in seconds, as Entra reads it (entra 14.4); dates are not used by SCIM servers and count as absent. */
function retryAfterMs(answer: ScimAnswer): number | undefined {
  const seconds = Number(answer.headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, RETRY_AFTER_MAX_MS) : undefined;
}
