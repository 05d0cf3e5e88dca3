import { invalidPath, quoted } from '../messages/scim-error';
import type { ResourceType } from '../schema/definitions';
import { matchSchemaUrn } from '../schema/resolve-attribute';
import type { PathContext } from './path';

/** A name with the URN that qualifies it split off. */
export interface QualifiedPathName {
  /** `foreign` is a schema of the protocol that this resource type does not have, so it has none of its attributes. */
  readonly schema: 'core' | 'extension' | 'foreign';
  /** The URN of the extension, registered or not. */
  readonly extension?: string;
  /** Empty when the name is the URN alone. */
  readonly rest: string;
}

/** URNs that only the protocol itself may define: whatever is not registered below them is not an extension. */
const PROTOCOL_NAMESPACES = ['urn:ietf:params:scim:schemas:core:', 'urn:ietf:params:scim:api:'];

/**
 * Splits the URN from a name: a registered one first, then one that the stored resource has, then by the habit of SCIM URNs to end in a
 * version and a type, `urn:…:acme:2.0:User`, and at last at the last colon. Errors: 400 invalidPath.
 */
export function splitQualifiedName(name: string, type: ResourceType, context: PathContext): QualifiedPathName {
  if (!name.includes(':')) return { schema: 'core', rest: name };
  const registered = matchSchemaUrn(type, name);
  if (registered) return inRegisteredSchema(name, registered);
  const folded = name.toLowerCase();
  refuseOtherSeparator(name, folded, type);
  if (!folded.startsWith('urn:')) throw invalidPath(`${quoted(name)} has a ":" but does not begin with a schema URN.`);
  if (PROTOCOL_NAMESPACES.some((namespace) => folded.startsWith(namespace))) return { schema: 'foreign', rest: name };
  return inOpenExtension(name, endOfOpenUrn(name, folded, context));
}

function inRegisteredSchema(name: string, found: { extension?: string; rest: string }): QualifiedPathName {
  if (found.rest === '' && name.endsWith(':'))
    throw invalidPath(`${quoted(name)} ends in ":"; name an attribute after it.`);
  return found.extension === undefined
    ? { schema: 'core', rest: found.rest }
    : { schema: 'extension', extension: found.extension, rest: found.rest };
}

function inOpenExtension(name: string, end: number): QualifiedPathName {
  const extension = name.slice(0, end);
  if (!/^urn:[^:]+:[^:]/i.test(extension) || (name.charAt(end) === ':' && end === name.length - 1)) {
    throw invalidPath(`${quoted(name)} is neither a schema URN nor one followed by ":" and an attribute.`);
  }
  return { schema: 'extension', extension, rest: name.slice(end + 1) };
}

/** `urn:…:User.manager`: read as a URN of its own, it would hide the value in an extension that nobody reads (RFC 7644 §3.10). */
function refuseOtherSeparator(name: string, folded: string, type: ResourceType): void {
  const urns = [type.schema.id, ...type.extensions.map(({ schema }) => schema.id)];
  const urn = urns.find((each) => folded.startsWith(`${each.toLowerCase()}.`));
  if (urn !== undefined) throw invalidPath(`${quoted(name)} needs a ":" between the URN ${urn} and the attribute.`);
}

function endOfOpenUrn(name: string, folded: string, { storedUrns, valueIsObject }: PathContext): number {
  const stored = storedUrns.filter((urn) => folded === urn.toLowerCase() || folded.startsWith(`${urn.toLowerCase()}:`));
  if (stored.length > 0) return Math.max(...stored.map((urn) => urn.length));
  const conventional = endOfVersionAndType(name);
  if (conventional !== undefined) return conventional;
  return valueIsObject ? name.length : name.lastIndexOf(':');
}

/** The end of `…:2.0:User`, when a version is followed by a type. */
function endOfVersionAndType(name: string): number | undefined {
  const parts = name.split(':');
  const version = parts.findLastIndex((part) => /^\d+(?:\.\d+)*$/.test(part));
  if (version < 1 || version + 1 >= parts.length) return undefined;
  return parts.slice(0, version + 2).join(':').length;
}
