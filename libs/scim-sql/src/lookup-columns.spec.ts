import type { Json } from '@rollcall/scim-protocol';
import { userLookupColumns } from './lookup-columns';
import { amy, bob, ENTERPRISE } from './testing/rfc-fixtures';

describe('the look-up columns of a user', () => {
  it('are the values as sent, and their keys folded', () => {
    expect(userLookupColumns(amy.resource)).toEqual({
      userName: 'Amy@Ex.org',
      userNameKey: 'amy@ex.org',
      externalId: 'X-1',
      displayNameKey: 'amy a',
      active: true,
      title: null,
      email: 'amy@work.ex',
      emailKey: 'amy@work.ex',
      furtherEmailKeys: ['amy@home.ex'],
      employeeNumber: '7',
      department: 'R&D',
    });
  });

  it('are null where nothing is assigned', () => {
    const columns = userLookupColumns(bob.resource);
    expect(columns).toMatchObject({
      externalId: null,
      displayNameKey: null,
      employeeNumber: null,
      furtherEmailKeys: [],
    });
    expect(userLookupColumns({ userName: 'x', [ENTERPRISE]: {} })).toMatchObject({
      active: null,
      email: null,
      emailKey: null,
    });
  });

  it('S-40: fold letters, and the width of a user name', () => {
    const columns = userLookupColumns({ userName: 'ＪＯＳＥ\u0301', displayName: 'JOSE\u0301' });
    expect(columns).toMatchObject({ userNameKey: 'josé', displayNameKey: 'josé' });
  });

  it('name each further e-mail once, and skip elements without a value', () => {
    const emails: Json = [{ type: 'work' }, { value: 'A@x' }, { value: 'b@x' }, { value: 'B@X' }];
    expect(userLookupColumns({ userName: 'x', emails })).toMatchObject({
      email: 'A@x',
      emailKey: 'a@x',
      furtherEmailKeys: ['b@x'],
    });
  });
});
