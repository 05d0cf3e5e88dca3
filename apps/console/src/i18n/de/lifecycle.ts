import type { Catalogue } from '../en';

export const pause: Catalogue['pause'] = {
  action: 'Anhalten',
  resume: 'Fortsetzen',
  renew: 'Pause verlängern',
  title: '{{name}} anhalten',
  renewTitle: 'Pause von {{name}} verlängern',
  text: 'Während der Pause wird jede Anfrage mit „später erneut versuchen“ beantwortet. Nichts geht verloren: {{provider}} schickt sie erneut. Das Verzeichnis bleibt, wie es ist.',
  question: 'Wie lange?',
  hours: {
    h1: { label: '1 Stunde', hint: 'Für eine kurze Arbeit' },
    h8: { label: '8 Stunden', hint: 'Für einen Arbeitstag' },
    h24: { label: '24 Stunden', hint: 'Die längste Pause; sie lässt sich verlängern' },
  },
  endsByItself: 'Am Ende geht es von selbst weiter.',
  clock: {
    entra:
      'Die Uhr läuft: Entra ID versucht es immer seltener, bis hin zu einmal am Tag, und schaltet die Bereitstellung nach vier Wochen ab.',
    other:
      'Die Uhr läuft: Anbieter geben irgendwann auf. Starten Sie dort nach einer langen Pause einen vollständigen Abgleich.',
  },
  submit: 'Anhalten',
  renewSubmit: 'Pause verlängern',
  paused: '{{name}} ist angehalten',
  resumed: '{{name}} nimmt wieder Anfragen an',
  bannerTitle: 'Angehalten bis {{until}}',
  bannerBy:
    'Angehalten von {{name}} {{since}}. Es geht von selbst weiter; bis dahin werden Anfragen mit „später erneut versuchen“ beantwortet.',
  age: {
    day: {
      entra: 'Die Pause dauert schon über einen Tag. Entra ID versucht es inzwischen etwa einmal täglich.',
      other: 'Die Pause dauert schon über einen Tag. Prüfen Sie, ob {{provider}} es noch versucht.',
    },
    days: {
      entra:
        'Die Pause dauert schon über drei Tage. Änderungen warten in Entra ID; am {{date}} schaltet es die Bereitstellung ab.',
      other: 'Die Pause dauert schon über drei Tage. {{provider}} hat manche Änderungen vielleicht aufgegeben.',
    },
    week: {
      entra:
        'Die Pause dauert schon über eine Woche. Setzen Sie vor dem {{date}} fort: Dann schaltet Entra ID die Bereitstellung ab, und sie muss dort neu gestartet werden.',
      other:
        'Die Pause dauert schon über eine Woche. Starten Sie nach dem Fortsetzen in {{provider}} einen vollständigen Abgleich, weil Änderungen aufgegeben worden sein können.',
    },
  },
};

export const settings: Catalogue['settings'] = {
  nameTitle: 'Name',
  nameText: 'Erscheint als Herkunft ihrer Benutzer und Gruppen. URL, Token und IDs bleiben, wie sie sind.',
  providerTitle: 'Identitätsanbieter',
  providerText:
    'Wessen Sprache Anleitung und Hinweise sprechen. Anfragen werden verstanden, was auch immer gewählt ist.',
  providerSaved: 'Die Hinweise sprechen nun die Sprache von {{provider}}',
  pauseTitle: 'Anhalten',
  pauseText: 'Anfragen eine Weile zurückhalten, für Wartung oder während Sie etwas untersuchen.',
  pausedText: 'Angehalten bis {{until}}.',
  deleteTitle: 'Löschen',
  deleteText:
    'Ihre Benutzer und Gruppen verlassen das Verzeichnis, ihre Tokens werden ungültig. 30 Tage lang lässt sie sich aus der Liste der Integrationen wiederherstellen.',
  deleteAction: 'Integration löschen',
};

export const deleted: Catalogue['deleted'] = {
  title: 'Kürzlich gelöscht',
  text: 'Gelöschte Integrationen lassen sich 30 Tage lang wiederherstellen. Danach werden sie endgültig entfernt.',
  columns: {
    name: 'Name',
    deleted: 'Gelöscht',
    holds: 'Inhalt',
    left: 'Wiederherstellbar',
    actions: 'Aktionen',
  },
  holds: '{{users, number}} Benutzer, {{groups, number}} Gruppen',
  daysLeft_one: 'noch {{count, number}} Tag',
  daysLeft_other: 'noch {{count, number}} Tage',
  lastDay: 'weniger als einen Tag',
  restore: 'Wiederherstellen',
  restoreNamed: '{{name}} wiederherstellen',
  restoreTitle: '{{name}} wiederherstellen',
  restoreText: 'Das kommt unter denselben IDs zurück, so wie es beim Löschen war:',
  restoreUsers_one: '{{count, number}} Benutzer',
  restoreUsers_other: '{{count, number}} Benutzer',
  restoreGroups_one: '{{count, number}} Gruppe mit ihren Mitgliedern',
  restoreGroups_other: '{{count, number}} Gruppen mit ihren Mitgliedern',
  restoreTokens:
    'Ihre Tokens bleiben widerrufen. Erzeugen Sie danach ein neues und fügen Sie es in {{provider}} ein; bis dahin kommt nichts an.',
  restoreName: 'Neuer Name',
  restoreNameTaken: 'Eine andere Integration heißt inzwischen so. Wählen Sie einen anderen Namen.',
  restoreSubmit: 'Integration wiederherstellen',
  restored: '{{name}} ist wieder da. Erzeugen Sie ein Token, um sie erneut zu verbinden.',
};
