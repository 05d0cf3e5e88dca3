import { U } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { expectScimError, SCIM_MEDIA_TYPE } from './scim-expectations';

describe('media types, encodings and bodies on the wire', () => {
  const scim = givenScim();
  let userPath: string;

  beforeAll(async () => {
    userPath = `/Users/${(await scim.createUser({ userName: 'amy' })).id}`;
  });

  it.each([
    'application/scim+json',
    'application/json',
    '*/*',
    'application/*',
    'text/html, */*;q=0.1',
    'APPLICATION/JSON',
  ])('H-01 H-02 H-03 H-08: Accept %s is answered as application/scim+json, bare', async (accept) => {
    for (const path of [userPath, '/Users', '/Schemas', '/ServiceProviderConfig']) {
      const answer = await scim.get(path, { headers: { accept } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(SCIM_MEDIA_TYPE);
    }
  });

  it('H-03: without Accept the answer is application/scim+json', async () => {
    const answer = await scim.get('/Users', { headers: { accept: '' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, SCIM_MEDIA_TYPE]);
  });

  it.each(['text/html', 'application/xml', 'image/*', 'text/*;q=1, image/png'])(
    'H-04: Accept %s admits no JSON and is 406',
    async (accept) => {
      expectScimError(await scim.get(userPath, { headers: { accept } }), 406);
      expectScimError(await scim.get('/Schemas', { headers: { accept } }), 406);
    },
  );

  it.each([
    'application/scim+json',
    'application/json',
    'Application/SCIM+JSON; charset="UTF-8"',
    'application/json;charset=utf-8',
    'APPLICATION/JSON ; Charset=Utf-8',
  ])('H-05: a body of type %s is read', async (type) => {
    const body = { schemas: [U], userName: `by ${type}` };
    expect((await scim.post('/Users', body, { headers: { 'content-type': type } })).status).toBe(201);
  });

  it.each([
    'text/xml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/scim+xml',
  ])('H-06: a body of type %s is 415', async (type) => {
    const answer = await scim.post('/Users', undefined, { raw: '{}', headers: { 'content-type': type } });
    expectScimError(answer, 415);
  });

  it('H-07: bytes that are not UTF-8 are 400, another charset is 415, and a byte order mark is skipped', async () => {
    const text = JSON.stringify({ schemas: [U], userName: 'Zoë' });
    expectScimError(await scim.post('/Users', undefined, { raw: Buffer.from(text, 'latin1') }), 400, 'invalidSyntax');
    const latin = { raw: text, headers: { 'content-type': 'application/scim+json; charset=iso-8859-1' } };
    expectScimError(await scim.post('/Users', undefined, latin), 415);
    const marked = await scim.post('/Users', undefined, {
      raw: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
    });
    expect([marked.status, marked.body.userName]).toEqual([201, 'Zoë']);
  });

  it.each(['', '[1]', '"text"', 'null', '7', '{"userName":', '{"schemas":[]}}', '{userName:1}'])(
    'H-09 E-08: the body %s is 400 invalidSyntax for POST, PUT and PATCH',
    async (raw) => {
      expectScimError(await scim.post('/Users', undefined, { raw }), 400, 'invalidSyntax');
      expectScimError(await scim.put(userPath, undefined, { raw }), 400, 'invalidSyntax');
      expectScimError(await scim.send('PATCH', userPath, undefined, { raw }), 400, 'invalidSyntax');
    },
  );

  it('H-09: no body at all is 400 invalidSyntax where one is needed', async () => {
    expectScimError(await scim.post('/Users'), 400, 'invalidSyntax');
    expectScimError(await scim.put(userPath), 400, 'invalidSyntax');
    expectScimError(await scim.post('/Bulk'), 400, 'invalidSyntax');
    expectScimError(await scim.post('/Users/.search'), 400, 'invalidSyntax');
  });

  it('H-10: an attribute that stands twice, in whatever case, is 400 invalidSyntax', async () => {
    const raw = `{"schemas":["${U}"],"userName":"one","USERNAME":"two"}`;
    expectScimError(await scim.post('/Users', undefined, { raw }), 400, 'invalidSyntax');
  });

  it('H-17 H-33: an oversized body is 413 and names the limit, and nothing of it is kept', async () => {
    const raw = JSON.stringify({ schemas: [U], userName: 'big', title: 'x'.repeat(9 * 1_048_576) });
    expectScimError(await scim.post('/Users', undefined, { raw }), 413);
    const smaller = await scim.post('/Users', undefined, { raw: raw.slice(0, 3 * 1_048_576) });
    expectScimError(smaller, 413);
    expect(smaller.body.detail).toMatch(/2097152/);
    // What is read at all is complained about after the token; what is too large for anybody is not read.
    const strangers = [raw, raw.slice(0, 3 * 1_048_576)].map((each) =>
      scim.post('/Users', undefined, { raw: each, token: null }),
    );
    expect((await Promise.all(strangers)).map(({ status }) => status)).toEqual([413, 401]);
    expect((await scim.filter('/Users', 'userName eq "big"')).body.totalResults).toBe(0);
  });

  it('H-33: 10,000 levels of nesting are 400, not a crash', async () => {
    const raw = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    expectScimError(await scim.post('/Users', undefined, { raw }), 400, 'invalidSyntax');
  });

  it('H-34: NUL and lone surrogates, which PostgreSQL cannot store, are 400 in a body and find nothing in a filter', async () => {
    for (const escape of ['\\u0000', '\\ud800']) {
      const raw = `{"schemas":["${U}"],"userName":"a","displayName":"a${escape}b"}`;
      expectScimError(await scim.post('/Users', undefined, { raw }), 400, 'invalidValue');
      const { status, body } = await scim.filter('/Users', `displayName eq "a${escape}b"`);
      expect([200, 400]).toContain(status);
      if (status === 200) expect(body.totalResults).toBe(0);
      else expect(body.scimType).toBe('invalidFilter');
    }
  });
});
