import { E, G, P, U, type Body } from '../../testing/scim-connection';
import { givenPeople, givenScim } from './given-scim';
import { expectScimError } from './scim-expectations';

describe('attributes and excludedAttributes over HTTP', () => {
  const scim = givenScim();
  const people = givenPeople(scim);

  const amy = async (query: string): Promise<Body> => (await scim.get(`/Users/${people.amy.id}?${query}`)).body;

  it('A-01 A-02: attributes replaces the default set, on one resource and in lists', async () => {
    const wanted = { schemas: [U, E], id: people.amy.id, userName: 'Amy@Ex.org' };
    expect(await amy('attributes=userName')).toEqual(wanted);
    const list = await scim.get(`/Users?attributes=userName&filter=${encodeURIComponent('userName sw "amy"')}`);
    expect(list.body.Resources).toEqual([wanted]);
  });

  it('A-03 A-04 A-05: whole attributes and parts of them can be named either way', async () => {
    const without = await amy('excludedAttributes=emails,id');
    expect([without.emails, without.id]).toEqual([undefined, people.amy.id]);
    expect((await amy('attributes=name.givenName')).name).toEqual({ givenName: 'Amy' });
    expect((await amy('attributes=name')).name).toEqual({ givenName: 'Amy', familyName: 'Abel' });
    expect((await amy('excludedAttributes=emails.type')).emails[0]).toEqual({ value: 'amy@work.ex', primary: true });
  });

  it('A-06 A-14: what is never returned, and what is no name, is not returned', async () => {
    expect(Object.keys(await amy('attributes=password')).sort()).toEqual(['id', 'schemas']);
    expect(Object.keys(await amy(`attributes=${encodeURIComponent('emails[type eq "work"]')}`)).sort()).toEqual([
      'id',
      'schemas',
    ]);
  });

  it('A-07 A-08: every answer that has a resource follows them; a PATCH then never answers 204', async () => {
    const query = '?attributes=userName';
    const made = await scim.post(`/Users${query}`, { schemas: [U], userName: 'zoe', title: 'x' });
    expect([made.status, Object.keys(made.body).sort()]).toEqual([201, ['id', 'schemas', 'userName']]);
    const put = await scim.put(`/Users/${made.body.id}${query}`, { schemas: [U], userName: 'zoe', title: 'y' });
    expect([put.status, Object.keys(put.body).sort()]).toEqual([200, ['id', 'schemas', 'userName']]);
    const patched = await scim.patch(`/Groups/${people.crew.id}?attributes=displayName`, [
      { op: 'replace', path: 'displayName', value: 'Crew' },
    ]);
    expect([patched.status, patched.body]).toEqual([200, { schemas: [G], id: people.crew.id, displayName: 'Crew' }]);
  });

  it('A-09 A-10: unknown names and blanks are ignored; both parameters at once are refused', async () => {
    expect(Object.keys(await amy('attributes=nope')).sort()).toEqual(['id', 'schemas']);
    expect(Object.keys(await amy('attributes=userName,,%20title')).sort()).toEqual(['id', 'schemas', 'userName']);
    expectScimError(
      await scim.get(`/Users/${people.amy.id}?attributes=userName&excludedAttributes=title`),
      400,
      'invalidValue',
    );
  });

  it('A-11 A-12: a search takes lists, and filters see what is not shown', async () => {
    const answer = await scim.post('/Users/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter: 'title eq "Lead"',
      attributes: ['userName', 'emails.value'],
    });
    expect(answer.body.Resources).toEqual([
      { schemas: [U], id: people.bob.id, userName: 'bob', emails: [{ value: 'bob@home.ex' }] },
    ]);
  });

  it('A-13: a group without its members has no such key, alone and in lists', async () => {
    const alone = await scim.get(`/Groups/${people.crew.id}?excludedAttributes=members`);
    expect('members' in alone.body).toBe(false);
    const list = await scim.get('/Groups?excludedAttributes=members');
    expect('members' in list.body.Resources[0]).toBe(false);
  });

  it('A-15: the version is that of the resource, whatever is shown', async () => {
    const { headers } = await scim.get(`/Users/${people.amy.id}`);
    const conditional = { headers: { 'if-none-match': headers.get('etag') ?? '' } };
    expect((await scim.get(`/Users/${people.amy.id}?attributes=displayName`, conditional)).status).toBe(304);
  });

  it('A-16: parts of meta and of extensions can be named', async () => {
    expect(await amy('attributes=meta.location')).toEqual({
      schemas: [U, E],
      id: people.amy.id,
      meta: { location: people.amy.meta.location },
    });
    expect((await amy(`attributes=${E}:manager`))[E].manager.value).toBe(people.bob.id);
  });

  it('P-58: PATCH is offered, and said to be', async () => {
    expect((await scim.get('/ServiceProviderConfig')).body.patch).toEqual({ supported: true });
    expect(
      (
        await scim.send('PATCH', `/Users/${people.bob.id}`, {
          schemas: [P],
          Operations: [{ op: 'add', path: 'title', value: 'Lead' }],
        })
      ).status,
    ).toBe(200);
  });
});
