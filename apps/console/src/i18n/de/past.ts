import type { Catalogue } from '../en';

export const past: Catalogue['past'] = {
  deletedBadge: 'Gelöscht',
  deletedTitle: '{{origin}} hat das {{when}} gelöscht',
  deletedUser:
    'Niemand sieht diese Person mehr. Der Datensatz bleibt bis {{until}} und kann unter derselben Id zurückkommen.',
  deletedGroup:
    'Niemand sieht diese Gruppe mehr. Der Datensatz bleibt bis {{until}} und kann unter derselben Id zurückkommen.',
  daysLeft_one: 'noch {{count, number}} Tag',
  daysLeft_other: 'noch {{count, number}} Tage',
  columns: {
    name: 'Name',
    deleted: 'Gelöscht',
    left: 'Wiederherstellbar',
    origin: 'Herkunft',
    request: 'Ursache',
    actions: 'Aktionen',
  },
  emptyUsersTitle: 'In den letzten 30 Tagen wurde niemand gelöscht',
  emptyGroupsTitle: 'In den letzten 30 Tagen wurde keine Gruppe gelöscht',
  emptyText: 'Wen ein Identitätsanbieter löscht, der bleibt 30 Tage hier.',
  restore: 'Wiederherstellen',
  restoreNamed: '{{name}} wiederherstellen',
  restoreTitle: '{{name}} wiederherstellen?',
  restoreUser:
    'Die Person kommt unter derselben Id mit allen Attributen zurück, und in die damaligen Gruppen, die es noch gibt.',
  restoreGroup: 'Die Gruppe kommt unter derselben Id zurück, mit den damaligen Mitgliedern, die es noch gibt.',
  restoreWarning:
    '{{origin}} hat das gelöscht. Bleibt es dort dabei, löscht der nächste Zyklus es wieder: Nehmen Sie es dort wieder in den Umfang auf, oder halten Sie die Integration vorher an.',
  restored: '{{name}} ist wieder da',
  asOf: 'Stand',
  asOfHint: 'Zeigt den Datensatz, wie er in diesem Augenblick war',
  asOfNow: 'Zurück zu jetzt',
  asOfBanner: 'Stand vom {{when}}',
  asOfThis: 'Stand von damals',
  asOfNotYet: 'Am {{when}} gab es ihn noch nicht.',
  asOfDeleted: 'Am {{when}} war er gelöscht.',
  asOfUnknown:
    'Am {{when}} gab es ihn, aber sein Inhalt ist nicht verzeichnet: Er wurde später gelöscht und kam mit neuen Attributen zurück.',
  asOfNoGroups: 'Damals in keiner Gruppe.',
  asOfDiffers: 'jetzt anders',
};
