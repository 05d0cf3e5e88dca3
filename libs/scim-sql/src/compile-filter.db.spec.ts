import { GROUP, parseValuePathFilter, ScimError } from '@rollcall/scim-protocol';
import { compileMemberFilter } from './memberships';
import { sql, toStatement } from './sql';
import { amy, AMY, bob, BOB, CREW, crew, ENTERPRISE as E } from './testing/rfc-fixtures';
import { TestDirectory } from './testing/test-directory';

const U = 'urn:ietf:params:scim:schemas:core:2.0:User';
const NAMES = new Map([
  [AMY, 'amy'],
  [BOB, 'bob'],
  [CREW, 'crew'],
]);

let directory: TestDirectory;

beforeAll(async () => {
  directory = await TestDirectory.open();
  await directory.hasUser(amy);
  await directory.hasUser(bob);
  await directory.hasGroup(crew);
});

afterAll(() => directory.close());

type Expectation = readonly [filter: string, ...found: string[]];

/** The filter, and the users that it finds. */
async function finds(...expectations: readonly Expectation[]): Promise<void> {
  for (const [filter, ...found] of expectations) {
    const ids = await directory.userIdsWhere(filter);
    expect([filter, ...ids.map((id) => NAMES.get(id))]).toEqual([filter, ...found]);
  }
}

async function findsGroups(...expectations: readonly Expectation[]): Promise<void> {
  for (const [filter, ...found] of expectations) {
    const ids = await directory.groupIdsWhere(filter);
    expect([filter, ...ids.map((id) => NAMES.get(id))]).toEqual([filter, ...found]);
  }
}

function refuses(...filters: readonly string[]): void {
  for (const filter of filters) {
    expect(() => directory.userQuery(filter)).toThrow(ScimError);
  }
}

/** Text and parameters without those of the organisation and the integration. */
function conditionOf(filter: string) {
  const { text, parameters } = directory.userQuery(filter);
  return {
    text: text.slice(text.indexOf('integration_id and ') + 19, -' order by id'.length),
    parameters: parameters.slice(2),
  };
}

describe('what the compiler writes', () => {
  it('SEC-26 F-45: looks a user name up by its folded key, with the value as a parameter', async () => {
    expect(conditionOf('userName eq "BOB"')).toEqual({ text: '(u.user_name_key = $3)', parameters: ['bob'] });
    await finds(['userName eq "BOB"', 'bob'], [`userName eq "x' or 1=1 --"`]);
  });

  it('F-04: reads a comparison with an unassigned attribute as "no match" before it negates it', async () => {
    expect(conditionOf('not (title eq "Lead")')).toEqual({
      text: '(((lower(normalize(u.title, NFC)) collate "C") = lower(normalize($3, NFC))) is not true)',
      parameters: ['Lead'],
    });
    await finds(['not (title eq "Lead")', 'amy'], ['not (title eq "nobody")', 'amy', 'bob']);
  });

  it('SEC-39: looks e-mail addresses up by their keys and checks the rest on the same element', async () => {
    const { text, parameters } = conditionOf('emails[type eq "work" and value eq "AMY@work.ex"]');
    expect(text).toContain('(u.email_key = $3 or u.id = any (array(select m.user_id from scim_user_email m where ');
    expect(text).toContain(' and exists (select 1 from jsonb_array_elements(');
    expect(parameters[0]).toBe('amy@work.ex');
    await finds(
      ['emails[type eq "work" and value eq "AMY@work.ex"]', 'amy'],
      ['emails[type eq "work" and value eq "amy@home.ex"]'],
    );
  });

  it('writes the same text for the same shape, whatever the values', () => {
    const one = directory.userQuery('userName sw "a" and nickName co "b"');
    const other = directory.userQuery(`userName sw "'; drop table scim_user; --" and nickName co "%"`);
    expect(other.text).toBe(one.text);
  });
});

