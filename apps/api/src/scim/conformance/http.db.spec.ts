import { randomUUID } from 'node:crypto';
import { connectScim, L, U } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { sendRaw } from './raw-request';
import { expectScimError, SCIM_MEDIA_TYPE } from './scim-expectations';

const BASE = '/api/v1/scim';

describe('methods, URLs and parameters on the wire', () => {
  const scim = givenScim();
  let userId: string;
  let groupId: string;

  beforeAll(async () => {
    userId = (await scim.createUser({ userName: 'amy', phoneNumbers: [{ value: 'tel:+1', type: 'work' }] })).id;
    groupId = (await scim.createGroup('Crew')).id;
  });

  it('H-11 M-01: HEAD answers as GET does, with the same status, ETag and Location, and no body', async () => {
    for (const path of [`/Users/${userId}`, `/Groups/${groupId}`, '/Users', '/Schemas', '/ServiceProviderConfig']) {
      const get = await scim.get(path);
      const head = await scim.send('HEAD', path);
      expect([head.status, head.text]).toEqual([200, '']);
      for (const name of ['etag', 'location', 'content-type', 'content-length']) {
        expect(head.headers.get(name)).toBe(get.headers.get(name));
      }
    }
    expect((await scim.send('HEAD', `/Users/${randomUUID()}`)).status).toBe(404);
  });

  it.each([
    ['PUT', '/Users', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/Users', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/Groups', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/Schemas', 'GET, HEAD, OPTIONS'],
    ['PUT', '/Schemas/urn:x', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/ResourceTypes', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/ResourceTypes/User', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/ServiceProviderConfig', 'GET, HEAD, OPTIONS'],
    ['PUT', '/ServiceProviderConfig', 'GET, HEAD, OPTIONS'],
    ['POST', '/Users/an-id', 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'],
    ['GET', '/Bulk', 'POST, OPTIONS'],
    ['PUT', '/Bulk', 'POST, OPTIONS'],
    ['GET', '/Users/.search', 'POST, OPTIONS'],
    ['DELETE', '/Groups/.search', 'POST, OPTIONS'],
    ['GET', '/.search', 'POST, OPTIONS'],
    ['POST', '', 'GET, HEAD, OPTIONS'],
    ['DELETE', '', 'GET, HEAD, OPTIONS'],
  ])('H-12 D-19 E-15 L-23: %s %s is 405 and says what is allowed', async (method, path, allow) => {
    const answer = await scim.send(method, path, method === 'GET' ? undefined : {});
    expectScimError(answer, 405);
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it('H-13: OPTIONS needs no token and tells the methods of every kind of URL', async () => {
    for (const [path, allow] of [
      ['/Users', 'GET, HEAD, POST, OPTIONS'],
      [`/Users/${userId}`, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'],
      ['/Bulk', 'POST, OPTIONS'],
    ] as const) {
      const answer = await scim.send('OPTIONS', path, undefined, { token: null });
      expect([answer.status, answer.text, answer.headers.get('allow')]).toEqual([204, '', allow]);
    }
  });

  it.each(['/Nope', '/Nope/1', `/Users/x/y`, '/users', '/USERS', '/Me/x', '/Users/x/.search', '/Schemas/a/b'])(
    'H-14 H-19 L-23: GET %s is 404 with a SCIM error',
    async (path) => {
      expectScimError(await scim.get(path), 404);
      expectScimError(await scim.post(path, {}), 404);
    },
  );

  it('H-19: ids are compared exactly, so one in upper case names nothing', async () => {
    expectScimError(await scim.get(`/Users/${userId.toUpperCase()}`), 404);
  });

  it('H-15: 401 names the scheme and has a SCIM error', async () => {
    for (const [method, path] of [
      ['GET', '/Users'],
      ['GET', `/Users/${userId}`],
      ['POST', '/Bulk'],
      ['GET', '/Schemas'],
      ['GET', '/Nope'],
    ] as const) {
      const answer = await scim.send(method, path, method === 'POST' ? {} : undefined, { token: null });
      expectScimError(answer, 401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="scim"');
    }
  });

  it('H-16 L-25 SEC-16: what belongs to another organisation or integration is not found, in any way', async () => {
    for (const other of [await connectScim(scim.server), await connectScim(scim.server, scim.facts)]) {
      for (const [path, endpoint] of [
        [`/Users/${userId}`, '/Users'],
        [`/Groups/${groupId}`, '/Groups'],
      ] as const) {
        const unknown = await other.get(`${endpoint}/${randomUUID()}`);
        for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
          const body =
            method === 'PUT'
              ? { schemas: [U], userName: 'x' }
              : {
                  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
                  Operations: [{ op: 'add', path: 'externalId', value: 'x' }],
                };
          expectScimError(await other.send(method, path, method === 'GET' ? undefined : body), 404);
        }
        expect((await other.get(path)).headers.get('etag')).toBe(unknown.headers.get('etag'));
        expect((await other.get(endpoint)).body.totalResults).toBe(0);
      }
      expect((await other.filter('/Users', `id eq "${userId}"`)).body.totalResults).toBe(0);
    }
    expect((await scim.get(`/Users/${userId}`)).status).toBe(200);
  });

  it('H-18: one trailing slash is ignored, without redirect', async () => {
    expect((await scim.get('/Users/?count=1')).body.itemsPerPage).toBe(1);
    expect((await scim.get(`/Users/${userId}/`)).body.id).toBe(userId);
  });

  it('H-20: the suffix .scim selects nothing: it is part of the id, and 404', async () => {
    expectScimError(await scim.get(`/Users/${userId}.scim`), 404);
  });

  it('H-21 H-22 E-12: /v2 is an alias of the base, and any other version is 404, never data', async () => {
    expect((await scim.get(`/v2/Users/${userId}`)).body).toEqual((await scim.get(`/Users/${userId}`)).body);
    for (const path of ['/v1/Users', '/v9/Users', '/V2/Users', '/v2/v2/Users'])
      expectScimError(await scim.get(path), 404);
  });

  it('H-23 M-11 SEC-20: locations are built from the configured address, whatever the headers claim', async () => {
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' };
    const answer = await scim.get(`/Users/${userId}`, { headers: forged });
    const location = `http://localhost:3000${BASE}/Users/${userId}`;
    expect([answer.body.meta.location, answer.headers.get('location')]).toEqual([location, location]);
  });

  it('H-24: unknown query parameters are ignored', async () => {
    expect((await scim.get('/Users?foo=1&api-version=2')).status).toBe(200);
    expect((await scim.get(`/Users/${userId}?foo=1`)).status).toBe(200);
  });

  it('H-25: + in a query is a space, %2B a plus', async () => {
    expect((await scim.get('/Users?filter=phoneNumbers.value+eq+%22tel:%2B1%22')).body.totalResults).toBe(1);
    expect((await scim.get('/Users?filter=phoneNumbers.value+eq+%22tel:+1%22')).body.totalResults).toBe(0);
  });

  it('H-26: parameter names match in any case, and one that stands twice is 400 invalidValue', async () => {
    expect((await scim.get('/Users?STARTINDEX=2')).body.startIndex).toBe(2);
    const some = await scim.get(`/Users/${userId}?Attributes=userName`);
    expect(Object.keys(some.body).sort()).toEqual(['id', 'schemas', 'userName']);
    for (const path of [
      '/Users?count=1&Count=2',
      '/Users?filter=id+pr&filter=id+pr',
      `/Users/${userId}?attributes=a&attributes=b`,
      `/Users/${userId}?attributes=a&ATTRIBUTES=b`,
    ]) {
      expectScimError(await scim.get(path), 400, 'invalidValue');
    }
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'H-27 R-30 R-31: %s /Me is 501: a token stands for no person',
    async (method) => {
      expectScimError(await scim.send(method, '/Me', method === 'GET' ? undefined : {}), 501);
      expect((await scim.send(method, '/Me', undefined, { token: null })).status).toBe(401);
    },
  );

  it('H-31: a body on GET, HEAD and DELETE is ignored, even a broken one', async () => {
    const headers = { authorization: `Bearer ${scim.facts.token}`, 'content-type': 'application/scim+json' };
    const target = await scim.createUser({ userName: `goes-${randomUUID()}` });
    const raw = (method: string, path: string) =>
      sendRaw(scim.server, { method, path: BASE + path, headers, body: '{"a":' });
    const list = await raw('GET', '/Users');
    expect([list.status, JSON.parse(list.text).schemas]).toEqual([200, [L]]);
    expect((await raw('HEAD', `/Users/${target.id}`)).status).toBe(200);
    expect((await raw('DELETE', `/Users/${target.id}`)).status).toBe(204);
  });

  it('H-17 E-15: what the framework itself refuses is a SCIM error as well', async () => {
    const headers = { authorization: `Bearer ${scim.facts.token}` };
    for (const path of [`${BASE}/Users/%zz`, `${BASE}/Users/${'x'.repeat(6_000)}`]) {
      const answer = await sendRaw(scim.server, { path, headers });
      expect([400, 404, 414]).toContain(answer.status);
      expect(answer.headers['content-type']).toBe(SCIM_MEDIA_TYPE);
      expect(JSON.parse(answer.text)).toMatchObject({ status: String(answer.status), detail: expect.any(String) });
    }
  });
});
