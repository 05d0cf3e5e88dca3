export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A request, and what its answer has to be. Answers are checked after the clock has stopped, so that a check costs nobody time. */
export interface PlannedRequest {
  readonly method: Method;
  /** Below the SCIM base URL, such as `/Users?filter=...`. */
  readonly path: string;
  readonly body?: string;
  readonly status: number;
  /** Says what is wrong with the body of an answer, if anything is. May take ids out of it for later phases. */
  readonly check?: (body: unknown) => string | undefined;
}

/** Requests that follow each other on one connection, as a client sends them for one person or group. */
export type Task = readonly PlannedRequest[];

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** One request as it went. */
export interface Exchange {
  readonly request: PlannedRequest;
  readonly answer: Answer | Error;
  readonly durationMs: number;
}
