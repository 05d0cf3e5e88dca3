import fc from 'fast-check';
import { aUser } from '../fixtures/people';
import { patchUser, refusalOf } from '../fixtures/patching';
import {
  ops,
  settings,
  spellingsOfAttribute,
  spellingsOfElement,
  spellingsOfExtension,
  spellingsOfPart,
  type Spelling,
} from '../fixtures/spellings';
import type { Json, JsonObject } from '../messages/json';
import { ScimError } from '../messages/scim-error';
import type { ScimResource } from '../schema/resource';
import { ENTERPRISE_USER_URN as E } from '../schema/urns';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 25);

/** The resource with the first letter of a type as it was sent: a filter compares without regard to case, and creates what it says. */
function state(resource: ScimResource): Json {
  return JSON.parse(JSON.stringify(resource).replaceAll('"WORK"', '"work"')) as Json;
}

function verdict(given: ScimResource, spelling: Spelling): unknown {
  try {
    return state(patchUser(given, spelling).resource);
  } catch (error) {
    if (error instanceof ScimError) return error.scimType;
    throw error;
  }
}

function disagreements(given: ScimResource, spellings: readonly Spelling[]): readonly Spelling[] {
  const [first = []] = spellings;
  const expected = JSON.stringify(sorted(verdict(given, first)));
  return spellings.filter((each) => JSON.stringify(sorted(verdict(given, each))) !== expected);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}

const text = fc.string({ minLength: 1, maxLength: 12 }).filter((each) => each.trim() !== '' && !each.startsWith('{'));
const given = fc.record(
  {
    displayName: text,
    title: text,
    name: fc.record({ givenName: text, familyName: text }, { requiredKeys: [] }),
    emails: fc.constantFrom([{ type: 'work', value: 'old' }]),
  },
  { requiredKeys: [] },
);

function holds(arbitrary: fc.Arbitrary<readonly [JsonObject, readonly Spelling[]]>): void {
  fc.assert(
    fc.property(arbitrary, ([attributes, spellings]) => {
      expect(spellings.length).toBeGreaterThanOrEqual(20);
      const { name, ...others } = attributes;
      const isNamed = name !== undefined && Object.keys(name as object).length > 0;
      expect(disagreements(aUser(isNamed ? attributes : others), spellings)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}

describe('one change in all its spellings', () => {
  it('SEC-19: a single value', () => {
    const names = fc.constantFrom('title', 'displayName', 'nickName', 'externalId');
    holds(
      fc.tuple(
        given,
        fc.tuple(names, text).map(([name, value]) => spellingsOfAttribute(name, value)),
      ),
    );
  });

  it('SEC-19: the user name, which cannot be taken away in between', () => {
    const isTakenAway = ([first]: Spelling) => first?.op === 'remove';
    holds(
      fc.tuple(
        given,
        text.map((value) => spellingsOfAttribute('userName', value).filter((each) => !isTakenAway(each))),
      ),
    );
  });

  it('SEC-19: a boolean, as text or not', () => {
    for (const [value, texts] of [
      [true, ['True', 'true', 'TRUE']],
      [false, ['False', 'false', 'FALSE']],
    ] as const) {
      const spellings = [value, ...texts].flatMap((each) => spellingsOfAttribute('active', each));

      expect(spellings.length).toBeGreaterThan(100);
      expect(disagreements(aUser({ active: !value }), spellings)).toEqual([]);
    }
  });

  it('SEC-19: a part of a complex value', () => {
    holds(
      fc.tuple(
        given,
        fc
          .tuple(fc.constantFrom('givenName', 'familyName', 'middleName'), text)
          .map(([part, value]) => spellingsOfPart('name', part, value)),
      ),
    );
  });

  it('SEC-19: an attribute of an extension', () => {
    holds(
      fc.tuple(
        given,
        fc
          .tuple(fc.constantFrom('department', 'manager', 'costCenter'), text)
          .map(([name, value]) => spellingsOfExtension(name, value)),
      ),
    );
  });

  it('SEC-19: an element of a list', () => {
    holds(fc.tuple(given, text.map(spellingsOfElement)));
  });

  it('SEC-19: a value that is taken away', () => {
    const full = aUser({
      title: 'x',
      name: { givenName: 'x', familyName: 'y' },
      [E]: { department: 'x', division: 'y' },
    });
    for (const empty of [null, '']) {
      expect(disagreements(full, [[{ op: 'remove', path: 'title' }], ...settings('title', empty)])).toEqual([]);
      expect(
        disagreements(full, [
          [{ op: 'remove', path: 'name.givenName' }],
          ...spellingsOfPart('name', 'givenName', empty),
        ]),
      ).toEqual([]);
      const extension = spellingsOfExtension('department', empty).slice(0, -1);
      expect(disagreements(full, [[{ op: 'Remove', path: `${E}:department` }], ...extension])).toEqual([]);
    }
  });

  it('SEC-19 P-31: what is refused in one spelling is refused in all', () => {
    const readOnly = { id: 'a1', meta: { created: '2026-01-01T00:00:00.000Z' }, groups: [{ value: 'g1' }] };
    const verdictOf = (spelling: Spelling) => refusalOf(() => patchUser(aUser(), spelling, { readOnly })).scimType;
    const spellings = [
      ...settings('id', 'b1'),
      ...settings('groups', [{ value: 'g2' }]),
      ...ops.map((op): Spelling => [{ op, path: 'meta.created', value: '1999-01-01T00:00:00Z' }]),
      ...ops.map((op): Spelling => [{ op, value: { 'meta.created': '1999-01-01T00:00:00Z' } }]),
      ...ops.map((op): Spelling => [{ op, value: { META: { Created: '1999-01-01T00:00:00Z' } } }]),
      [{ op: 'add', path: 'groups[value eq "g2"].display', value: 'x' }],
    ] satisfies Spelling[];

    expect(spellings.length).toBeGreaterThan(60);
    expect(new Set(spellings.map(verdictOf))).toEqual(new Set(['mutability']));
  });

  it('SEC-19 S-07: an empty user name is refused in all spellings', () => {
    expect(new Set(settings('userName', '  ').map((each) => verdict(aUser(), each)))).toEqual(
      new Set(['invalidValue']),
    );
  });
});
