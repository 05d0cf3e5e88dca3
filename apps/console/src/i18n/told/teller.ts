/** Says an English sentence of the server in another language; what it does not know stays as it is. */
export type Tell = (text: string) => string;

interface Phrase {
  readonly pattern: RegExp;
  readonly placeholders: readonly string[];
  readonly said: string;
}

/** "25 November 2026 at 18:40", as the server writes moments into sentences. */
const MOMENT = /^(\d{1,2} \w+ \d{4}) at (\d\d:\d\d)$/;
const DEPTH_MAX = 4;

interface Manner {
  /** How moments are written. */
  readonly locale: string;
  /** What stands around what the server quotes. */
  readonly quotes: readonly [string, string];
}

/**
 * `phrases`: a sentence of the server, with placeholders, and how it is said (see `english.ts`).
 * The sentence with the most words of its own goes first, so that "{x}: required" does not swallow what is more particular.
 */
export function teller(phrases: Readonly<Record<string, string>>, { locale, quotes }: Manner): Tell {
  const known = Object.entries(phrases)
    .sort(([one], [other]) => ownLetters(other) - ownLetters(one))
    .map(([sentence, said]) => ({ ...patternOf(sentence), said }));
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return (text) => tellDeeper(text, { known, moments, quotes, depth: 0 }) ?? text;
}

interface Knowledge {
  readonly known: readonly Phrase[];
  readonly moments: Intl.DateTimeFormat;
  readonly quotes: Manner['quotes'];
  readonly depth: number;
}

function tellDeeper(text: string, knowledge: Knowledge): string | undefined {
  if (knowledge.depth > DEPTH_MAX) return undefined;
  const parts = text.split('; ');
  if (parts.length > 1) {
    const told = parts.map((part) => tellWhole(part, knowledge));
    if (told.every((part) => part !== undefined)) return told.join('; ');
  }
  return tellWhole(text, knowledge);
}

function tellWhole(text: string, knowledge: Knowledge): string | undefined {
  for (const { pattern, placeholders, said } of knowledge.known) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const values = new Map(placeholders.map((name, index) => [name, valueOf(name, match[index + 1] ?? '', knowledge)]));
    return said.replace(/\{([~@]?\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  }
  return undefined;
}

function valueOf(name: string, value: string, knowledge: Knowledge): string {
  if (name.startsWith('~')) {
    return tellDeeper(value, { ...knowledge, depth: knowledge.depth + 1 }) ?? requoted(value, knowledge.quotes);
  }
  if (name.startsWith('@')) return momentOf(value, knowledge.moments);
  return requoted(value, knowledge.quotes);
}

/** What the server quotes it quotes as JSON. */
function requoted(value: string, [open, close]: Manner['quotes']): string {
  const quoted = /^"([^"\\]*)"$/.exec(value);
  return quoted === null ? value : `${open}${quoted[1] ?? ''}${close}`;
}

function momentOf(text: string, moments: Intl.DateTimeFormat): string {
  const [, day, time] = MOMENT.exec(text) ?? [];
  const at = day === undefined || time === undefined ? NaN : Date.parse(`${day} ${time} UTC`);
  return Number.isNaN(at) ? text : moments.format(at);
}

function patternOf(sentence: string): Pick<Phrase, 'pattern' | 'placeholders'> {
  const placeholders = [...sentence.matchAll(/\{([~@]?\w+)\}/g)].map((match) => match[1] ?? '');
  const source = sentence
    .split(/\{[~@]?\w+\}/)
    .map((own) => own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+?)');
  return { pattern: new RegExp(`^${source}$`, 's'), placeholders };
}

function ownLetters(sentence: string): number {
  return sentence.replace(/\{[~@]?\w+\}/g, '').length;
}
