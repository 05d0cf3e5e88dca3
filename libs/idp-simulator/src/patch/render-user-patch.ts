import type { Target, TargetValue } from '../mapping/target';
import { operationName, type Dialect, type PatchHabits, type PatchOperation } from './patch-habits';

/** One attribute that differs: the value wanted, and whether the target held another one. */
export interface Difference {
  readonly target: Target;
  readonly path: string;
  readonly value: TargetValue;
  readonly held: boolean;
}

/** The operations that bring a user to the wanted values, as the dialect writes them (entra 7 and 20.4). */
export function renderUserPatch(
  differences: readonly Difference[],
  dialect: Dialect,
  habits: PatchHabits,
  activeAsText: boolean,
): readonly PatchOperation[] {
  return dialect === 'default'
    ? differences.map((difference) => defaultOperation(difference, habits, activeAsText))
    : flagOperations(differences, habits, activeAsText);
}

/** Clearing a manager is the one removal that users see (entra 7, row 14). */
export function renderManagerClear(
  path: string,
  heldId: string,
  dialect: Dialect,
  habits: PatchHabits,
): PatchOperation {
  const op = operationName('remove', dialect);
  switch (habits.managerClear) {
    case 'path':
      return { op, path };
    case 'value':
      return { op, path, value: heldId };
    case 'filter':
      return { op, path: `${path}[value eq ${JSON.stringify(heldId)}]` };
  }
}

export function renderManagerSet(
  path: string,
  managerId: string,
  held: boolean,
  dialect: Dialect,
  habits: PatchHabits,
): PatchOperation {
  return { op: operationName(verb(held, habits), dialect), path, value: managerId };
}

function defaultOperation(difference: Difference, habits: PatchHabits, activeAsText: boolean): PatchOperation {
  const value = difference.path === 'active' && !activeAsText ? difference.value : asText(difference.value, habits);
  return { op: operationName(verb(difference.held, habits), 'default'), path: difference.path, value };
}

/** Typed elements and `active` one by one; what remains without a path, replaced values apart from added ones. */
function flagOperations(
  differences: readonly Difference[],
  habits: PatchHabits,
  activeAsText: boolean,
): readonly PatchOperation[] {
  const single = differences.filter(({ target, path }) => target.kind === 'typed' || path === 'active');
  const rest = differences.filter((difference) => !single.includes(difference));
  const replaced = rest.filter((difference) => verb(difference.held, habits) === 'replace');
  const added = rest.filter((difference) => verb(difference.held, habits) === 'add');
  const addTogether = habits.groupFlagAdds && added.length > 1;
  return [
    ...single.map((difference) => flagOperation(difference, habits, activeAsText)),
    ...(addTogether ? [pathless('add', added)] : added.map((difference) => flagOperation(difference, habits, false))),
    ...(replaced.length > 0 ? [pathless('replace', replaced)] : []),
  ];
}

function flagOperation({ path, held, value }: Difference, habits: PatchHabits, activeAsText: boolean): PatchOperation {
  return { op: verb(held, habits), path, value: activeAsText && path === 'active' ? asText(value, habits) : value };
}

function pathless(op: 'add' | 'replace', differences: readonly Difference[]): PatchOperation {
  return { op, value: Object.fromEntries(differences.map(({ path, value }) => [path, value])) };
}

function verb(held: boolean, habits: PatchHabits): 'add' | 'replace' {
  switch (habits.addOrReplace) {
    case 'by-target':
      return held ? 'replace' : 'add';
    case 'always-add':
      return 'add';
    case 'always-replace':
      return 'replace';
  }
}

function asText(value: TargetValue, habits: PatchHabits): string {
  if (typeof value === 'string') return value;
  const text = value ? 'True' : 'False';
  return habits.booleanText === 'lower' ? text.toLowerCase() : text;
}
