import type { RequestSentence, SentenceCode, SentenceSubject } from '@rollcall/admin-contracts';
import i18next, { type TFunction } from 'i18next';
import { sayRequest } from './request-sentence';
import { tellIn } from './told/use-tell';
import { chooseLanguage, enterSessionWords, startTranslations, type Language } from './translations';

const ana: SentenceSubject = { type: 'User', name: 'Ana Lima' };
const sales: SentenceSubject = { type: 'Group', name: 'Sales' };
const about = { client: 'Entra', subject: ana };
const gone = 'The token is not alive any more.';

type Told<Code extends SentenceCode> = RequestSentence & { readonly code: Code };
type Samples = {
  readonly [Code in SentenceCode]: readonly [sentence: Told<Code>, english: string, german: string];
};

/** One of each code, so that a new code does not compile without its two sentences. */
const SAMPLES: Samples = {
  created: [{ code: 'created', ...about }, 'Entra created Ana Lima', 'Entra hat Ana Lima angelegt'],
  revived: [
    { code: 'revived', client: 'Entra', subject: sales },
    'Entra brought group Sales back under the old id',
    'Entra hat die Gruppe Sales unter der alten ID zurückgeholt',
  ],
  turnedOff: [{ code: 'turnedOff', ...about }, 'Entra turned off Ana Lima', 'Entra hat Ana Lima deaktiviert'],
  turnedOn: [{ code: 'turnedOn', ...about }, 'Entra turned Ana Lima on again', 'Entra hat Ana Lima wieder aktiviert'],
  deleted: [
    { code: 'deleted', client: 'The client', subject: { type: 'Device' } },
    'The client deleted a Device',
    'Unbekannter Client hat eine Ressource vom Typ Device gelöscht',
  ],
  unchanged: [
    { code: 'unchanged', ...about },
    'Entra sent Ana Lima again: nothing to change',
    'Entra hat Ana Lima noch einmal gesendet: nichts zu ändern',
  ],
  read: [{ code: 'read', client: 'Okta', subject: {} }, 'Okta read a user', 'Okta hat einen Benutzer abgefragt'],
  changed: [
    { code: 'changed', client: 'Entra', subject: sales, paths: ['displayName', 'externalId'], more: 2 },
    'Entra changed displayName, externalId and 2 more of group Sales',
    'Entra hat bei der Gruppe Sales displayName, externalId und 2 weitere Attribute geändert',
  ],
  membersAdded: [
    { code: 'membersAdded', client: 'Entra', subject: sales, added: 1, removed: 0 },
    'Entra added 1 member to group Sales',
    'Entra hat der Gruppe Sales 1 Mitglied hinzugefügt',
  ],
  membersRemoved: [
    { code: 'membersRemoved', client: 'Entra', subject: { type: 'Group' }, added: 0, removed: 1200 },
    'Entra removed 1,200 members from a group',
    'Entra hat 1.200 Mitglieder aus einer Gruppe entfernt',
  ],
  membersExchanged: [
    { code: 'membersExchanged', client: 'Entra', subject: sales, added: 2, removed: 1 },
    'Entra added 2 members to and removed 1 member from group Sales',
    'Entra hat der Gruppe Sales 2 Mitglieder hinzugefügt und 1 Mitglied entfernt',
  ],
  listed: [
    { code: 'listed', client: 'Entra', found: 3 },
    'Entra listed users and groups: 3 in all',
    'Entra hat die Liste von Benutzern und Gruppen abgefragt: 3 insgesamt',
  ],
  lookedFor: [
    { code: 'lookedFor', client: 'Entra', type: 'User', matched: 'userName eq "x"', found: 0 },
    'Entra looked for users where userName eq "x": none there',
    'Entra hat nach Benutzern mit userName eq "x" gesucht: nichts gefunden',
  ],
  bulk: [
    { code: 'bulk', client: 'Entra', done: 2, refused: 1 },
    'Entra sent 3 operations at once: 2 done, 1 refused',
    'Entra hat 3 Operationen auf einmal gesendet: 2 ausgeführt, 1 abgelehnt',
  ],
  discovered: [
    { code: 'discovered', client: 'Entra' },
    'Entra read what this server can do',
    'Entra hat abgefragt, was dieser Server kann',
  ],
  refused: [
    { code: 'refused', client: 'Entra', method: 'POST', name: 'Ana Lima', status: 400, detail: 'userName: required' },
    'Refused Entra’s POST about Ana Lima: userName: required',
    'POST von Entra zu Ana Lima abgelehnt: userName ist erforderlich',
  ],
  strangerRefused: [
    { code: 'strangerRefused', method: 'GET', address: '192.0.2.7', detail: gone },
    `Refused a GET from 192.0.2.7: ${gone}`,
    'GET von 192.0.2.7 abgelehnt: Das Token gilt nicht mehr.',
  ],
  manyRefused: [
    { code: 'manyRefused', count: 12, detail: gone },
    `Refused 12 more requests with tokens that open nothing: ${gone}`,
    '12 weitere Anfragen mit ungültigen Tokens abgelehnt: Das Token gilt nicht mehr.',
  ],
};

const summary = 'As the log has it';
const sayIn = (language: Language) => {
  const t: TFunction = i18next.getFixedT(language);
  return sayRequest({ t, tell: tellIn(language) });
};

describe('the sentence of a request', () => {
  beforeAll(async () => {
    await startTranslations();
    await enterSessionWords();
    await chooseLanguage('de');
  });

  it.each(Object.values(SAMPLES))('C01: %j reads well in both languages', (sentence, english, german) => {
    expect(sayIn('en')({ summary, sentence })).toBe(english);
    expect(sayIn('de')({ summary, sentence })).toBe(german);
  });

  it('without data, or with a code of a newer server, is the one that was logged', () => {
    const newer = { code: 'teleported', client: 'Entra', subject: ana } as unknown as RequestSentence;

    expect(sayIn('de')({ summary })).toBe(summary);
    expect(sayIn('de')({ summary, sentence: newer })).toBe(summary);
  });

  it('as a headline leaves out why it was refused', () => {
    expect(sayIn('de').headline({ summary, sentence: SAMPLES.refused[0] })).toBe(
      'POST von Entra zu Ana Lima abgelehnt',
    );
  });
});
