import { englishSentence } from './english-sentence';
import { requestSentence, type SentenceParts } from './request-sentence';

const parts = (some: Partial<SentenceParts>): SentenceParts => ({
  client: 'Entra',
  method: 'PATCH',
  status: 200,
  resourceType: 'User',
  resourceName: 'Ana Lima',
  found: 0,
  changes: [],
  membersAdded: 0,
  membersRemoved: 0,
  ...some,
});

describe('one plain sentence a request', () => {
  it.each([
    [{ outcome: 'created' }, 'Entra created Ana Lima'],
    [{ outcome: 'updated', changes: [{ path: 'active', before: true, after: false }] }, 'Entra turned off Ana Lima'],
    [
      { outcome: 'updated', changes: [{ path: 'active', before: false, after: true }] },
      'Entra turned Ana Lima on again',
    ],
    [{ outcome: 'updated', changes: [{ path: 'urn:x:2.0:User:department' }] }, 'Entra changed department of Ana Lima'],
    [{ outcome: 'unchanged' }, 'Entra sent Ana Lima again: nothing to change'],
    [
      { outcome: 'updated', resourceType: 'Group' as const, resourceName: 'Sales', membersAdded: 2, membersRemoved: 1 },
      'Entra added 2 members to and removed 1 member from group Sales',
    ],
    [
      { outcome: 'listed', matched: 'userName eq "x"', found: 0 },
      'Entra looked for users where userName eq "x": none there',
    ],
    [{ outcome: 'listed', resourceType: undefined, found: 3 }, 'Entra listed users and groups: 3 in all'],
    [{ outcome: 'bulk', bulk: { done: 2, refused: 1 } }, 'Entra sent 3 operations at once: 2 done, 1 refused'],
    [
      { status: 409, error: { detail: 'userName is taken' } },
      "Refused Entra's PATCH about Ana Lima: userName is taken",
    ],
  ])('C01: %j reads well', (some, sentence) => {
    expect(englishSentence(requestSentence(parts(some)))).toBe(sentence);
  });
});
