import { E, P, U, type Body } from '../../testing/scim-connection';
import { givenPeople, givenScim } from './given-scim';

describe('names and notation over HTTP', () => {
  const scim = givenScim();
  const people = givenPeople(scim);

  const attributes = async (names: string): Promise<Body> =>
    (await scim.get(`/Users/${people.amy.id}?attributes=${encodeURIComponent(names)}`)).body;

  it('N-01 N-02: bodies are read in any letter case and written in the one of the schema', async () => {
    const sent = {
      SCHEMAS: [U],
      USERNAME: 'n1',
      EMAILS: [{ VALUE: 'a@b.ex', Primary: true }],
      [E]: { DEPARTMENT: 'D' },
    };
    const { status, body } = await scim.post('/Users', sent);
    expect([status, body.userName, body.emails, body[E]]).toEqual([
      201,
      'n1',
      [{ value: 'a@b.ex', primary: true }],
      { department: 'D' },
    ]);
  });

  it('N-04 N-10: paths and messages are read in any letter case', async () => {
    const operations = [{ OP: 'Replace', PATH: 'NAME.GIVENNAME', VALUE: 'Amelie' }];
    const { status, body } = await scim.send('PATCH', `/Users/${people.amy.id}`, { SCHEMAS: [P], operations });
    expect([status, body.name.givenName]).toEqual([200, 'Amelie']);
  });

  it('N-05 N-07: attributes are named in any letter case, qualified or not', async () => {
    for (const name of ['USERNAME', `${U}:userName`, `${U.toUpperCase()}:username`]) {
      expect((await attributes(name)).userName).toBe('Amy@Ex.org');
    }
    expect(Object.keys((await attributes(`${U}:name.familyName`)).name)).toEqual(['familyName']);
    for (const name of ['USERNAME', `${U}:userName`])
      expect((await scim.get(`/Users?sortBy=${encodeURIComponent(name)}`)).status).toBe(200);
  });

  it('N-08 N-14: URNs are found before any dot, and an extension is named by its URN alone', async () => {
    expect((await attributes(E))[E]).toEqual(people.amy[E]);
    expect((await attributes(`${E}:manager.value`))[E]).toEqual({ manager: { value: people.bob.id } });
    const without = await scim.get(`/Users/${people.amy.id}?excludedAttributes=${encodeURIComponent(E)}`);
    expect(without.body).not.toHaveProperty([E]);
    expect((await scim.filter('/Users', `${E} pr`)).body.scimType).toBe('invalidFilter');
  });

  it('N-11 N-13: one level below, and no extension without its URN', async () => {
    const cases = [
      ['name.givenName.x', 'invalidPath'],
      ['department', 'invalidPath'],
      [`${E}.department`, 'invalidPath'],
    ];
    for (const [path, scimType] of cases) {
      const { status, body } = await scim.patch(`/Users/${people.bob.id}`, [{ op: 'replace', path, value: 'x' }]);
      expect([path, status, body.scimType]).toEqual([path, 400, scimType]);
    }
  });

  it('N-12: $ref is a name like others', async () => {
    const { body } = await scim.get(`/Groups/${people.crew.id}?attributes=members.$ref`);
    expect(body.members[0].$ref).toBe(people.amy.meta.location);
    expect((await scim.filter('/Groups', 'members.$ref pr')).body.totalResults).toBe(1);
  });
});
