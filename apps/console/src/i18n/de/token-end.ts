import type { Catalogue } from '../en';

export const tokenEnd: Catalogue['tokenEnd'] = {
  label: 'Enddatum des Tokens',
  labelNew: 'Enddatum des neuen Tokens',
  none: 'Es funktioniert, bis Sie es widerrufen. Sie werden erinnert, wenn es 180 Tage alt ist.',
  some: 'Owner und Admins werden 90, 30, 7 und 1 Tage und eine Stunde vorher gewarnt. Danach wird jede Anfrage abgewiesen.',
  never: 'Kein Enddatum',
  inDays: 'In {{days, number}} Tagen',
  custom: 'An einem Datum …',
  date: 'Gilt bis zum Ende des',
  title: 'Enddatum des Tokens mit der Endung {{lastFour}}',
  text: 'Wählen Sie ein späteres, ein früheres oder kein Ende. Das Token selbst bleibt dasselbe.',
  saved: 'Das Enddatum wurde gespeichert.',
  removed: 'Das Token hat kein Enddatum mehr.',
  change: 'Enddatum',
  changeNamed: 'Enddatum des Tokens mit der Endung {{lastFour}} ändern',
  banner_one: 'Das Token läuft in {{count, number}} Tag ab',
  banner_other: 'Das Token läuft in {{count, number}} Tagen ab',
  bannerToday: 'Das Token läuft heute ab',
  bannerText:
    'Am {{at}} wird {{provider}} abgewiesen. Wechseln Sie das Token und tragen Sie das neue dort ein, oder wählen Sie ein späteres Enddatum.',
  bannerChange: 'Enddatum ändern',
};
