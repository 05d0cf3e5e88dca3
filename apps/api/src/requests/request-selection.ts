import type { RequestFilter, RequestKind, RequestResult, RequestSpan } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';
import { isId, timeOfId } from './request-id';
import { FAILED, REFUSED } from './request-outcome';
import type { PersonKeys } from './request-person';
import { saidPhrases, type SaidPhrase } from './said-phrases';

/** What is looked for in an organisation's log; a person has been looked up in the directory before. */
export interface RequestSelection extends RequestFilter {
  readonly tenantId: string;
  readonly personKeys?: PersonKeys;
}

/** A selection as SQL over `scim_request r`; the values are those of the parameters in the conditions. */
export interface SelectionSql {
  /** Conditions that an index answers in the order of time. */
  readonly indexed: readonly string[];
  /** Conditions that are read row by row. */
  readonly further: readonly string[];
  /** Alternatives: a row fits one of them. */
  readonly branches: readonly string[];
  readonly values: readonly unknown[];
  /** Every condition is known to an index, so that a page costs a page however long the log is. */
  readonly isIndexed: boolean;
}

export function selectionSql(selection: RequestSelection): SelectionSql {
  const values: unknown[] = [selection.tenantId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const indexed = ['r.tenant_id = $1', ...timeConditions(selection, place)];
  if (selection.integrationId !== undefined) indexed.push(`r.integration_id = ${place(selection.integrationId)}`);
  if (selection.resourceId !== undefined) indexed.push(`r.resource_id = ${place(selection.resourceId)}`);
  if (isFailureAlone(selection)) indexed.push(resultCondition('failure'));
  const further = furtherConditions(selection, place);
  const branches = branchesOf(selection, place);
  return { indexed, further, branches, values, isIndexed: further.length === 0 && branches.length === 0 };
}

type Place = (value: unknown) => string;

function timeConditions({ since, from, to }: RequestSelection, place: Place): string[] {
  const begin = since === undefined ? undefined : `now() - interval '${intervalOf(since)}'`;
  return [
    ...(begin === undefined ? [] : [`r.at >= ${begin}`]),
    ...(begin !== undefined || from === undefined ? [] : [`r.at >= ${place(from)}::timestamptz`]),
    ...(to === undefined ? [] : [`r.at < ${place(to)}::timestamptz`]),
  ];
}

function intervalOf(span: RequestSpan): string {
  switch (span) {
    case '1h':
      return '1 hour';
    case '24h':
      return '24 hours';
    case '7d':
      return '7 days';
    case '30d':
      return '30 days';
    default:
      return assertNever(span);
  }
}

/** Failures have an index of the organisation, not of each integration or person. */
function isFailureAlone({ result, integrationId, resourceId }: RequestSelection): boolean {
  return result === 'failure' && integrationId === undefined && resourceId === undefined;
}

function furtherConditions(selection: RequestSelection, place: Place): string[] {
  const { method, provider, result, kind } = selection;
  return [
    ...(method === undefined ? [] : [`r.method = ${place(method)}`]),
    ...(provider === undefined
      ? []
      : [`r.integration_id in (select id from integration where tenant_id = $1 and provider = ${place(provider)})`]),
    ...(result === undefined || isFailureAlone(selection) ? [] : [resultCondition(result)]),
    ...(kind === undefined ? [] : [kindCondition(kind)]),
  ];
}

function resultCondition(result: RequestResult): string {
  switch (result) {
    case 'success':
      return 'r.status < 400';
    case 'failure':
      return 'r.status >= 400';
    case 'refused':
      return REFUSED.replace('status', 'r.status');
    case 'failed':
      return FAILED.replaceAll('status', 'r.status');
    default:
      return assertNever(result);
  }
}

/** From what is stored anyway: a column of its own would cost each request. */
function kindCondition(kind: RequestKind): string {
  const changed = `r.status < 400 and r.method in ('PATCH', 'PUT')`;
  switch (kind) {
    case 'created':
      return `r.method = 'POST' and r.status = 201`;
    case 'changed':
      return `${changed} and r.trail ? 'changes'`;
    case 'turnedOff':
      return `${changed} and r.trail @> '{"changes":[{"path":"active","after":false}]}'`;
    case 'turnedOn':
      return `${changed} and r.trail @> '{"changes":[{"path":"active","before":false,"after":true}]}'`;
    case 'membership':
      return `r.status < 400 and r.trail ?| array['membersAdded', 'membersRemoved']`;
    case 'deleted':
      return `r.method = 'DELETE' and r.status = 204`;
    case 'unchanged':
      return `${changed} and not r.trail ?| array['changes', 'membersAdded', 'membersRemoved']`;
    case 'lookup':
      return `r.status < 400 and (r.method = 'GET' or r.path like '%/.search')`;
    default:
      return assertNever(kind);
  }
}

function branchesOf({ search, said, person, personKeys }: RequestSelection, place: Place): string[] {
  if (person !== undefined && personKeys) return personBranches(personKeys, { search, said }, place);
  const text = search?.trim() ?? '';
  if (text === '') return [];
  if (isId(text)) return idBranches(text.toLowerCase(), place);
  return [textCondition(text, saidPhrases(said), place)];
}

/** strpos, not LIKE: a percent sign in a name is a percent sign (SEC-31). */
function textCondition(text: string, said: readonly SaidPhrase[], place: Place): string {
  const wanted = `lower(${place(text)})`;
  const holds = (column: string, words: string): string => `strpos(lower(${column}), ${words}) > 0`;
  const told = said.map((words) => words.map((word) => holds('r.summary', `lower(${place(word)})`)).join(' and '));
  return `(${[...['r.summary', 'r.path', 'r.query'].map((column) => holds(column, wanted)), ...told].join(' or ')})`;
}

/** The request of this id, or all about the person or group of this id. */
function idBranches(id: string, place: Place): string[] {
  const at = `${place(timeOfId(id))}::timestamptz`;
  const uuid = `${place(id)}::uuid`;
  return [
    `r.id = ${uuid} and r.at between ${at} - interval '5 minutes' and ${at} + interval '5 minutes'`,
    `r.resource_id = ${uuid}`,
  ];
}

/** All about the person, and what was refused before there was one: there the name stands in the body only, as a whole value. */
function personBranches(
  { ids, texts }: PersonKeys,
  { search = '', said }: { readonly search: string | undefined; readonly said: string | undefined },
  place: Place,
): string[] {
  const narrowed = search.trim() === '' ? '' : ` and ${textCondition(search.trim(), saidPhrases(said), place)}`;
  const wanted = `${place(texts.map((text) => JSON.stringify(text)))}::text[]`;
  const named = `exists (select from unnest(${wanted}) name where strpos(lower(r.request_body), lower(name)) > 0)`;
  return [
    ...(ids.length === 0 ? [] : [`r.resource_id = any(${place([...ids])}::uuid[])${narrowed}`]),
    `r.status >= 400 and r.resource_id is null and ${named}${narrowed}`,
  ];
}
