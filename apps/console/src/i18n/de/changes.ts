import type { Catalogue } from '../en';

export const changes: Catalogue['changes'] = {
  codes: {
    created: { user: 'Person angelegt', group: 'Gruppe angelegt' },
    deleted: { user: 'Person gelöscht', group: 'Gruppe gelöscht' },
    revived: {
      user: 'Person kam unter der alten ID zurück',
      group: 'Gruppe kam unter der alten ID zurück',
    },
    restored: { user: 'Person wiederhergestellt', group: 'Gruppe wiederhergestellt' },
    membersAdded: 'Hinzugefügt: {{members}}',
    membersRemoved: 'Entfernt: {{members}}',
    joined: 'Mitglied geworden von {{group}}',
    left: 'Nicht mehr Mitglied von {{group}}',
    groupDeleted: 'Nicht mehr Mitglied von {{group}}: Die Gruppe wurde gelöscht',
  },
  goneGroup: 'einer Gruppe, die es nicht mehr gibt',
  members_one: '{{count, number}} Mitglied',
  members_other: '{{count, number}} Mitglieder',
  namesAndMore: '{{names}} und {{more, number}} weitere',
  turnedOn: 'Aktiviert',
  turnedOff: 'Deaktiviert',
  removed: '{{name}} entfernt',
  removedWas: '{{name}} entfernt (war {{before}})',
  set: '{{name}} gesetzt',
  setTo: '{{name}} auf {{after}} gesetzt',
  changed: '{{name}} geändert',
  changedTo: '{{name}} von {{before}} auf {{after}} geändert',
  moreAttributes_one: '{{count, number}} weiteres Attribut geändert',
  moreAttributes_other: '{{count, number}} weitere Attribute geändert',
  someAttributes: 'Attribute geändert',
  quoted: '„{{value}}“',
};
