import fc from 'fast-check';
import type { OperationExample } from '../dialects/rewrite';
import { AMY, CREW } from '../fixtures/people';
import { operationsOf, patchGroup, patchUser } from '../fixtures/patching';
import type { Json } from '../messages/json';
import { readJson } from '../messages/read-json';
import { ScimError } from '../messages/scim-error';
import { ENTERPRISE_USER_URN as E, USER_URN as U } from '../schema/urns';

const ACME = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'constructor.prototype',
  '__proto__.isAdmin',
  'constructor.prototype.isAdmin',
];
const PATHS = NAMES.flatMap((name) => [
  name,
  `name.${name}`,
  `${U}:${name}`,
  `${E}:${name}`,
  `${ACME}:${name}`,
  `${ACME}:tag.${name}`,
  `emails[type eq "work"].${name}`,
  `emails[${name} eq "x"].value`,
  `${name}[type eq "work"].value`,
  `${ACME}:list[${name} eq "x"].value`,
  `urn:x:${name}:2.0:User:tag`,
  `urn:x:${name}`,
]);

/** As it comes off the wire: in a literal, `__proto__` would set the prototype instead of being a key. */
const json = (text: string): Json => readJson(text);
const VALUES = [
  'true',
  '"x"',
  '{"isAdmin":true}',
  '{"__proto__":{"isAdmin":true}}',
  '[{"__proto__":{"isAdmin":true}}]',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
].map(json);

const operation: fc.Arbitrary<OperationExample> = fc.oneof(
  fc.record({
    op: fc.constantFrom('add', 'replace', 'remove'),
    path: fc.constantFrom(...PATHS),
    value: fc.constantFrom(...VALUES),
  }),
  fc
    .tuple(
      fc.constantFrom('add', 'replace'),
      fc.constantFrom(...PATHS, U, E, ACME, 'name', 'emails', 'roles'),
      fc.constantFrom(...VALUES),
    )
    .map(([op, key, value]) => ({ op, value: Object.defineProperty({}, key, { value, enumerable: true }) })),
);

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);

describe('names that reach a prototype', () => {
  it.each(PATHS)('SEC-28: %p as path or key pollutes nothing', (path) => {
    for (const value of VALUES) {
      for (const op of ['add', 'replace', 'remove']) attempt([{ op, path, value }]);
      attempt([{ op: 'replace', value: Object.defineProperty({}, path, { value, enumerable: true }) }]);
    }

    expectNoPollution();
  });

  it('SEC-28: operations that are made of them are answered, and pollute nothing', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 5 }), (operations) => {
        attempt(operations);
        expectNoPollution();
      }),
      { numRuns: RUNS },
    );
  });

  it("SEC-28: are nobody's attributes: an extension keeps the data beside them", () => {
    const value = json(`{"${ACME}":{"tag":"x","deep":{"__proto__":{"isAdmin":true},"kept":"y"}}}`);
    const { resource } = patchUser(AMY, [{ op: 'add', value }]);

    expect(resource[ACME]).toEqual({ tag: 'x', deep: { kept: 'y' } });
  });

  it('SEC-28: toString and valueOf are names like any other', () => {
    const { resource } = patchUser(AMY, [{ op: 'add', path: `${ACME}:toString`, value: 'x' }]);

    expect(resource[ACME]).toEqual({ toString: 'x' });
    expect(patchUser(resource, [{ op: 'remove', path: `${ACME}:toString` }]).resource).toEqual(AMY);
    expect(patchUser(AMY, [{ op: 'remove', path: `${ACME}:valueOf` }]).changed).toBe(false);
  });
});

/** A refusal of the protocol is an answer; any other error would be a 500. */
function attempt(operations: readonly OperationExample[]): void {
  for (const request of [() => patchUser(AMY, operations), () => patchGroup(CREW, operations)]) {
    try {
      const { resource } = request();
      expect(Object.getPrototypeOf(resource)).toBe(Object.prototype);
      expect('isAdmin' in resource).toBe(false);
      JSON.stringify(resource);
    } catch (error) {
      if (!(error instanceof ScimError)) throw error;
    }
  }
  expect(operationsOf(operations)).toHaveLength(operations.length);
}

function expectNoPollution(): void {
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  for (const key in {}) throw new Error(`Object.prototype has ${key}.`);
}
