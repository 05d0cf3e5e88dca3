import { englishSentence } from './english-sentence';
import { sentenceView, storedSentence, type SentenceRow } from './stored-sentence';

const row = (some: Partial<SentenceRow>): SentenceRow => ({
  method: 'PATCH',
  status: 200,
  client: 'Entra',
  address: '192.0.2.7',
  resourceType: 'User',
  resourceName: 'Ana Lima',
  told: { outcome: 'updated', changes: [{ path: 'active', before: true, after: false }] },
  ...some,
});

describe('the sentence of a stored request, as data', () => {
  it.each([
    [row({}), { code: 'turnedOff', client: 'Entra', subject: { type: 'User', name: 'Ana Lima' } }],
    [
      row({ resourceType: 'Group', resourceName: 'Sales', told: { outcome: 'updated', membersAdded: 3 } }),
      { code: 'membersAdded', client: 'Entra', subject: { type: 'Group', name: 'Sales' }, added: 3, removed: 0 },
    ],
    [
      row({ resourceType: 'User', resourceName: null, told: { outcome: 'listed', matched: 'title eq "x"', found: 2 } }),
      { code: 'lookedFor', client: 'Entra', type: 'User', matched: 'title eq "x"', found: 2 },
    ],
    [
      row({ told: { outcome: 'bulk', bulk: { done: 4, refused: 1 } } }),
      { code: 'bulk', client: 'Entra', done: 4, refused: 1 },
    ],
    [
      row({ status: 409, told: { error: { scimType: 'uniqueness', detail: 'Taken.' } } }),
      { code: 'refused', client: 'Entra', method: 'PATCH', status: 409, name: 'Ana Lima', detail: 'Taken.' },
    ],
    [
      row({ status: 401, client: null, told: { error: { detail: 'It carries no bearer token.' } } }),
      { code: 'strangerRefused', method: 'PATCH', address: '192.0.2.7', detail: 'It carries no bearer token.' },
    ],
    [
      row({ status: 401, told: { counted: 12, error: { detail: 'They came.' } } }),
      { code: 'manyRefused', count: 12, detail: 'They came.' },
    ],
  ])('says the same as when it was written: %#', (stored, sentence) => {
    expect(storedSentence(stored)).toEqual(sentence);
  });

  it('is absent of a row that does not say how it ended, so that its English sentence is shown', () => {
    const old = { ...row({ told: { changes: [{ path: 'title' }] } }), summary: 'Entra changed title of Ana Lima' };

    expect(sentenceView(old)).toEqual({ summary: 'Entra changed title of Ana Lima' });
  });

  it('hides in the data what it hides in the English sentence', () => {
    const told = { outcome: 'listed', matched: 'phone eq "1"', found: 1 };
    const sentence = storedSentence(row({ resourceName: null, told }));
    const summary = sentence === undefined ? '' : englishSentence(sentence);
    const shown = sentenceView({ ...row({ resourceName: null, told }), summary }, (text) =>
      text.replace('1"', '••••"'),
    );

    expect(JSON.stringify(shown)).not.toContain('\\"1\\"');
    expect(shown.sentence).toMatchObject({ matched: 'phone eq "••••"' });
  });
});
