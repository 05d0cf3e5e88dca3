import { RepeatingJob } from './repeating-job';

const HOUR_MS = 3_600_000;

class Job extends RepeatingJob {
  rounds = 0;
  mostAtOnce = 0;
  private atOnce = 0;
  private end: () => void = () => undefined;

  constructor(
    everyMs: number,
    private readonly isLong = false,
  ) {
    super(everyMs);
  }

  async run(): Promise<void> {
    this.rounds += 1;
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    if (this.isLong) await new Promise<void>((resolve) => (this.end = resolve));
    this.atOnce -= 1;
  }

  endRound(): void {
    this.end();
  }
}

describe('a repeating job', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('R-42: runs within a minute of the start, so that frequent restarts keep no rare job from its work', async () => {
    const job = new Job(HOUR_MS);
    await job.onApplicationBootstrap();

    await jest.advanceTimersByTimeAsync(60_000);
    expect(job.rounds).toBe(1);
    await jest.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(job.rounds).toBe(3);
    await job.onApplicationShutdown();
  });

  it('R-42: is never twice at work, and its stop waits for the round under way and begins no other', async () => {
    const job = new Job(1_000, true);
    await job.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(1_500);
    let isStopped = false;
    const stop = job.onApplicationShutdown().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(5_000);
    expect([job.rounds, isStopped]).toEqual([1, false]);

    job.endRound();
    await stop;
    expect([job.rounds, job.mostAtOnce]).toEqual([1, 1]);
  });

  it('R-42: a round that takes longer than its time is followed by the next, not joined by it', async () => {
    const job = new Job(1_000, true);
    await job.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2_500);
    expect(job.rounds).toBe(1);

    job.endRound();
    await jest.advanceTimersByTimeAsync(1);
    expect([job.rounds, job.mostAtOnce]).toEqual([2, 1]);
    job.endRound();
    await job.onApplicationShutdown();
  });
});
