import type { Catalogue } from '../en';

export const diagnostics: Catalogue['diagnostics'] = {
  title: 'Diagnose',
  text: 'Eine Datei mit Konfiguration, Zahlen, Tokens, letzten Fehlern und Datenqualität, für alle, die Ihnen helfen. Sie enthält kein Geheimnis und nichts über eine Person.',
  download: 'Herunterladen',
};
