import { invalidValue, quoted } from '../messages/scim-error';
import type { AttributePath, ResourceType } from '../schema/definitions';
import { findSubAttribute } from '../schema/resolve-attribute';
import { readablePath } from './readable';

/**
 * The plain attribute that `sortBy` names (RFC 7644 §3.4.2.3); a complex one stands for its `value` (L-15). An attribute that may not be
 * read is answered like an unknown one (SEC-27). Errors: 400 invalidValue.
 */
export function readSortAttribute(type: ResourceType, name: string): AttributePath {
  const path = readablePath(type, name);
  if (!path) throw invalidValue(`sortBy names the unknown attribute ${quoted(name)}.`);
  const plain = plainPath(path);
  if (!plain) throw invalidValue(`sortBy needs a sub-attribute of ${quoted(name)}, such as "name.familyName".`);
  return plain;
}

/** For queries over all types at once: undefined when this type has no such attribute, and so no value to sort by (L-16). */
export function findSortAttribute(type: ResourceType, name: string): AttributePath | undefined {
  const path = readablePath(type, name);
  return path && plainPath(path);
}

function plainPath(path: AttributePath): AttributePath | undefined {
  if (path.subAttribute || path.attribute.type !== 'complex') return path;
  const subAttribute = findSubAttribute(path.attribute, 'value');
  return subAttribute && { ...path, subAttribute };
}
