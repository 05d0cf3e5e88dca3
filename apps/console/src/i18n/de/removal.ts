import type { Catalogue } from '../en';

export const removal: Catalogue['removal'] = {
  people_one: '{{count, number}} Person',
  people_other: '{{count, number}} Personen',
  groups_one: '{{count, number}} Gruppe',
  groups_other: '{{count, number}} Gruppen',
  integrations_one: '{{count, number}} Integration',
  integrations_other: '{{count, number}} Integrationen',
  due: 'Über 30 Tage alt, endgültig gelöscht binnen einer Stunde: {{what}}.',
  next: 'Als Nächstes endgültig gelöscht, ab {{when}}: {{what}}.',
  held_one: 'Die Bremse hält {{count, number}} Eintrag fest, bis jemand entscheidet.',
  held_other: 'Die Bremse hält {{count, number}} Einträge fest, bis jemand entscheidet.',
  kept: 'bleibt, solange angehalten',
  pause: 'Endgültiges Löschen anhalten',
  resume: 'Endgültiges Löschen fortsetzen',
  pausedTitle: 'Das endgültige Löschen ist angehalten',
  pausedBy: '{{name}} hat es {{since}} angehalten: „{{reason}}“',
  pausedText: 'Was gelöscht wurde, bleibt in der ganzen Organisation erhalten und kann wiederhergestellt werden.',
  grows: 'Der Speicherbedarf wächst mit jeder Löschung. Über 30 Tage alt und noch gespeichert: {{what}}.',
  growsLater: 'Der Speicherbedarf wächst mit jeder Löschung. Noch ist nichts über 30 Tage alt.',
  pauseTitle: 'Endgültiges Löschen anhalten?',
  pauseExplained:
    'Gelöschte Personen, Gruppen und Integrationen bleiben, bis jemand das endgültige Löschen fortsetzt, und können wiederhergestellt werden. Das gilt für die ganze Organisation.',
  pauseWarning:
    'Das Anhalten endet nicht von selbst: Der Speicherbedarf wächst mit jeder Löschung, und personenbezogene Daten bleiben länger als 30 Tage.',
  reason: 'Warum',
  reasonHint: 'Ihr Team sieht es hier und in der Aktivität.',
  reasonMissing: 'Geben Sie einen Grund an.',
  paused: 'Es wird nichts mehr endgültig gelöscht',
  resumeTitle: 'Endgültiges Löschen fortsetzen?',
  resumeDue: 'Über 30 Tage alt: {{what}}. Binnen einer Stunde wird das endgültig gelöscht und kann nicht zurückkommen.',
  resumeNothing:
    'Nichts ist über 30 Tage alt. Von nun an wird Gelöschtes nach Ablauf der 30 Tage wieder endgültig gelöscht.',
  resumed: 'Das endgültige Löschen läuft wieder',
};
