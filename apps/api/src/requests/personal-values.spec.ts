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
      emails: [{ type: 'work', primary: true, value: 'ana@example.com' }],
      phoneNumbers: [{ type: 'mobile', value: '+49 170 1' }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: 1042, department: 'Platform' },
      'urn:example:2.0:User': { badge: 'B-17', notes: null, deep: [['secret']] },
    };

    expect(withoutPersonalValues(user)).toEqual({
      ...user,
      name: { givenName: HIDDEN, familyName: HIDDEN },
      emails: [{ type: 'work', primary: true, value: HIDDEN }],
      phoneNumbers: [{ type: 'mobile', value: HIDDEN }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: HIDDEN, department: HIDDEN },
      'urn:example:2.0:User': { badge: HIDDEN, notes: null, deep: [[HIDDEN]] },
    });
  });

  it.each([
    [{ op: 'Replace', path: 'active', value: 'False' }, 'False'],
    [{ op: 'Replace', path: 'displayName', value: 'Ana Lima' }, 'Ana Lima'],
    [{ op: 'Replace', path: 'title', value: 'Boss' }, HIDDEN],
    [{ op: 'Replace', path: 'name.displayName', value: 'Ana' }, HIDDEN],
    [{ op: 'Add', path: 'emails[type eq "work"].value', value: 'a@b' }, HIDDEN],
    [{ op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: ID }, ID],
    [{ op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter', value: '7' }, HIDDEN],
    [
      { op: 'Add', value: { title: 'Boss', active: false } },
      { title: HIDDEN, active: false },
    ],
  ])('of the operation %j are hidden as its path says', (operation, value) => {
    expect(withoutPersonalValues({ Operations: [operation] })).toEqual({ Operations: [{ ...operation, value }] });
  });

  it('are hidden in a stored difference by its path', () => {
    expect(
      withoutPersonalValues('Platform', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'),
    ).toBe(HIDDEN);
    expect(withoutPersonalValues(false, 'active')).toBe(false);
    expect(withoutPersonalValues('ana', 'userName')).toBe('ana');
  });

  it('are hidden whole in a body that was cut', () => {
    expect(bodyWithoutPersonalValues('{"title":"Boss","nickName":"An…')).toBe(HIDDEN);
    expect(bodyWithoutPersonalValues('{"title":"Boss"}')).toBe(`{"title":"${HIDDEN}"}`);
  });

  it.each([
    ['Entra looked for users where userName eq "ana": none there', undefined],
    ['Entra looked for users where emails.value eq "ana@x": none there', undefined],
    [
      'Entra looked for users where phoneNumbers.value eq "+49 170": 1 found',
      `Entra looked for users where phoneNumbers.value eq "${HIDDEN}": 1 found`,
    ],
    [
      'Entra looked for users where urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "P\\"x" and active eq "true"',
      `Entra looked for users where urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "${HIDDEN}" and active eq "true"`,
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
    expect(decodeURIComponent(queryWithoutPersonalValues('count=1&Filter=title%20eq%20%22Boss%22'))).toBe(
      `count=1&Filter=title eq "${HIDDEN}"`,
    );
    expect(decodeURIComponent(queryWithoutPersonalValues('filter=%E0%A4%A'))).toBe(`filter=${HIDDEN}`);
  });
});
