import { readSortAttribute, ScimError, USER } from '@rollcall/scim-protocol';
import type { Keyset } from './compile-order';
import { TYPES_URN } from './testing/model-attributes';
import { amy, bob, ENTERPRISE as E } from './testing/rfc-fixtures';
import { TestDirectory } from './testing/test-directory';

const U = 'urn:ietf:params:scim:schemas:core:2.0:User';

let directory: TestDirectory;

beforeAll(async () => {
  directory = await TestDirectory.open();
});

beforeEach(() => directory.clear());
afterAll(() => directory.close());

async function order(sortBy: string, descending = false): Promise<string[]> {
  const rows = await directory.listUsers({ sortBy, descending });
  return namesOf(rows.map((row) => row.id));
}

const names = new Map<string, string>();
const namesOf = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);

let serial = 0;

async function has(userName: string, attributes: Record<string, unknown> = {}, created?: string): Promise<void> {
  serial += 1;
  const id = `00000000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;
  names.set(id, userName);
  const resource = JSON.parse(JSON.stringify({ schemas: [U], userName, ...attributes })) as typeof amy.resource;
  await directory.hasUser({ id, resource, ...(created === undefined ? {} : { created }) });
}

describe('order', () => {
  it('L-11 L-13: text by folded letters, of any alphabet, whatever the locale', async () => {
    for (const name of ['b', 'A', 'c', 'É', 'e', 'Z', 'ß', '😀', '\uffee']) await has(name);
    expect(await order('userName')).toEqual(['A', 'b', 'c', 'e', 'Z', 'ß', 'É', '\uffee', '😀'].sort(byKey));
    expect(await order('USERNAME', true)).toEqual(
      ['A', 'b', 'c', 'e', 'Z', 'ß', 'É', '\uffee', '😀'].sort(byKey).reverse(),
    );
  });

  it('L-12: unassigned values last, first when descending', async () => {
    await directory.hasUser(amy);
    await directory.hasUser(bob);
    names.set(amy.id, 'amy').set(bob.id, 'bob');
    expect(await order('displayName')).toEqual(['amy', 'bob']);
    expect(await order('displayName', true)).toEqual(['bob', 'amy']);
    expect(await order('nickName')).toEqual(['amy', 'bob']);
  });

  it('L-13: instants by time, booleans false first', async () => {
    await has('late', { active: true }, '2026-03-01T00:00:00Z');
    await has('early', { active: false }, '2025-03-01T00:00:00Z');
    expect(await order('meta.created')).toEqual(['early', 'late']);
    expect(await order('active', true)).toEqual(['late', 'early']);
  });

  it('L-13: numbers by value', async () => {
    for (const [name, whole] of [
      ['ten', 10],
      ['nine', 9],
      ['minus', -1],
    ] as const)
      await has(name, { [TYPES_URN]: { whole } });
    await has('none');
    expect(await order(`${TYPES_URN}:whole`)).toEqual(['minus', 'nine', 'ten', 'none']);
    expect(await order(`${TYPES_URN}:whole`, true)).toEqual(['none', 'ten', 'nine', 'minus']);
  });

  it('L-14 L-15: lists by their primary value, else by their first', async () => {
    await has('x', { emails: [{ value: 'z@x' }, { value: 'a@x', primary: true }] });
    await has('y', { emails: [{ value: 'B@x' }, { value: 'aa@x' }] });
    await has('z', {});
    expect(await order('emails.value')).toEqual(['x', 'y', 'z']);
    expect(await order('emails', true)).toEqual(['z', 'y', 'x']);
    expect(await order('schemas')).toEqual(['x', 'y', 'z']);
    expect(() => readSortAttribute(USER, 'name')).toThrow(ScimError);
  });

  it('L-16 SEC-27: an unknown attribute is refused', () => {
    for (const name of ['shoeSize', 'name.nope', 'password', '', 'emails[type eq "work"]', '__proto__']) {
      expect(() => readSortAttribute(USER, name)).toThrow(
        expect.objectContaining({ scimType: 'invalidValue' }) as Error,
      );
    }
  });

  it('L-17: attributes by URN, of extensions too', async () => {
    await has('p', { [E]: { employeeNumber: '2', costCenter: 'a' } });
    await has('q', { [E]: { employeeNumber: '1', costCenter: 'b' } });
    expect(await order(`${E}:employeeNumber`)).toEqual(['q', 'p']);
    expect(await order(`${E}:costCenter`)).toEqual(['p', 'q']);
    expect(await order(`${U}:userName`)).toEqual(['p', 'q']);
  });

  it('L-10: ties go by id', async () => {
    for (const name of ['t1', 't2', 't3']) await has(name, { title: 'same' });
    expect(await order('title')).toEqual(['t1', 't2', 't3']);
  });
});

describe('pages after a cursor', () => {
  it.each([
    ['userName', false],
    ['title', false],
    ['title', true],
    ['nickName', false],
    ['nickName', true],
    ['meta.created', true],
    ['active', false],
    ['emails.value', true],
    ['groups.value', false],
    ['id', true],
    [undefined, false],
    [undefined, true],
  ])('L-10: by %s, descending %s: together they are the whole list, once each', async (sortBy, descending) => {
    for (let at = 0; at < 23; at += 1)
      await has(`u${at}`, sample(at), `2026-01-0${1 + (at % 3)}T00:00:00.${at % 2}00Z`);
    const listing = { ...(sortBy === undefined ? {} : { sortBy }), descending };
    const whole = (await directory.listUsers(listing)).map((row) => row.id);
    expect(new Set(whole).size).toBe(23);
    expect(await walk(listing, 4)).toEqual(whole);
  });
});

/** Every third has no title, every second no nick name; both repeat, with quotes and letters that fold. */
function sample(at: number): Record<string, unknown> {
  return {
    ...(at % 3 === 0 ? {} : { title: ['É', "o'x", 'z'][at % 4] ?? 'É' }),
    ...(at % 2 === 0 ? {} : { nickName: at % 5 === 0 ? 'A' : 'b' }),
    ...(at % 7 === 0 ? {} : { active: at % 2 === 0 }),
    ...(at % 4 === 0 ? {} : { emails: [{ value: `m${at % 6}@x` }] }),
  };
}

async function walk(listing: { sortBy?: string; descending: boolean }, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let after: Keyset | undefined;
  for (;;) {
    const page = await directory.listUsers({ ...listing, limit, ...(after ? { after } : {}) });
    seen.push(...page.map((row) => row.id));
    const last = page.at(-1);
    if (!last || page.length < limit) return seen;
    after = last;
  }
}

function byKey(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left.toLowerCase()), Buffer.from(right.toLowerCase()));
}
