import { GROUP, GROUP_SCHEMA, parseFilter, type ResourceType, USER_SCHEMA } from '@rollcall/scim-protocol';
import fc from 'fast-check';
import { compileFilter } from './compile-filter';
import { sql, toStatement } from './sql';
import { type Model, modelMatches } from './testing/filter-model';
import { choicesOf, writeFilter } from './testing/filter-text';
import { GROUP_ATTRIBUTES, TYPED_USER, USER_ATTRIBUTES } from './testing/model-attributes';
import { type RandomDirectory, randomDirectory, shownGroups, shownUsers } from './testing/random-directory';
import { randomFilter } from './testing/random-filter';
import { TestDirectory } from './testing/test-directory';

/** How many filters; PROPERTY_SEED replays a run. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 400);
const SEED = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 1_000_000_000);
const FILTERS_PER_DIRECTORY = 200;

const choices = fc.noShrink(fc.array(fc.nat(999), { minLength: 40, maxLength: 60 }));

interface Case {
  readonly type: ResourceType;
  readonly coreUrn: string;
  readonly filters: fc.Arbitrary<Model>;
  readonly shown: (random: RandomDirectory) => Readonly<Record<string, unknown>>[];
}

const CASES: readonly (readonly [name: string, Case])[] = [
  ['users', { type: TYPED_USER, coreUrn: USER_SCHEMA.id, filters: randomFilter(USER_ATTRIBUTES), shown: shownUsers }],
  ['groups', { type: GROUP, coreUrn: GROUP_SCHEMA.id, filters: randomFilter(GROUP_ATTRIBUTES), shown: shownGroups }],
];

let directory: TestDirectory;

beforeAll(async () => {
  directory = await TestDirectory.open();
});

afterAll(() => directory.close());

describe('R-51: PostgreSQL finds what an evaluator written from the RFC alone finds', () => {
  it.each(CASES)(
    `R-51: ${RUNS} random filters on random %s (PROPERTY_SEED=${SEED})`,
    async (name, each) => {
      let matched = 0;
      for (let done = 0; done < RUNS; done += FILTERS_PER_DIRECTORY) {
        matched += await compareOn(name, each, SEED + done, Math.min(FILTERS_PER_DIRECTORY, RUNS - done));
      }
      expect(matched).toBeGreaterThan(RUNS / 10);
    },
    600_000 + RUNS * 50,
  );
});

/** Fills a random directory and compares; the number of filters that found something but not everything. */
async function compareOn(
  name: string,
  { type, coreUrn, filters, shown }: Case,
  seed: number,
  numRuns: number,
): Promise<number> {
  const [random] = fc.sample(randomDirectory, { seed, numRuns: 1 });
  if (!random) throw new Error('no directory');
  await fill(random);
  const resources = shown(random);
  let telling = 0;
  await fc.assert(
    fc.asyncProperty(filters, choices, async (model, numbers) => {
      const text = writeFilter(model, coreUrn, choicesOf(numbers));
      const expected = resources.filter((resource) => modelMatches(model, resource)).map((resource) => resource['id']);
      const found = await idsWhere(name, text, type);
      if (expected.length > 0 && expected.length < resources.length) telling += 1;
      expect({ text, found }).toEqual({ text, found: expected });
    }),
    { seed, numRuns },
  );
  return telling;
}

async function fill({ users, groups }: RandomDirectory): Promise<void> {
  await directory.clear();
  for (const user of users) await directory.hasUser(user);
  for (const group of groups) await directory.hasGroup(group);
}

async function idsWhere(name: string, text: string, type: ResourceType): Promise<string[]> {
  const source = name === 'users' ? directory.users : directory.groups;
  const table = name === 'users' ? sql`scim_user u` : sql`scim_group g`;
  const condition = compileFilter(parseFilter(text, type), source);
  const statement = toStatement(
    sql`select id from ${table}${source.documentJoin(condition)} where ${condition} order by id`,
  );
  const { rows } = await directory.client.query<{ id: string }>(statement.text, [...statement.parameters]);
  return rows.map((row) => row.id);
}
