import { createHash } from 'node:crypto';

/** Numbers that look random and are the same in every run with the same seed. */
export class SeededRandom {
  private state: number;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** A number in [0, 1): mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer in [0, below). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T extends readonly [unknown, ...unknown[]]>(items: T): T[number] {
    return items[this.below(items.length)] ?? items[0];
  }

  /** Up to `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const wanted = Math.min(count, rest.length);
    for (let index = 0; index < wanted; index += 1) {
      const other = index + this.below(rest.length - index);
      const [here, there] = [rest[index], rest[other]];
      if (here === undefined || there === undefined) continue;
      rest[index] = there;
      rest[other] = here;
    }
    return rest.slice(0, wanted);
  }
}

/** A GUID that depends on its label only, as an object id must survive a second run with the same seed. */
export function guidFor(label: string): string {
  const hex = createHash('sha256').update(label).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
