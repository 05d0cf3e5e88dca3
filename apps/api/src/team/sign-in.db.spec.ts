import type { ConsoleErrorBody, SessionView } from '@rollcall/admin-contracts';
import { givenOrganisation, PASSWORD, type TestOrganisation } from '../testing/organisation';

const EMAIL = 'olga@acme.example';

describe('sign-in and sessions', () => {
  let acme: TestOrganisation;

  beforeEach(async () => {
    acme = await givenOrganisation();
  });
  afterEach(() => acme.stop());

  it('SEC-42: the cookie is out of reach of scripts and other sites, and only its digest is kept', async () => {
    const { headers, status } = await acme.stranger().signIn(EMAIL, PASSWORD);
    const [cookie = ''] = headers.getSetCookie();
    const secret = cookie.split(';')[0]?.split('=')[1] ?? '';

    expect(status).toBe(200);
    expect(cookie).toMatch(/^rollcall=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    expect(JSON.stringify(await acme.sql('select s::text from member_session s'))).not.toContain(secret);
  });

  it('SEC-42: signing out ends the session on the server, not only in the browser', async () => {
    const browser = acme.stranger();
    await browser.signIn(EMAIL, PASSWORD);
    const { cookie } = browser;

    expect((await browser.delete('/session')).status).toBe(204);
    browser.cookie = cookie;

    expect((await browser.get<ConsoleErrorBody>('/session')).body).toMatchObject({ code: 'signedOut' });
  });

  it.each([
    ['30 minutes without a sign of life', `update member_session set last_seen_at = now() - interval '30 minutes'`],
    ['12 hours, however busy', `update member_session set expires_at = now()`],
    ['its member’s suspension', `update member set status = 'suspended'`],
  ])('SEC-42: a session ends after %s', async (_, statement) => {
    expect((await acme.owner.get('/session')).status).toBe(200);

    await acme.sql(statement);

    expect((await acme.owner.get('/session')).status).toBe(401);
  });

  it('SEC-42: a changed role counts from the next request on', async () => {
    await acme.sql(`update member set role = 'auditor'`);

    expect((await acme.owner.get<SessionView>('/session')).body.member.role).toBe('auditor');
    expect((await acme.owner.post('/integrations', { name: 'x', provider: 'entra' })).status).toBe(403);
  });

  it('SEC-42: a sign of life is written at most once a minute', async () => {
    const seen = async () => (await acme.sql<{ at: Date }>('select last_seen_at as at from member_session'))[0]?.at;
    const first = await seen();
    await acme.owner.get('/session');
    expect(await seen()).toEqual(first);

    await acme.sql(`update member_session set last_seen_at = now() - interval '2 minutes'`);
    await acme.owner.get('/session');

    expect(Date.now() - ((await seen())?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it('SEC-46: a wrong password, an unknown account and a suspended one hear the same', async () => {
    await acme.member('support');
    await acme.sql(`update member set status = 'suspended' where role = 'support'`);
    const [suspended] = await acme.sql<{ email: string }>(`select email from member where role = 'support'`);

    const answers = [
      await acme.stranger().signIn(EMAIL, 'wrong'),
      await acme.stranger().signIn('nobody@acme.example', PASSWORD),
      await acme.stranger().signIn(suspended?.email ?? '', PASSWORD),
    ];

    const heard = answers.map(({ status, body }) => ({ status, ...body, requestId: undefined }));
    expect(heard[0]).toMatchObject({ status: 401, code: 'wrongCredentials' });
    expect(heard[1]).toEqual(heard[0]);
    expect(heard[2]).toEqual(heard[0]);
  });

  it('SEC-46: guesses get slower and slower, but only for who guesses', async () => {
    const guesser = acme.stranger();
    const statuses: number[] = [];
    for (let guess = 0; guess < 8; guess += 1) statuses.push((await guesser.signIn(EMAIL, `guess ${guess}`)).status);
    const refused = await guesser.send<ConsoleErrorBody>('POST', '/session', { email: EMAIL, password: PASSWORD });

    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    expect(refused.body.code).toBe('tooManyTries');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await acme.owner.get('/session')).status).toBe(200);
    expect((await acme.stranger().signIn('somebody-else@acme.example', 'x')).status).toBe(401);
  });

  it('SEC-46: guesses sent at the same moment count as well', async () => {
    const guesses = Array.from({ length: 20 }, (_, index) => acme.stranger().signIn(EMAIL, `guess ${index}`));

    const statuses = (await Promise.all(guesses)).map(({ status }) => status);

    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6);
  });
});

describe('calls from foreign pages', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  const create = (headers: Record<string, string>) =>
    acme.owner.send<ConsoleErrorBody>('POST', '/integrations', { name: 'x', provider: 'entra' }, headers);

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://evil.localhost' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'x-rollcall': '' }],
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
  ])('SEC-43: %j changes nothing', async (headers) => {
    const { status, body } = await create(headers);

    expect([400, 403]).toContain(status);
    expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await acme.sql('select 1 from integration')).toEqual([]);
  });

  it('SEC-43: signing in and setting up are protected too', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const credentials = { email: EMAIL, password: PASSWORD };

    expect((await acme.stranger().send('POST', '/session', credentials, headers)).status).toBe(403);
    expect((await acme.stranger().send('DELETE', '/session', undefined, headers)).status).toBe(403);
  });
});
