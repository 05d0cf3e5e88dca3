import type { ChangeSentence } from '@rollcall/admin-contracts';
import i18next, { type TFunction } from 'i18next';
import { chooseLanguage, enterSessionWords, startTranslations } from '../i18n/translations';
import { sayChange } from './change-words';

type Code = ChangeSentence['code'];
type Samples = {
  readonly [Each in Code]: readonly [
    sentence: ChangeSentence & { readonly code: Each },
    english: string,
    german: string,
  ];
};

/** One of each code, so that a new code does not compile without its two sentences. */
const SAMPLES: Samples = {
  created: [{ code: 'created', type: 'User' }, 'Person created', 'Person angelegt'],
  deleted: [{ code: 'deleted', type: 'Group' }, 'Group deleted', 'Gruppe gelöscht'],
  revived: [
    { code: 'revived', type: 'User' },
    'Person came back under the old id',
    'Person kam unter der alten ID zurück',
  ],
  restored: [{ code: 'restored', type: 'Group' }, 'Group restored', 'Gruppe wiederhergestellt'],
  membersAdded: [
    { code: 'membersAdded', count: 9, names: ['Ana', 'Bo', 'Cy'] },
    'Added Ana, Bo, Cy and 6 more',
    'Hinzugefügt: Ana, Bo, Cy und 6 weitere',
  ],
  membersRemoved: [{ code: 'membersRemoved', count: 1, names: [] }, 'Removed 1 member', 'Entfernt: 1 Mitglied'],
  joined: [{ code: 'joined', group: 'Sales' }, 'Joined Sales', 'Mitglied geworden von Sales'],
  left: [
    { code: 'left' },
    'Left a group that no longer exists',
    'Nicht mehr Mitglied von einer Gruppe, die es nicht mehr gibt',
  ],
  groupDeleted: [
    { code: 'groupDeleted', group: 'Sales' },
    'Left Sales: the group was deleted',
    'Nicht mehr Mitglied von Sales: Die Gruppe wurde gelöscht',
  ],
  updated: [
    {
      code: 'updated',
      active: false,
      attributes: [
        { name: 'title', kind: 'changed', before: 'Clerk', after: 'Lead' },
        { name: 'emails', kind: 'changed' },
        { name: 'nickName', kind: 'removed', before: 'An' },
        { name: 'costCenter', kind: 'set', after: 7 },
      ],
      more: 1,
    },
    'Turned off; title changed from “Clerk” to “Lead”; emails changed; nickName removed (was “An”); costCenter set to 7; 1 more attribute changed',
    'Deaktiviert; title von „Clerk“ auf „Lead“ geändert; emails geändert; nickName entfernt (war „An“); costCenter auf 7 gesetzt; 1 weiteres Attribut geändert',
  ],
};

describe('a change in the history of a person or group', () => {
  beforeAll(async () => {
    await startTranslations();
    await enterSessionWords();
    await chooseLanguage('de');
  });

  it.each(Object.values(SAMPLES))('A16: %j reads well in both languages', (sentence, english, german) => {
    const summary = 'As the server has it';
    const en: TFunction = i18next.getFixedT('en');
    const de: TFunction = i18next.getFixedT('de');

    expect(sayChange({ sentence, summary }, en)).toBe(english);
    expect(sayChange({ sentence, summary }, de)).toBe(german);
  });
});
