import type { Catalogue } from '../en';

export const integrations: Catalogue['integrations'] = {
  title: 'Integrationen',
  intro: 'Verbindungen zu den Identitätsanbietern, die Ihr Verzeichnis aktuell halten.',
  discover: 'Integrationen entdecken',
  columns: {
    name: 'Name',
    type: 'Art',
    state: 'Status',
    users: 'Benutzer',
    groups: 'Gruppen',
    lastRequest: 'Letzte Aktivität',
    created: 'Angelegt',
    actions: 'Aktionen',
  },
  type: 'SCIM · {{provider}}',
  emptyTitle: 'Verbinden Sie Ihren Identitätsanbieter',
  emptyText:
    'Rollcall kennt noch keine Benutzer. Verbinden Sie Microsoft Entra ID, Okta oder einen anderen Anbieter, und er schickt sie von selbst.',
  emptyReadOnly:
    'Noch ist kein Identitätsanbieter verbunden. Ein Inhaber oder Administrator Ihrer Organisation kann einen verbinden.',
  menu: 'Aktionen für {{name}}',
  viewDetails: 'Details ansehen',
  rename: 'Umbenennen',
  rotate: 'Token erneuern',
  revoke: 'Token widerrufen',
  delete: 'Löschen',
  states: {
    waiting: 'Wartet auf erste Anfrage',
    connected: 'Verbunden',
    failing: 'Fehlerhaft',
    quiet: 'Still',
    paused: 'Angehalten',
    tokenExpiring: 'Token läuft bald ab',
    noToken: 'Kein gültiges Token',
    pausedUntil: 'Angehalten bis {{when}}',
    quietSince: 'Still seit {{when}}',
    tokenExpires: 'Token läuft ab: {{when}}',
  },
  stateSentences: {
    waiting:
      'Noch ist nichts angekommen. Fügen Sie URL und Token in {{provider}} ein und drücken Sie dort die Testschaltfläche.',
    connected: '{{provider}} meldet sich, und die Anfragen gelingen.',
    failing: 'Die letzten Anfragen von {{provider}} wurden abgelehnt. Der letzte Fehler sagt, was zu ändern ist.',
    quiet: '{{provider}} hat sich länger als üblich nicht gemeldet. Prüfen Sie dort, ob die Bereitstellung noch läuft.',
    paused:
      'Anfragen werden mit „später erneut versuchen“ beantwortet, bis die Integration fortgesetzt wird. Nichts geht verloren.',
    tokenExpiring:
      'Das Token, das {{provider}} benutzt, läuft bald ab. Erneuern Sie es und fügen Sie das neue rechtzeitig ein.',
    noToken: 'Kein Token ist gültig, daher wird {{provider}} abgelehnt. Erneuern Sie das Token.',
  },
  renamed: 'In {{name}} umbenannt',
  deleted: '{{name}} wurde gelöscht',
  revoked: 'Das Token mit der Endung {{lastFour}} wurde widerrufen',
};

