import { isJsonObject, sameJson, type Json, type JsonObject, type ScimResource } from '@rollcall/scim-protocol';
import type { AttributeChange } from '../scim/wire/exchange';

type JsonChange = AttributeChange & { readonly before?: Json; readonly after?: Json };

/**
 * The resource as it was before these changes of one event. An attribute that somebody has changed since stays as it is now: undoing the
 * old change would lose the newer one. The event keeps values without the order of their keys, so that order is taken from the value that
 * stands there now.
 */
export function revertChanges(current: ScimResource, changes: readonly AttributeChange[]): ScimResource {
  return (changes as readonly JsonChange[]).reduce(revertOne, current);
}

function revertOne(resource: ScimResource, { path, before, after }: JsonChange): ScimResource {
  const split = path.startsWith('urn:') ? path.lastIndexOf(':') : -1;
  const holder = path.slice(0, Math.max(split, 0));
  const extension = split === -1 ? undefined : resource[holder];
  if (isJsonObject(extension)) {
    const name = path.slice(split + 1);
    if (!sameOrAbsent(extension[name], after)) return resource;
    return { ...resource, [holder]: put(extension, name, before) };
  }
  if (!sameOrAbsent(resource[path], after)) return resource;
  const reverted = put(resource, path, before);
  return path.startsWith('urn:')
    ? { ...reverted, schemas: listed(resource['schemas'], path, before !== undefined) }
    : reverted;
}

function sameOrAbsent(now: Json | undefined, then: Json | undefined): boolean {
  return now === undefined || then === undefined ? now === then : sameJson(now, then);
}

function put(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: orderedLike(value, object[name]) };
  const { [name]: _gone, ...rest } = object;
  return rest;
}

function listed(schemas: Json | undefined, urn: string, present: boolean): Json {
  const list = Array.isArray(schemas) ? (schemas as Json[]) : [];
  if (present) return list.includes(urn) ? list : [...list, urn];
  return list.filter((each) => each !== urn);
}

/** The same value with its keys in the order that `model` has them; what the model lacks comes last. */
function orderedLike(value: Json, model: Json | undefined): Json {
  if (Array.isArray(value)) {
    const models = Array.isArray(model) ? (model as Json[]) : [];
    return (value as Json[]).map((item, index) => orderedLike(item, models[index] ?? models[0]));
  }
  if (!isJsonObject(value)) return value;
  const order = isJsonObject(model) ? Object.keys(model).filter((name) => Object.hasOwn(value, name)) : [];
  const names = [...new Set([...order, ...Object.keys(value)])];
  return Object.fromEntries(
    names.map((name) => [name, orderedLike(value[name] as Json, isJsonObject(model) ? model[name] : undefined)]),
  );
}
