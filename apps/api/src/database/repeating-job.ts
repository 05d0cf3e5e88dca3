import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';

/** A server that is restarted often comes to its rare jobs, too. */
const FIRST_AFTER_MAX_MS = 60_000;

/**
 * Work that comes round by itself while the server runs: never twice at once in a process, never after the server's stop, which waits for
 * whatever is under way. Between processes the work itself takes turns.
 */
export abstract class RepeatingJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  /** Asked between steps. */
  protected stopped = false;

  protected constructor(private readonly everyMs: number) {}

  onApplicationBootstrap(): void | Promise<void> {
    const round = (): void => void this.inTurn(() => this.run());
    this.timer = setTimeout(
      () => {
        round();
        this.timer = setInterval(round, this.everyMs).unref();
      },
      Math.min(this.everyMs, FIRST_AFTER_MAX_MS),
    ).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Whatever was begun has ended when this resolves. */
  async idle(): Promise<void> {
    await this.running;
  }

  /** Once what is under way has ended. `work` never throws. */
  protected inTurn(work: () => Promise<unknown>): Promise<unknown> {
    this.running = this.running.then(work);
    return this.running;
  }

  /** At once, beside what is under way. */
  protected beside(work: Promise<unknown>): void {
    this.running = Promise.allSettled([this.running, work]);
  }

  /** One round. Tells the log of its failures and never throws: the next round tries again. */
  abstract run(): Promise<unknown>;
}
