import { randomUUID } from 'node:crypto';
import { RULES } from '../report/rules';
import { isJsonArray, isJsonObject } from '../wire/json';
import { ConnectionFailed, type ScimAnswer } from '../wire/scim-http-client';
import { ERROR_URN } from '../wire/urns';
import type { EngineContext } from './engine-context';
import { Quarantined } from './object-failed';

export type ConnectionResult = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** Presses "Test connection": random GUIDs as matching values of users and groups (entra 4). Asked once, never repeated. */
export async function testConnection(context: EngineContext): Promise<ConnectionResult> {
  for (const path of [userProbe(context), groupProbe(context)]) {
    let answer: ScimAnswer;
    try {
      answer = await askOnce(context, path);
    } catch (error) {
      if (error instanceof ConnectionFailed) return { ok: false, problem: unreachable(context, error) };
      throw error;
    }
    context.report.countRequest('GET', answer.durationMs);
    context.report.recordExchange(answer, undefined);
    const problem = problemOf(context, answer);
    if (problem !== undefined) return { ok: false, problem };
  }
  return { ok: true };
}

/** A connection kept from earlier may have died unnoticed; that is no news about the server, a fresh one is. */
async function askOnce(context: EngineContext, path: string): Promise<ScimAnswer> {
  try {
    return await context.client.send('GET', path);
  } catch (error) {
    if (!(error instanceof ConnectionFailed) || error.code !== 'ECONNRESET') throw error;
    context.client.close();
    return context.client.send('GET', path);
  }
}

/** The probe before every cycle and every provisioning on demand; a wrong answer stops the job (entra 14.3). */
export async function probe(context: EngineContext): Promise<void> {
  const answer = await context.wire.send('GET', userProbe(context));
  const problem = problemOf(context, answer);
  if (problem !== undefined) throw new Quarantined(problem);
}

function userProbe(context: EngineContext): string {
  const [match = 'userName'] = context.settings.matchUsersBy;
  const attribute = match === 'emails' ? 'emails[type eq "work"].value' : match;
  return `/Users?${context.filterQuery(attribute, randomUUID())}`;
}

function groupProbe(context: EngineContext): string {
  const [match = 'displayName'] = context.settings.matchGroupsBy;
  return `/Groups?excludedAttributes=members&${context.filterQuery(match, randomUUID())}`;
}

/** What an admin would read; undefined when the probe is answered as it must be. */
function problemOf(context: EngineContext, answer: ScimAnswer): string | undefined {
  const url = context.settings.url;
  if (answer.status === 401 || answer.status === 403) {
    return `The server at ${url} refused the token (${answer.status}). Check that the token is complete, belongs to this URL and is neither revoked nor expired.`;
  }
  if (answer.status === 404 && !isScimError(answer)) {
    return `There is no SCIM service at ${url} (404). Check the path: it ends before /Users, as in https://acme.api.example.com/api/v1/scim.`;
  }
  const page = context.judge.list(answer, RULES.emptyFilter);
  if (page === undefined) {
    return `${url} does not answer as a SCIM service: ${answer.method} ${answer.path} got ${answer.status} instead of an empty list. Check the URL.`;
  }
  if (page.totalResults !== 0) {
    context.judge.deviate(answer, RULES.emptyFilter, 'totalResults 0 for a random GUID', `${page.totalResults}`);
    return `${url} found ${page.totalResults} objects for a random GUID: it does not apply filters.`;
  }
  return undefined;
}

/** A 404 that a SCIM service wrote breaks a rule; any other says that there is no such service. */
function isScimError(answer: ScimAnswer): boolean {
  const schemas = isJsonObject(answer.body) ? answer.body['schemas'] : undefined;
  return isJsonArray(schemas) && schemas.includes(ERROR_URN);
}

function unreachable(context: EngineContext, error: ConnectionFailed): string {
  const { url, timeoutMs } = context.settings;
  switch (error.code) {
    case 'ECONNREFUSED':
      return `Nobody listens at ${url}. Check that the server runs and that host and port are right.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host name in ${url} is unknown here. Check the spelling, or the name service.`;
    case 'ETIMEDOUT':
      return `${url} did not answer within ${Math.round(timeoutMs / 1000)} s. Check the address and any firewall between.`;
    default:
      return `No connection to ${url}: ${error.message} (${error.code}). Check the address, http or https, and the certificate.`;
  }
}
