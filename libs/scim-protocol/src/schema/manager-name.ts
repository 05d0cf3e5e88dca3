import type { ResourceType } from './definitions';
import { MANAGER } from './enterprise-user';

/**
 * `manager`, `manager.value` or `manager[…]` with the URN of the extension that has it, where the core schema has no attribute of that
 * name. Entra asks `id eq "…" and manager eq "…"` and patches `manager[value eq "…"]`; other attributes of extensions do need their URN
 * (N-13). Undefined for every other name.
 */
export function qualifiedManager(type: ResourceType, name: string): string | undefined {
  if (!namesManager(name)) return undefined;
  const urn = extensionWithManager(type);
  return urn === undefined ? undefined : `${urn}:${name}`;
}

function extensionWithManager(type: ResourceType): string | undefined {
  const isManager = ({ name }: { readonly name: string }) => name.toLowerCase() === 'manager';
  if (type.schema.attributes.some(isManager)) return undefined;
  return type.extensions.find(({ schema }) => schema.attributes.includes(MANAGER))?.schema.id;
}

function namesManager(name: string): boolean {
  const manager = 'manager';
  if (name.slice(0, manager.length).toLowerCase() !== manager) return false;
  const next = name.charAt(manager.length);
  return next === '' || next === '.' || next === '[';
}
