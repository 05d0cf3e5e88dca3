import { HIDDEN_VALUE } from '@rollcall/admin-contracts';

/*
 * What a role that may not see personal values gets instead of them (A30, C02, SEC-54; docs/decisions/0009). Open is what the product
 * itself reads of a person, because lists, search and rules are about it and nobody could help otherwise: names, ids, state, title,
 * department and the address for work. So is what is no value of a person: names of attributes, types, truth values. Everything else is
 * hidden, also what is not known: a list of what is open, never of what is hidden.
 */

const NAMES = ['formatted', 'givenname', 'familyname', 'middlename', 'honorificprefix', 'honorificsuffix'];
const OPEN_ATTRIBUTES = new Set([
  ...['username', 'displayname', 'externalid', 'id', 'active', 'title', 'department'],
  ...['schemas', 'type', 'primary', '$ref', 'meta', 'status', 'scimtype', 'resourcetype', 'location', 'version'],
  ...['op', 'method', 'bulkid', 'operations', 'members', 'groups', 'totalresults', 'startindex', 'itemsperpage'],
  ...['created', 'lastmodified'],
]);
const KNOWN_URN = /^urn:ietf:params:scim:(?:schemas:(?:core|extension:enterprise)|api:messages):/i;
const EMAIL_PARTS = new Set(['value', 'type', 'primary']);
/** Texts that may repeat a value in their middle. */
const SENTENCES = new Set(['path', 'detail']);
const OPEN_TEXT =
  /^(|true|false|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|urn:ietf:params:scim:\S+)$/i;

/**
 * A JSON value of the attribute `name`, with the personal parts hidden; structure, names and truth values stay. `listedEmail` is the
 * address under which lists show the person, which stays open whatever it is called.
 */
export function withoutPersonalValues(value: unknown, name = '', listedEmail?: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutPersonalValues(each, name, listedEmail));
  if (isObject(value)) return isOpenEmail(name, value, listedEmail) ? value : hiddenObject(value, name, listedEmail);
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (typeof value === 'string' && SENTENCES.has(nameOf(name))) return sentenceWithoutPersonalValues(value);
  if (isOpen(name) || (typeof value === 'string' && OPEN_TEXT.test(value))) return value;
  return HIDDEN_VALUE;
}

/** A PATCH operation's value belongs to the attribute that its path names; parts of a name or an address to the attribute they are in. */
function hiddenObject(object: JsonObject, name: string, listedEmail: string | undefined): JsonObject {
  const path = Object.entries(object).find(([key]) => key.toLowerCase() === 'path')?.[1];
  const attribute = typeof path === 'string' ? path : '';
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      withoutPersonalValues(value, key.toLowerCase() === 'value' ? attribute : partName(name, key), listedEmail),
    ]),
  );
}

/** `name.formatted` is open and `addresses.formatted` is not; within an extension that nobody knows nothing is. */
function partName(name: string, key: string): string {
  if (isForeign(name)) return `${name}:${key}`;
  return nameOf(name) === 'name' ? `name.${key}` : key;
}

/** What is said with the URN of an extension of the provider's own. */
function isForeign(name: string): boolean {
  return /^urn:/i.test(name) && !KNOWN_URN.test(name);
}

/** An address for work, or the one that counts. */
function isOpenEmail(name: string, element: JsonObject, listedEmail: string | undefined): boolean {
  if (nameOf(name) !== 'emails' || Object.keys(element).some((key) => !EMAIL_PARTS.has(key.toLowerCase())))
    return false;
  const { type, primary, value } = element;
  if (primary === true || (typeof type === 'string' && type.toLowerCase() === 'work')) return true;
  return listedEmail !== undefined && typeof value === 'string' && value.toLowerCase() === listedEmail.toLowerCase();
}

/** One attribute before and after a change, as events and trails hold it. */
export interface StoredDifference {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What is no difference is hidden whole. */
export function changeWithoutPersonalValues(change: unknown): StoredDifference {
  if (!isObject(change) || typeof change['path'] !== 'string') return { path: HIDDEN_VALUE };
  const { path } = change;
  const hidden = (side: 'before' | 'after') =>
    change[side] === undefined ? {} : { [side]: withoutPersonalValues(change[side], path) };
  return { path: sentenceWithoutPersonalValues(path), ...hidden('before'), ...hidden('after') };
}

/** JSON as text; one that was cut cannot be read and is hidden whole. */
export function bodyWithoutPersonalValues(text: string): string {
  try {
    return JSON.stringify(withoutPersonalValues(JSON.parse(text)));
  } catch {
    return HIDDEN_VALUE;
  }
}

const COMPARISON = /([\w$:.-]+)(\s+(?:eq|ne|co|sw|ew|gt|ge|lt|le)\s+)("(?:[^"\\]|\\.)*"|[\d.+-]+)/gi;
const ECHO = /\b(got|not with|The value|the text|The text that starts with|The number) ("(?:[^"\\]|\\.)*"|-?[\d.]+)/g;

/** A sentence, or a filter: what it repeats of a request's values is hidden, but for the names that tell who it is about. */
export function sentenceWithoutPersonalValues(text: string): string {
  const filtered = text.replace(COMPARISON, (whole: string, attribute: string, operator: string, value: string) =>
    isOpenInFilter(attribute, value) ? whole : `${attribute}${operator}"${HIDDEN_VALUE}"`,
  );
  return filtered.replace(ECHO, (whole: string, word: string, value: string) =>
    OPEN_TEXT.test(value.slice(1, -1)) ? whole : `${word} "${HIDDEN_VALUE}"`,
  );
}

/** What a text is put through on its way to a reader. */
export function hiding(masked: boolean): (text: string) => string {
  return masked ? sentenceWithoutPersonalValues : (text) => text;
}

/** A query string; its filter is the one part that can hold values. */
export function queryWithoutPersonalValues(query: string): string {
  const parameters = query.split('&').map((parameter) => {
    const mark = parameter.indexOf('=');
    if (mark === -1 || parameter.slice(0, mark).toLowerCase() !== 'filter') return parameter;
    const filter = decoded(parameter.slice(mark + 1));
    const hidden = filter === undefined ? HIDDEN_VALUE : sentenceWithoutPersonalValues(filter);
    return hidden === filter ? parameter : `${parameter.slice(0, mark)}=${encodeURIComponent(hidden)}`;
  });
  return parameters.join('&');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** E-mail addresses are how people are looked for, so a filter may name one as it may name a userName. */
function isOpenInFilter(attribute: string, value: string): boolean {
  return /^(emails|meta)\b/i.test(attribute) || isOpen(attribute) || OPEN_TEXT.test(value.slice(1, -1));
}

function isOpen(name: string): boolean {
  if (isForeign(name)) return false;
  const inner = /^name\.(\w+)$/i.exec(name)?.[1]?.toLowerCase();
  if (inner !== undefined) return NAMES.includes(inner);
  if (/^emails\[\s*(?:type eq "work"|primary eq "?true"?)\s*\]\.value$/i.test(name)) return true;
  return OPEN_ATTRIBUTES.has(nameOf(name)) && !/^manager\./i.test(name);
}

/** `urn:…:User:title` and `emails[type eq "work"].value` without what stands before the attribute. */
function nameOf(name: string): string {
  const unqualified = name.slice(name.lastIndexOf(':') + 1).toLowerCase();
  return unqualified.slice(unqualified.lastIndexOf('.') + 1);
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
