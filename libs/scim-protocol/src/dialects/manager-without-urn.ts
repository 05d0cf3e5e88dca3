import { isJsonObject, type Json } from '../messages/json';
import { qualifiedManager } from '../schema/manager-name';
import type { Rewrite } from './rewrite';

/**
 * Entra has been seen to clear a manager by `manager[value eq "…"]`, and its gallery test takes `manager` for a core attribute. No core
 * attribute is called so; other attributes of extensions do need their URN (N-13).
 */
export const managerWithoutUrn: Rewrite = {
  rule: 'managerWithoutUrn',
  message: 'The manager was read as the one of the enterprise extension.',
  examples: [
    {
      on: 'User',
      given: { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: { value: '26' } } },
      sent: { op: 'remove', path: 'manager[value eq "26"]' },
      meant: [
        { op: 'remove', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager[value eq "26"]' },
      ],
    },
    {
      on: 'User',
      sent: { op: 'add', value: { manager: '26' } },
      meant: [{ op: 'add', value: { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager': '26' } }],
    },
  ],
  rewrite: (operation, type) => {
    const { path, value } = operation;
    if (path !== undefined) {
      const qualified = qualifiedManager(type, path);
      return qualified === undefined ? undefined : [{ ...operation, path: qualified }];
    }
    if (!isJsonObject(value)) return undefined;
    const entries = Object.entries(value);
    if (entries.every(([name]) => qualifiedManager(type, name) === undefined)) return undefined;
    const qualified = entries.map(([name, each]) => [qualifiedManager(type, name) ?? name, each]);
    return [{ ...operation, value: Object.fromEntries(qualified) as Json }];
  },
};
