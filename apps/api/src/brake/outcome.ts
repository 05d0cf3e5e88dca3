import { REFUSALS_SHOWN, type BrakeOutcome, type BrakeRefusal } from '@rollcall/admin-contracts';
import type { UndoOutcome } from '../restoration/change-undo';
import type { RestoreOutcome } from '../restoration/restore-outcome';

export const NOTHING_DONE: BrakeOutcome = {
  people: 0,
  released: 0,
  restored: 0,
  reactivated: 0,
  identities: 0,
  memberships: 0,
  groups: 0,
  unchanged: 0,
  refused: 0,
  refusals: [],
};

/** What could not come back, and why; undefined when it did, or when there is nothing to bring back. */
export function refusalOf(
  outcome: RestoreOutcome | UndoOutcome | undefined,
  person: { readonly id: string; readonly displayName: string },
): BrakeRefusal | undefined {
  switch (outcome?.kind) {
    case 'nameTaken':
      return { ...person, reason: 'nameTaken', holder: outcome.holder };
    case 'expired':
      return { ...person, reason: 'expired' };
    case undefined:
    case 'restored':
    case 'undone':
    case 'unchanged':
    case 'missing':
      return undefined;
  }
}

interface Done {
  readonly effects: readonly { readonly personId: string; readonly effect: string }[];
  readonly decided: readonly string[];
  readonly refusals: readonly BrakeRefusal[];
  readonly groups: ReadonlyMap<string, RestoreOutcome>;
  readonly users: ReadonlyMap<string, RestoreOutcome>;
  readonly undone: ReadonlyMap<string, UndoOutcome>;
  readonly memberships: number;
}

/** One step of a restoration, in numbers. */
export function sumOf({ effects, decided, refusals, groups, users, undone, memberships }: Done): BrakeOutcome {
  const paths = [...undone.values()].flatMap((outcome) => (outcome.kind === 'undone' ? [outcome.paths] : []));
  const touched = new Set([...restoredIn(users), ...undoneIn(undone)]);
  const onlyRecords = decided.filter((id) =>
    effects.every(({ personId, effect }) => personId !== id || (effect !== 'removed' && effect !== 'groupDeleted')),
  );
  return {
    people: decided.length,
    released: 0,
    restored: restoredIn(users).length,
    reactivated: paths.filter((changed) => changed.includes('active')).length,
    identities: paths.filter((changed) => changed.some((path) => path !== 'active')).length,
    memberships,
    groups: restoredIn(groups).length,
    unchanged: onlyRecords.filter((id) => !touched.has(id)).length,
    refused: refusals.length,
    refusals: refusals.slice(0, REFUSALS_SHOWN),
  };
}

function restoredIn(outcomes: ReadonlyMap<string, RestoreOutcome>): string[] {
  return [...outcomes].filter(([, { kind }]) => kind === 'restored').map(([id]) => id);
}

function undoneIn(outcomes: ReadonlyMap<string, UndoOutcome>): string[] {
  return [...outcomes].filter(([, { kind }]) => kind === 'undone').map(([id]) => id);
}

/** Two steps one after the other; who was refused in the first may be decided in the second, so refusals are the last round's. */
export function plus(one: BrakeOutcome, other: BrakeOutcome): BrakeOutcome {
  return {
    people: one.people + other.people,
    released: one.released + other.released,
    restored: one.restored + other.restored,
    reactivated: one.reactivated + other.reactivated,
    identities: one.identities + other.identities,
    memberships: one.memberships + other.memberships,
    groups: one.groups + other.groups,
    unchanged: one.unchanged + other.unchanged,
    refused: one.refused + other.refused,
    refusals: [...one.refusals, ...other.refusals].slice(0, REFUSALS_SHOWN),
  };
}

/** Whether a result is what its preview said. */
export function sameOutcome(one: BrakeOutcome, other: BrakeOutcome): boolean {
  const figures = (outcome: BrakeOutcome) => {
    const { people, released, restored, reactivated, identities, memberships, groups, unchanged, refused } = outcome;
    return [people, released, restored, reactivated, identities, memberships, groups, unchanged, refused].join();
  };
  return figures(one) === figures(other);
}
