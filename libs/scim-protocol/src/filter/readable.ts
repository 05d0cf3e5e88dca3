import type { Attribute, AttributePath, ResourceType } from '../schema/definitions';
import { qualifiedManager } from '../schema/manager-name';
import { resolveAttribute } from '../schema/resolve-attribute';

/** What is never returned cannot be asked for either: the answer would tell what it is (SEC-27, F-38). */
export function isReadable(attribute: Attribute): boolean {
  return attribute.returned !== 'never' && attribute.mutability !== 'writeOnly';
}

/** The attribute of that name; undefined when there is none or nobody may read it, so that the two are answered alike (SEC-27). */
export function readablePath(type: ResourceType, name: string): AttributePath | undefined {
  const path = resolveAttribute(type, qualifiedManager(type, name) ?? name);
  return path && isReadable(path.attribute) && (!path.subAttribute || isReadable(path.subAttribute)) ? path : undefined;
}
