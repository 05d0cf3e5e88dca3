import { foldCase, userNameKey } from '@rollcall/scim-protocol';
import type { BoundParameters } from './bound-parameters';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** No text sorts after it in the order of bytes. */
const LAST = '\u{10FFFF}';
/** Shorter texts are found at the beginning of names only: what holds an "a" somewhere is nearly everybody. */
const CONTAINS_MIN = 2;

/** What is looked for, and whether addresses that the reader may not see are found by their beginning (SEC-27: no guessing letter by letter). */
export interface UserSearch {
  readonly text: string;
  readonly masked: boolean;
}

/**
 * The people whose name holds a text, whose userName or e-mail begins with it, or whose externalId or id it is, as the text of a query that
 * gives their integration and id. Each part walks an index; names are looked through in theirs alone, and no row is read for them. With
 * row-level security LIKE and trigram indexes are no help, for they are not leakproof (performance.md, SEC-39).
 */
export function usersFound(
  { text: search, masked }: UserSearch,
  tenant: string,
  integrations: string,
  bound: BoundParameters,
): string {
  const own = `u.tenant_id = ${tenant} and u.integration_id = any(${integrations}::uuid[])`;
  const parts = [
    `${own} and ${nameFits(search, bound)}`,
    `${own} and u.display_name_key is null and ${otherNameFits(search, bound)}`,
    `${own} and ${beginsWith('u.user_name_key', userNameKey(search), bound)}`,
    `${own} and ${beginsWith('u.email_key', foldCase(search), bound)}`,
    `${own} and u.external_id = ${bound.add(search)}`,
    ...(UUID.test(search) ? [`${own} and u.id = ${bound.add(search.toLowerCase())}::uuid`] : []),
  ].map((condition) => `select u.integration_id, u.id from scim_user u where ${condition}`);
  const furtherEmails = `select u.integration_id, u.user_id from scim_user_email u
    where ${own} and ${masked ? `u.email_key = ${bound.add(foldCase(search))}` : beginsWith('u.email_key', foldCase(search), bound)}`;
  return [...parts, furtherEmails].join('\n union ');
}

/** The index holds names and ids, so nobody's row is read. */
function nameFits(search: string, bound: BoundParameters): string {
  if (isShort(search)) return beginsWith('u.display_name_key', foldCase(search), bound);
  return `u.display_name_key is not null and strpos(u.display_name_key, ${bound.add(foldCase(search))}) > 0`;
}

/** Of the few without a displayName, by the name that is shown instead. */
function otherNameFits(search: string, bound: BoundParameters): string {
  const text = bound.add(foldCase(search));
  return isShort(search) ? `starts_with(lower(u.display_name), ${text})` : `strpos(lower(u.display_name), ${text}) > 0`;
}

function isShort(search: string): boolean {
  return [...search].length < CONTAINS_MIN;
}

function beginsWith(column: string, start: string, bound: BoundParameters): string {
  return `${column} >= ${bound.add(start)} and ${column} < ${bound.add(start + LAST)}`;
}
