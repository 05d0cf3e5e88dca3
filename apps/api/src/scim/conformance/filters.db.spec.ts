import { E, U, type Answer } from '../../testing/scim-connection';
import { givenPeople, givenScim } from './given-scim';

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

describe('filters over HTTP', () => {
  const scim = givenScim();
  const people = givenPeople(scim);

  /** The filter by GET and by POST, which must be the same answer but for nothing at all (F-48). */
  async function byBothWays(endpoint: string, filter: string): Promise<Answer> {
    const [got, searched] = await Promise.all([
      scim.filter(endpoint, filter),
      scim.post(`${endpoint}/.search`, { schemas: [SEARCH], filter }),
    ]);
    expect({ status: searched.status, body: searched.body }).toEqual({ status: got.status, body: got.body });
    return got;
  }

  /** Who is found: "amy bob", "crew", or nobody. */
  async function found(filter: string): Promise<string> {
    const { amy, bob, crew } = people;
    const asked = filter
      .replaceAll('{amy}', amy.id)
      .replaceAll('{bob}', bob.id)
      .replaceAll('{crew}', crew.id)
      .replaceAll('{amyCreated}', amy.meta.created)
      .replaceAll('{bobCreated}', bob.meta.created);
    const answer = await byBothWays(asked.startsWith('/Groups ') ? '/Groups' : '/Users', asked.replace('/Groups ', ''));
    expect([answer.status, asked]).toEqual([200, asked]);
    expect(answer.body.totalResults).toBe(answer.body.Resources.length);
    const names = new Map([
      [amy.id, 'amy'],
      [bob.id, 'bob'],
      [crew.id, 'crew'],
    ]);
    return (answer.body.Resources as { id: string }[])
      .map(({ id }) => names.get(id) ?? id)
      .sort()
      .join(' ');
  }

  type Case = readonly [filter: string, expected: string];

  it.each<Case>([
    ['userName EQ "bob" OR title PR', 'bob'],
    ['userName eq "BOB"', 'bob'],
    ['displayName co "AMY"', 'amy'],
    ['externalId sw "x"', ''],
    ['externalId eq "x-1"', ''],
    ['externalId eq "X-1"', 'amy'],
    ['id eq "{amy}"', 'amy'],
    ['title ne "Lead"', 'amy'],
    ['emails.type eq "home"', 'amy bob'],
    ['emails.type ne "home"', 'amy'],
    ['not (emails.type eq "home")', ''],
    ['USERNAME eq "bob"', 'bob'],
  ])('F-01 F-02 F-03 F-04 F-05 F-48 N-03 S-27: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it.each<Case>([
    ['userName ew "EX.ORG"', 'amy'],
    ['displayName co "%"', ''],
    ['displayName co "_"', ''],
    ['displayName co "\\\\"', ''],
    ['title co ""', 'bob'],
    ['userType gt "employee"', 'bob'],
    ['userType le "EMPLOYEE"', 'amy'],
    ['meta.created ge "{amyCreated}"', 'amy'],
    ['meta.created lt "{amyCreated}"', 'bob'],
    ['active eq true', 'amy'],
    ['active eq "True"', 'amy'],
    ['active eq "false"', 'bob'],
  ])('F-06 F-07 F-08 F-11 F-48: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it.each<Case>([
    ['name pr', 'amy'],
    ['emails pr', 'amy bob'],
    [`${E}:manager pr`, 'amy'],
    ['title eq null', 'amy'],
    ['title ne null', 'bob'],
    ['displayName eq "Amy \\u0041"', 'amy'],
    ['displayName eq "a\\"b"', ''],
    ['userName eq bob', 'bob'],
    ['active eq TRUE', 'amy'],
  ])('F-12 F-13 F-14 F-15 F-48 C16: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it.each<Case>([
    ['title pr or active eq true and userType eq "Intern"', 'bob'],
    ['(title pr or active eq true) and userType eq "Employee"', 'amy'],
    ['((title pr))', 'bob'],
    ['not (title pr)', 'amy'],
    ['not(title pr)', 'amy'],
    ['not (title pr) and active eq true', 'amy'],
    ['active eq true and not (title pr)', 'amy'],
  ])('F-16 F-17 F-18 F-19 F-48: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it.each<Case>([
    ['emails[type eq "home" and value co "work"]', ''],
    ['emails.type eq "home" and emails.value co "work"', 'amy'],
    ['emails[type eq "work" or (type eq "home" and value sw "bob")]', 'amy bob'],
    ['userType eq "Employee" and emails[type eq "work"]', 'amy'],
    ['emails[type eq "work"].value eq "AMY@work.ex"', 'amy'],
    ['name[givenName eq "Amy"]', 'amy'],
    [`${E}:manager[value eq "{bob}"]`, 'amy'],
    ['emails co "work.ex"', 'amy'],
    ['emails[primary eq "True"]', 'amy'],
    ['emails[primary eq false]', 'amy bob'],
    [`${E}:manager eq "{bob}"`, 'amy'],
    ['name.familyName sw "Ab"', 'amy'],
  ])('F-20 F-21 F-23 F-24 F-25 F-26 F-27 F-48 S-16: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it.each<Case>([
    [`${U}:userName sw "B"`, 'bob'],
    [`${E}:department eq "r&d"`, 'amy'],
    [`${E.toUpperCase()}:EMPLOYEENUMBER eq "7"`, 'amy'],
    [`${U.toUpperCase()}:username eq "bob"`, 'bob'],
    [`${E}:manager.value eq "{bob}"`, 'amy'],
    [`schemas eq "${E}"`, 'amy'],
    ['meta.resourceType eq "User"', 'amy bob'],
    ['meta.resourceType eq "user"', ''],
    ['meta.location ew "/{amy}"', 'amy'],
    ['meta.created eq "{amyCreated}"', 'amy'],
  ])('F-33 F-34 F-35 F-36 F-48 N-06 N-08: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it.each<Case>([
    ['/Groups members.value eq "{amy}"', 'crew'],
    ['/Groups members[value eq "{amy}" and type eq "User"]', 'crew'],
    ['/Groups members eq "{amy}"', 'crew'],
    ['/Groups members[value eq"{amy}"]', 'crew'],
    ['/Groups members.value eq "{bob}"', ''],
    ['/Groups members.$ref pr', 'crew'],
    ['/Groups id eq "{crew}" and members eq "{amy}"', 'crew'],
    ['/Groups displayName eq "CREW"', 'crew'],
    ['groups.value eq "{crew}"', 'amy'],
    ['id eq "{amy}" and manager eq "{bob}"', 'amy'],
  ])('F-37 F-42 F-48 N-12 C18: %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it('F-08 F-35: instants compare as instants, whatever their offset and fraction', async () => {
    const shown = people.amy.meta.created as string;
    const inVienna = new Date(Date.parse(shown) + 3_600_000).toISOString().replace('Z', '+01:00');
    expect(await found(`meta.created eq "${inVienna}"`)).toBe('amy');
    expect(await found(`meta.created eq "${shown.replace('Z', '000Z')}"`)).toBe('amy');
    expect(await found(`meta.created gt "${inVienna}"`)).toBe('');
  });

  it.each([
    'active gt true',
    'x509Certificates.value lt "a"',
    'active co "t"',
    'meta.created sw "2026"',
    'title gt null',
    "userName eq 'bob'",
    'not title pr',
    'emails[x[y pr]]',
    'name eq "x"',
    'shoeSize eq 9',
    'department eq "R&D"',
    'userName.x pr',
    'name.givenName.x pr',
    'name.nope pr',
    'userName regex "b.*"',
    'meta.created gt "yesterday"',
    'password eq "x"',
    'password pr',
    `${E}.manager pr`,
  ])('F-09 F-10 F-13 F-14 F-15 F-18 F-22 F-26 F-28 F-29 F-30 F-38 N-11 N-13: %s is invalidFilter', async (filter) => {
    await refused(filter);
  });

  it.each([
    '',
    '   ',
    '()',
    '(((',
    'userName eq',
    'userName eq "a" and',
    'userName eq "a" title pr',
    'userName eq "a',
    'emails[type eq "work"',
    'eq "a"',
    ')',
    'userName eq "a"]',
    'title pr or',
  ])('F-31 F-32: a broken filter %j is refused, never all rows and never none', async (filter) => {
    await refused(filter);
  });

  it('F-43 SEC-25: a filter that is too deep or too long is refused at once', async () => {
    const started = Date.now();
    await refused(`${'('.repeat(4_000)}title pr${')'.repeat(4_000)}`);
    const { status, body } = await scim.post('/Users/.search', {
      schemas: [SEARCH],
      filter: Array.from({ length: 400 }, () => 'title pr').join(' or '),
    });
    expect([status, body.scimType]).toEqual([400, 'invalidFilter']);
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  it('F-45 SEC-26: a literal is a literal', async () => {
    expect(await found(`userName eq "x' or 1=1 --"`)).toBe('');
    expect(await found(`emails[value eq "x'] or 1=1 --"]`)).toBe('');
  });

  it('F-46 S-24 S-40: texts compare after normalisation, and user names after width mapping', async () => {
    const jose = await scim.createUser({ userName: 'ｊｏｓé', displayName: 'José' });
    expect(await found('displayName eq "Jose\u0301"')).toBe(jose.id);
    expect(await found('userName eq "JOSE\u0301"')).toBe(jose.id);
    await scim.delete(`/Users/${jose.id}`);
  });

  it('F-47 R-09: an attribute that was defaulted filters by the value that the client was shown', async () => {
    const shown = await scim.createUser({ userName: 'defaulted' });
    expect(shown.active).toBe(true);
    expect(await found('userName eq "defaulted" and active eq true')).toBe(shown.id);
    await scim.delete(`/Users/${shown.id}`);
  });

  async function refused(filter: string): Promise<void> {
    const { status, headers, body } = await byBothWays('/Users', filter);
    expect([status, body.scimType]).toEqual([400, 'invalidFilter']);
    expect(headers.get('content-type')).toMatch(/^application\/scim\+json/);
    expect(body.detail.length).toBeGreaterThan(10);
  }
});
