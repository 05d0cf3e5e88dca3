import type { Catalogue } from '../en';

export const health: Catalogue['health'] = {
  title: 'Befunde',
  asOf: 'Stand: {{when}}',
  running: 'Alle Personen und Gruppen werden durchgesehen …',
  refresh: 'Aktualisieren',
  firstTitle: 'Erste Durchsicht läuft',
  firstText: 'Rollcall liest einmal alle Personen und Gruppen dieser Integration. Diese Seite füllt sich von selbst.',
  nobodyTitle: 'Noch nichts durchzusehen',
  nobodyText:
    'Es sind noch keine Personen oder Gruppen angekommen. Die erste Durchsicht beginnt, sobald {{provider}} welche geschickt hat.',
  fine: 'Nichts zu tun. Jede Person hat E-Mail, Abteilung, Titel und externalId, und niemand ist doppelt da.',
  share: '{{percent}} von {{total, number}}',
  all: 'und {{count, number}} weitere',
  examples: 'Zum Beispiel',
  coverageTitle: 'Empfangene Attribute',
  coverageText: 'Wie viele Personen und Gruppen jedes Attribut tragen, das {{provider}} geschickt hat.',
  users: 'Personen',
  groups: 'Gruppen',
  columns: { attribute: 'Attribut', share: 'Anteil', count: 'Anzahl' },
  truncated: 'Nur die häufigsten Attribute sind aufgeführt.',
  showAll_one: '{{count, number}} weiteres Attribut zeigen',
  showAll_other: '{{count, number}} weitere Attribute zeigen',
  issues: {
    emailMissing_one: '{{count, number}} Person hat keine E-Mail',
    emailMissing_other: '{{count, number}} Personen haben keine E-Mail',
    departmentMissing_one: '{{count, number}} Person hat keine Abteilung',
    departmentMissing_other: '{{count, number}} Personen haben keine Abteilung',
    titleMissing_one: '{{count, number}} Person hat keinen Titel',
    titleMissing_other: '{{count, number}} Personen haben keinen Titel',
    externalIdMissing_one: '{{count, number}} Person hat keine externalId',
    externalIdMissing_other: '{{count, number}} Personen haben keine externalId',
    externalIdNotGuid_one: '{{count, number}} Person hat eine externalId, die keine Objekt-ID ist',
    externalIdNotGuid_other: '{{count, number}} Personen haben eine externalId, die keine Objekt-ID ist',
    emailDuplicate_one: '{{count, number}} Person teilt eine E-Mail mit einer anderen',
    emailDuplicate_other: '{{count, number}} Personen teilen eine E-Mail mit einer anderen',
    externalIdDuplicate_one: '{{count, number}} Person teilt eine externalId mit einer anderen',
    externalIdDuplicate_other: '{{count, number}} Personen teilen eine externalId mit einer anderen',
    employeeNumberDuplicate_one: '{{count, number}} Person teilt eine Personalnummer mit einer anderen',
    employeeNumberDuplicate_other: '{{count, number}} Personen teilen eine Personalnummer mit einer anderen',
    emailElsewhere_one: '{{count, number}} Person hat eine E-Mail, die auch in einer anderen Integration vorkommt',
    emailElsewhere_other:
      '{{count, number}} Personen haben eine E-Mail, die auch in einer anderen Integration vorkommt',
    externalIdElsewhere_one:
      '{{count, number}} Person hat eine externalId, die auch in einer anderen Integration vorkommt',
    externalIdElsewhere_other:
      '{{count, number}} Personen haben eine externalId, die auch in einer anderen Integration vorkommt',
    groupExternalIdMissing_one: '{{count, number}} Gruppe hat keine externalId',
    groupExternalIdMissing_other: '{{count, number}} Gruppen haben keine externalId',
    groupExternalIdNotGuid_one: '{{count, number}} Gruppe hat eine externalId, die keine Objekt-ID ist',
    groupExternalIdNotGuid_other: '{{count, number}} Gruppen haben eine externalId, die keine Objekt-ID ist',
    groupExternalIdDuplicate_one: '{{count, number}} Gruppe teilt eine externalId mit einer anderen',
    groupExternalIdDuplicate_other: '{{count, number}} Gruppen teilen eine externalId mit einer anderen',
    groupEmpty_one: '{{count, number}} Gruppe hat keine Mitglieder',
    groupEmpty_other: '{{count, number}} Gruppen haben keine Mitglieder',
  },
  fixes: {
    emailMissing:
      'Öffnen Sie in {{provider}} {{where}} und prüfen Sie, dass {{source}} auf {{target}} geht. Wer danach noch aufgeführt ist, hat dort keine Adresse.',
    departmentMissing:
      'Öffnen Sie in {{provider}} {{where}} und prüfen Sie, dass {{source}} auf die Abteilung der Enterprise-Erweiterung geht, oder füllen Sie das Feld bei diesen Personen aus.',
    titleMissing:
      'Öffnen Sie in {{provider}} {{where}} und prüfen Sie, dass {{source}} auf title geht, oder füllen Sie das Feld bei diesen Personen aus.',
    externalIdMissing:
      'Öffnen Sie in {{provider}} {{where}} und ordnen Sie {{source}} der externalId zu. Ohne sie wird eine Person nach einer Namensänderung nicht wiedergefunden.',
    externalIdNotGuid:
      'Öffnen Sie in {{provider}} {{where}} und ändern Sie die Quelle der externalId von mailNickname auf objectId. Wählen Sie dann „Bereitstellung neu starten“ (Restart provisioning), damit alle erneut geschickt werden.',
    emailDuplicate:
      'Suchen Sie sie in {{provider}} und berichtigen Sie eine der Adressen. Ein System, das Personen an der E-Mail erkennt, kann sie nicht unterscheiden.',
    externalIdDuplicate:
      'Eine externalId sollte nur einer Person gehören. Öffnen Sie in {{provider}} {{where}} und ordnen Sie {{source}} der externalId zu; meist sind geteilte Postfächer oder kopierte Konten der Grund.',
    employeeNumberDuplicate:
      'Suchen Sie sie in {{provider}} und berichtigen Sie eine der Personalnummern, oder nehmen Sie das zweite Konto aus der Bereitstellung.',
    emailElsewhere:
      'Sie kommen aus zwei Integrationen. Das ist erlaubt; ist es nicht gewollt, nehmen Sie sie aus einer der beiden Zuweisungen.',
    externalIdElsewhere:
      'Sie kommen aus zwei Integrationen, oder zwei Anbieter zählen gleich. Ist es nicht gewollt, nehmen Sie sie aus einer der beiden Zuweisungen.',
    groupExternalIdMissing:
      'Öffnen Sie in {{provider}} {{whereGroups}} und ordnen Sie {{sourceGroups}} der externalId zu.',
    groupExternalIdNotGuid:
      'Öffnen Sie in {{provider}} {{whereGroups}} und ordnen Sie objectId der externalId zu. Wählen Sie dann „Bereitstellung neu starten“ (Restart provisioning).',
    groupExternalIdDuplicate:
      'Eine externalId sollte nur einer Gruppe gehören. Öffnen Sie in {{provider}} {{whereGroups}} und ordnen Sie {{sourceGroups}} der externalId zu.',
    groupEmpty: {
      entra:
        'Entra ID schickt nur direkte Mitglieder, und nur zugewiesene Personen. Weisen Sie auch die inneren Gruppen verschachtelter Gruppen zu oder deren Personen.',
      okta: 'Okta schickt Mitglieder, die der App zugewiesen sind. Weisen Sie die Gruppe oder ihre Personen unter Assignments zu und drücken Sie unter Push Groups auf Push now.',
      other: 'Prüfen Sie in {{provider}}, dass auch die Mitglieder dieser Gruppen zur Bereitstellung gehören.',
    },
  },
  where: {
    entra: {
      users: 'Bereitstellung › Attributzuordnung › Provision Microsoft Entra ID Users',
      groups: 'Bereitstellung › Attributzuordnung › Provision Microsoft Entra ID Groups',
    },
    okta: { users: 'Provisioning › To App › Attribute Mappings', groups: 'Push Groups' },
    onelogin: { users: 'Parameters', groups: 'Rules' },
    jumpcloud: { users: 'Identity Management › Attribute Mapping', groups: 'Identity Management › User Groups' },
    ping: { users: 'Provisioning › Rules › Attribute Mapping', groups: 'Provisioning › Rules › Groups' },
    other: { users: 'seine Attributzuordnung', groups: 'seine Attributzuordnung für Gruppen' },
  },
  anySource: 'das passende Feld',
  stableId: 'eine feste ID',
};
