import type { Catalogue } from '../en';

export const setup: Catalogue['setup'] = {
  title: 'Rollcall einrichten',
  intro: 'Benennen Sie Ihre Organisation und legen Sie das erste Konto an. Es wird ihr Inhaber.',
  organisation: 'Name der Organisation',
  organisationHint: 'Wird Teil der Adresse, die Identitätsanbieter aufrufen.',
  name: 'Ihr Name',
  email: 'E-Mail',
  password: 'Passwort',
  submit: 'Organisation anlegen',
  required: 'Bitte ausfüllen.',
  tooLong: 'Höchstens {{max, number}} Zeichen.',
  emailInvalid: 'Geben Sie eine E-Mail-Adresse ein, etwa ana@example.com.',
  rules: 'Regeln für das Passwort',
  ruleLength: 'Mindestens {{min, number}} Zeichen – ein paar Wörter merkt man sich leichter als Sonderzeichen',
  ruleLengthMax: 'Höchstens {{max, number}} Zeichen',
  rulePersonal: 'Nicht nur Ihr Name, Ihre E-Mail oder Ihre Organisation',
  ruleMet: 'erfüllt',
  ruleOpen: 'noch nicht erfüllt',
  usedTitle: 'Dieser Einrichtungslink gilt nicht mehr',
  usedText:
    'Die Organisation besteht bereits. Melden Sie sich mit dem angelegten Konto an oder bitten Sie den Inhaber um Zugang.',
  usedAction: 'Zur Anmeldung',
  missingTitle: 'Ein Einrichtungslink wird gebraucht',
  missingText:
    'Rollcall hat einen einmaligen Einrichtungslink dort ausgegeben, wo es gestartet wurde: im Terminal oder im Protokoll. Öffnen Sie ihn, um Ihre Organisation anzulegen.',
  invalidTitle: 'Dieser Einrichtungslink wurde ersetzt',
  invalidText: 'Der Server gibt bei jedem Start einen neuen Link aus. Öffnen Sie den zuletzt ausgegebenen.',
};

export const signIn: Catalogue['signIn'] = {
  title: 'Anmelden',
  intro: 'Willkommen zurück.',
  email: 'E-Mail',
  password: 'Passwort',
  submit: 'Anmelden',
  required: 'Bitte ausfüllen.',
};

export const stepUp: Catalogue['stepUp'] = {
  title: 'Bestätigen Sie, dass Sie es sind',
  text: 'Ihre Anmeldung liegt eine Weile zurück, {{name}}. Geben Sie Ihr Passwort ein; was Sie begonnen haben, geschieht dann.',
  password: 'Passwort',
  submit: 'Bestätigen',
};

