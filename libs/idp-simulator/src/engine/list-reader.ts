import { RULES } from '../report/rules';
import { textOf, type JsonObject } from '../wire/json';
import type { PatientAnswer } from '../wire/patient-client';
import type { EngineContext } from './engine-context';
import { ObjectFailed } from './object-failed';

export interface ListedResource {
  readonly id: string;
  readonly resource: JsonObject;
  /** The page that it came with. */
  readonly answer: PatientAnswer;
}

const PAGE = 100;

/** Reads a whole list page by page, as account discovery does (entra 13.8): no gap, no repeat, an honest total. */
export async function readList(
  context: EngineContext,
  endpoint: '/Users' | '/Groups',
  onPage: (done: number, total: number) => void,
): Promise<readonly ListedResource[]> {
  const { wire, judge } = context;
  const listed = new Map<string, ListedResource>();
  const exclusion = endpoint === '/Groups' ? 'excludedAttributes=members&' : '';
  for (let startIndex = 1; ;) {
    const answer = await wire.send('GET', `${endpoint}?${exclusion}startIndex=${startIndex}&count=${PAGE}`);
    const page = judge.list(answer, RULES.paging);
    if (page === undefined) throw new ObjectFailed(`${endpoint} cannot be listed`);
    for (const resource of page.resources) {
      const id = textOf(resource['id']);
      if (listed.has(id)) judge.deviate(answer, RULES.paging, 'each resource once', `${id} again`);
      listed.set(id, { id, resource, answer });
    }
    startIndex += page.resources.length;
    onPage(listed.size, page.totalResults);
    if (startIndex > page.totalResults) return [...listed.values()];
    if (page.resources.length > 0) continue;
    judge.deviate(answer, RULES.paging, `${page.totalResults} resources`, `${listed.size}, then an empty page`);
    return [...listed.values()];
  }
}
