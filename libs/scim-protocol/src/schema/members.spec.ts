import type { Json } from '../messages/json';
import { MEMBERS_MAX } from '../messages/limits';
import { readMembers } from './members';
import { refusal } from '../messages/testing/refusal';
import { readGroup } from './testing/bodies';

describe('members of a group', () => {
  it('C72 N-02: each way to write a member is understood; order is kept, the same id counts once', () => {
    const sent: Json = [
      { value: 'u3', $ref: null },
      'u1',
      { VALUE: 'u2', Type: 'user', display: 'Bob' },
      { value: 'u1', type: 'User' },
      { value: 'g1', type: 'Group', $ref: 'https://h/Groups/g1' },
      { value: 'bulkId:x' },
      null,
    ];
    expect(readGroup({ members: sent }).members).toEqual([
      { value: 'u3' },
      { value: 'u1' },
      { value: 'u2', type: 'User' },
      { value: 'g1', type: 'Group' },
      { value: 'bulkId:x' },
    ]);
  });

  it('S-27: ids compare exactly', () => {
    expect(readMembers(['a', 'A'], 'members')).toHaveLength(2);
  });

  it('R-10: they are kept apart from the resource, and no members is told from silence', () => {
    expect(readGroup({ members: [] })).toMatchObject({ members: [], resource: { displayName: 'Crew' } });
    expect(readGroup({ members: null }).members).toEqual([]);
    expect(readGroup()).not.toHaveProperty('members');
    expect(readGroup({ members: ['u1'] }).resource).not.toHaveProperty('members');
  });

  it.each<[Json, string]>([
    [{ value: 'u1' }, 'members: expected a list'],
    ['u1', 'members: expected a list'],
    [[5], 'members[0]: expected an object'],
    [['a', {}], 'members[1].value: expected the id'],
    [[{ value: '' }], 'members[0].value: expected the id'],
    [[{ value: { a: 1 } }], 'members[0].value: expected the id'],
    [[' '], 'members[0].value: expected the id'],
    [[['u1']], 'members[0]: expected an object'],
  ])('S-13 S-14: %j is refused', (members, expected) => {
    expect(refusal(() => readGroup({ members }))).toContain(`400 invalidValue: ${expected}`);
  });

  it('P-15: one element by itself is read where a PATCH may have one', () => {
    expect(readMembers('u1', 'members')).toEqual([{ value: 'u1' }]);
    expect(readMembers({ value: 'u1' }, 'members')).toEqual([{ value: 'u1' }]);
  });

  it('SEC-25: 100,000 members are taken, one more is refused with the number', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ value: `u${at}` }));
    expect(readMembers(many(MEMBERS_MAX), 'members')).toHaveLength(100_000);
    expect(refusal(() => readMembers(many(MEMBERS_MAX + 1), 'members'))).toContain(
      '413 -: members: 100001 members; at most 100000',
    );
  });
});
