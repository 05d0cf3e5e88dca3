import { isJsonObject, type Json } from '../messages/json';
import { isJsonArray } from '../patch/same-json';
import { mapValues, type ValuePosition } from './operation-values';
import type { Rewrite } from './rewrite';

/**
 * Microsoft's test tools clear attributes by an empty text, and expect to read nothing there afterwards. A required text must not be empty
 * at all, `active` is neither true nor false then, and an empty text is no list, so those are left for the engine to refuse.
 */
export const emptyText: Rewrite = {
  rule: 'emptyText',
  message: 'An empty text was read as no value.',
  examples: [
    {
      on: 'User',
      given: { title: 'Analyst' },
      sent: { op: 'Replace', path: 'title', value: '' },
      meant: [{ op: 'remove', path: 'title' }],
    },
    {
      on: 'User',
      given: { name: { givenName: 'Ada', familyName: 'King' } },
      sent: { op: 'replace', value: { name: { givenName: '' } } },
      meant: [{ op: 'remove', path: 'name.givenName' }],
    },
    {
      on: 'User',
      given: { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: { value: '26' } } },
      sent: {
        op: 'replace',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
        value: { value: '' },
      },
      meant: [{ op: 'remove', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager' }],
    },
  ],
  rewrite: (operation, type) => {
    if (!hasEmptyText(operation.value)) return undefined;
    const cleared = mapValues(operation, type, clear);
    return cleared === operation ? undefined : [cleared];
  },
};

/** Most operations have none, and need not be looked at more closely. */
function hasEmptyText(value: Json | undefined): boolean {
  if (isJsonArray(value)) return value.some(hasEmptyText);
  return isJsonObject(value) ? Object.values(value).some(hasEmptyText) : value === '';
}

function clear({ attribute, isPart }: ValuePosition, value: Json): Json {
  if (value !== '' || attribute.required || attribute.multiValued) return value;
  return attribute.type === 'boolean' && !isPart ? value : null;
}
