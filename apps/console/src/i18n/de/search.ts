import type { Catalogue } from '../en';

export const search: Catalogue['search'] = {
  title: 'Suche',
  label: 'Personen, Gruppen, Integrationen, Anfrage-Ids suchen',
  button: 'Suchen',
  results: 'Treffer',
  found_one: '{{count, number}} Treffer',
  found_other: '{{count, number}} Treffer',
  sections: {
    recent: 'Zuletzt geöffnet',
    people: 'Personen',
    traces: 'Nicht im Verzeichnis, aber bekannt',
    groups: 'Gruppen',
    integrations: 'Integrationen',
    requests: 'Anfragen',
    pages: 'Gehe zu',
  },
  marks: { inactive: 'Inaktiv', deleted: 'Gelöscht', refused: 'Abgelehnt' },
  choose: 'wählen',
  open: 'öffnen',
  leave: 'schließen',
  connect: 'Identitätsanbieter verbinden',
  inactiveSince: 'Inaktiv seit {{when}}: {{origin}} hat diese Person deaktiviert.',
  inactiveAlways: 'Inaktiv: {{origin}} hat diese Person als inaktiv geschickt.',
  noGroupSent:
    'In keiner Gruppe: {{origin}} hat noch keine Gruppe geschickt. Gruppen kommen nur an, wenn sie selbst geschickt werden.',
  notAMember_one:
    'In keiner Gruppe: {{origin}} hat {{count, number}} Gruppe geschickt, und diese Person war nie ihr Mitglied.',
  notAMember_other:
    'In keiner Gruppe: {{origin}} hat {{count, number}} Gruppen geschickt, und diese Person war nie Mitglied einer davon.',
  left: 'In keiner Gruppe: am {{when}} aus {{group}} entfernt.',
  aGroup: 'einer Gruppe, die es nicht mehr gibt',
  requestTurnedOff: 'Die Anfrage, mit der {{name}} deaktiviert wurde',
  requestLeft: 'Die Anfrage, die {{name}} aus der letzten Gruppe entfernt hat',
  deletedUser: '{{origin}} hat diese Person am {{when}} gelöscht. Wiederherstellbar bis {{until}}.',
  deletedGroup: '{{origin}} hat diese Gruppe am {{when}} gelöscht. Wiederherstellbar bis {{until}}.',
  refusedTitle: '{{origin}} hat das geschickt, und es wurde abgelehnt',
  askedForTitle: '{{origin}} hat danach gefragt, es aber nicht geschickt',
  askedFor:
    '{{when}}: gefragt und nicht vorhanden. Als Nächstes legt der Anbieter an, was fehlt, wenn Umfang oder Zuordnung es nicht auslassen.',
  integrationDeleted: 'Kam aus {{origin}}, einer Integration, die am {{when}} gelöscht wurde.',
  integrationDeletedBy: 'Kam aus {{origin}}, einer Integration, die {{by}} am {{when}} gelöscht hat.',
  neverTitle: '„{{text}}“ ist nie angekommen',
  neverText:
    'Keine Integration hat jemanden oder etwas dieses Namens geschickt, und keine Anfrage dazu wurde abgelehnt.',
  neverNothingConnected: 'Es ist kein Identitätsanbieter verbunden, also kann niemand geschickt worden sein.',
  neverHeard: 'hat sich noch nie gemeldet',
  lastHeard: 'zuletzt gehört',
  adviceEntra:
    'Prüfen Sie in Microsoft Entra ID, ob die Person der App zugewiesen ist, direkt oder über eine nicht verschachtelte Gruppe, und die Bereichsfilter erfüllt. „Bei Bedarf bereitstellen“ zeigt, warum jemand übersprungen wird.',
  advice:
    'Prüfen Sie in Ihrem Identitätsanbieter, ob die Person der App zugewiesen ist, und schicken Sie die Person noch einmal.',
};
