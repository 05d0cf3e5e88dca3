import type { Words } from './words';

export const de: Words = {
  events: {
    'failing.began': (name, { since }, moment) => ({
      title: `${name} schlägt fehl`,
      text: `Die meisten jüngsten Anfragen von ${name} schlagen seit ${moment(since)} fehl. Änderungen an Personen und Gruppen kommen womöglich nicht an.`,
      todo: 'Öffnen Sie die fehlgeschlagenen Anfragen: Jede sagt, was nicht stimmte und was zu tun ist.',
    }),
    'failing.ended': (name, { since }, moment) => ({
      title: `${name} funktioniert wieder`,
      text: `Anfragen von ${name}, die seit ${moment(since)} fehlschlugen, gelingen wieder.`,
      todo: 'Nichts zu tun. Der Identitätsanbieter sendet noch einmal, was er nicht zustellen konnte.',
    }),
    'quiet.began': (name, { since }, moment) => ({
      title: `${name} ist verstummt`,
      text: `Die letzte Anfrage von ${name} kam am ${moment(since)}. Das ist länger her als üblich.`,
      todo: 'Sehen Sie bei Ihrem Identitätsanbieter nach, ob die Bereitstellung eingeschaltet und nicht in Quarantäne ist und ob er noch ein gültiges Token hat.',
    }),
    'quiet.ended': (name, { since }, moment) => ({
      title: `${name} sendet wieder Anfragen`,
      text: `${name} war seit ${moment(since)} still und ist wieder da.`,
      todo: 'Nichts zu tun.',
    }),
    'token.expiring': (name, { lastFour, expiresAt }, moment) => ({
      title: `Das Token von ${name} läuft bald ab`,
      text: `Das Token mit der Endung ${lastFour ?? '?'} von ${name} läuft am ${moment(expiresAt)} ab. Von da an wird jede Anfrage damit abgewiesen.`,
      todo: 'Wechseln Sie das Token und tragen Sie das neue bei Ihrem Identitätsanbieter ein, oder wählen Sie ein späteres Enddatum.',
    }),
    'token.expired': (name, { lastFour, expiresAt }, moment) => ({
      title: `Das Token von ${name} ist abgelaufen`,
      text: `Das Token mit der Endung ${lastFour ?? '?'} von ${name} ist am ${moment(expiresAt)} abgelaufen. Anfragen damit werden abgewiesen.`,
      todo: 'Falls Ihr Identitätsanbieter es noch benutzt: Wechseln Sie das Token und tragen Sie das neue dort ein.',
    }),
    'token.old': (name, { lastFour, days }) => ({
      title: `Das Token von ${name} ist alt`,
      text: `Das Token mit der Endung ${lastFour ?? '?'} von ${name} ist ${days ?? 180} Tage alt. Es funktioniert weiterhin.`,
      todo: 'Wechseln Sie es: Altes und neues Token funktionieren nebeneinander, bis Sie das neue eingetragen haben.',
    }),
    'pause.endsSoon': (name, { until }, moment) => ({
      title: `Die Pause von ${name} endet bald`,
      text: `${name} nimmt ab ${moment(until)} wieder Anfragen an.`,
      todo: 'Ist das zu früh, verlängern Sie die Pause.',
    }),
    'pause.ended': (name, { until }, moment) => ({
      title: `Die Pause von ${name} ist zu Ende`,
      text: `${name} nimmt seit ${moment(until)} wieder Anfragen an. Was Ihr Identitätsanbieter währenddessen nicht zustellen konnte, sendet er jetzt.`,
      todo: 'Sehen Sie sich die eintreffenden Anfragen an, oder pausieren Sie erneut.',
    }),
    'pause.lasting': (name, { since, days }, moment) => ({
      title: `${name} ist seit ${days === 1 ? 'einem Tag' : `${days ?? '?'} Tagen`} pausiert`,
      text: `${name} ist seit ${moment(since)} pausiert. Ein Identitätsanbieter, der lange abgewiesen wird, versucht es immer seltener; Microsoft Entra gibt nach vier Wochen auf.`,
      todo: 'Setzen Sie die Integration fort, sobald Sie können.',
    }),
    'brake.tripped': (name, { people, windowMinutes, limit }) => ({
      title: `Die Bremse hat einen Massenentzug durch ${name} angehalten`,
      text: `${name} hat mindestens ${people ?? '?'} Personen innerhalb von ${windowMinutes ?? '?'} Minuten etwas genommen; die Grenze liegt bei ${limit ?? '?'}. Ihr Zugang ist entzogen. Was sich nicht rückgängig machen lässt, wird zurückgehalten.`,
      todo: 'Sehen Sie nach, wer betroffen ist, und geben Sie frei oder stellen Sie wieder her.',
    }),
    'brake.unanswered': (name, { people, days, since }, moment) => ({
      title: `Die Bremse von ${name} wartet seit ${days === 1 ? 'einem Tag' : `${days ?? '?'} Tagen`} auf eine Antwort`,
      text: `Seit ${moment(since)} hat niemand über ${people === 1 ? 'eine Person' : `${people ?? '?'} Personen`} entschieden. Bis dahin fehlt ihnen, was ihnen genommen wurde. Was sich nicht rückgängig machen lässt, bleibt so lange zurückgehalten, auch über 30 Tage hinaus.`,
      todo: 'Geben Sie frei, was richtig ist, und stellen Sie den Rest wieder her. Owner und Admins können beides.',
    }),
  },
  open: 'In Rollcall öffnen',
  several: (count) => `${count} Meldungen zu Ihren Integrationen`,
  more: (count) => `und ${count} weitere, die die Konsole zeigt`,
  happened: (when) => `Bemerkt am ${when}.`,
  whyPerson: (organisation) =>
    `Sie erhalten dies, weil Sie sich in Rollcall um die Integrationen von ${organisation} kümmern.`,
  whyChannel: (organisation) => `Gesendet von Rollcall, ${organisation}.`,
  settings: 'Auswählen, was gemeldet wird',
  test: {
    title: 'Eine Testnachricht von Rollcall',
    text: 'Nachrichten kommen hier an: Jemand aus Ihrem Team hat es eben ausprobiert.',
    todo: 'Nichts zu tun.',
  },
};
