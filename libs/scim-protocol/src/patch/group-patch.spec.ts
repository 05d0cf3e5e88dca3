import type { OperationExample } from '../dialects/rewrite';
import { CREW } from '../fixtures/people';
import { add, patchGroup, refusalOf, remove, replace } from '../fixtures/patching';
import type { Json } from '../messages/json';

const refs = (...values: string[]) => values.map((value) => ({ value }));
const changesOf = (...operations: OperationExample[]) => patchGroup(CREW, operations).memberChanges;

describe('a PATCH of a group', () => {
  it('C46: renames it, by path or without, and says nothing of members', () => {
    const renamed = { resource: { ...CREW, displayName: 'Analysts' }, changed: true, memberChanges: [] };

    expect(patchGroup(CREW, [replace('displayName', 'Analysts')])).toMatchObject(renamed);
    expect(patchGroup(CREW, [{ op: 'replace', value: { displayName: 'Analysts', id: 'g1' } }])).toMatchObject(renamed);
    expect(patchGroup(CREW, [replace('displayName', 'Crew')]).changed).toBe(false);
  });

  it('P-29 S-35: never loses its name', () => {
    expect(refusalOf(() => patchGroup(CREW, [remove('displayName')])).scimType).toBe('mutability');
    expect(refusalOf(() => patchGroup(CREW, [replace('displayName', '')])).scimType).toBe('invalidValue');
  });

  it.each<[string, Json]>([
    ['a list of objects', [{ value: 'u1' }, { value: 'u2' }]],
    [
      'objects with an empty $ref',
      [
        { value: 'u1', $ref: null },
        { value: 'u2', $ref: null },
      ],
    ],
    [
      'objects with a name',
      [
        { value: 'u1', display: 'Ada' },
        { value: 'u2', display: 'Bob' },
      ],
    ],
    ['bare ids', ['u1', 'u2']],
    ['objects that repeat themselves', [{ value: 'u1' }, { value: 'u2' }, { value: 'u1' }]],
  ])('C44 P-15: adds members given as %s', (_form, value) => {
    const added = [{ kind: 'add', members: refs('u1', 'u2') }];

    expect(changesOf(add('members', value))).toEqual(added);
    expect(changesOf({ op: 'Add', path: 'MEMBERS', value })).toEqual(added);
    expect(changesOf({ op: 'add', value: { members: value } })).toEqual(added);
  });

  it('C44: adds one member given by itself', () => {
    expect(changesOf(add('members', { value: 'u1', type: 'User' }))).toEqual([
      { kind: 'add', members: [{ value: 'u1', type: 'User' }] },
    ]);
    expect(changesOf(add('members', 'u1'))).toEqual([{ kind: 'add', members: refs('u1') }]);
  });

  it('B18 P-30 C72 C45: removes the listed members alone, never all of them', () => {
    const removed = [{ kind: 'remove', values: ['u1', 'u2'] }];

    expect(changesOf({ op: 'Remove', path: 'members', value: [{ value: 'u1' }, { value: 'u2', $ref: null }] })).toEqual(
      removed,
    );
    expect(changesOf({ op: 'remove', path: 'members', value: ['u1', 'u2'] })).toEqual(removed);
    expect(changesOf({ op: 'remove', path: 'members', value: [] })).toEqual([]);
    expect(refusalOf(() => changesOf({ op: 'remove', path: 'members', value: [{}] })).scimType).toBe('invalidValue');
    expect(refusalOf(() => changesOf({ op: 'remove', path: 'members', value: '' })).scimType).toBe('invalidValue');
  });

  it('B18 C73 P-26: removes the members that a filter of ids names by their ids', () => {
    expect(changesOf(remove('members[value eq "u1"]'))).toEqual([{ kind: 'remove', values: ['u1'] }]);
    expect(changesOf(remove('members[value eq "u1" or value eq "u2"]'))).toEqual([
      { kind: 'remove', values: ['u1', 'u2'] },
    ]);
  });

  it('P-55: removes the members that any other filter selects where they are kept', () => {
    expect(changesOf(remove('members[type eq "Group"]'))).toMatchObject([
      { kind: 'removeWhere', filter: { kind: 'compare' } },
    ]);
    expect(changesOf(remove('members[value eq "u1" and type eq "User"]'))).toMatchObject([
      { kind: 'removeWhere', filter: { kind: 'and' } },
    ]);
    expect(changesOf(remove('members[not (value eq "u1")]'))).toMatchObject([{ kind: 'removeWhere' }]);
  });

  it('B18 C74 P-25: without filter and value removes everybody', () => {
    expect(changesOf(remove('members'))).toEqual([{ kind: 'removeAll' }]);
    expect(changesOf(replace('members', []))).toEqual([{ kind: 'removeAll' }]);
    expect(changesOf(replace('members', null))).toEqual([{ kind: 'removeAll' }]);
  });

  it('P-42: to add nobody is no change', () => {
    expect(changesOf(add('members', []))).toEqual([]);
    expect(changesOf(add('members', null))).toEqual([]);
  });

  it('C75 P-34: replaces the members by those that are listed', () => {
    expect(changesOf(replace('members', [{ value: 'u1' }]))).toEqual([{ kind: 'replace', members: refs('u1') }]);
    expect(changesOf({ op: 'replace', value: { members: [{ value: 'u1' }] } })).toEqual([
      { kind: 'replace', members: refs('u1') },
    ]);
  });

  it('P-52: makes one change of neighbours of one kind, and keeps the order of different ones', () => {
    expect(
      changesOf(
        add('members', 'u1'),
        add('members', [{ value: 'u2' }, { value: 'u1' }]),
        remove('members[value eq "u2"]'),
        { op: 'remove', path: 'members', value: ['u3'] },
        add('members', 'u2'),
      ),
    ).toEqual([
      { kind: 'add', members: refs('u1', 'u2') },
      { kind: 'remove', values: ['u2', 'u3'] },
      { kind: 'add', members: refs('u2') },
    ]);
  });

  it('P-52 C76: plans 1,000 operations as one change', () => {
    const operations = Array.from({ length: 1000 }, (_, at) => add('members', { value: `u${at}` }));

    expect(changesOf(...operations)).toEqual([{ kind: 'add', members: operations.map(({ value }) => value) }]);
  });

  it('P-53 S-36: never changes a part of a member', () => {
    for (const operation of [
      replace('members[value eq "u1"].display', 'x'),
      replace('members[value eq "u1"].value', 'u2'),
      replace('members.display', 'x'),
      remove('members[value eq "u1"].display'),
      replace('members[value eq "u1"]', { value: 'u2' }),
      add('members[type eq "User"]', { display: 'x' }),
    ]) {
      expect(refusalOf(() => changesOf(operation))).toMatchObject({ status: 400, scimType: 'mutability' });
    }
  });

  it('P-19: to write to a selected member makes it be there', () => {
    expect(changesOf(add('members[value eq "u1"]', { display: 'Ada' }))).toEqual([
      { kind: 'add', members: refs('u1') },
    ]);
  });

  it('P-06 B19: refuses all of it when a member has no id', () => {
    const refusal = refusalOf(() => changesOf(add('members', 'u1'), add('members', [{ display: 'Ada' }])));

    expect(refusal).toMatchObject({ status: 400, scimType: 'invalidValue', operation: 1 });
    expect(refusalOf(() => changesOf(add('members', [{ value: '' }]))).scimType).toBe('invalidValue');
    expect(refusalOf(() => changesOf(add('members', 5))).scimType).toBe('invalidValue');
  });

  it('SEC-25: takes 100,000 members and names that number when there are more', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({ value: `u${at}` }));

    expect(changesOf(add('members', many))).toHaveLength(1);
    const refusal = refusalOf(() => changesOf(add('members', many), add('members', 'one more')));
    expect(refusal).toMatchObject({ status: 413 });
    expect(refusal.detail).toContain('100000');
  });

  it('P-15: keeps what an operation says of the group beside its members', () => {
    const plan = patchGroup(CREW, [{ op: 'replace', value: { displayName: 'X', externalId: 'e', members: ['u1'] } }]);

    expect(plan).toMatchObject({
      resource: { displayName: 'X', externalId: 'e' },
      memberChanges: [{ kind: 'replace', members: refs('u1') }],
    });
    expect(plan.resource).not.toHaveProperty('members');
  });
});
