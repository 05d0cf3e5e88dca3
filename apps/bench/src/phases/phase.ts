import type { Task } from '../load/request';

/** One kind of work, measured as a whole. Tasks are planned when the phase begins: they need the ids of what came before. */
export interface Phase {
  readonly name: string;
  readonly tasks: () => readonly Task[];
  /** The phases before it have filled the directory: the tables are vacuumed before it begins. */
  readonly afterLoading?: boolean;
  /** Requests afterwards, outside the measurement, which prove that nothing was lost. */
  readonly proof?: () => readonly Task[];
}

/** Repeats a list from its start until there are `count` items. */
export function cycle<Item>(items: readonly Item[], count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length]).filter((item) => item !== undefined);
}

export function batches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
