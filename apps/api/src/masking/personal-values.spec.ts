import {
  bodyWithoutPersonalValues,
  queryWithoutPersonalValues,
  sentenceWithoutPersonalValues,
  withoutPersonalValues,
} from './personal-values';

const HIDDEN = '••••';
const ID = '5f0c7e0e-7c0a-4a55-9b0c-0d7a5b0f1c11';

describe('SEC-54 C02: personal values of a request', () => {
  it('are hidden in a body; who it is about, structure, ids and truth values stay', () => {
    const user = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'ana@example.com',
      externalId: ID,
      active: true,
      name: { givenName: 'Ana', familyName: 'Lima' },
      nickName: 'Annie',
      title: 'Lead',
      emails: [
        { type: 'work', value: 'ana@example.com' },
        { type: 'home', value: 'ana@example.org' },
      ],
      phoneNumbers: [{ type: 'mobile', value: '+49 170 1' }],
      addresses: [{ type: 'home', formatted: '1 High Street' }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: 1042, department: 'Platform' },
      'urn:example:2.0:User': { badge: 'B-17', notes: null, id: 'C01X00T47', deep: [['secret'], { title: 'secret' }] },
    };

    expect(withoutPersonalValues(user)).toEqual({
      ...user,
      nickName: HIDDEN,
      emails: [
        { type: 'work', value: 'ana@example.com' },
        { type: 'home', value: HIDDEN },
      ],
      phoneNumbers: [{ type: 'mobile', value: HIDDEN }],
      addresses: [{ type: 'home', formatted: HIDDEN }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: HIDDEN, department: 'Platform' },
      'urn:example:2.0:User': { badge: HIDDEN, notes: null, id: HIDDEN, deep: [[HIDDEN], { title: HIDDEN }] },
    });
  });

  it.each([
    ['the one that counts', { type: 'home', primary: true, value: 'ana@example.org' }, undefined],
    ['the one that lists show', { type: 'home', value: 'ana@example.org' }, 'ANA@example.org'],
  ])('leave %s of the addresses open', (_case, email, listed) => {
    const other = { type: 'home', value: 'else@example.org' };
    expect(withoutPersonalValues({ emails: [email, other] }, '', listed)).toEqual({
      emails: [email, { type: 'home', value: HIDDEN }],
    });
  });

  it.each([
    [{ op: 'Replace', path: 'active', value: 'False' }, 'False'],
    [{ op: 'Replace', path: 'displayName', value: 'Ana Lima' }, 'Ana Lima'],
    [{ op: 'Replace', path: 'nickName', value: 'Boss' }, HIDDEN],
    [{ op: 'Replace', path: 'name.givenName', value: 'Ana' }, 'Ana'],
    [{ op: 'Replace', path: 'name.displayName', value: 'Ana' }, HIDDEN],
    [{ op: 'Add', path: 'emails[type eq "work"].value', value: 'a@b' }, 'a@b'],
    [{ op: 'Add', path: 'emails[type eq "home"].value', value: 'a@b' }, HIDDEN],
    [{ op: 'Add', path: 'emails', value: [{ type: 'home', value: 'a@b' }] }, [{ type: 'home', value: HIDDEN }]],
    [{ op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: ID }, ID],
    [{ op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter', value: '7' }, HIDDEN],
    [
      { op: 'Add', value: { nickName: 'Boss', active: false } },
      { nickName: HIDDEN, active: false },
    ],
  ])('of the operation %j are hidden as its path says', (operation, value) => {
    expect(withoutPersonalValues({ Operations: [operation] })).toEqual({ Operations: [{ ...operation, value }] });
  });

  it('are hidden in a stored difference by its path', () => {
    expect(withoutPersonalValues('7', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter')).toBe(
      HIDDEN,
    );
    expect(withoutPersonalValues(false, 'active')).toBe(false);
    expect(withoutPersonalValues('ana', 'userName')).toBe('ana');
  });

  it('are hidden whole in a body that was cut', () => {
    expect(bodyWithoutPersonalValues('{"nickName":"Boss","locale":"An…')).toBe(HIDDEN);
    expect(bodyWithoutPersonalValues('{"nickName":"Boss"}')).toBe(`{"nickName":"${HIDDEN}"}`);
  });

  it.each([
    ['Entra looked for users where userName eq "ana": none there', undefined],
    ['Entra looked for users where emails.value eq "ana@x": none there', undefined],
    [
      'Entra looked for users where phoneNumbers.value eq "+49 170": 1 found',
      `Entra looked for users where phoneNumbers.value eq "${HIDDEN}": 1 found`,
    ],
    [
      'Entra looked for users where urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter eq "P\\"x" and active eq "true"',
      `Entra looked for users where urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter eq "${HIDDEN}" and active eq "true"`,
    ],
    [
      'Refused Entra\'s POST about Ana Lima: birthday: expected a date, got "1990-01-01"',
      `Refused Entra's POST about Ana Lima: birthday: expected a date, got "${HIDDEN}"`,
    ],
    ['title: expected a text, got 1042', `title: expected a text, got "${HIDDEN}"`],
    ['active: the text "False" was read as false.', undefined],
  ])('in the sentence %j', (sentence, hidden) => {
    expect(sentenceWithoutPersonalValues(sentence)).toBe(hidden ?? sentence);
  });

  it('in a query', () => {
    expect(queryWithoutPersonalValues('filter=userName+eq+%22ana%22&count=1')).toBe(
      'filter=userName+eq+%22ana%22&count=1',
    );
    expect(decodeURIComponent(queryWithoutPersonalValues('count=1&Filter=nickName%20eq%20%22Boss%22'))).toBe(
      `count=1&Filter=nickName eq "${HIDDEN}"`,
    );
    expect(decodeURIComponent(queryWithoutPersonalValues('filter=%E0%A4%A'))).toBe(`filter=${HIDDEN}`);
  });
});
