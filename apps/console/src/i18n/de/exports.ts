import type { Catalogue } from '../en';

export const exports: Catalogue['exports'] = {
  button: 'CSV exportieren',
  title: 'Als CSV exportieren',
  running: 'Das Verzeichnis wird gelesen',
  progress: '{{rows}} von {{total}} Zeilen',
  keepOpen: 'Weiter geht es, wenn die Datei gespeichert ist. Der Export steht im Aktivitätsprotokoll.',
  done_one: '{{count, number}} Zeile in {{name}} gespeichert',
  done_other: '{{count, number}} Zeilen in {{name}} gespeichert',
  failedTitle: 'Der Export ist abgebrochen',
};
