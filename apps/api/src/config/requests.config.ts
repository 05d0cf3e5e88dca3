import type { Environment } from './environment';

const DAYS_MAX = 3650;

/** How long the log of SCIM requests is kept. */
export class RequestsConfig {
  static readonly variables = ['ROLLCALL_REQUESTS_KEPT_DAYS', 'ROLLCALL_FAILURES_KEPT_DAYS'] as const;

  /** Of requests that succeeded. */
  readonly successesKeptDays: number;
  /** Of those that were refused or failed. */
  readonly failuresKeptDays: number;

  constructor(environment: Environment) {
    this.successesKeptDays = environment.integer('ROLLCALL_REQUESTS_KEPT_DAYS', { absent: 30, min: 1, max: DAYS_MAX });
    this.failuresKeptDays = environment.integer('ROLLCALL_FAILURES_KEPT_DAYS', { absent: 90, min: 1, max: DAYS_MAX });
    environment.require(
      this.failuresKeptDays >= this.successesKeptDays,
      'ROLLCALL_FAILURES_KEPT_DAYS must not be less than ROLLCALL_REQUESTS_KEPT_DAYS.',
    );
  }
}