export const discover: Catalogue['discover'] = {
  title: 'Integrationen entdecken',
  intro: 'Wege, Personen und Gruppen in Rollcall zu bringen.',
  search: 'Integrationen suchen',
  sections: {
    directory: {
      title: 'Verzeichnisabgleich',
      text: 'Ihr Identitätsanbieter schickt Benutzer und Gruppen, sobald sie sich ändern.',
    },
    providers: {
      title: 'Identitätsanbieter',
      text: 'Dasselbe SCIM-Protokoll, eingerichtet in der Sprache Ihres Anbieters.',
    },
    custom: { title: 'Selbst gebaut', text: 'Für Anbieter ohne fertige App und für Skripte.' },
  },
  providers: {
    entra: 'Personen und Gruppen aus Microsoft Entra ID (früher Azure AD), alle 40 Minuten oder auf Abruf.',
    okta: 'Personen, sobald sie zugewiesen, Gruppen, sobald sie gepusht werden.',
    onelogin: 'Personen und Rollen aus OneLogin, mit dessen App „SCIM Provisioner“.',
    jumpcloud: 'Personen und Benutzergruppen aus JumpCloud, über eine eigene App.',
    ping: 'Personen und Gruppen aus PingOne, über eine SCIM-Verbindung.',
    other: 'Alles, was SCIM 2.0 mit einem Bearer-Token spricht.',
  },
  setUp: 'Einrichten',
  setUpNamed: '{{provider}} einrichten',
  scimName: 'SCIM-Protokoll',
  scimText: 'Für Microsoft Entra ID, Okta, OneLogin, JumpCloud, Ping und jeden anderen SCIM-2.0-Client.',
  scimAction: 'Hinzufügen und einrichten',
  commandName: 'Befehlszeile',
  commandText: 'Legt eine Integration und ihr Token aus einem Skript an, ohne die Konsole.',
  commandHint: 'Auf dem Rechner des Servers ausführen',
  nothing:
    'Keine Integration passt zu „{{search}}“. Jeder Anbieter, der SCIM 2.0 spricht, wird über das SCIM-Protokoll verbunden.',
  notAllowed: 'Nur Inhaber und Administratoren können eine Integration hinzufügen.',
};

export const wizard: Catalogue['wizard'] = {
  title: 'Über SCIM verbinden',
  steps: { start: 'Loslegen', name: 'Name', token: 'Token' },
  progress: 'Fortschritt',
  stepOf: 'Schritt {{step}} von {{count}}',
  startTitle: 'Welchen Identitätsanbieter verwenden Sie?',
  startText: 'Die nächsten Schritte und die Anleitung sprechen seine Sprache. Sie können das später ändern.',
  start: 'Loslegen',
  nameTitle: 'Benennen Sie diese Integration',
  nameText:
    'Der Name erscheint als Herkunft ihrer Benutzer und Gruppen. Bis Sie das Token erzeugen, wird nichts angelegt.',
  nameLabel: 'Name',
  generate: 'Token erzeugen',
  nameEmpty: 'Geben Sie der Integration einen Namen.',
  nameTooLong: 'Höchstens {{max, number}} Zeichen.',
  nameTaken: 'Eine andere Integration heißt bereits so. Wählen Sie einen anderen Namen.',
  tokenTitle: 'Kopieren Sie diese zwei Werte in {{provider}}',
  tokenText: 'Das Token wird nur dieses eine Mal gezeigt. Rollcall behält keine Kopie.',
  confirm: 'Ich habe das Token kopiert',
  done: 'Fertig',
  next: 'Weiter in {{provider}}',
  leaveTitle: 'Ohne das Token gehen?',
  leaveText:
    'Das Token wird nicht noch einmal gezeigt. Falls Sie es nicht kopiert haben, erneuern Sie es später, um ein neues zu bekommen.',
  leaveStay: 'Hier bleiben',
  leaveGo: 'Verlassen',
  created: '{{name}} ist bereit und wartet auf die erste Anfrage',
};

export const providers: Catalogue['providers'] = {
  entra: { name: 'Microsoft Entra ID', url: 'Mandanten-URL (Tenant URL)', token: 'Geheimes Token (Secret token)' },
  okta: { name: 'Okta', url: 'SCIM connector base URL', token: 'Authorization (HTTP Header, Bearer)' },
  onelogin: { name: 'OneLogin', url: 'SCIM Base URL', token: 'SCIM Bearer Token' },
  jumpcloud: { name: 'JumpCloud', url: 'Base URL', token: 'Token Key' },
  ping: { name: 'PingOne', url: 'SCIM Base URL', token: 'OAuth Access Token' },
  other: { name: 'Ein anderer SCIM-2.0-Client', short: 'SCIM-Client', url: 'SCIM-API-URL', token: 'Bearer-Token' },
};
