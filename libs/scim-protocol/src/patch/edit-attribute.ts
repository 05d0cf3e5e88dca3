import { eqTerms, matchesElement } from '../filter/match-element';
import type { ElementFilter } from '../filter/filter';
import { isJsonObject, type Json, type JsonArray } from '../messages/json';
import type { Note } from '../messages/note';
import { invalidValue, noTarget, quoted } from '../messages/scim-error';
import type { Attribute } from '../schema/definitions';
import { checkChange, refuseReadOnly } from './characteristics';
import { mergeComplex, settleComplex } from './complex-value';
import { addElements, collapseElements, isListed } from './element-identity';
import { settlePrimary } from './primary';
import { isJsonArray, isUnassigned, ownValue, withValue } from './same-json';
import type { AttributeTarget } from './target';
import type { Values } from './values';

/** One operation on one attribute. */
export interface AttributeEdit {
  readonly op: 'add' | 'remove' | 'replace';
  readonly target: AttributeTarget;
  /** Undefined when the client sent none. */
  readonly value: Json | undefined;
  /** The path, for errors. */
  readonly where: string;
  readonly values: Values;
  readonly note: (note: Omit<Note, 'operation'>) => void;
}

/**
 * What the attribute holds after the operation (RFC 7644 §3.5.2.1 – §3.5.2.3); undefined when it is unassigned then. The value before is
 * left as it is. Errors: 400 invalidValue, noTarget, mutability.
 */
export function editAttribute(before: Json | undefined, edit: AttributeEdit): Json | undefined {
  const { target, where } = edit;
  refuseReadOnly(target.attribute, where);
  if (target.subAttribute) refuseReadOnly(target.subAttribute, where);
  if (edit.op !== 'remove' && edit.value === undefined) throw invalidValue(`${edit.op} ${where} needs a value.`);
  const isWhole = !target.filter && !target.subAttribute;
  const edited = isWhole ? editWhole(target.attribute, before, edit) : editParts(before, edit);
  const after = target.attribute.multiValued ? settleList(before, edited, edit) : edited;
  checkChange(target.attribute, before, after, where);
  return after;
}

/** The list as it may be kept: equal elements once, one of them primary, and unassigned rather than empty. */
function settleList(
  before: Json | undefined,
  after: Json | undefined,
  { target, where }: AttributeEdit,
): Json | undefined {
  if (!isJsonArray(after) || after === before) return after;
  const kept = new Set(isJsonArray(before) ? before : []);
  // Only parts that are set can make elements alike that were not: a list that arrives was read as a whole, an addition looks first.
  const hasParts = target.filter !== undefined || target.subAttribute !== undefined;
  const distinct = hasParts ? collapseElements(target.attribute, after, kept) : after;
  const elements = settlePrimary(target.attribute, distinct, kept, where);
  return elements.length > 0 ? elements : undefined;
}

function editWhole(attribute: Attribute, before: Json | undefined, edit: AttributeEdit): Json | undefined {
  const { op, value, where, values } = edit;
  if (op === 'remove') return removeWhole(attribute, before, edit);
  if (value === undefined || isUnassigned(value)) return op === 'add' && attribute.multiValued ? before : undefined;
  if (attribute.multiValued) return editList(attribute, before, value, edit);
  return attribute.type === 'complex'
    ? mergeComplex(attribute, before, value, where, values)
    : values.whole(attribute, value, where);
}

/** A list or one element by itself (RFC 7644 §3.5.2.1); to add nothing changes nothing. */
function editList(attribute: Attribute, before: Json | undefined, value: Json, edit: AttributeEdit): Json | undefined {
  const read = edit.values.whole(attribute, isJsonArray(value) ? value : [value], edit.where);
  if (edit.op === 'replace') return read;
  return isJsonArray(read) ? addElements(attribute, isJsonArray(before) ? before : [], read) : before;
}

/**
 * All of it (RFC 7644 §3.5.2.2), or, when a list of values came along, those elements alone: Entra removes members so, and to read it as
 * "remove all" emptied groups (P-30).
 */
function removeWhole(attribute: Attribute, before: Json | undefined, edit: AttributeEdit): Json | undefined {
  if (!attribute.multiValued || edit.value === undefined || edit.value === null) return undefined;
  const sent = isJsonArray(edit.value) ? edit.value : [edit.value];
  const listed = sent.map((each) => readListed(attribute, each, edit));
  edit.note({
    kind: 'rewritten',
    rule: 'removalByValue',
    message: `Only the ${listed.length} listed elements of ${attribute.name} were removed.`,
  });
  if (!isJsonArray(before)) return before;
  const left = before.filter((element) => !isListed(attribute, element, listed));
  return left.length === before.length ? before : left;
}

