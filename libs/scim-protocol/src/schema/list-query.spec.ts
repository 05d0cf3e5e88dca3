import type { Json, JsonObject } from '../messages/json';
import { readJson } from '../messages/read-json';
import { PATCH_URN, SEARCH_URN } from '../messages/urns';
import { type ListQuery, readListQuery, readSearchRequest } from './list-query';
import { refusal } from '../messages/testing/refusal';

import { USER } from './user';

const get = (query: Readonly<Record<string, string | string[]>>): ListQuery => readListQuery(query, USER);
const search = (message: JsonObject): ListQuery => readSearchRequest({ schemas: [SEARCH_URN], ...message }, USER);

describe('the query of a list', () => {
  it('L-09: without parameters it is the first page of the default size', () => {
    expect(get({})).toEqual({ startIndex: 1, count: 100, sortOrder: 'ascending' });
  });

  it.each([
    ['0', 1],
    ['-5', 1],
    ['1', 1],
    ['99', 99],
    ['', 1],
  ])('L-03: startIndex=%s begins at %d', (startIndex, expected) => {
    expect(get({ startIndex }).startIndex).toBe(expected);
  });

  it.each([
    ['0', 0],
    ['-3', 0],
    ['1', 1],
    ['1000', 1000],
    ['99999', 1000],
    ['', 100],
  ])('L-05 L-09 B10: count=%s is %d', (count, expected) => {
    expect(get({ count }).count).toBe(expected);
  });

  it.each(['abc', '1.5', '1e3', ' 1', '+1', '0x10', '99999999999999999999', '--1'])(
    'L-08 E-11: %j is no integer',
    (text) => {
      expect(refusal(() => get({ count: text }))).toContain('400 invalidValue: count: expected an integer');
      expect(refusal(() => get({ startIndex: text }))).toContain('400 invalidValue: startIndex: expected an integer');
    },
  );

  it('H-26: names match in any letter case, unknown ones are ignored', () => {
    expect(get({ STARTINDEX: '2', Filter: 'title pr', aadOptscim062020: '', foo: '1' })).toMatchObject({
      startIndex: 2,
      filter: 'title pr',
    });
  });

  it('H-26: the same parameter twice is refused', () => {
    expect(refusal(() => get({ count: ['1', '2'] }))).toContain('400 invalidValue: count: stands twice');
    expect(refusal(() => get({ count: '1', COUNT: '2' }))).toContain('400 invalidValue: COUNT: stands twice');
    expect(refusal(() => get({ foo: ['1', '2'] }))).toBe('accepted');
  });

  it('F-31: an empty filter is handed on, because it is none of the grammar', () => {
    expect(get({ filter: '' }).filter).toBe('');
  });

  it('L-11 L-16: order is ascending unless told, in any letter case, and not looked at without sortBy', () => {
    expect(get({ sortBy: 'userName' })).toMatchObject({ sortBy: 'userName', sortOrder: 'ascending' });
    expect(get({ sortBy: 'userName', sortOrder: 'DESCENDING' }).sortOrder).toBe('descending');
    expect(get({ sortOrder: 'sideways' })).not.toHaveProperty('sortBy');
    expect(get({ sortBy: '', sortOrder: 'sideways' }).sortOrder).toBe('ascending');
    expect(refusal(() => get({ sortBy: 'userName', sortOrder: 'sideways' }))).toContain('400 invalidValue: sortOrder');
  });

  it('A-01 A-10: the projection is part of it', () => {
    expect(get({ attributes: 'userName' }).projection?.mode).toBe('only');
    expect(get({ excludedattributes: 'emails' }).projection?.mode).toBe('except');
    expect(refusal(() => get({ attributes: 'userName', excludedAttributes: 'emails' }))).toContain('400 invalidValue');
  });

  it('L-09: a service may have other page sizes', () => {
    expect(readListQuery({ count: '50' }, USER, { defaultSize: 5, maxSize: 20 }).count).toBe(20);
    expect(readListQuery({}, USER, { defaultSize: 5, maxSize: 20 }).count).toBe(5);
  });
});

describe('cursor paging', () => {
  it('C-01 C-12: only a cursor asks for it, an empty one for the first page', () => {
    expect(get({ cursor: '', count: '1' })).toMatchObject({ cursor: '', count: 1 });
    expect(get({ count: '1' })).not.toHaveProperty('cursor');
  });

  it('C-05 C-10: negative is 0, more than the largest page is refused', () => {
    expect(get({ cursor: '', count: '-1' }).count).toBe(0);
    expect(get({ cursor: 'x', count: '1000' }).count).toBe(1000);
    expect(refusal(() => get({ cursor: '', count: '1001' }))).toContain('400 invalidCount');
  });

  it('C-13: startIndex and cursor together are refused', () => {
    expect(refusal(() => get({ cursor: '', startIndex: '1' }))).toContain('400 invalidValue');
  });
});

describe('a SearchRequest', () => {
  it('L-21 F-48 A-11: says the same as the query of a GET', () => {
    const query = {
      filter: 'userName eq "bob"',
      startIndex: '3',
      count: '10',
      sortBy: 'userName',
      sortOrder: 'descending',
    };
    const message = { ...query, startIndex: 3, count: 10, attributes: ['userName', 'emails.value'] };
    expect(search(message)).toEqual(get({ ...query, attributes: 'userName,emails.value' }));
    expect(search({ attributes: 'userName,emails.value' })).toEqual(
      search({ attributes: ['userName', 'emails.value'] }),
    );
  });

  it('N-10: names match in any letter case, unknown ones and nulls are ignored', () => {
    const message = { SCHEMAS: [SEARCH_URN.toUpperCase()], COUNT: 7, shoeSize: 9, filter: null };
    expect(readSearchRequest(message, USER)).toEqual({ startIndex: 1, count: 7, sortOrder: 'ascending' });
  });

  it('C-14: takes a cursor in the body', () => {
    expect(search({ cursor: '' }).cursor).toBe('');
    expect(search({ cursor: 'abc' }).cursor).toBe('abc');
  });

  it.each<[Json]>([[{ count: 1 }], [{ schemas: [], count: 1 }], [{ schemas: [PATCH_URN] }], [[]], ['x']])(
    'L-22: %j is another message',
    (body) => {
      expect(refusal(() => readSearchRequest(body, USER))).toContain('400 invalidSyntax');
    },
  );

  it.each([
    '{"count":"10"}',
    '{"count":1.0}',
    '{"startIndex":true}',
    '{"filter":5}',
    '{"sortBy":[]}',
    '{"attributes":5}',
    '{"attributes":[5]}',
    '{"cursor":{}}',
  ])('L-22 L-08: %s has a wrong type', (text) => {
    const body = readJson(text.replace('{', `{"schemas":["${SEARCH_URN}"],`));
    expect(refusal(() => readSearchRequest(body, USER))).toContain('400 invalidValue');
  });
});
