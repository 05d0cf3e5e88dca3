import { isJsonObject, type Json } from '../messages/json';
import type { PatchOperation } from '../messages/patch-request';
import { isJsonArray } from '../patch/same-json';
import { getOwnFolded } from '../schema/own-property';
import { mapValues, type ValuePosition } from './operation-values';
import type { Rewrite } from './rewrite';

/** Older forms of Entra send the one value of an attribute as if it were a list of elements; some clients only as a list. */
export const wrappedValue: Rewrite = {
  rule: 'wrappedValue',
  message: 'A single value that came as a list, or as an object with a value, was taken out of it.',
  examples: [
    {
      on: 'User',
      sent: { op: 'Add', path: 'title', value: [{ value: 'Analyst' }] },
      meant: [{ op: 'add', path: 'title', value: 'Analyst' }],
    },
    {
      on: 'User',
      sent: { op: 'Replace', path: 'title', value: { value: 'Analyst' } },
      meant: [{ op: 'replace', path: 'title', value: 'Analyst' }],
    },
    {
      on: 'User',
      sent: { op: 'Replace', path: 'active', value: ['False'] },
      meant: [{ op: 'replace', path: 'active', value: false }],
    },
    {
      on: 'User',
      sent: {
        op: 'add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
        value: [{ $ref: '../Users/26', value: '26' }],
      },
      meant: [
        {
          op: 'add',
          path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
          value: { $ref: '../Users/26', value: '26' },
        },
      ],
    },
  ],
  rewrite: (operation, type) => {
    if (!mayBeWrapped(operation)) return undefined;
    const unwrapped = mapValues(operation, type, unwrap);
    return unwrapped === operation ? undefined : [unwrapped];
  },
};

/** Most operations have nothing but plain values, and need not be looked at more closely. */
function mayBeWrapped({ path, value }: PatchOperation): boolean {
  if (path !== undefined || !isJsonObject(value)) return typeof value === 'object' && value !== null;
  return Object.values(value).some((each) => typeof each === 'object' && each !== null);
}

function unwrap({ attribute, isElement }: ValuePosition, value: Json): Json {
  if (attribute.multiValued && !isElement) return value;
  const only = isJsonArray(value) && value.length === 1 ? (value[0] ?? null) : value;
  if (attribute.type === 'complex') return isJsonObject(only) ? only : value;
  const inner = isJsonObject(only) ? getOwnFolded(only, 'value') : only;
  return inner === undefined || isJsonObject(inner) || isJsonArray(inner) ? value : inner;
}
