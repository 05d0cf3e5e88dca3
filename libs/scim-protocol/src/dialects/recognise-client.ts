import { isJsonObject, type Json } from '../messages/json';
import { isJsonArray } from '../patch/same-json';
import { getOwnFolded } from '../schema/own-property';

/** Who is on the other side, for people to read: nothing is accepted or refused because of it. */
export type ScimClient = 'entra' | 'okta' | 'onelogin' | 'jumpcloud' | 'ping';

export interface ClientTraces {
  /** When it is not among the headers. */
  readonly userAgent?: string;
  /** Names in lower case, as Node.js gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: Json;
}

/** What the User-Agent contains, in lower case. */
const USER_AGENTS: readonly (readonly [string, ScimClient])[] = [
  ['okta', 'okta'],
  ['onelogin', 'onelogin'],
  ['jumpcloud', 'jumpcloud'],
  ['pingone', 'ping'],
  ['pingfederate', 'ping'],
  ['pingidentity', 'ping'],
  ['adscim', 'entra'],
  ['azure', 'entra'],
  ['microsoft', 'entra'],
];

/**
 * The most likely client: Entra marks its requests with `ADSCIMVersion: 5.0` and sends no User-Agent, the others name themselves there, and
 * what is left may be known by its body. Undefined when nothing tells.
 */
export function recogniseClient({ userAgent, headers, body }: ClientTraces): ScimClient | undefined {
  if (headers['adscimversion'] !== undefined) return 'entra';
  const agent = (userAgent ?? headerText(headers['user-agent']))?.toLowerCase();
  if (agent !== undefined && agent !== '') return USER_AGENTS.find(([part]) => agent.includes(part))?.[1];
  return body !== undefined && isFromEntra(body) ? 'entra' : undefined;
}

function headerText(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

/** Entra alone writes operations with a capital letter, and lists a schema of its own for groups. */
function isFromEntra(body: Json): boolean {
  if (!isJsonObject(body)) return false;
  const schemas = getOwnFolded(body, 'schemas');
  if (isJsonArray(schemas) && schemas.some(isMicrosoftSchema)) return true;
  const operations = getOwnFolded(body, 'Operations');
  return isJsonArray(operations) && operations.some(hasCapitalVerb);
}

function isMicrosoftSchema(urn: Json): boolean {
  return typeof urn === 'string' && urn.toLowerCase().startsWith('http://schemas.microsoft.com/');
}

function hasCapitalVerb(operation: Json): boolean {
  const op = isJsonObject(operation) ? getOwnFolded(operation, 'op') : undefined;
  return op === 'Add' || op === 'Replace' || op === 'Remove';
}
