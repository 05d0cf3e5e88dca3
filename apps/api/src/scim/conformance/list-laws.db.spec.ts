import { GROUP_SCHEMA, USER_SCHEMA } from '@rollcall/scim-protocol';
import {
  choicesOf,
  GROUP_ATTRIBUTES,
  modelMatches,
  randomFilter,
  TYPES_URN,
  USER_ATTRIBUTES,
  writeFilter,
  type Model,
} from '@rollcall/scim-sql/testing';
import fc from 'fast-check';
import { connectScim, type ScimConnection } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { httpRuns, runsTimeoutMs } from './property-runs';
import { populate } from './random-population';

const RUNS = httpRuns(60);
const RUNS_A_POPULATION = 30;
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

const attributes = USER_ATTRIBUTES.filter(({ urn }) => urn !== TYPES_URN);
const choices = fc.noShrink(fc.array(fc.nat(999), { minLength: 40, maxLength: 60 }));

const KINDS = [
  ['users', '/Users', attributes, USER_SCHEMA.id, ['id', 'userName', 'meta.created', 'title', 'emails.value']],
  ['groups', '/Groups', GROUP_ATTRIBUTES, GROUP_SCHEMA.id, ['id', 'displayName', 'externalId', 'meta.lastModified']],
] as const;

/** A text with half of a surrogate pair beside an escape for the other half is no text that can be sent in UTF-8. */
const isSendable = (text: string) => Buffer.from(text).toString() === text;

describe('laws of lists over HTTP', () => {
  const scim = givenScim();

  type Ids = readonly string[];
  type Search = (asked: Readonly<Record<string, unknown>>) => Promise<{ ids: Ids; total: number; next?: string }>;

  const searchOf =
    (client: ScimConnection, endpoint: string): Search =>
    async (asked) => {
      const { status, body } = await client.post(`${endpoint}/.search`, { schemas: [SEARCH], ...asked });
      expect([asked, status, body.detail]).toEqual([asked, 200, undefined]);
      const ids = (body.Resources ?? []).map(({ id }: { id: string }) => id) as Ids;
      return { ids, total: body.totalResults, next: body.nextCursor };
    };

  async function byIndex(search: Search, asked: object, count: number): Promise<Ids> {
    const all: string[] = [];
    for (;;) {
      const { ids, total } = await search({ ...asked, count, startIndex: all.length + 1 });
      all.push(...ids);
      if (ids.length === 0 || all.length >= total) return all;
    }
  }

  async function byCursor(search: Search, asked: object, count: number): Promise<Ids> {
    const all: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await search({ ...asked, count, cursor });
      all.push(...page.ids);
      cursor = page.next;
    }
    return all;
  }

  it.each(KINDS)(
    'R-51 R-53 F-38 L-07 C-11: of %s: a filter and its negation divide them, and no page size changes what is found',
    async (name, endpoint, known, coreUrn, sorts) => {
      const filter = randomFilter(known);
      const sortBy = fc.option(fc.constantFrom(...sorts), { nil: undefined });
      const pages = fc.record({ size: fc.integer({ min: 3, max: 30 }), sortBy, isDescending: fc.boolean() });
      const shapes = fc.tuple(filter, filter, choices, pages);
      let seed = fc.readConfigureGlobal().seed ?? Date.now() % 1_000_000_000;
      for (let done = 0; done < RUNS; done += RUNS_A_POPULATION, seed += 1) {
        const client = await connectScim(scim.server);
        const people = await populate(client, seed);
        const all = name === 'users' ? people.users : people.groups;
        expect(all.length).toBeGreaterThan(4);
        const search = searchOf(client, endpoint);
        const found = async (text: string) => (await search({ filter: text, count: 1000 })).ids;
        const holds = async ([f, g, numbers, page]: typeof shapes extends fc.Arbitrary<infer T> ? T : never) => {
          const [one, other] = [people.meant(f), people.meant(g)];
          const write = (model: Model) => writeFilter(model, coreUrn, choicesOf(numbers));
          fc.pre(isSendable(write(one)) && isSendable(write(other)));
          const expected = all.filter((each) => modelMatches(one, each)).map(({ id }) => id as string);
          const rest = all.filter((each) => modelMatches(other, each)).map(({ id }) => id as string);
          expect([write(one), await found(write(one))]).toEqual([write(one), expected]);

          const not = await search({ filter: `not (${write(one)})`, count: 1000 });
          expect(not.total + expected.length).toBe(all.length);
          expect(not.ids.filter((id) => expected.includes(id))).toEqual([]);
          expect(await found(`not (not (${write(one)}))`)).toEqual(expected);
          const both = await found(`(${write(one)}) and (${write(other)})`);
          expect(both).toEqual(expected.filter((id) => rest.includes(id)));
          const either = await found(`(${write(one)}) or (${write(other)})`);
          expect(new Set(either)).toEqual(new Set([...expected, ...rest]));

          const sortOrder = page.isDescending ? 'descending' : 'ascending';
          const asked = { filter: write(one), ...(page.sortBy ? { sortBy: page.sortBy, sortOrder } : {}) };
          const whole = (await search({ ...asked, count: 1000 })).ids;
          expect([...whole].sort()).toEqual([...expected].sort());
          expect(await byIndex(search, asked, page.size)).toEqual(whole);
          expect(await byCursor(search, asked, page.size)).toEqual(whole);
        };
        await fc.assert(fc.asyncProperty(shapes, holds), { seed, numRuns: Math.min(RUNS_A_POPULATION, RUNS - done) });
      }
    },
    runsTimeoutMs(RUNS * 3),
  );
});
