import { E, P, U, type Answer, type Body } from '../../testing/scim-connection';
import { givenPeopleEachTime, givenScim } from './given-scim';

type Operation = Readonly<Record<string, unknown>>;
type Stored = Readonly<Record<string, unknown>>;

describe('PATCH of users over HTTP', () => {
  const scim = givenScim();
  const people = givenPeopleEachTime(scim);

  const patchAmy = (...operations: readonly Operation[]): Promise<Answer> =>
    scim.patch(`/Users/${people.amy.id}`, operations);

  /** Refused, and nothing of it is stored: neither an attribute nor a version. */
  async function refused(operations: readonly unknown[], status: number, scimType?: string): Promise<void> {
    const answer = await scim.patch(`/Users/${people.amy.id}`, operations);
    expect([answer.status, answer.body.status, answer.body.scimType]).toEqual([status, String(status), scimType]);
    const after = await scim.get(`/Users/${people.amy.id}`);
    expect(after.body.meta).toEqual(people.amy.meta);
    expect(after.body).toEqual({ ...people.amy, groups: after.body.groups });
  }

  /** Applied, answered, stored and found by a GET alike. */
  async function applied(operations: readonly Operation[], expected: Stored): Promise<Body> {
    const { status, body, headers } = await patchAmy(...operations);
    expect(status).toBe(200);
    const after = await scim.get(`/Users/${people.amy.id}`);
    expect(after.body).toEqual(body);
    expect(after.headers.get('etag')).toBe(headers.get('etag'));
    expect(body).toEqual(expect.objectContaining(expected));
    return body;
  }

  it('P-01 P-02 P-03: a broken envelope is invalidSyntax', async () => {
    const url = `/Users/${people.amy.id}`;
    const good = [{ op: 'replace', path: 'title', value: 'x' }];
    const bodies = [
      { Operations: good },
      { schemas: [U], Operations: good },
      { schemas: [P] },
      { schemas: [P], Operations: [] },
      { schemas: [P], Operations: { op: 'add' } },
      { schemas: [P], Operations: ['add'] },
      { schemas: [P], Operations: [{ path: 'title', value: 'x' }] },
      { schemas: [P], Operations: [{ op: 'move', path: 'title', value: 'x' }] },
      { schemas: [P], Operations: [{ op: 5, path: 'title', value: 'x' }] },
    ];
    for (const body of bodies) {
      const answer = await scim.send('PATCH', url, body);
      expect([answer.status, answer.body.scimType, body]).toEqual([400, 'invalidSyntax', body]);
    }
    const named = [{ op: 'replace', name: 'ignored', path: 'title', value: 'x' }];
    expect((await scim.send('PATCH', url, { schemas: [P], operations: named })).status).toBe(200);
  });

  it('P-04 P-05 P-12 P-33 P-36: operations take effect in order, in any letter case', async () => {
    await applied([{ op: 'Replace', path: 'displayName', value: 'Z' }], { displayName: 'Z' });
    await applied(
      [
        { op: 'ADD', path: 'title', value: 'a' },
        { op: 'replace', path: 'TITLE', value: 'b' },
      ],
      { title: 'b' },
    );
  });

  it('P-06: the first error undoes the whole, for storage and for the version', async () => {
    await refused(
      [
        { op: 'replace', path: 'title', value: 'x' },
        { op: 'replace', path: 'id', value: 'y' },
      ],
      400,
      'mutability',
    );
  });

  it('P-07 P-08 P-10 P-11 P-45: what does not parse or fit is refused with its type', async () => {
    await refused([{ op: 'remove' }], 400, 'noTarget');
    for (const path of ['emails[', '', 'emails[0]', '/name/givenName', 'name..x', 'emails[type eq "work"'])
      await refused([{ op: 'replace', path, value: 'x' }], 400, 'invalidPath');
    for (const path of ['emails[type regex "x"].value', 'emails[primary gt true]'])
      await refused([{ op: 'replace', path, value: 'x' }], 400, 'invalidFilter');
    await refused([{ op: 'add', path: 'title' }], 400, 'invalidValue');
    await refused([{ op: 'replace', path: 'title' }], 400, 'invalidValue');
    await refused([{ op: 'replace', path: 'active', value: 'yes' }], 400, 'invalidValue');
    await refused([{ op: 'replace', value: 'x' }], 400, 'invalidValue');
    await refused([{ op: 'replace', value: [] }], 400, 'invalidValue');
  });

  it('P-09: an unknown attribute is skipped while something else is done, and refused when nothing is', async () => {
    await refused([{ op: 'replace', path: 'shoeSize', value: 9 }], 400, 'invalidPath');
    const leaver = [
      { op: 'Replace', path: 'shoeSize', value: '9' },
      { op: 'Replace', path: 'active', value: 'False' },
    ];
    const body = await applied(leaver, { active: false });
    expect(body).not.toHaveProperty('shoeSize');
    const rows = await scim.requestLog();
    expect(JSON.stringify(rows.at(-2))).toContain('shoeSize');
  });

  it('P-13 P-16 P-24 M-09 R-20: what changes nothing changes neither version nor lastModified', async () => {
    const noOps: readonly Operation[] = [
      { op: 'add', path: 'displayName', value: 'Amy A' },
      { op: 'remove', path: 'title' },
      { op: 'add', path: 'emails', value: [{ value: 'amy@work.ex', type: 'work', primary: true }] },
      { op: 'Replace', path: 'active', value: 'True' },
      { op: 'remove', path: 'emails[type eq "fax"]' },
      { op: 'replace', path: `${E}:manager`, value: people.bob.id },
      { op: 'replace', value: { name: { givenName: 'Amy' }, 'name.familyName': 'Abel' } },
    ];
    for (const operation of noOps) {
      const { status, body, headers } = await patchAmy(operation);
      expect([status, operation]).toEqual([200, operation]);
      expect(body.meta).toEqual(people.amy.meta);
      expect(headers.get('etag')).toBe(people.amy.meta.version);
    }
    const events = await scim.look('select kind from event where resource_id = $1', [people.amy.id]);
    expect(events.map(({ kind }: Body) => kind)).toEqual(['created']);
  });

  it('P-14 P-35: add and replace of a complex value keep what they do not name', async () => {
    await applied([{ op: 'add', path: 'name', value: { middleName: 'M' } }], {
      name: { givenName: 'Amy', familyName: 'Abel', middleName: 'M' },
    });
    await applied([{ op: 'replace', path: 'name', value: { givenName: 'A' } }], {
      name: { givenName: 'A', familyName: 'Abel', middleName: 'M' },
    });
  });

  it('P-15 P-17 P-25 P-26 P-34: lists grow, shrink and are replaced', async () => {
    const added = await applied([{ op: 'add', path: 'emails', value: { value: 'n@x.ex', type: 'other' } }], {});
    expect(added.emails).toHaveLength(3);
    const pathless = await applied([{ op: 'add', value: { title: 'T', emails: [{ value: 'q@x.ex' }] } }], {
      title: 'T',
    });
    expect(pathless.emails).toHaveLength(4);
    const fewer = await applied([{ op: 'remove', path: 'emails[type eq "home"]' }], {});
    expect(fewer.emails).toHaveLength(3);
    await applied([{ op: 'replace', path: 'emails', value: [{ value: 'one@x.ex' }] }], {
      emails: [{ value: 'one@x.ex' }],
    });
    expect(await applied([{ op: 'remove', path: 'emails' }], {})).not.toHaveProperty('emails');
    expect((await scim.filter('/Users', 'emails.value eq "one@x.ex"')).body.totalResults).toBe(0);
  });

  it('P-18 P-19 P-20 P-28 P-37 P-38 P-39 P-55: elements are chosen by filter, made when there is none', async () => {
    const body = await applied(
      [
        { op: 'add', path: 'emails[type eq "work"].display', value: 'W' },
        { op: 'add', path: 'emails[type eq "other"].value', value: 'o@x.ex' },
        { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'h@x.ex', type: 'home' } },
        { op: 'remove', path: 'emails[type eq "work"].primary' },
        { op: 'Replace', path: 'phoneNumbers[type eq "fax"].value', value: '5' },
      ],
      {},
    );
    expect(body.emails).toEqual([
      { value: 'amy@work.ex', type: 'work', display: 'W' },
      { value: 'h@x.ex', type: 'home' },
      { type: 'other', value: 'o@x.ex' },
    ]);
    expect(body.phoneNumbers).toEqual([{ type: 'fax', value: '5' }]);
    await applied([{ op: 'remove', path: 'emails[not (type eq "work") and value ew "X.EX"]' }], {
      emails: [{ value: 'amy@work.ex', type: 'work', display: 'W' }],
    });
    const { status, body: error } = await patchAmy({ op: 'add', path: 'emails[type co "x"].value', value: 'v' });
    expect([status, error.scimType]).toEqual([400, 'noTarget']);
  });

  it('P-21 P-22 P-23 P-50 P-51: extensions come and go with their URI in schemas', async () => {
    const url = `/Users/${people.bob.id}`;
    const first = await scim.patch(url, [{ op: 'add', path: `${E}:employeeNumber`, value: '9' }]);
    expect([first.body[E], first.body.schemas]).toEqual([{ employeeNumber: '9' }, [U, E]]);
    const more = [
      { op: 'add', value: { [E]: { division: 'D' } } },
      { op: 'add', value: { [`${E}:costCenter`]: 'C' } },
      { op: 'replace', path: E, value: { organization: 'O' } },
      { op: 'replace', path: `${U.toUpperCase()}:NICKNAME`, value: 'Bobby' },
    ];
    const second = await scim.patch(url, more);
    expect(second.body[E]).toEqual({ employeeNumber: '9', division: 'D', costCenter: 'C', organization: 'O' });
    expect(second.body.nickName).toBe('Bobby');
    expect((await scim.filter('/Users', `${E}:employeeNumber eq "9"`)).body.totalResults).toBe(1);
    const gone = await scim.patch(url, [{ op: 'remove', path: E }]);
    expect([gone.body[E], gone.body.schemas]).toEqual([undefined, [U]]);
    expect((await scim.filter('/Users', `${E}:employeeNumber eq "9"`)).body.totalResults).toBe(0);
  });

  it('P-29 P-31 P-41 P-42: what the server keeps or must have is not changed', async () => {
    const readOnly = [
      { op: 'replace', path: 'id', value: 'y' },
      { op: 'replace', path: 'meta.created', value: '2020-01-01T00:00:00Z' },
      { op: 'add', path: 'groups', value: [{ value: people.crew.id }] },
      { op: 'replace', path: `${E}:manager.displayName`, value: 'Boss' },
      { op: 'remove', path: 'userName' },
      { op: 'replace', path: 'userName', value: null },
      { op: 'replace', value: { id: 'y', active: false } },
      { op: 'remove', path: 'schemas' },
    ];
    for (const operation of readOnly) await refused([operation], 400, 'mutability');
    await applied([{ op: 'replace', value: { id: people.amy.id, schemas: [U, E], active: false } }], { active: false });
    expect(await applied([{ op: 'replace', path: 'displayName', value: null }], {})).not.toHaveProperty('displayName');
  });

  it('P-43 P-44 S-15: at most one element is primary', async () => {
    const flipped = await applied([{ op: 'replace', path: 'emails[type eq "home"].primary', value: 'True' }], {});
    expect(flipped.emails.filter((email: Body) => email.primary === true)).toEqual([
      { value: 'amy@home.ex', type: 'home', primary: true },
    ]);
    const two = [
      { value: 'a@x', primary: true },
      { value: 'b@x', primary: true },
    ];
    const { status, body } = await patchAmy({ op: 'replace', path: 'emails', value: two });
    expect([status, body.scimType]).toEqual([400, 'invalidValue']);
  });

  it('P-46 S-25: the result obeys uniqueness, whatever the letter case, and a refused change leaves nothing', async () => {
    const taken = people.bob.userName.toUpperCase();
    const operations = [
      { op: 'replace', path: 'title', value: 'half' },
      { op: 'replace', path: 'userName', value: taken },
    ];
    await refused(operations, 409, 'uniqueness');
    await refused([{ op: 'replace', value: { userName: taken } }], 409, 'uniqueness');
    const { userName } = people.amy;
    await applied([{ op: 'replace', path: 'userName', value: userName.toUpperCase() }], {
      userName: userName.toUpperCase(),
    });
    const freed = await scim.post('/Users', { schemas: [U], userName });
    expect(freed.status).toBe(409);
  });

  it('P-47 P-48 M-10: a change answers the resource with its new version, or 204 for those who want nothing', async () => {
    const url = `/Users/${people.amy.id}`;
    const changed = await patchAmy({ op: 'replace', path: 'title', value: 'x' });
    expect(changed.body.meta.version).not.toBe(people.amy.meta.version);
    expect(changed.headers.get('etag')).toBe(changed.body.meta.version);
    expect(changed.body.meta.lastModified > changed.body.meta.created).toBe(true);
    const operation = [{ op: 'replace', path: 'title', value: 'y' }];
    const minimal = await scim.patch(url, operation, { headers: { prefer: 'return=minimal' } });
    expect([minimal.status, minimal.text]).toEqual([204, '']);
    expect(minimal.headers.get('preference-applied')).toBe('return=minimal');
    expect(minimal.headers.get('etag')).toBe((await scim.get(url)).headers.get('etag'));
    expect(minimal.headers.get('location')).toBe(people.amy.meta.location);
    const part = await scim.patch(`${url}?attributes=title`, [{ op: 'replace', path: 'title', value: 'z' }]);
    expect([part.status, Object.keys(part.body).sort()]).toEqual([200, ['id', 'schemas', 'title']]);
  });

  it('P-49 P-57 P-60: unknown ids are 404, a password is never shown, the manager is addressed by filter', async () => {
    const nobody = await scim.patch('/Users/nope', [{ op: 'replace', path: 'title', value: 'x' }]);
    expect([nobody.status, nobody.body.status]).toEqual([404, '404']);
    const password = await patchAmy({ op: 'replace', path: 'password', value: 's3cret-s3cret' });
    expect([password.status, password.text.includes('s3cret')]).toEqual([200, false]);
    expect((await scim.look('select 1 from scim_user where resource like $1', ['%s3cret%'])).length).toBe(0);
    const other = await patchAmy({ op: 'remove', path: `${E}:manager[value eq "nobody"]` });
    expect(other.body[E].manager.value).toBe(people.bob.id);
    const gone = await patchAmy({ op: 'remove', path: `manager[value eq "${people.bob.id}"]` });
    expect(gone.body[E]).not.toHaveProperty('manager');
  });
});
