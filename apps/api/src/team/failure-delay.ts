const KEYS_MAX = 10_000;
const FORGOTTEN_AFTER_MS = 3_600_000;

export interface DelayRules {
  /** So many failures cost nothing. */
  readonly free: number;
  /** The wait doubles with each further failure up to this. */
  readonly delayMaxMs: number;
}

/** Makes each further failure of one key wait longer than the one before. Kept in memory: a restart forgives. */
export class FailureDelay {
  private readonly failures = new Map<string, { count: number; at: number }>();

  constructor(
    private readonly rules: DelayRules,
    private readonly now: () => number = Date.now,
  ) {}

  /** Milliseconds until the next try is heard; 0 when at once. */
  waitMs(key: string): number {
    const past = this.failures.get(key);
    if (!past || past.count <= this.rules.free) return 0;
    const delayMs = Math.min(this.rules.delayMaxMs, 1_000 * 2 ** (past.count - this.rules.free - 1));
    return Math.max(0, past.at + delayMs - this.now());
  }

  failed(key: string): void {
    const past = this.failures.get(key);
    const count = past && this.now() - past.at < FORGOTTEN_AFTER_MS ? past.count + 1 : 1;
    this.failures.delete(key);
    if (this.failures.size >= KEYS_MAX) {
      const [oldest] = this.failures.keys();
      if (oldest !== undefined) this.failures.delete(oldest);
    }
    this.failures.set(key, { count, at: this.now() });
  }

  succeeded(key: string): void {
    this.failures.delete(key);
  }
}
