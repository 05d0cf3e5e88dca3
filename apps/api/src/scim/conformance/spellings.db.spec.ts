import {
  spellingsOfAttribute,
  spellingsOfElement,
  spellingsOfExtension,
  spellingsOfPart,
  type Spelling,
} from '@rollcall/scim-protocol/testing';
import fc from 'fast-check';
import { U, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { httpRuns, runsTimeoutMs } from './property-runs';

const SPELLINGS = 20;
const RUNS = Math.ceil(httpRuns(60) / SPELLINGS);

const text = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 });
const isPlain = (each: string) => each.trim() !== '' && !each.startsWith('{');
const value = text.filter(isPlain);

/** Twenty ways to write one and the same change, and values that no spelling may take as they are. */
function waysOf(all: (value: string) => Spelling[], chosen: fc.Arbitrary<string>): fc.Arbitrary<Spelling[]> {
  return chosen.chain((each) => fc.shuffledSubarray(all(each), { minLength: SPELLINGS, maxLength: SPELLINGS }));
}

const change = fc.oneof(
  ...['title', 'displayName', 'nickName', 'externalId'].map((name) =>
    waysOf((each) => spellingsOfAttribute(name, each), value),
  ),
  waysOf((each) => spellingsOfAttribute('userName', each).filter(([first]) => first?.op !== 'remove'), value),
  waysOf((each) => spellingsOfAttribute('active', each), fc.constantFrom('True', 'false', 'perhaps')),
  ...['givenName', 'middleName'].map((part) => waysOf((each) => spellingsOfPart('name', part, each), value)),
  ...['department', 'manager'].map((name) => waysOf((each) => spellingsOfExtension(name, each), value)),
  waysOf(spellingsOfElement, value),
);

const given = fc.record(
  {
    displayName: value,
    title: value,
    name: fc.record({ givenName: value, familyName: value }, { requiredKeys: ['familyName'] }),
    emails: fc.constant([{ type: 'work', value: 'old' }]),
  },
  { requiredKeys: [] },
);

describe('one change in many spellings over HTTP', () => {
  const scim = givenScim();

  /** A filter compares without regard to case, and creates the type that it names. */
  const stateOf = ({ id: _id, meta: _meta, ...attributes }: Body): unknown =>
    JSON.parse(JSON.stringify(attributes).replaceAll('"WORK"', '"work"'));

  it(
    'SEC-19: has one verdict and one end state, however it is written',
    async () => {
      const { id } = await scim.createUser({ userName: 'ada' });
      const url = `/Users/${id}`;
      await fc.assert(
        fc.asyncProperty(given, change, async (attributes, spellings) => {
          const ends: unknown[] = [];
          for (const operations of spellings) {
            const before = await scim.put(url, { schemas: [U], userName: 'ada', active: true, ...attributes });
            const answer = await scim.patch(url, operations);
            const after = await scim.get(url);
            ends.push([before.status, answer.status, answer.body.scimType ?? null, stateOf(after.body)]);
          }
          const [first] = ends;
          for (const [at, end] of ends.entries()) expect([spellings[at], end]).toEqual([spellings[at], first]);
        }),
        { numRuns: RUNS },
      );
    },
    runsTimeoutMs(RUNS * SPELLINGS),
  );
});
