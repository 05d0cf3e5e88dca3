import { readGroupTab, readRequestSearch, readUserSearch } from './search-params';

describe('what an address may carry', () => {
  it('keeps what a list understands and drops the rest', () => {
    expect(readUserSearch({ search: 'ana', status: 'inactive', sort: 'userName', direction: 'desc', evil: 1 })).toEqual(
      {
        search: 'ana',
        status: 'inactive',
        sort: 'userName',
        direction: 'desc',
      },
    );
    expect(readUserSearch({ status: 'gone', sort: 'password', direction: 'up' })).toEqual({});
  });

  it('searches for a number as for a word', () => {
    expect(readRequestSearch({ search: 1042 })).toEqual({ search: '1042' });
  });

  it('opens the first tab when the address names none that exists', () => {
    expect(readGroupTab({ tab: 'secrets' })).toEqual({});
    expect(readGroupTab({ tab: 'history' })).toEqual({ tab: 'history' });
  });
});
