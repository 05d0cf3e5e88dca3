import type { Json } from '../messages/json';
import { invalidSyntax, quoted } from '../messages/scim-error';
import type { ResourceType } from './definitions';
import { indexOf } from './type-index';

/** The schemas that a client listed, by their URN in lower case. */
export type ListedSchemas = ReadonlySet<string>;

/** URNs below these name schemas of RFC 7643 and messages of RFC 7644, never an extension. */
const CORE_PREFIXES = ['urn:ietf:params:scim:schemas:core:', 'urn:ietf:params:scim:api:messages:'];

/**
 * Reads `schemas` of a resource: a list with the type's own URN, each URN once, in any order and letter case (RFC 7643 §3). URNs of
 * extensions that nobody registered may be there, as those that Entra lists. Errors: 400 invalidSyntax.
 */
export function readSchemas(type: ResourceType, value: Json | undefined): ListedSchemas {
  if (value === undefined || value === null) throw invalidSyntax(`schemas: required; list ${quoted(type.schema.id)}`);
  if (!Array.isArray(value)) throw invalidSyntax('schemas: expected a list of URNs');
  const { coreUrn } = indexOf(type);
  const listed = new Set<string>();
  for (const urn of value as readonly Json[]) {
    if (typeof urn !== 'string') throw invalidSyntax('schemas: expected a list of URNs');
    const folded = urn.toLowerCase();
    if (listed.has(folded)) throw invalidSyntax(`schemas: ${quoted(urn)} stands there twice`);
    if (folded !== coreUrn && CORE_PREFIXES.some((prefix) => folded.startsWith(prefix))) {
      throw invalidSyntax(`schemas: ${quoted(urn)} is no schema of a ${type.name}`);
    }
    listed.add(folded);
  }
  if (!listed.has(coreUrn)) throw invalidSyntax(`schemas: ${quoted(type.schema.id)} is missing`);
  return listed;
}
