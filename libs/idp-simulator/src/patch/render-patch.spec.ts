import { targetPath, type Target } from '../mapping/target';
import type { PatchHabits } from './patch-habits';
import { renderGroupAttributes, renderMembersAdded, renderMembersRemoved } from './render-group-patch';
import { renderManagerClear, renderUserPatch, type Difference } from './render-user-patch';

const HABITS: PatchHabits = {
  addOrReplace: 'by-target',
  groupFlagAdds: true,
  activeForm: 'dialect',
  booleanText: 'capitalised',
  managerClear: 'path',
  membersRefNull: false,
  memberBatch: 2,
};
const E = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function aDifference(target: Target, value: string | boolean, held = true): Difference {
  return { target, path: targetPath(target), value, held };
}

const DIFFERENCES = [
  aDifference({ kind: 'plain', name: 'displayName' }, 'Ada King'),
  aDifference({ kind: 'typed', list: 'emails', type: 'work', part: 'value' }, 'ada.king@corp.example', false),
  aDifference({ kind: 'part', name: 'name', part: 'familyName' }, 'King'),
  aDifference({ kind: 'enterprise', name: 'department' }, 'Engines'),
  aDifference({ kind: 'plain', name: 'active' }, true),
];

describe('a user PATCH', () => {
  it('entra 7.1: the default dialect sends one capitalised operation an attribute, booleans as text', () => {
    expect(renderUserPatch(DIFFERENCES, 'default', HABITS, true)).toEqual([
      { op: 'Replace', path: 'displayName', value: 'Ada King' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'ada.king@corp.example' },
      { op: 'Replace', path: 'name.familyName', value: 'King' },
      { op: 'Replace', path: `${E}:department`, value: 'Engines' },
      { op: 'Replace', path: 'active', value: 'True' },
    ]);
  });

  it('entra 7.2: the flag dialect sends value paths and active alone, and the rest without a path', () => {
    expect(renderUserPatch(DIFFERENCES, 'flag', HABITS, false)).toEqual([
      { op: 'add', path: 'emails[type eq "work"].value', value: 'ada.king@corp.example' },
      { op: 'replace', path: 'active', value: true },
      { op: 'replace', value: { displayName: 'Ada King', 'name.familyName': 'King', [`${E}:department`]: 'Engines' } },
    ]);
  });

  it('entra 7 row 14: a manager is cleared in three ways', () => {
    const clear = (managerClear: PatchHabits['managerClear']) =>
      renderManagerClear(`${E}:manager`, 'u2', 'flag', { ...HABITS, managerClear });

    expect(clear('path')).toEqual({ op: 'remove', path: `${E}:manager` });
    expect(clear('value')).toEqual({ op: 'remove', path: `${E}:manager`, value: 'u2' });
    expect(clear('filter')).toEqual({ op: 'remove', path: `${E}:manager[value eq "u2"]` });
  });
});

describe('a group PATCH', () => {
  it('entra 7 row 15: members are added in batches', () => {
    expect(renderMembersAdded(['a', 'b', 'c'], 'default', HABITS)).toEqual([
      [{ op: 'Add', path: 'members', value: [{ value: 'a' }, { value: 'b' }] }],
      [{ op: 'Add', path: 'members', value: [{ value: 'c' }] }],
    ]);
  });

  it('entra 7 row 16: members are removed by a value list, or by a filtered path each', () => {
    expect(renderMembersRemoved(['a', 'b'], 'default', { ...HABITS, membersRefNull: true })).toEqual([
      [
        {
          op: 'Remove',
          path: 'members',
          value: [
            { value: 'a', $ref: null },
            { value: 'b', $ref: null },
          ],
        },
      ],
    ]);
    expect(renderMembersRemoved(['a', 'b'], 'flag', HABITS)).toEqual([
      [
        { op: 'remove', path: 'members[value eq "a"]' },
        { op: 'remove', path: 'members[value eq "b"]' },
      ],
    ]);
  });

  it('entra 7 row 17: a rename has a path in one dialect and none in the other', () => {
    expect(renderGroupAttributes({ displayName: 'B' }, 'default')).toEqual([
      { op: 'Replace', path: 'displayName', value: 'B' },
    ]);
    expect(renderGroupAttributes({ displayName: 'B' }, 'flag')).toEqual([
      { op: 'replace', value: { displayName: 'B' } },
    ]);
  });
});
