import { bulkIdsIn, resolveBulkIds } from './bulk-references';
import type { JsonObject } from './json';
import { readJson } from './read-json';

describe('references inside a bulk request', () => {
  const data: JsonObject = {
    members: [{ value: 'bulkId:u', $ref: 'https://h/Users/bulkId:u' }, { value: 'a1' }],
    manager: 'bulkId:m',
    Operations: [{ op: 'remove', path: 'members[value eq "bulkId:u" or value eq "bulkId:m"]' }],
    displayName: 'about bulkId:u',
  };

  it('B-12: bulkIds are found wherever a reference stands', () => {
    expect([...bulkIdsIn(data)].sort()).toEqual(['m', 'u']);
  });

  it('B-12: they become the new ids, in values, URLs and paths, and nowhere else', () => {
    expect(
      resolveBulkIds(
        data,
        new Map([
          ['u', '7'],
          ['m', '9'],
        ]),
      ),
    ).toEqual({
      members: [{ value: '7', $ref: 'https://h/Users/7' }, { value: 'a1' }],
      manager: '9',
      Operations: [{ op: 'remove', path: 'members[value eq "7" or value eq "9"]' }],
      displayName: 'about bulkId:u',
    });
  });

  it('B-16: a bulkId that nothing made stays, so that it can be refused', () => {
    expect(resolveBulkIds({ value: 'bulkId:nobody' }, new Map())).toEqual({ value: 'bulkId:nobody' });
  });

  it('SEC-28: names that reach a prototype stay names', () => {
    const hostile = readJson('{"__proto__":{"isAdmin":"bulkId:u"}}') as JsonObject;
    const resolved = resolveBulkIds(hostile, new Map([['u', '7']]));
    expect(Object.keys(resolved)).toEqual(['__proto__']);
    expect((resolved as { isAdmin?: string }).isAdmin).toBeUndefined();
  });
});
