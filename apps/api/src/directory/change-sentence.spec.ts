import { changeSentence, type ChangeFacts } from './change-sentence';
import { englishChange } from './english-change';

const change = (some: Partial<ChangeFacts>): ChangeFacts => ({
  kind: 'updated',
  resourceType: 'User',
  data: [],
  memberCount: 0,
  memberNames: [],
  ...some,
});

describe('one plain sentence a change', () => {
  it.each<[Partial<ChangeFacts>, string]>([
    [{ kind: 'created' }, 'Person created'],
    [{ kind: 'deleted', resourceType: 'Group' }, 'Group deleted'],
    [{ kind: 'membersAdded', memberCount: 1, memberNames: ['Ana'] }, 'Added Ana'],
    [{ kind: 'membersAdded', memberCount: 9, memberNames: ['Ana', 'Bo', 'Cy'] }, 'Added Ana, Bo, Cy and 6 more'],
    [{ kind: 'membersRemoved', memberCount: 4 }, 'Removed 4 members'],
    [{ data: [{ path: 'active', before: false, after: true }] }, 'Turned on'],
    [{ data: [{ path: 'title', before: 'Clerk', after: 'Lead' }] }, 'title changed from "Clerk" to "Lead"'],
    [{ data: [{ path: 'urn:x:User:department', after: 'Sales' }] }, 'department set to "Sales"'],
    [{ data: [{ path: 'nickName', before: 'An' }] }, 'nickName removed (was "An")'],
    [{ data: [{ path: 'emails', before: [], after: [{ value: 'a@b' }] }] }, 'emails changed'],
    [
      { data: ['a', 'b', 'c', 'd', 'e'].map((path) => ({ path, after: 1 })) },
      'a set to 1; b set to 1; c set to 1; 2 more attributes changed',
    ],
    [{ data: null }, 'Attributes changed'],
  ])('A16: %j reads well', (some, sentence) => {
    expect(englishChange(changeSentence(change(some)))).toBe(sentence);
  });
});
