import { refusal } from './testing/refusal';
import type { Json } from './json';
import { PATCH_OPERATIONS_MAX } from './limits';
import { readPatchRequest } from './patch-request';
import { PATCH_URN } from './urns';

const patch = (operations: Json, schemas: Json = [PATCH_URN]) => readPatchRequest({ schemas, Operations: operations });
const U = 'urn:ietf:params:scim:schemas:core:2.0:User';

describe('the envelope of a PATCH', () => {
  it.each([[undefined], [[]], [[U]], [[PATCH_URN, U]], [PATCH_URN], [[5]]])(
    'P-01: schemas %j is refused',
    (schemas) => {
      const body = { Operations: [{ op: 'add', value: {} }], ...(schemas === undefined ? {} : { schemas }) };
      expect(refusal(() => readPatchRequest(body))).toBe(`400 invalidSyntax: schemas: expected ["${PATCH_URN}"]`);
    },
  );

  it.each([[[]], [{}], ['x'], [null]])('P-02: Operations %j is refused', (operations) => {
    expect(refusal(() => patch(operations))).toContain('400 invalidSyntax: Operations');
  });

  it('P-02: an operation that is no object is refused by its number', () => {
    expect(refusal(() => patch([{ op: 'remove', path: 'title' }, 5]))).toContain('400 invalidSyntax: Operation 2:');
  });

  it.each([[undefined], ['move'], [5], [''], [null], [['add']]])('P-03: op %j is refused', (op) => {
    const operation: Json = op === undefined ? { path: 'title' } : { op: op as Json, path: 'title' };
    expect(refusal(() => patch([operation]))).toContain('400 invalidSyntax: Operation 1: op: expected "add"');
  });

  it('P-03 P-04 N-10: letter case does not matter, unknown members are ignored, order is kept', () => {
    const body: Json = {
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
