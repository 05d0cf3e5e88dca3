import { isJsonObject, type Json } from '../messages/json';
import type { PatchOperation } from '../messages/patch-request';
import { isPath } from '../patch/steps';
import type { Rewrite } from './rewrite';

/**
 * Entra groups changes into one object whose names are paths. Read as names they would be stored as attributes called
 * "name.givenName", and the change would be lost (P-40).
 */
export const pathAsKey: Rewrite = {
  rule: 'pathAsKey',
  message: 'Names in the value that are paths were read as the paths of operations of their own.',
  examples: [
    {
      on: 'User',
      sent: {
        op: 'replace',
        value: {
          displayName: 'Ada King',
          'name.familyName': 'King',
          'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department': 'Engines',
        },
      },
      meant: [
        {
          op: 'replace',
          value: {
            displayName: 'Ada King',
            'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department': 'Engines',
          },
        },
        { op: 'replace', path: 'name.familyName', value: 'King' },
      ],
    },
    {
      on: 'User',
      sent: { op: 'add', value: { 'emails[type eq "work"].value': 'ada.king@corp.example' } },
      meant: [{ op: 'add', path: 'emails[type eq "work"].value', value: 'ada.king@corp.example' }],
    },
  ],
  rewrite: (operation) => {
    if (operation.path !== undefined || operation.op === 'remove' || !isJsonObject(operation.value)) return undefined;
    const entries = Object.entries(operation.value);
    const paths = entries.filter(([name]) => isPath(name));
    if (paths.length === 0) return undefined;
    const names = entries.filter(([name]) => !isPath(name));
    return [...withNames(operation, names), ...paths.map(([path, value]) => ({ ...operation, path, value }))];
  },
};

function withNames(operation: PatchOperation, names: readonly [string, Json][]): readonly PatchOperation[] {
  return names.length === 0 ? [] : [{ ...operation, value: Object.fromEntries(names) }];
}