export const team: Catalogue['team'] = {
  title: 'Team',
  intro: 'Wer in dieser Konsole arbeitet und was jede und jeder darf.',
  invite: 'Einladen',
  emptyTitle: 'Niemand da',
  members: 'Mitglieder',
  invitations: 'Offene Einladungen',
  you: '(Sie)',
  menu: 'Aktionen für {{name}}',
  invitedBy: 'Eingeladen von {{name}}',
  expired: 'Abgelaufen',
  resend: 'Neuer Link',
  resendNamed: 'Neuer Link für {{email}}',
  revoke: 'Widerrufen',
  revokeNamed: 'Einladung von {{email}} widerrufen',
  columns: {
    name: 'Name',
    email: 'E-Mail',
    role: 'Rolle',
    status: 'Status',
    lastSignIn: 'Letzte Anmeldung',
    expires: 'Link endet',
    actions: 'Aktionen',
  },
  statuses: { active: 'Aktiv', suspended: 'Gesperrt' },
  roleTexts: {
    owner: 'Alles, auch andere Inhaber. Mindestens einen gibt es immer.',
    admin: 'Integrationen, Tokens und das Team, außer Inhabern.',
    support: 'Findet heraus, warum jemand fehlt, und kann ein entwendetes Token widerrufen. Legt nichts an.',
    auditor: 'Sieht alles, ändert nichts.',
  },
  actions: {
    role: 'Rolle ändern',
    transfer: 'Inhaberschaft übertragen',
    endSessions: 'Sitzungen beenden',
    suspend: 'Sperren',
    reinstate: 'Entsperren',
    remove: 'Entfernen',
  },
  dialogs: {
    roleTitle: 'Rolle von {{name}} ändern',
    roleText: '{{name}} wird überall abgemeldet und kommt mit der neuen Rolle wieder.',
    roleSubmit: 'Rolle ändern',
    suspendTitle: '{{name}} sperren',
    suspendText: '{{name}} wird sofort überall abgemeldet und kann sich bis zur Entsperrung nicht anmelden.',
    suspendSubmit: 'Sperren',
    removeTitle: '{{name}} entfernen',
    removeText:
      '{{name}} verliert den Zugang sofort und endgültig. Integrationen und ihre Tokens arbeiten weiter, und der Name bleibt im Aktivitätsprotokoll.',
    removeSubmit: 'Entfernen',
    endSessionsTitle: 'Sitzungen von {{name}} beenden',
    endSessionsText: '{{name}} wird auf jedem Gerät abgemeldet und kann sich wieder anmelden.',
    endSessionsSubmit: 'Sitzungen beenden',
    transferTitle: 'Inhaberschaft an {{name}} übertragen',
    transferText: '{{name}} wird Inhaber, und Sie werden Admin. Nur ein Inhaber kann Sie wieder dazu machen.',
    transferSubmit: 'Inhaberschaft übertragen',
  },
  done: {
    role: '{{name}} hat jetzt die Rolle {{role}}.',
    suspend: '{{name}} ist gesperrt.',
    reinstate: '{{name}} kann sich wieder anmelden.',
    remove: '{{name}} wurde entfernt.',
    endSessions: '{{name}} ist überall abgemeldet.',
    transfer: '{{name}} hat jetzt die Inhaberschaft.',
    revoke: 'Die Einladung von {{email}} wurde widerrufen.',
    link: 'Fertig',
  },
  inviteTitle: 'Jemanden einladen',
  inviteText: 'Sie bekommen einen Link zum Weitergeben. Er gilt einmal und {{hours, number}} Stunden lang.',
  inviteSubmit: 'Link erzeugen',
  linkTitle: 'Geben Sie diesen Link weiter',
  linkText:
    'Senden Sie ihn selbst an {{email}}: Rollcall verschickt keine E-Mails. Er wird nur jetzt gezeigt, gilt einmal und endet in {{hours, number}} Stunden.',
  link: 'Einladungslink',
};

export const invitation: Catalogue['invitation'] = {
  title: 'Einladung',
  join: '{{organisation}} beitreten',
  intro: '{{name}} hat Sie mit der Rolle {{role}} eingeladen. Wählen Sie einen Namen und ein Passwort.',
  submit: 'Beitreten',
  deadTitle: 'Diese Einladung gilt nicht mehr',
  deadText:
    'Sie wurde benutzt, widerrufen, durch einen neueren Link ersetzt oder ist älter als ein Tag. Bitten Sie um eine neue.',
};

export const account: Catalogue['account'] = {
  title: 'Ihr Konto',
  nameTitle: 'Name',
  nameText: 'Sehen Ihr Team und das Aktivitätsprotokoll.',
  renamed: 'Ihr Name wurde geändert.',
  passwordTitle: 'Passwort',
  passwordText: 'Ein neues Passwort meldet Sie überall sonst ab.',
  passwordNow: 'Aktuelles Passwort',
  passwordNew: 'Neues Passwort',
  passwordSubmit: 'Passwort ändern',
  passwordChanged: 'Ihr Passwort wurde geändert. Überall sonst sind Sie abgemeldet.',
  shortcutsTitle: 'Tastatur',
  shortcutsText: 'Gilt für diesen Browser. Kürzel mit Strg oder ⌘ gelten immer.',
  shortcuts: 'Kürzel aus einer einzelnen Taste: J und K führen von Anfrage zu Anfrage',
  sessionsTitle: 'Wo Sie angemeldet sind',
  sessionsText: 'Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.',
  noSessions: 'Keine Sitzungen',
  endOthers: 'Alle anderen beenden',
  end: 'Beenden',
  endNamed: 'Sitzung von {{name}} beenden',
  thisOne: 'Diese',
  unknownBrowser: 'Unbekannter Browser',
  columns: { browser: 'Browser', lastSeen: 'Zuletzt aktiv', actions: 'Aktionen' },
};

export const alerts: Catalogue['alerts'] = {
  title_one: 'Der Support hat ein Token widerrufen',
  title_other: 'Der Support hat {{count, number}} Tokens widerrufen',
  revoked: '{{name}} hat das auf {{lastFour}} endende Token widerrufen:',
  seen: 'Gesehen',
};