describe('operators', () => {
  it('F-01: takes operators and connectives in any case', () => finds(['userName EQ "bob" OR title PR', 'bob']));

  it('F-02 F-03: caseExact decides for every operator on text', () =>
    finds(
      ['userName eq "BOB"', 'bob'],
      ['displayName co "AMY"', 'amy'],
      ['externalId eq "X-1"', 'amy'],
      ['externalId eq "x-1"'],
      ['externalId sw "x"'],
      ['externalId co "-1"', 'amy'],
      [`id eq "${AMY}"`, 'amy'],
      [`id eq "${AMY.toUpperCase()}"`],
      ['id eq "a1"'],
      ['id ew "0a1"', 'amy'],
    ));

  it('F-04: ne is the negation of eq, so a missing value differs', () =>
    finds(['title ne "Lead"', 'amy'], ['title ne "x"', 'amy', 'bob'], ['id ne "a1"', 'amy', 'bob']));

  it('F-05: any value of a list may match', () =>
    finds(
      ['emails.type eq "home"', 'amy', 'bob'],
      ['emails.type ne "home"', 'amy'],
      ['not (emails.type eq "home")'],
      ['emails.value eq "AMY@HOME.EX"', 'amy'],
      ['emails.value eq "bob@home.ex"', 'bob'],
    ));

  it('F-06: wildcards of SQL are letters', () =>
    finds(
      ['userName ew "EX.ORG"', 'amy'],
      ['displayName co "%"'],
      ['displayName co "_"'],
      ['displayName co "\\\\"'],
      ['displayName sw "%"'],
      ['displayName ew "_"'],
      [`${E}:department co "&"`, 'amy'],
    ));

  it('F-07: an empty operand matches whatever is assigned', () =>
    finds(['title co ""', 'bob'], ['title sw ""', 'bob']));

  it('F-08: orders text by letters and instants by time', () =>
    finds(
      ['meta.lastModified gt "2026-01-02T12:00:00+02:00"', 'bob'],
      ['meta.lastModified ge "2026-01-02T12:00:00+02:00"', 'amy', 'bob'],
      ['meta.lastModified lt "2026-01-02T10:00:00.001Z"', 'amy'],
      ['userName gt "AMZ"', 'bob'],
      ['userName le "bob"', 'amy', 'bob'],
      ['title gt "A"', 'bob'],
      [`${E}:employeeNumber ge "7"`, 'amy'],
    ));

  it('F-09 F-10: refuses operators that do not fit the type', () => {
    refuses('active gt true', 'x509Certificates.value lt "a"', 'active co "t"', 'meta.created sw "2026"');
  });

  it('F-11 S-08: takes booleans as JSON and as Entra writes them', () =>
    finds(['active eq true', 'amy'], ['active eq "False"', 'bob'], ['active ne true', 'bob']));

  it('F-12: present means a value that is not empty', () =>
    finds(
      ['name pr', 'amy'],
      ['emails pr', 'amy', 'bob'],
      [`${E}:manager pr`, 'amy'],
      ['title pr', 'bob'],
      ['active pr', 'amy', 'bob'],
      ['emails.primary pr', 'amy'],
      ['phoneNumbers pr'],
      ['id pr', 'amy', 'bob'],
      ['meta pr', 'amy', 'bob'],
    ));

  it('F-13: null is the absence of a value', () =>
    finds(['title eq null', 'amy'], ['title ne null', 'bob'], ['emails eq null'], ['groups eq null', 'bob']));

  it('F-14: reads JSON escapes', () =>
    finds(['displayName eq "Amy \\u0041"', 'amy'], ['displayName eq "a\\"b"'], ['displayName eq "A\\/"']));

  it('F-15: reads a bare word as text', () => finds(['userName eq bob', 'bob'], ['externalId eq X-1', 'amy']));
});

