import { E, G, U, type Body } from '../../testing/scim-connection';
import { givenPeople, givenScim } from './given-scim';
import { expectScimError } from './scim-expectations';

describe('discovery and errors over HTTP', () => {
  const scim = givenScim();
  const people = givenPeople(scim);

  it('D-01 D-04: the configuration is one resource, readable before there is a token', async () => {
    const { status, body } = await scim.get('/ServiceProviderConfig', { token: null });
    expect(status).toBe(200);
    expect(body.schemas).toEqual(['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig']);
    expect(body.authenticationSchemes[0].type).toBe('oauthbearertoken');
    expect((await scim.get('/ServiceProviderConfig?filter=x')).status).toBe(200);
  });

  it('D-06 D-08: schemas and resource types come whole, whatever paging is asked for', async () => {
    for (const endpoint of ['/Schemas', '/ResourceTypes']) {
      const whole = (await scim.get(endpoint)).body;
      expect(whole.totalResults).toBe(whole.Resources.length);
      expect((await scim.get(`${endpoint}?count=1&startIndex=5&sortBy=id`)).body).toEqual(whole);
    }
  });

  it('D-07: each can be read alone, and an unknown one is not there', async () => {
    for (const urn of [U, G, E]) {
      for (const spelled of [urn, encodeURIComponent(urn)]) {
        const { status, body } = await scim.get(`/Schemas/${spelled}`);
        expect([status, body.id]).toEqual([200, urn]);
      }
    }
    expect((await scim.get('/ResourceTypes/User')).body.endpoint).toBe('/Users');
    expectScimError(await scim.get('/Schemas/urn:example:nothing'), 404);
    expectScimError(await scim.get('/ResourceTypes/Nothing'), 404);
  });

  it('D-09: a filter on the two lists is refused', async () => {
    for (const endpoint of ['/Schemas', '/ResourceTypes'])
      expectScimError(await scim.get(`${endpoint}?filter=id%20pr`), 403);
  });

  it('D-15: every schema that a resource type names is published', async () => {
    const urns = new Set(((await scim.get('/Schemas')).body.Resources as Body[]).map(({ id }) => id as string));
    for (const type of (await scim.get('/ResourceTypes')).body.Resources as Body[]) {
      const named = [type.schema, ...((type.schemaExtensions ?? []) as Body[]).map(({ schema }) => schema as string)];
      expect(named.filter((urn: string) => !urns.has(urn))).toEqual([]);
    }
  });

  it('E-03: an error is nothing but an error, in the SCIM media type', async () => {
    const answer = await scim.get('/Users/nobody');
    expectScimError(answer, 404);
    expect(answer.body.scimType).toBeUndefined();
  });

  it.each<[string, string, unknown]>([
    ['E-07', 'mutability', { op: 'replace', path: 'meta.created', value: '2026-01-01T00:00:00Z' }],
    ['E-09', 'invalidPath', { op: 'add', path: 'emails[', value: 1 }],
    ['E-10', 'noTarget', { op: 'remove' }],
  ])('%s: a PATCH that cannot be says %s', async (_rule, scimType, operation) => {
    expectScimError(await scim.patch(`/Users/${people.amy.id}`, [operation]), 400, scimType);
  });

  it('E-09 E-07 E-10: the first operation that fails is named, and none is applied', async () => {
    const answer = await scim.patch(`/Users/${people.bob.id}`, [
      { op: 'replace', path: 'title', value: 'Boss' },
      { op: 'replace', path: 'id', value: 'x' },
    ]);
    expectScimError(answer, 400, 'mutability');
    expect(answer.body.detail).toContain('Operation 2');
    expect((await scim.get(`/Users/${people.bob.id}`)).body.title).toBe('Lead');
  });

  it('E-14: an error without a fitting keyword has none', async () => {
    const stale = await scim.patch(`/Users/${people.bob.id}`, [{ op: 'replace', path: 'title', value: 'x' }], {
      headers: { 'if-match': 'W/"0"' },
    });
    expectScimError(stale, 412);
  });

  it('C01 C11: each request is in the log with one sentence, also a refused one', async () => {
    const refused = await scim.patch(`/Users/${people.amy.id}`, [{ op: 'Replace', path: 'active', value: 'maybe' }]);
    await scim.patch(`/Users/${people.amy.id}`, [{ op: 'Replace', path: 'active', value: 'False' }]);
    const [before, last] = (await scim.requestLog()).slice(-2);
    expect(before.id).toBe(refused.headers.get('x-request-id'));
    expect([before.status, before.resource_id]).toEqual([400, people.amy.id]);
    expect(last.summary).toContain('turned off Amy A');
    expect(last.trail.changes).toEqual([{ path: 'active', before: true, after: false }]);
    expect((last.trail.notes as Body[]).map(({ rule }) => rule as string)).toContain('booleanText');
  });

  it('B08 SEC-23: a leaver comes back under the old id by object id only, and never by name or e-mail', async () => {
    const externalId = '8aa1a0c0-0000-4bc0-b4a5-2ef676900159';
    const email = [{ value: 'leaver@ex.org', type: 'work' }];
    const leaver = await scim.createUser({ userName: 'leaver', externalId, emails: email });
    await scim.delete(`/Users/${leaver.id}`);
    const namesake = await scim.createUser({ userName: 'leaver', emails: email });
    expect(namesake.id).not.toBe(leaver.id);
    expect((await scim.createUser({ userName: 'returned', externalId })).id).toBe(leaver.id);
    const nick = await scim.createUser({ userName: 'nick', externalId: 'nick' });
    await scim.delete(`/Users/${nick.id}`);
    expect((await scim.createUser({ userName: 'nick', externalId: 'nick' })).id).not.toBe(nick.id);
  });
});
