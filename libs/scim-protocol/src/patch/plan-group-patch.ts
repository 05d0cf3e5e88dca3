import type { ElementFilter } from '../filter/filter';
import { eqTerms } from '../filter/match-element';
import { assertNever } from '../messages/assert-never';
import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Trail } from '../messages/note';
import type { PatchOperation } from '../messages/patch-request';
import { invalidValue, mutability } from '../messages/scim-error';
import type { ResourceType } from '../schema/definitions';
import { MEMBERS } from '../schema/group';
import { readMembers } from '../schema/members';
import type { ScimResource } from '../schema/resource';
import { type MemberChange, MemberChanges } from './member-changes';
import { PatchDraft } from './patch-draft';
import { planOf, type ResourcePlan } from './plan-user-patch';
import type { Step } from './steps';
import { isJsonArray } from './same-json';
import type { AttributeTarget } from './target';

export interface GroupPlan extends ResourcePlan {
  /** In the order in which they have to be carried out. */
  readonly memberChanges: readonly MemberChange[];
}

/**
 * What a PATCH does to a group: to its own attributes, and, as changes of rows, to its members. The members that it has are never needed,
 * so a change to a group of 100,000 costs what the change costs. `current` is without members; `changed` does not speak of them.
 *
 * Errors: as `planUserPatch`; 413 for more than 100,000 members. Whether a member exists is for the directory to say.
 */
export function planGroupPatch(
  type: ResourceType,
  current: ScimResource,
  operations: readonly PatchOperation[],
  trail: Trail,
  readOnly: JsonObject = {},
): GroupPlan {
  const changes = new MemberChanges();
  const changeMembers = (step: Step, target: AttributeTarget): boolean => {
    if (target.attribute !== MEMBERS) return false;
    planStep(step, target, changes, trail);
    return true;
  };
  const draft = new PatchDraft(type, current, trail, readOnly, changeMembers);
  for (const operation of operations) draft.apply(operation);
  return { ...planOf(type, current, draft.result), memberChanges: changes.list };
}

function planStep(step: Step, target: AttributeTarget, changes: MemberChanges, trail: Trail): void {
  if (target.subAttribute) throw immutableParts();
  if (target.filter) planSelected(step, target.filter, changes);
  else planAll(step, changes, trail);
}

function planAll(step: Step, changes: MemberChanges, trail: Trail): void {
  switch (step.op) {
    case 'add':
      changes.add(readMembers(requireValue(step), 'members'));
      return;
    case 'replace':
      changes.replace(readMembers(requireValue(step), 'members'));
      return;
    case 'remove':
      planRemoval(step, changes, trail);
      return;
    default:
      assertNever(step.op);
  }
}

/**
 * Entra removes members by a list of values, `{"op":"Remove","path":"members","value":[{"value":"7"}]}`. RFC 7644 §3.5.2.2 knows no value
 * there, and to overlook it emptied groups, so only those go (P-30); without a value everybody does.
 */
function planRemoval(step: Step, changes: MemberChanges, trail: Trail): void {
  if (step.value === undefined || step.value === null) {
    changes.removeAll();
    return;
  }
  const values = readMembers(step.value, 'members').map(({ value }) => value);
  if (values.length > 0) changes.remove(values);
  trail.add({
    kind: 'rewritten',
    rule: 'memberRemovalByValue',
    message: `Only the ${values.length} listed members were removed.`,
    operation: step.operation,
  });
}

function planSelected(step: Step, filter: ElementFilter, changes: MemberChanges): void {
  if (step.op === 'remove') {
    const values = valuesOf(filter);
    if (values) changes.remove(values);
    else changes.removeWhere(filter);
    return;
  }
  changes.add(readMembers(selectedMember(step, filter), step.path));
}

/** The ids when the filter is nothing but ids, as in Entra's `members[value eq "7"]`: those are removed by key. */
function valuesOf(filter: ElementFilter): readonly string[] | undefined {
  if (filter.kind === 'or') {
    const values = filter.operands.map(valuesOf);
    return values.every((each) => each !== undefined) ? values.flat() : undefined;
  }
  const terms = filter.kind === 'compare' ? eqTerms(filter) : undefined;
  const value = terms?.get('value');
  return typeof value === 'string' ? [value] : undefined;
}

/** To write to a selected member can only make it be there: its parts never change (RFC 7643 §4.2). */
function selectedMember(step: Step, filter: ElementFilter): Json {
  const terms = Object.fromEntries(eqTerms(filter) ?? []);
  const value = requireValue(step);
  if (!isJsonObject(value) || typeof terms['value'] !== 'string') throw immutableParts();
  const member = { ...terms, ...value };
  if (member['value'] !== terms['value']) throw immutableParts();
  return member;
}

function requireValue({ op, value, path }: Step): Json {
  if (value === undefined) throw invalidValue(`${op} ${path} needs a value.`);
  // Null and an empty list are nobody (RFC 7643 §2.5).
  return value === null || (isJsonArray(value) && value.length === 0) ? [] : value;
}

function immutableParts() {
  return mutability('members: the parts of a member are immutable; remove the member and add another.');
}
