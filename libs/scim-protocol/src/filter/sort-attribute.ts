import { invalidValue, quoted } from '../messages/scim-error';
import type { AttributePath, ResourceType } from '../schema/definitions';
import { findSubAttribute, resolveAttribute } from '../schema/resolve-attribute';
import { isReadable } from './check-element-filter';

/**
 * The plain attribute that `sortBy` names (RFC 7644 §3.4.2.3); a complex one stands for its `value` (L-15). An attribute that may not be
 * read is answered like an unknown one (SEC-27). Errors: 400 invalidValue.
 */
export function readSortAttribute(type: ResourceType, name: string): AttributePath {
  const path = resolveAttribute(type, name);
  if (!path || !isReadable(path.attribute) || (path.subAttribute && !isReadable(path.subAttribute))) {
    throw invalidValue(`sortBy names the unknown attribute ${quoted(name)}.`);
  }
  if (path.subAttribute || path.attribute.type !== 'complex') return path;
  const subAttribute = findSubAttribute(path.attribute, 'value');
  if (!subAttribute) throw invalidValue(`sortBy needs a sub-attribute of ${quoted(name)}, such as "name.familyName".`);
  return { ...path, subAttribute };
}
