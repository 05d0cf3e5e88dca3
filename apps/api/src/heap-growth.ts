import { setFlagsFromString } from 'node:v8';

/**
 * How much larger than after the last collection V8 lets the heap become before it collects all of it again. By itself it grows a small heap in
 * small steps: with some 50 MB that live, every hundred lists of people cost one collection, and half of the server's CPU. Before this is
 * exhausted the limit of the heap's size, which V8 takes from the machine, still holds.
 */
const GROWTH_PERCENT = 300;

export function letHeapGrow(): void {
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH_PERCENT)}`);
}
