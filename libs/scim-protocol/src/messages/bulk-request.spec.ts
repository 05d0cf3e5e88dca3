import { refusal } from './testing/refusal';
import { readBulkRequest } from './bulk-request';
import type { Json, JsonObject } from './json';
import { BULK_OPERATIONS_MAX } from './limits';
import { readJson } from './read-json';
import { BULK_REQUEST_URN, PATCH_URN } from './urns';

const bulk = (operations: Json, more: JsonObject = {}) =>
  readBulkRequest({ schemas: [BULK_REQUEST_URN], Operations: operations, ...more });

describe('the envelope of a bulk request', () => {
  const post = { method: 'POST', path: '/Users', bulkId: 'u', data: { userName: 'ada' } };

  it.each([[undefined], [{}], [[]], ['x']])('B-02: Operations %j is refused for the whole request', (operations) => {
    const body = {
      schemas: [BULK_REQUEST_URN],
      ...(operations === undefined ? {} : { Operations: operations as Json }),
    };
    expect(refusal(() => readBulkRequest(body))).toContain('400 invalidSyntax: Operations');
  });

  it('B-02: another message is refused', () => {
    expect(refusal(() => readBulkRequest({ schemas: [PATCH_URN], Operations: [post] }))).toContain(
      '400 invalidSyntax: schemas',
    );
  });

  it('B-05 B-17 N-10: endpoint, id, version and data are read in any letter case of names', () => {
    const { operations } = readBulkRequest({
      schemas: [BULK_REQUEST_URN],
      OPERATIONS: [
        post,
        { METHOD: 'put', Path: '/Groups/g1', Version: 'W/"7"', data: {} },
        { method: 'Delete', path: '/Users/a1' },
      ],
    });
    expect(operations).toEqual([
      { kind: 'operation', index: 0, method: 'POST', endpoint: '/Users', bulkId: 'u', data: { userName: 'ada' } },
      { kind: 'operation', index: 1, method: 'PUT', endpoint: '/Groups', id: 'g1', version: 'W/"7"', data: {} },
      { kind: 'operation', index: 2, method: 'DELETE', endpoint: '/Users', id: 'a1' },
    ]);
  });

  it.each<[string, Json, string]>([
    ['B-03', { ...post, method: 'GET' }, '400 invalidSyntax: method'],
    ['B-03', { ...post, method: 5 }, '400 invalidSyntax: method'],
    ['B-04', { ...post, bulkId: null }, '400 invalidValue: bulkId: required'],
    ['B-05', { ...post, path: '/Users/a1' }, '400 invalidValue: path'],
    ['B-05', { method: 'DELETE', path: '/Users' }, '400 invalidValue: path'],
    ['B-05', { method: 'DELETE', path: '/Users/a1/b' }, '404 -: path'],
    ['B-05', { method: 'DELETE', path: 'Users/a1' }, '404 -: path'],
    ['B-05', { ...post, path: '/Bulk' }, '400 invalidValue: path'],
    ['B-06', { method: 'POST', path: '/Users', bulkId: 'u' }, '400 invalidSyntax: data'],
    ['B-06', { method: 'PATCH', path: '/Users/a1', data: 'x' }, '400 invalidSyntax: data'],
    ['B-02', 'x', '400 invalidSyntax'],
  ])('%s: a bad operation is refused by itself, the others stand: %j', (_rule, operation, expected) => {
    const [refused, good] = bulk([operation, { ...post, bulkId: 'v' }]).operations;
    expect(
      refused?.kind === 'refused' &&
        refusal(() => {
          throw refused.error;
        }),
    ).toContain(expected);
    expect(good?.kind).toBe('operation');
  });

  it('B-04: the same bulkId twice is refused for the whole request', () => {
    expect(refusal(() => bulk([post, post]))).toContain('400 invalidValue: bulkId: "u" stands twice');
  });

  it('B-06: the bare operations of a PATCH are read as its message', () => {
    const [operation] = bulk([
      { method: 'PATCH', path: '/Users/a1', data: [{ op: 'remove', path: 'title' }] },
    ]).operations;
    expect(operation).toMatchObject({ data: { schemas: [PATCH_URN], Operations: [{ op: 'remove', path: 'title' }] } });
  });

  it.each(['0', '-1', '1.0', '"1"', 'true'])('B-11: failOnErrors %s is refused', (value) => {
    const body = readJson(
      JSON.stringify({ schemas: [BULK_REQUEST_URN], Operations: [post] }).replace('}]}', `}],"failOnErrors":${value}}`),
    );
    expect(refusal(() => readBulkRequest(body))).toContain('400 invalidValue: failOnErrors');
  });

  it('B-18 SEC-25: more operations than advertised are refused before any is looked at', () => {
    const many = Array.from({ length: BULK_OPERATIONS_MAX + 1 }, () => 'x');
    expect(refusal(() => bulk(many))).toContain('413 -: Operations: 1001 operations; at most 1000');
    expect(refusal(() => bulk(many.slice(1)))).toBe('accepted');
  });
});
