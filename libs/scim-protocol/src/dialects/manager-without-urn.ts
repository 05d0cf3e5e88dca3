import { isJsonObject, type Json } from '../messages/json';
import type { ResourceType } from '../schema/definitions';
import { MANAGER } from '../schema/enterprise-user';
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
    const urn = extensionWithManager(type);
    if (urn === undefined) return undefined;
    const { path, value } = operation;
    if (path !== undefined) return namesManager(path) ? [{ ...operation, path: `${urn}:${path}` }] : undefined;
    if (!isJsonObject(value)) return undefined;
    const entries = Object.entries(value);
    if (!entries.some(([name]) => namesManager(name))) return undefined;
    const qualified = entries.map(([name, each]) => [namesManager(name) ? `${urn}:${name}` : name, each]);
    return [{ ...operation, value: Object.fromEntries(qualified) as Json }];
  },
};

function extensionWithManager(type: ResourceType): string | undefined {
  const isManager = ({ name }: { readonly name: string }) => name.toLowerCase() === 'manager';
  if (type.schema.attributes.some(isManager)) return undefined;
  return type.extensions.find(({ schema }) => schema.attributes.includes(MANAGER))?.schema.id;
}

function namesManager(path: string): boolean {
  const name = 'manager';
  if (path.slice(0, name.length).toLowerCase() !== name) return false;
  const next = path.charAt(name.length);
  return next === '' || next === '.' || next === '[';
}
