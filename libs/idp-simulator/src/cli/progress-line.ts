import { performance } from 'node:perf_hooks';
import type { Progress } from '../engine/simulator-settings';

export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const REDRAW_MS = 100;
const PLAIN_EVERY_MS = 5_000;
const BAR_WIDTH = 20;

/** One line that redraws itself on a terminal; elsewhere a plain line per phase, and every few seconds within one. */
export class ProgressLine {
  private phase = '';
  private since = 0;
  private lastShown = 0;
  private drawn = false;

  constructor(
    private readonly output: ProgressOutput,
    private readonly requestsSoFar: () => number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  private requestsAtStart = 0;

  show(progress: Progress): void {
    const now = this.now();
    if (progress.phase !== this.phase) this.enter(progress.phase, now);
    const finished = progress.done >= progress.total;
    const pauseMs = this.output.isTTY === true ? REDRAW_MS : PLAIN_EVERY_MS;
    if (!finished && now - this.lastShown < pauseMs) return;
    this.lastShown = now;
    const line = this.line(progress, now);
    if (this.output.isTTY === true) this.draw(line);
    else if (progress.done > 0) this.output.write(`${line}\n`);
  }

  /** A sentence between the phases; the bar moves out of its way. */
  say(text: string): void {
    this.clear();
    this.output.write(`${text}\n`);
  }

  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }

  private enter(phase: string, now: number): void {
    if (this.drawn) this.output.write('\n');
    this.drawn = false;
    this.phase = phase;
    this.since = now;
    this.lastShown = now;
    this.requestsAtStart = this.requestsSoFar();
  }

  private line({ phase, done, total }: Progress, now: number): string {
    const seconds = Math.max((now - this.since) / 1000, 0.001);
    const rate = Math.round((this.requestsSoFar() - this.requestsAtStart) / seconds);
    const left = done > 0 && done < total ? `, ${remaining((seconds / done) * (total - done))} left` : '';
    const bar = this.output.isTTY === true ? ` ${drawBar(done, total)}` : '';
    return `${phase.padEnd(24)}${bar} ${done}/${total}, ${rate} req/s${left}`;
  }

  private draw(line: string): void {
    this.output.write(`\r\u001b[2K${line.slice(0, (this.output.columns ?? 100) - 1)}`);
    this.drawn = true;
  }
}

function drawBar(done: number, total: number): string {
  const filled = total === 0 ? BAR_WIDTH : Math.round((Math.min(done, total) / total) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
}

function remaining(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