describe('structure', () => {
  it('F-16 F-17 F-19: not before and before or, unless parentheses say otherwise', () =>
    finds(
      ['title pr or active eq true and userType eq "Intern"', 'bob'],
      ['(title pr or active eq true) and userType eq "Employee"', 'amy'],
      ['((title pr))', 'bob'],
      ['not (title pr) and active eq true', 'amy'],
      ['not(title pr) or active eq false', 'amy', 'bob'],
    ));

  it('F-20 F-21 F-23 F-42: the conditions inside brackets are about one element', () =>
    finds(
      ['emails[type eq "home" and value co "work"]'],
      ['emails.type eq "home" and emails.value co "work"', 'amy'],
      ['emails[type eq "work" or (type eq "home" and value sw "bob")]', 'amy', 'bob'],
      ['emails[not (type eq "home")]', 'amy'],
      ['userType eq "Employee" and emails[type eq "work"]', 'amy'],
      ['emails[value eq"bob@home.ex"]', 'bob'],
    ));

  it('F-24: reads a sub-attribute after the brackets as one more condition inside', () =>
    finds(
      ['emails[type eq "work"].value eq "amy@work.ex"', 'amy'],
      ['emails[type eq "work"].value eq "amy@home.ex"'],
      ['emails[type eq "home"].value sw "AMY"', 'amy'],
    ));

  it('F-25 F-26 F-27: brackets and comparisons on complex attributes', () =>
    finds(
      ['name[givenName eq "amy"]', 'amy'],
      ['name[not (givenName eq "x")]', 'amy'],
      [`${E}:manager[value eq "${BOB}"]`, 'amy'],
      [`${E}:manager eq "${BOB}"`, 'amy'],
      ['emails co "work.ex"', 'amy'],
      ['name.familyName sw "Ab"', 'amy'],
      ['meta[created lt "2026-01-02T00:00:00Z"]', 'amy'],
    ));

  it('S-16: an element without primary is not the primary one', () =>
    finds(
      ['emails[primary eq false]', 'amy', 'bob'],
      ['emails[primary eq true]', 'amy'],
      ['emails.primary ne true', 'amy', 'bob'],
    ));

  it('F-33 F-34 N-03 N-06 N-08: attributes by URN, in any case', () =>
    finds(
      [`${U}:userName sw "B"`, 'bob'],
      [`${U.toUpperCase()}:USERNAME eq "bob"`, 'bob'],
      [`${E}:department eq "r&d"`, 'amy'],
      [`${E}:manager.value eq "${BOB}"`, 'amy'],
      [`schemas eq "${E}"`, 'amy'],
      ['USERNAME eq "bob"', 'bob'],
    ));

  it('F-35 F-36: meta is filterable, instants compare whatever their spelling', () =>
    finds(
      ['meta.created eq "2026-01-01T11:00:00.000+01:00"', 'amy'],
      ['meta.resourceType eq "User"', 'amy', 'bob'],
      ['meta.resourceType eq "user"'],
      ['meta.location ew "0a1"', 'amy'],
      [`meta.location eq "https://h/scim/Users/${BOB}"`, 'bob'],
      [`meta.location eq "https://h/scim/Groups/${BOB}"`],
      ['meta.version eq "W/\\"7\\""', 'amy'],
    ));

  it('F-37: members and groups, by id, by name and by kind', async () => {
    await findsGroups(
      [`members.value eq "${AMY}"`, 'crew'],
      [`members eq "${AMY}"`, 'crew'],
      [`members[value eq "${AMY}" and type eq "User"]`, 'crew'],
      [`members[value eq "${AMY}" and type eq "Group"]`],
      [`members.value eq "${BOB}"`],
      ['members.value eq "a1"'],
      ['members.display co "amy"', 'crew'],
      ['members.$ref ew "0a1"', 'crew'],
      ['members pr', 'crew'],
      ['displayName eq "CREW"', 'crew'],
    );
    await finds(
      [`groups.value eq "${CREW}"`, 'amy'],
      [`groups[value eq "${CREW}" and type eq "direct"]`, 'amy'],
      ['groups.display eq "crew"', 'amy'],
      ['groups pr', 'amy'],
      [`not (groups.value eq "${CREW}")`, 'bob'],
    );
  });

  it('P-26 P-55: the inside of members[...] is a condition on membership rows', async () => {
    const members = GROUP.schema.attributes.find((attribute) => attribute.name === 'members');
    if (!members) throw new Error('no members');
    const idsWhere = async (text: string) => {
      const condition = compileMemberFilter(parseValuePathFilter(text, members), directory.scope);
      const statement = toStatement(sql`select m.member_id as id from group_member m where ${condition}`);
      return (await directory.client.query<{ id: string }>(statement.text, [...statement.parameters])).rows.map(
        (row) => row.id,
      );
    };
    expect(await idsWhere(`value eq "${AMY}"`)).toEqual([AMY]);
    expect(await idsWhere('display sw "amy" and not (type eq "Group")')).toEqual([AMY]);
    expect(await idsWhere(`value eq "${BOB}" or type eq "Group" or value eq "7"`)).toEqual([]);
    expect(await idsWhere(`$ref eq "https://h/scim/Users/${AMY}"`)).toEqual([AMY]);
  });

  it('F-46 S-40: finds composed letters by decomposed ones, and user names by their wide forms', async () => {
    const zoe = {
      id: '00000000-0000-7000-8000-0000000000d1',
      resource: { schemas: [U], userName: 'José', displayName: 'José' },
    };
    NAMES.set(zoe.id, 'josé');
    await directory.hasUser(zoe);
    await finds(['displayName eq "JOSE\u0301"', 'josé'], ['userName eq "\uff4aose\u0301"', 'josé']);
    await directory.client.query('delete from scim_user where id = $1', [zoe.id]);
  });

  it('F-03: finds a text by itself though its letters are newer than what the database knows of Unicode', async () => {
    const letters = '\ua7ce\ua7cb\u{16ea0}';
    const id = '00000000-0000-7000-8000-0000000000d2';
    NAMES.set(id, 'new');
    const resource = { schemas: [U], userName: letters, title: letters, nickName: letters, displayName: letters };
    await directory.hasUser({ id, resource });
    for (const name of ['userName', 'title', 'nickName', 'displayName']) {
      await finds([`${name} eq "${letters}"`, 'new'], [`${name} ew "${letters}"`, 'new']);
    }
    await directory.client.query('delete from scim_user where id = $1', [id]);
  });
});
