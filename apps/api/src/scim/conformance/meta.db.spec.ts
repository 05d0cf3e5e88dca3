import { randomUUID } from 'node:crypto';
import { G, U, type Answer } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { expectScimError } from './scim-expectations';

describe.each(['/Users', '/Groups'])('versions and conditions of %s', (endpoint) => {
  const scim = givenScim();

  const bodyOf = (name: string) =>
    endpoint === '/Users'
      ? { schemas: [U], userName: name, externalId: 'x' }
      : { schemas: [G], displayName: name, externalId: 'x' };

  async function make(): Promise<{ path: string; name: string; made: Answer }> {
    const name = randomUUID();
    const made = await scim.post(endpoint, bodyOf(name));
    return { path: `${endpoint}/${made.body.id}`, name, made };
  }

  const change = (path: string, value: string, headers: Record<string, string> = {}) =>
    scim.patch(path, [{ op: 'replace', path: 'externalId', value }], { headers });

  it('M-01 M-02 M-03 M-11 M-17: every answer about one resource has its weak ETag and its Location', async () => {
    const { path, name, made } = await make();
    const answers = [
      made,
      await scim.get(path),
      await scim.send('HEAD', path),
      await scim.put(path, { ...bodyOf(name), externalId: 'put' }),
      await change(path, 'patched'),
      await scim.patch(`${path}?attributes=externalId`, [{ op: 'replace', path: 'externalId', value: 'again' }]),
    ];
    for (const { headers, body } of answers) {
      expect(headers.get('etag')).toMatch(/^W\/"[^"]+"$/);
      expect(headers.get('location')).toBe(made.body.meta.location);
      if (body?.meta)
        expect([body.meta.version, body.meta.location]).toEqual([headers.get('etag'), headers.get('location')]);
    }
    expect((await scim.get(path)).headers.get('etag')).toBe(answers.at(-1)?.headers.get('etag'));
  });

  it('M-04 A-15: If-None-Match of the present version is 304 without a body, whatever part is asked for', async () => {
    const { path, made } = await make();
    const tag = made.body.meta.version as string;
    for (const header of [tag, '*', `W/"0", ${tag}`, tag.replace('W/', '')]) {
      for (const query of ['', '?attributes=externalId', '?excludedAttributes=members']) {
        const answer = await scim.get(path + query, { headers: { 'if-none-match': header } });
        expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', tag]);
      }
    }
    expect((await scim.get(path, { headers: { 'if-none-match': 'W/"0"' } })).status).toBe(200);
  });

  it('M-05 M-06 M-07: a write with the present version is done, with an older one 412, and nothing has changed', async () => {
    const { path, name, made } = await make();
    const old = made.body.meta.version as string;
    const first = await change(path, 'one', { 'if-match': old });
    expect(first.status).toBeLessThan(300);
    const headers = { 'if-match': old };
    for (const answer of [
      await change(path, 'two', headers),
      await scim.put(path, bodyOf(name), { headers }),
      await scim.delete(path, { headers }),
    ]) {
      expectScimError(answer, 412);
    }
    const now = await scim.get(path);
    expect([now.body.externalId, now.headers.get('etag')]).toEqual(['one', first.headers.get('etag')]);
    const strong = (now.headers.get('etag') ?? '').replace('W/', '');
    expect((await change(path, 'three', { 'if-match': `W/"0", ${strong}` })).status).toBeLessThan(300);
    expect((await change(path, 'four', { 'if-match': '*' })).status).toBeLessThan(300);
    expect((await scim.delete(path, { headers: { 'if-match': '*' } })).status).toBe(204);
  });

  it('M-06 M-12: on a missing resource any If-Match is 404', async () => {
    for (const tag of ['*', 'W/"1"']) {
      const headers = { 'if-match': tag };
      expectScimError(await change(`${endpoint}/${randomUUID()}`, 'x', headers), 404);
      expectScimError(await scim.put(`${endpoint}/${randomUUID()}`, bodyOf('x'), { headers }), 404);
      expectScimError(await scim.delete(`${endpoint}/${randomUUID()}`, { headers }), 404);
    }
  });

  it('M-08: of two parallel PUTs with one version one is 200, the other 412', async () => {
    const { path, name, made } = await make();
    const headers = { 'if-match': made.body.meta.version as string };
    const answers = await Promise.all(
      ['a', 'b'].map((externalId) => scim.put(path, { ...bodyOf(name), externalId }, { headers })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('M-09 P-13 P-24: a PATCH that changes nothing keeps version and lastModified', async () => {
    const { path, made } = await make();
    for (const operation of [
      { op: 'add', path: 'externalId', value: 'x' },
      { op: 'replace', path: 'externalId', value: 'x' },
      { op: 'remove', path: endpoint === '/Users' ? 'title' : 'members' },
    ]) {
      expect((await scim.patch(path, [operation])).headers.get('etag')).toBe(made.body.meta.version);
    }
    expect((await scim.get(path)).body.meta).toEqual(made.body.meta);
  });

  it('M-10 M-16: lastModified moves on with every change and created never; both are UTC with milliseconds', async () => {
    const { path, made } = await make();
    let before = made.body.meta;
    for (const value of ['1', '2', '3']) {
      await change(path, value);
      const { meta } = (await scim.get(path)).body;
      expect(meta.lastModified > before.lastModified).toBe(true);
      expect(meta).toMatchObject({
        created: before.created,
        resourceType: before.resourceType,
        location: before.location,
      });
      for (const time of [meta.created, meta.lastModified])
        expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      before = meta;
    }
  });

  it('M-12: what is wrong is told in this order: token, existence, condition, body', async () => {
    const { path } = await make();
    const headers = { 'if-match': 'W/"0"' };
    const bad = { schemas: ['urn:wrong'] };
    expectScimError(await scim.put(path, bad, { headers, token: 'rct_wrong' }), 401);
    expectScimError(await scim.put(`${endpoint}/${randomUUID()}`, bad, { headers }), 404);
    expectScimError(await scim.put(path, bad, { headers }), 412);
    expectScimError(await scim.put(path, bad), 400, 'invalidSyntax');
    expectScimError(await scim.send('PATCH', path, bad, { headers }), 412);
  });

  it('M-12: a body that is no JSON is refused after the token, and before anything is looked up', async () => {
    const { path } = await make();
    const raw = '{"schemas":';
    for (const url of [path, `${endpoint}/${randomUUID()}`])
      for (const method of ['PUT', 'PATCH']) {
        const headers = { 'if-match': 'W/"0"' };
        expectScimError(await scim.send(method, url, undefined, { raw, headers }), 400, 'invalidSyntax');
        expectScimError(await scim.send(method, url, undefined, { raw, headers, token: 'rct_wrong' }), 401);
      }
  });

  it('M-13 M-14: conditions are supported, and a malformed If-Match never matches', async () => {
    const { path, made } = await make();
    expect((await scim.get('/ServiceProviderConfig')).body.etag).toEqual({ supported: true });
    for (const tag of ['abc', '"', 'W/', (made.body.meta.version as string).replaceAll('"', ''), 'w/"1"x']) {
      expectScimError(await change(path, 'changed', { 'if-match': tag }), 412);
    }
    expect(
      (await scim.get(path, { headers: { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() } })).status,
    ).toBe(200);
  });
});
