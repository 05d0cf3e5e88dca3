import { refusal } from '../schema/testing/bodies';
import { bulkIdsIn, resolveBulkIds } from './bulk-references';
import { readBulkRequest } from './bulk-request';
import type { Json, JsonObject } from './json';
import { BULK_OPERATIONS_MAX, PATCH_OPERATIONS_MAX } from './limits';
import { listResponse } from './list-response';
import { readPatchRequest } from './patch-request';
import { readJson } from './read-json';
import { ERROR_URN, invalidValue, notFound, quoted, uniqueness } from './scim-error';
import { BULK_REQUEST_URN, LIST_URN, PATCH_URN } from './urns';

const patch = (operations: Json, schemas: Json = [PATCH_URN]) => readPatchRequest({ schemas, Operations: operations });
const bulk = (operations: Json, more: JsonObject = {}) =>
  readBulkRequest({ schemas: [BULK_REQUEST_URN], Operations: operations, ...more });
const U = 'urn:ietf:params:scim:schemas:core:2.0:User';

describe('errors', () => {
  it('E-01: the status is a text equal to the HTTP code', () => {
    expect(notFound('No user has this id.').toBody()).toEqual({
      schemas: [ERROR_URN],
      status: '404',
      detail: 'No user has this id.',
    });
  });

  it('E-02 E-06: a keyword stands only where the RFC has one', () => {
    expect(uniqueness('taken').toBody()).toMatchObject({ status: '409', scimType: 'uniqueness' });
    expect(notFound('gone').toBody()).not.toHaveProperty('scimType');
  });

  it('E-16: an operation is named once, from 1, and texts of the caller are cut and made visible', () => {
    expect(invalidValue('title: expected a text').atOperation(2).atOperation(7).detail).toBe(
      'Operation 3: title: expected a text',
    );
    expect(quoted(`a\nb${'x'.repeat(200)}`)).toHaveLength(104);
    expect(quoted('a\u001b[0m')).toBe('"a\\u001b[0m"');
  });
});

describe('the envelope of a PATCH', () => {
  it.each([[undefined], [[]], [[U]], [[PATCH_URN, U]], [PATCH_URN], [[5]]])(
    'P-01: schemas %j is refused',
    (schemas) => {
      const body = { Operations: [{ op: 'add', value: {} }], ...(schemas === undefined ? {} : { schemas }) };
      expect(refusal(() => readPatchRequest(body))).toBe(`400 invalidSyntax: schemas: expected ["${PATCH_URN}"]`);
    },
  );

  it.each([[[]], [{}], ['x'], [null]])('P-02: Operations %j is refused', (operations) => {
    expect(refusal(() => patch(operations as Json))).toContain('400 invalidSyntax: Operations');
  });

  it('P-02: an operation that is no object is refused by its number', () => {
    expect(refusal(() => patch([{ op: 'remove', path: 'title' }, 5]))).toContain('400 invalidSyntax: Operation 2:');
  });

  it.each([[undefined], ['move'], [5], [''], [null], [['add']]])('P-03: op %j is refused', (op) => {
    const operation = op === undefined ? { path: 'title' } : { op: op as Json, path: 'title' };
    expect(refusal(() => patch([operation]))).toContain('400 invalidSyntax: Operation 1: op: expected "add"');
  });

  it('P-03 P-04 N-10: letter case does not matter, unknown members are ignored, order is kept', () => {
    const body = {
      SCHEMAS: [PATCH_URN.toUpperCase()],
      operations: [
        { OP: 'Replace', Path: 'title', VALUE: 'x', name: 'x' },
        { op: 'REMOVE', path: 'title' },
      ],
    };
    expect(readPatchRequest(body)).toEqual([
      { op: 'replace', path: 'title', value: 'x', index: 0 },
      { op: 'remove', path: 'title', index: 1 },
    ]);
  });

  it('P-42: null as a value is told from no value', () => {
    const [cleared, none] = patch([
      { op: 'replace', path: 'title', value: null },
      { op: 'replace', path: 'title' },
    ]);
    expect(cleared).toHaveProperty('value', null);
    expect(none).not.toHaveProperty('value');
  });

  it('P-08: a path that is no text is refused, an empty one is handed on', () => {
    expect(refusal(() => patch([{ op: 'add', path: 5, value: 1 }]))).toContain('400 invalidPath: Operation 1');
    expect(patch([{ op: 'add', path: '', value: 1 }])[0]?.path).toBe('');
  });

  it('SEC-25: at most 1,000 operations', () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ op: 'remove', path: 'title' }));
    expect(patch(many(PATCH_OPERATIONS_MAX))).toHaveLength(1_000);
    expect(refusal(() => patch(many(PATCH_OPERATIONS_MAX + 1)))).toContain(
      '413 -: Operations: 1001 operations; at most 1000',
    );
  });
});

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

describe('references inside a bulk request', () => {
  const data = {
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

describe('lists', () => {
  it('L-01 L-02 L-06: a list says how many there are and how many it has', () => {
    expect(listResponse([])).toEqual({
      schemas: [LIST_URN],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
    expect(listResponse([{ id: 'a' }], { totalResults: 9, startIndex: 3 })).toMatchObject({
      totalResults: 9,
      startIndex: 3,
      itemsPerPage: 1,
    });
  });
});
