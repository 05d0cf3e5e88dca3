import fc from 'fast-check';
import pg from 'pg';
import { ERR, G, P, U, type Answer } from '../../testing/scim-connection';
import { givenPeople, givenScim } from './given-scim';
import { INJECTIONS, PROTOTYPE_NAMES, REFUSED_TEXTS, WRONG_VALUES } from './json-corpus';
import { httpRuns } from './property-runs';
import { RequestCosts } from './request-cost';

const FUZZ_RUNS = httpRuns(60);
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

describe('hostile input over HTTP', () => {
  const scim = givenScim();
  const people = givenPeople(scim);
  const { pid } = process;
  const costs = new RequestCosts();

  beforeAll(() => costs.measurePlain(() => scim.get(`/Users/${people.bob.id}`), 200));
  afterEach(() => {
    const inherited: string[] = [];
    for (const name in {}) inherited.push(name);
    expect(inherited).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(process.pid).toBe(pid);
  });
  /** 2xx, or 4xx with a SCIM error: never anything else. */
  async function stands(request: () => Promise<Answer>, what: unknown): Promise<Answer> {
    const answer = await costs.measure(request, what);
    const isKnown = answer.status < 300 || (answer.status >= 400 && answer.status < 500);
    expect({ what, status: answer.status, isKnown }).toEqual({ what, status: answer.status, isKnown: true });
    if (answer.status >= 400)
      expect({ what, body: answer.body }).toEqual({
        what,
        body: expect.objectContaining({ schemas: [ERR], status: String(answer.status), detail: expect.any(String) }),
      });
    return answer;
  }

  const bodyRoutes = (): readonly (readonly [string, string])[] => [
    ['POST', '/Users'],
    ['POST', '/Groups'],
    ['PUT', `/Users/${people.bob.id}`],
    ['PUT', `/Groups/${people.crew.id}`],
    ['PATCH', `/Users/${people.bob.id}`],
    ['PATCH', `/Groups/${people.crew.id}`],
    ['POST', '/Users/.search'],
    ['POST', '/Groups/.search'],
    ['POST', '/Bulk'],
  ];

  it.each(REFUSED_TEXTS)('SEC-25 SEC-29 H-09 H-10 H-33 H-34: a body of %s is 400 on every route', async (what, raw) => {
    for (const [method, path] of bodyRoutes()) {
      const headers = { 'content-type': 'application/scim+json' };
      const answer = await stands(() => scim.send(method, path, undefined, { raw, headers }), [what, method, path]);
      expect([what, method, path, answer.status]).toEqual([what, method, path, 400]);
    }
  });

  /** A body that would be taken, with one wrong value in it. */
  const bodiesWith = (value: unknown): readonly (readonly [string, string, unknown])[] => {
    const user = { schemas: [U], userName: 'hostile' };
    const [bob, crew] = [`/Users/${people.bob.id}`, `/Groups/${people.crew.id}`];
    const operation = { op: 'replace', path: 'title', value: 'x' };
    const bulk = { method: 'POST', path: '/Users', bulkId: 'a', data: user };
    const userNames = [
      'schemas',
      'userName',
      'externalId',
      'active',
      'name',
      'emails',
      'roles',
      'meta',
      'id',
      'groups',
    ];
    return [
      ...userNames.map((name) => ['PUT', bob, { ...user, [name]: value }] as const),
      ['PUT', bob, { ...user, name: { givenName: value } }],
      ['PUT', bob, { ...user, emails: [{ value, type: value, primary: value }] }],
      ...['displayName', 'members'].map(
        (name) => ['PUT', crew, { schemas: [G], displayName: 'Crew', [name]: value }] as const,
      ),
      ['PUT', crew, { schemas: [G], displayName: 'Crew', members: [{ value, type: value, $ref: value }] }],
      ['PATCH', bob, { schemas: [P], Operations: value }],
      ['PATCH', crew, { schemas: [P], Operations: [value] }],
      ...['op', 'path', 'value'].map(
        (name) => ['PATCH', bob, { schemas: [P], Operations: [{ ...operation, [name]: value }] }] as const,
      ),
      ...['add', 'remove', 'replace'].flatMap((op) =>
        ['members', 'displayName', undefined].map(
          (path) => ['PATCH', crew, { schemas: [P], Operations: [{ op, path, value }] }] as const,
        ),
      ),
      ...['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes', 'cursor'].map(
        (name) => ['POST', '/Users/.search', { schemas: [SEARCH], [name]: value }] as const,
      ),
      ...['failOnErrors', 'Operations'].map(
        (name) => ['POST', '/Bulk', { schemas: [BULK], Operations: [], [name]: value }] as const,
      ),
      ...['method', 'path', 'bulkId', 'data', 'version'].map(
        (name) => ['POST', '/Bulk', { schemas: [BULK], Operations: [{ ...bulk, [name]: value }] }] as const,
      ),
    ];
  };

  it('SEC-25 SEC-29 R-20: a wrong type in any position is taken or refused, never a fault', async () => {
    for (const value of WRONG_VALUES)
      for (const [method, path, body] of bodiesWith(value)) {
        const what = `${method} ${path} ${JSON.stringify(body).slice(0, 300)}`;
        const answer = await stands(() => scim.send(method, path, body), what);
        if (path === '/Bulk' && answer.status === 200) expect(answer.text).not.toMatch(/"status":"5\d\d"/);
      }
  }, 120_000);

  it('SEC-28: names of prototypes are names of nothing', async () => {
    for (const name of PROTOTYPE_NAMES)
      for (const op of ['add', 'replace', 'remove']) {
        const operations = [
          { op, path: name, value: 'x' },
          { op, value: JSON.parse(`{${JSON.stringify(name)}:{"polluted":1}}`) },
        ];
        for (const operation of operations)
          for (const path of [`/Users/${people.amy.id}`, `/Groups/${people.crew.id}`])
            await stands(() => scim.patch(path, [operation]), operation);
        const query = encodeURIComponent(name);
        await stands(() => scim.get(`/Users?attributes=${query}&sortBy=${query}`), name);
        await stands(() => scim.filter('/Users', `${name} eq "x"`), name);
      }
  }, 60_000);

  it('SEC-26: no text of a statement ever holds a value of a request', async () => {
    const texts = new Set<string>();

    const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
    const watching = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...given: unknown[]
    ) {
      const [first] = given;
      texts.add(typeof first === 'string' ? first : String((first as { text?: string } | null)?.text));
      return query.apply(this, given);
    });
    try {
      for (const [index, injection] of INJECTIONS.entries()) await injectEverywhere(`mark${index}ed${injection}`);
    } finally {
      watching.mockRestore();
    }
    expect(texts.size).toBeGreaterThan(10);
    expect([...texts].filter((text) => /mark\d+ed/.test(text))).toEqual([]);
  }, 60_000);

  async function injectEverywhere(text: string): Promise<void> {
    const literal = JSON.stringify(text);
    const made = await stands(
      () => scim.post('/Users', { schemas: [U], userName: text, externalId: text, title: text }),
      text,
    );
    expect(made.status).toBe(201);
    const named = await scim.filter('/Users', `userName eq ${literal}`);
    expect([text, named.body.totalResults, named.body.Resources?.[0]?.title]).toEqual([text, 1, text]);
    for (const attribute of [
      'title',
      'externalId',
      'emails.value',
      'emails[type eq "work"].value',
      'name.givenName',
      'id',
      'groups.value',
    ])
      for (const operator of ['eq', 'co', 'sw', 'ew', 'gt'])
        await stands(() => scim.filter('/Users', `${attribute} ${operator} ${literal}`), [attribute, operator, text]);
    const query = encodeURIComponent(text);
    for (const name of [
      'attributes',
      'excludedAttributes',
      'sortBy',
      'sortOrder',
      'startIndex',
      'count',
      'cursor',
      'filter',
    ])
      await stands(() => scim.get(`/Users?${name}=${query}`), [name, text]);
    const user = `/Users/${made.body.id}`;
    await stands(
      () => scim.patch(user, [{ op: 'replace', path: `emails[type eq ${literal}].value`, value: text }]),
      text,
    );
    await stands(
      () => scim.patch(`/Groups/${people.crew.id}`, [{ op: 'add', path: 'members', value: [{ value: text }] }]),
      text,
    );
    await stands(
      () => scim.patch(`/Groups/${people.crew.id}`, [{ op: 'remove', path: `members[value eq ${literal}]` }]),
      text,
    );
    await stands(() => scim.get(`/Users/${query}`), text);
    await stands(() => scim.delete(user), text);
  }

  it('SEC-25 SEC-29 SEC-30 R-20: ids, filters, cursors, conditions and members of any text (seed printed on failure)', async () => {
    const part = fc.constantFrom(
      'userName',
      'eq',
      'co',
      'and',
      'not',
      '(',
      ')',
      '[',
      ']',
      '"',
      '\\',
      ' ',
      '.',
      'emails',
      'null',
      '\u0000',
      'é',
      '1e9',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(part, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.jsonValue(), async (given, json) => {
        // A lone surrogate cannot stand in a URL; the encoder makes it a replacement character.
        const sane = Buffer.from(given).toString('utf8');
        const query = encodeURIComponent(sane);
        const bob = `/Users/${people.bob.id}`;
        const tag = sane.replace(/[^\x20-\x7e]/g, '').trim();
        await stands(() => scim.get(`/Users?filter=${query}`), given);
        await stands(() => scim.get(`/Groups?cursor=${query}&count=1`), given);
        await stands(() => scim.get(`/Users/x${query}`), given);
        await stands(() => scim.patch(bob, [{ op: 'replace', path: sane, value: json }]), [given, json]);
        await stands(
          () => scim.patch(`/Groups/${people.crew.id}`, [{ op: 'add', path: 'members', value: json }]),
          json,
        );
        await stands(() => scim.put(bob, { schemas: [U], userName: 'bob' }, { headers: { 'if-match': tag } }), tag);
      }),
      { numRuns: FUZZ_RUNS },
    );
  }, 600_000);

  it('SEC-25 SEC-30: none of these requests costs more than ten plain ones and 50 ms, half of them hardly more than one', () => {
    const { medianMs, plainMs, tooDear } = costs.summary();
    expect(tooDear).toEqual([]);
    expect(medianMs).toBeLessThan(plainMs * 3 + 5);
  });
});
