import { invalidPath, quoted } from '../messages/scim-error';
import type { ResourceType } from '../schema/definitions';
import { splitQualifiedName, type QualifiedPathName } from './qualified-name';

/** In characters; a path is an attribute's name with at most one filter, so it needs no more than a filter does (SEC-25). */
export const PATH_LENGTH_MAX = 8192;

/** A PATCH path taken apart (RFC 7644 §3.5.2 Figure 7). Names are as the client wrote them, the URN of a registered schema is canonical. */
export interface PatchPath {
  readonly text: string;
  /** `core` names an attribute of the core schema, whether or not its URN was written out. */
  readonly schema: QualifiedPathName['schema'];
  /** The URN of the extension; undefined for the core schema. */
  readonly extension?: string;
  /** Undefined when the path is the URN of a schema alone. */
  readonly attribute?: string;
  /** The inside of the brackets. */
  readonly filter?: string;
  readonly subAttribute?: string;
}

/** What a path alone cannot tell: URNs of extensions that nobody registered have no marked end. */
export interface PathContext {
  /** Extension URNs among the keys of the stored resource. */
  readonly storedUrns: readonly string[];
  /** An object is more likely the content of an extension than the value of one of its attributes. */
  readonly valueIsObject: boolean;
}

const NO_CONTEXT: PathContext = { storedUrns: [], valueIsObject: false };

/**
 * Reads `title`, `name.givenName`, `emails[type eq "work"].value`, each qualified by a URN or not, or a URN alone. The URN is recognised
 * before any dot is looked at: it has dots itself (RFC 7644 §3.10). Errors: 400 invalidPath.
 */
export function parsePath(text: string, type: ResourceType, context: PathContext = NO_CONTEXT): PatchPath {
  if (text.length > PATH_LENGTH_MAX) throw invalidPath(`The path is longer than ${PATH_LENGTH_MAX} characters.`);
  const { head, filter, tail } = splitBrackets(text);
  const { rest, ...qualified } = splitQualifiedName(head, type, context);
  if (qualified.schema === 'foreign') return { text, schema: 'foreign' };
  const names = `${rest}${tail}`;
  if (names === '' && filter === undefined && qualified.extension !== undefined) return { text, ...qualified };

  const dot = filter === undefined ? rest.indexOf('.') : -1;
  const attribute = dot < 0 ? rest : rest.slice(0, dot);
  const subAttribute = dot < 0 ? tail.slice(1) : rest.slice(dot + 1);
  if (!isAttributeName(attribute)) throw malformed(text);
  if (dot < 0 && tail === '') return { text, ...qualified, attribute, ...withFilter(filter) };
  if (!isAttributeName(subAttribute)) throw malformed(text);
  return { text, ...qualified, attribute, ...withFilter(filter), subAttribute };
}

function withFilter(filter: string | undefined): { readonly filter?: string } {
  return filter === undefined ? {} : { filter };
}

interface BracketParts {
  readonly head: string;
  readonly filter?: string;
  /** Empty, or what follows the closing bracket, its dot included. */
  readonly tail: string;
}

function splitBrackets(text: string): BracketParts {
  const open = text.indexOf('[');
  if (open < 0) return { head: text, tail: '' };
  const close = closingBracket(text, open + 1);
  const filter = text.slice(open + 1, close);
  const tail = text.slice(close + 1);
  if (isPosition(filter))
    throw invalidPath(`${quoted(text)} selects by position; use a filter such as [type eq "work"].`);
  if (tail !== '' && !tail.startsWith('.')) throw malformed(text);
  return { head: text.slice(0, open), filter, tail };
}

/** The bracket that closes the first one; none that stands inside of quoted text does. */
function closingBracket(text: string, start: number): number {
  let insideQuotes = false;
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') insideQuotes = !insideQuotes;
    else if (insideQuotes) at += character === '\\' ? 1 : 0;
    else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth === 0) return at;
  }
  throw invalidPath(`${quoted(text)} has a "[" that is never closed.`);
}

/** `emails[0]` and `emails[]` are no filters at all, so they are malformed paths rather than broken filters (P-08). */
function isPosition(filter: string): boolean {
  return /^[\s\d]*$/.test(filter);
}

function malformed(text: string) {
  return invalidPath(
    `${quoted(text)} is no path; write attribute, attribute.subAttribute or attribute[filter].subAttribute, each with a schema URN and ":" before it if need be.`,
  );
}

/**
 * RFC 7643 §2.1, and `$ref`. The names that reach an object's prototype are nobody's attributes (SEC-28): `__proto__` does not begin
 * with a letter, the others would be harmless here but not everywhere.
 */
export function isAttributeName(name: string): boolean {
  if (name === '' || !/^[A-Za-z$][A-Za-z0-9$_-]*$/.test(name)) return false;
  return name !== 'constructor' && name !== 'prototype';
}
