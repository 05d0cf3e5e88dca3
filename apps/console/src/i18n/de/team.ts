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
