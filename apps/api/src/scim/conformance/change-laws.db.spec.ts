import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { U, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { httpRuns, runsTimeoutMs } from './property-runs';
import { publishedUsers, written } from './published-resources';

const RUNS = httpRuns(40);
/** A name has to be there, and `active` stays as it is when a PUT leaves it out (B14). */
const KEPT = new Set(['schemas', 'userName', 'active']);

describe('laws of changes over HTTP', () => {
  const scim = givenScim();

  async function holds<Drawn extends unknown[]>(
    drawn: fc.Arbitrary<Drawn>,
    law: (url: string, ...each: Drawn) => Promise<void>,
  ): Promise<void> {
    const { id } = await scim.createUser({ userName: randomUUID() });
    const url = `/Users/${id}`;
    await fc.assert(
      fc.asyncProperty(drawn, (each) => law(url, ...each)),
      { numRuns: RUNS },
    );
    await scim.delete(url);
  }

  async function put(url: string, body: Body): Promise<Body> {
    const answer = await scim.put(url, body);
    expect([answer.status, written(answer.body)]).toEqual([200, body]);
    return answer.body;
  }

  async function patched(url: string, operations: readonly unknown[]): Promise<Body> {
    const answer = await scim.patch(url, operations);
    expect([operations, answer.status, answer.body.detail]).toEqual([operations, 200, undefined]);
    return answer.body;
  }

  it(
    'R-53 P-33: a PATCH that takes everything away and writes everything anew ends as the PUT does',
    async () => {
      // An empty value is one in a PUT, and takes away in a PATCH.
      const user = (await publishedUsers(scim)).filter((body) => !JSON.stringify(body).includes('""'));
      await holds(fc.tuple(user, user), async (url, before, after) => {
        await put(url, before);
        const byPut = await put(url, after);
        await put(url, before);
        const gone = Object.keys(before).filter((name) => !KEPT.has(name));
        const { schemas: _schemas, ...attributes } = after;
        const byPatch = await patched(url, [
          ...gone.map((path) => ({ op: 'remove', path })),
          { op: 'replace', value: attributes },
        ]);
        expect(written(byPatch)).toEqual(written(byPut));
      });
    },
    runsTimeoutMs(RUNS),
  );

  it(
    'R-53 P-12 P-24: what is added and removed again was never there',
    async () => {
      const user = await publishedUsers(scim);
      const names = ['title', 'nickName', 'displayName', 'externalId', 'locale'];
      await holds(fc.tuple(user, fc.constantFrom(...names), fc.uuid()), async (url, given, name, value) => {
        const { [name]: _absent, ...before } = given;
        await put(url, before);
        await patched(url, [
          { op: 'add', path: name, value },
          { op: 'add', path: 'emails', value: [{ value, type: 'other' }] },
          { op: 'add', path: 'phoneNumbers', value: { value } },
        ]);
        const after = await patched(url, [
          { op: 'remove', path: `phoneNumbers[value eq "${value}"]` },
          { op: 'remove', path: 'emails', value: [{ value }] },
          { op: 'remove', path: name },
        ]);
        expect(written(after)).toEqual(before);
      });
    },
    runsTimeoutMs(RUNS),
  );

  it(
    'R-53 P-05: operations that do not touch each other may come in any order, in one request or in several',
    async () => {
      const user = await publishedUsers(scim);
      await holds(fc.tuple(user, user, fc.infiniteStream(fc.nat())), async (url, before, after, numbers) => {
        const operations = Object.entries(after)
          .filter(([name]) => name !== 'schemas' && !name.includes(':'))
          .map(([path, value]) => ({ op: 'replace', path, value }));
        const places = new Map(operations.map((operation) => [operation, numbers.next().value ?? 0]));
        const shuffled = [...operations].sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0));
        await put(url, before);
        const inOrder = await patched(url, operations);
        await put(url, before);
        expect(written(await patched(url, shuffled))).toEqual(written(inOrder));
        await put(url, before);
        let last: Body = undefined;
        for (const operation of shuffled) last = await patched(url, [operation]);
        expect(written(last)).toEqual(written(inOrder));
      });
    },
    runsTimeoutMs(RUNS * 2),
  );

  it(
    'R-53 A-02 A-03: what attributes shows and what excludedAttributes shows are the whole, and share what is always shown',
    async () => {
      const user = await publishedUsers(scim);
      const chosen = fc.subarray(['userName', 'title', 'emails', 'name', 'active', 'addresses', 'meta', 'externalId'], {
        minLength: 1,
      });
      await holds(fc.tuple(user, chosen), async (url, body, names) => {
        const whole = await put(url, { ...body, schemas: [U, ...body.schemas.slice(1)] });
        const only = (await scim.get(`${url}?attributes=${names.join()}`)).body;
        const except = (await scim.get(`${url}?excludedAttributes=${names.join()}`)).body;
        expect({ ...except, ...only }).toEqual(whole);
        const shared = Object.keys(only).filter((name) => Object.hasOwn(except, name));
        expect(shared.sort()).toEqual(['id', 'schemas']);
      });
    },
    runsTimeoutMs(RUNS),
  );
});
