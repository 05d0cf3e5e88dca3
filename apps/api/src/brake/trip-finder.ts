import { BRAKE_WINDOWS, type BrakeEffect, type BrakeThreshold } from '@rollcall/admin-contracts';
import { limitOf } from './brake-limits';

/** One person affected at one moment. */
export interface PastEffect {
  readonly at: Date;
  readonly effect: BrakeEffect;
  readonly personId: string;
}

export interface PastTrip {
  readonly at: Date;
  readonly effect: BrakeEffect;
  readonly people: number;
}

/** The people of one effect within a window that slides along with time; each counts once. */
class Window {
  private readonly inside: PastEffect[] = [];
  private head = 0;
  private readonly times = new Map<string, number>();

  constructor(private readonly lengthMs: number) {}

  /** How many people the window that ends with this one holds. */
  add(next: PastEffect): number {
    this.inside.push(next);
    this.times.set(next.personId, (this.times.get(next.personId) ?? 0) + 1);
    for (;;) {
      const oldest = this.inside[this.head];
      if (!oldest || oldest.at.getTime() > next.at.getTime() - this.lengthMs) break;
      const left = (this.times.get(oldest.personId) ?? 1) - 1;
      if (left === 0) this.times.delete(oldest.personId);
      else this.times.set(oldest.personId, left);
      this.head += 1;
    }
    this.forgetWhatLeft();
    return this.times.size;
  }

  private forgetWhatLeft(): void {
    if (this.head < 1_000 || this.head * 2 < this.inside.length) return;
    this.inside.splice(0, this.head);
    this.head = 0;
  }
}

interface Watched {
  readonly effect: BrakeEffect;
  readonly limit: number;
  readonly window: Window;
  readonly lengthMs: number;
}

/**
 * What a threshold would have done with the effects of the past, told in their order: a trip each time that a window fills up, and none
 * while one goes on. `peak` is the largest number of people within an hour.
 */
export class TripFinder {
  readonly trips: PastTrip[] = [];
  peak = 0;
  private readonly watched: Watched[] = [];
  private readonly effects = new Set<BrakeEffect>();
  private readonly hours = new Map<BrakeEffect, Window>();
  private goesOnUntilMs = 0;

  constructor(
    private readonly threshold: BrakeThreshold,
    private readonly population: number,
  ) {}

  add(next: PastEffect): void {
    if (!this.effects.has(next.effect)) this.watch(next.effect);
    const wasOver = next.at.getTime() < this.goesOnUntilMs;
    let largest = 0;
    for (const { effect, limit, window, lengthMs } of this.watched) {
      if (effect !== next.effect) continue;
      const people = window.add(next);
      if (people >= limit) {
        this.goesOnUntilMs = Math.max(this.goesOnUntilMs, next.at.getTime() + lengthMs);
        largest = Math.max(largest, people);
      }
      if (window === this.hours.get(effect)) this.peak = Math.max(this.peak, people);
    }
    const last = this.trips[this.trips.length - 1];
    if (largest > 0 && !wasOver) this.trips.push({ at: next.at, effect: next.effect, people: largest });
    else if (largest > 0 && last?.effect === next.effect && last.people < largest) {
      this.trips[this.trips.length - 1] = { ...last, people: largest };
    }
  }

  private watch(effect: BrakeEffect): void {
    this.effects.add(effect);
    for (const { minutes, factor } of BRAKE_WINDOWS) {
      const lengthMs = minutes * 60_000;
      const window = new Window(lengthMs);
      this.watched.push({ effect, limit: limitOf(this.threshold, this.population, factor), window, lengthMs });
      if (minutes === 60) this.hours.set(effect, window);
    }
  }
}
