import type { SimulationReport } from '../report/simulation-report';
import { RULES, type Rule } from '../report/rules';
import { inBrief, isJsonArray, isJsonObject, jsonInBrief, type Json, type JsonObject } from '../wire/json';
import type { ScimAnswer } from '../wire/scim-http-client';
import { ERROR_URN, LIST_URN } from '../wire/urns';
import { faultsOfResource } from './resource-shape';

export interface Identified {
  readonly id: string;
  readonly resource: JsonObject;
}

export interface ListPage {
  readonly totalResults: number;
  readonly resources: readonly JsonObject[];
}

/** Holds answers against the rules that Entra relies on; each breach becomes a deviation. Nothing here throws. */
export class AnswerJudge {
  constructor(private readonly report: SimulationReport) {}

  deviate(answer: ScimAnswer, rule: Rule, expected: string, got: string): void {
    this.report.deviate({ request: requestLine(answer), rule, expected, got });
  }

  /** Whether the status is one of those; also checks the media type, on errors the error body. */
  hasStatus(answer: ScimAnswer, statuses: readonly number[], rule: Rule): boolean {
    this.mediaType(answer);
    if (statuses.includes(answer.status)) {
      if (answer.status >= 400) this.errorBody(answer);
      return true;
    }
    this.deviate(answer, rule, `status ${statuses.join(' or ')}`, `${answer.status} ${inBrief(answer.text)}`);
    return false;
  }

  /** The page, or undefined when the answer is not a proper ListResponse. */
  list(answer: ScimAnswer, rule: Rule = RULES.emptyFilter): ListPage | undefined {
    if (!this.hasStatus(answer, [200], rule)) return undefined;
    const body = isJsonObject(answer.body) ? answer.body : {};
    const total = body['totalResults'];
    const listed = body['Resources'] ?? [];
    const proper = mentions(body['schemas'], LIST_URN) && typeof total === 'number' && isJsonArray(listed);
    if (!proper) {
      this.deviate(answer, RULES.listForm, 'schemas with ListResponse, totalResults, Resources', inBrief(answer.text));
      return undefined;
    }
    return { totalResults: total, resources: listed.filter(isJsonObject) };
  }

  /** The resource of a 200 or 201 with its id, its form checked; undefined when it has none. */
  resource(answer: ScimAnswer): Identified | undefined {
    const resource = isJsonObject(answer.body) ? answer.body : undefined;
    const id = resource?.['id'];
    if (resource === undefined || typeof id !== 'string' || id === '') {
      this.deviate(answer, RULES.shape, 'a resource with an id', inBrief(answer.text));
      return undefined;
    }
    this.shape(answer, resource);
    return { id, resource };
  }

  shape(answer: ScimAnswer, resource: JsonObject): void {
    for (const { rule, expected, got } of faultsOfResource(resource)) this.deviate(answer, rule, expected, got);
  }

  sameId(answer: ScimAnswer, expected: string, got: string): void {
    if (expected !== got) this.deviate(answer, RULES.stableId, `id ${expected}`, `id ${got}`);
  }

  /** 201 carries the URL of what was made. */
  location(answer: ScimAnswer, endpoint: string, id: string): void {
    const location = answer.headers.location;
    if (location?.endsWith(`${endpoint}/${encodeURIComponent(id)}`) === true) return;
    this.deviate(answer, RULES.location, `Location ending in ${endpoint}/${id}`, location ?? 'no Location');
  }

  private errorBody(answer: ScimAnswer): void {
    const body = isJsonObject(answer.body) ? answer.body : {};
    if (mentions(body['schemas'], ERROR_URN) && body['status'] === String(answer.status)) return;
    const expected = `a SCIM error body with status "${answer.status}"`;
    this.deviate(answer, RULES.mediaType, expected, inBrief(answer.text || 'no body'));
  }

  private mediaType(answer: ScimAnswer): void {
    if (answer.text === '') return;
    const type = answer.headers['content-type'] ?? 'none';
    if (/^application\/scim\+json\s*(;|$)/i.test(type)) return;
    this.deviate(answer, RULES.mediaType, 'application/scim+json', type);
  }
}

/** Whether `schemas` names this URN. */
function mentions(schemas: Json | undefined, urn: string): boolean {
  return isJsonArray(schemas) && schemas.includes(urn);
}

/** Method and path; of a PATCH its operations too, as they usually are what matters. */
function requestLine({ method, path, requestBody }: ScimAnswer): string {
  if (method !== 'PATCH' || !isJsonObject(requestBody)) return `${method} ${path}`;
  return `${method} ${path} ${jsonInBrief(requestBody['Operations'])}`;
}