function readListed(attribute: Attribute, sent: Json, edit: AttributeEdit): Json {
  const isBareValue = attribute.type === 'complex' && !isJsonObject(sent);
  const read = edit.values.part(attribute, isBareValue ? { value: sent } : sent, edit.where);
  if (read === undefined) throw invalidValue(`${edit.where}: an element to remove has nothing to find it by.`);
  return read;
}

function editParts(before: Json | undefined, edit: AttributeEdit): Json | undefined {
  const { attribute, filter } = edit.target;
  const elements = elementsOf(attribute, before);
  const addressed = elements.filter((element) => !filter || matchesElement(filter, element));
  if (addressed.length === 0) return editMissing(before, edit);
  const matches = new Set(addressed);
  const edited = elements.flatMap((element) => (matches.has(element) ? listOf(editElement(element, edit)) : [element]));
  return attribute.multiValued ? edited : edited[0];
}

function elementsOf(attribute: Attribute, value: Json | undefined): JsonArray {
  if (attribute.multiValued) return isJsonArray(value) ? value : listOf(value);
  return listOf(attribute.type === 'complex' && !isJsonObject(value) ? undefined : value);
}

function listOf(value: Json | undefined): JsonArray {
  return value === undefined ? [] : [value];
}

/** Undefined when the element goes. */
function editElement(element: Json, edit: AttributeEdit): Json | undefined {
  const { subAttribute } = edit.target;
  return subAttribute ? editPart(element, subAttribute, edit) : editWholeElement(element, edit);
}

function editPart(element: Json, part: Attribute, edit: AttributeEdit): Json | undefined {
  const holder = isJsonObject(element) ? element : {};
  const before = ownValue(holder, part.name);
  const after = editWhole(part, before, edit);
  checkChange(part, before, after, edit.where);
  return settleComplex(edit.target.attribute, element, withValue(holder, part.name, after));
}

/** A record that a filter selected: replaced as a whole, or extended (RFC 7644 §3.5.2.3). */
function editWholeElement(element: Json, edit: AttributeEdit): Json | undefined {
  const { op, target, value, where, values } = edit;
  if (op === 'remove' || value === undefined || isUnassigned(value)) return undefined;
  if (!target.attribute.multiValued) return editWhole(target.attribute, element, edit);
  const isMerged = op === 'add' && target.attribute.type === 'complex';
  return isMerged
    ? mergeComplex(target.attribute, element, value, where, values)
    : values.element(target.attribute, value, where);
}

/**
 * The path selects nothing. To take away what is not there is done already; to write there creates the element that the filter describes
 * (P-19, P-39), so that Entra's `emails[type eq "work"].value` works for somebody without e-mail.
 */
function editMissing(before: Json | undefined, edit: AttributeEdit): Json | undefined {
  const { op, target, value, where } = edit;
  const { attribute, filter } = target;
  if (op === 'remove' || isUnassigned(value)) return before;
  if (!filter && attribute.multiValued) throw noTarget(`${where}: there is no element whose part could be set.`);
  // What the filter says stays true of the new element, also where the value replaces records that are there.
  const created = editElement(filter ? elementFrom(filter, before, edit) : {}, { ...edit, op: 'add' });
  if (created === undefined) return before;
  if (filter) edit.note({ kind: 'recognised', rule: 'elementFromFilter', message: createdMessage(where) });
  return attribute.multiValued ? [...elementsOf(attribute, before), created] : created;
}

function elementFrom(filter: ElementFilter, before: Json | undefined, { target, where }: AttributeEdit): Json {
  const terms = eqTerms(filter);
  const isTaken = !target.attribute.multiValued && before !== undefined;
  const isWhole = filter.kind === 'compare' && filter.target.whole;
  const element = terms && (isWhole ? terms.get('value') : Object.fromEntries(terms));
  if (element === undefined || isTaken || !matchesElement(filter, element)) {
    throw noTarget(
      `${where}: nothing matches the filter, and an element can be created from eq terms joined by and only.`,
    );
  }
  return element;
}

function createdMessage(where: string): string {
  return `Nothing matched ${quoted(where)}, so an element was created from the filter.`;
}
