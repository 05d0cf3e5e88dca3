const ALLOWED_MS = 50;
const PLAIN_TIMES = 10;
const TRIES = 3;

/** What one request cost this process, client and server together: CPU time, which a busy machine does not lengthen. */
async function cpuMs(request: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await request();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * What hostile requests cost beside a plain one of the same run: not above ten plain requests and 50 ms each (SEC-25), in CPU time. A request
 * that is dearer is sent again, because the collector of garbage may have come in between; what stays dear in three tries is.
 */
export class RequestCosts {
  private readonly costs: { readonly what: unknown; readonly ms: number }[] = [];
  private plainMs = 0;

  /** Sends the plain request a few times, to have its usual cost. */
  async measurePlain(request: () => Promise<unknown>, times: number): Promise<void> {
    const costs: number[] = [];
    for (let time = 0; time < times; time += 1) costs.push(await cpuMs(request));
    this.plainMs = median(costs);
  }

  async measure<Result>(request: () => Promise<Result>, what: unknown): Promise<Result> {
    const answers: Result[] = [];
    let ms = Infinity;
    for (let tried = 0; tried < TRIES && ms > this.limitMs; tried += 1)
      ms = Math.min(ms, await cpuMs(async () => answers.push(await request())));
    this.costs.push({ what, ms });
    const [first] = answers;
    return first as Result;
  }

  get limitMs(): number {
    return this.plainMs * PLAIN_TIMES + ALLOWED_MS;
  }

  /** Median, maximum, and whatever was dearer than is allowed. */
  summary(): {
    readonly medianMs: number;
    readonly maxMs: number;
    readonly plainMs: number;
    readonly tooDear: unknown[];
  } {
    const all = this.costs.map(({ ms }) => ms);
    const tooDear = this.costs.filter(({ ms }) => ms > this.limitMs);
    return { medianMs: median(all), maxMs: Math.max(...all), plainMs: this.plainMs, tooDear };
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
