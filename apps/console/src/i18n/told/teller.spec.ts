import * as english from './english';
import { germanPhrases } from './german';
import { teller } from './teller';

const tell = teller(germanPhrases, { locale: 'de-DE', quotes: ['„', '“'] });

const placeholders = (text: string): string[] => [...text.matchAll(/\{[~@]?\w+\}/g)].map(([whole]) => whole).sort();

describe('what the server says in English, in German', () => {
  it.each([
    ['The body is not valid JSON.', 'Der Inhalt ist kein gültiges JSON.'],
    ['Unknown attribute "shoeSize" in the filter.', 'Der Filter nennt das unbekannte Attribut „shoeSize“.'],
    [
      'Operation 2: emails[0].value: expected a text, got a list',
      'In Operation 2: emails[0].value: Erwartet wird ein Text, gesendet wurde eine Liste',
    ],
    [
      'userName: required; emails[1].primary: expected true or false, got "maybe"; and 3 more',
      'userName ist erforderlich; emails[1].primary: Erwartet wird true oder false, gesendet wurde „maybe“; und 3 weitere',
    ],
    [
      'userName "ana@example.com" is already used by another user of this integration (upper and lower case are the same, and inactive users count). Find it with filter=userName eq and update it.',
      'Den userName „ana@example.com“ hat schon ein anderer Benutzer dieser Integration (Groß- und Kleinschreibung gelten gleich, auch inaktive Benutzer zählen). Suchen Sie ihn mit filter=userName eq und ändern Sie ihn.',
    ],
    [
      'This token, ending in 7Qx2, was revoked on 25 November 2026 at 18:40 UTC by Mara Keller.',
      'Dieses Token mit dem Ende 7Qx2 wurde am 25. November 2026 um 18:40 UTC von Mara Keller widerrufen.',
    ],
    [
      'The filter is incomplete or malformed: expected an operator after "userName", found the end.',
      'Der Filter ist unvollständig oder falsch gebaut: Erwartet wird ein Operator nach „userName“, gefunden wurde das Ende.',
    ],
    [
      'Operation 3 (POST) was refused with 409: The group has changed meanwhile. Read it again and repeat.',
      'Operation 3 (POST) wurde mit 409 abgelehnt: Die Gruppe hat sich inzwischen geändert. Lesen Sie sie noch einmal und wiederholen Sie die Anfrage.',
    ],
  ])('%s', (sentence, said) => {
    expect(tell(sentence)).toBe(said);
  });

  it('what it does not know stays as it is', () => {
    expect(tell('A sentence of a newer server.')).toBe('A sentence of a newer server.');
  });

  it('each sentence is said with the values of the English one, and none is left unsaid', () => {
    const sentences = Object.values(english).flat();
    const wrong = sentences.filter(
      (sentence) => placeholders(sentence).join() !== placeholders(germanPhrases[sentence] ?? '').join(),
    );

    expect(wrong).toEqual([]);
    expect(Object.keys(germanPhrases).sort()).toEqual([...sentences].sort());
  });
});
