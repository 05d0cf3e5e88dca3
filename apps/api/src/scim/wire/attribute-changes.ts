import { sameJson, type Json, type ScimResource } from '@rollcall/scim-protocol';
import type { AttributeChange } from './exchange';

export interface ResourceChanges {
  readonly after: ScimResource;
  readonly list: readonly AttributeChange[];
}

/** What differs between two canonical resources, attribute by attribute; extensions one level deeper. The order of keys means nothing. */
export function changesBetween(before: ScimResource, after: ScimResource): ResourceChanges {
  const list: AttributeChange[] = [];
  for (const name of namesOf(before, after)) {
    if (name === 'schemas') continue;
    if (name.startsWith('urn:')) list.push(...extensionChanges(name, before[name], after[name]));
    else push(list, name, before[name], after[name]);
  }
  if (list.length === 0) push(list, 'schemas', before['schemas'], after['schemas']);
  return { after, list };
}

function extensionChanges(urn: string, before: Json | undefined, after: Json | undefined): AttributeChange[] {
  const list: AttributeChange[] = [];
  const left = asObject(before);
  const right = asObject(after);
  if (!left || !right) push(list, urn, before, after);
  else for (const name of namesOf(left, right)) push(list, `${urn}:${name}`, left[name], right[name]);
  return list;
}

function push(list: AttributeChange[], path: string, before: Json | undefined, after: Json | undefined): void {
  if (before === after) return;
  if (before !== undefined && after !== undefined && sameJson(before, after)) return;
  list.push({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
}

function namesOf(left: ScimResource, right: ScimResource): Set<string> {
  return new Set([...Object.keys(left), ...Object.keys(right)]);
}

function asObject(value: Json | undefined): ScimResource | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ScimResource) : undefined;
}
