import { REQUEST_SAID_MAX, type SentenceCode } from '@rollcall/admin-contracts';

/** How the log's English words what a request did: a sentence's own words, with "…" for what stands between them. */
const IN_THE_LOG: Readonly<Record<SentenceCode, string>> = {
  created: 'created',
  revived: 'brought…back under the old id',
  turnedOff: 'turned off',
  turnedOn: 'turned…on again',
  deleted: 'deleted',
  unchanged: 'again: nothing to change',
  read: 'read',
  changed: 'changed',
  membersAdded: 'added…to',
  membersRemoved: 'removed…from',
  membersExchanged: 'added…to and removed…from',
  listed: 'listed…in all',
  lookedFor: 'looked for…where',
  bulk: 'at once:…done…refused',
  discovered: 'read what this server can do',
  refused: 'Refused',
  strangerRefused: 'Refused a',
  manyRefused: 'with tokens that open nothing',
};

/** Shorter texts are in most sentences. */
const LETTERS_MIN = 3;

export interface LanguageOfLog {
  /** What a request did, by code, with `{{value}}` for values. */
  readonly codes: Readonly<Record<string, string>>;
  /** Sentences of the server with `{value}` for values, and how the language says them. */
  readonly phrases: Readonly<Record<string, string>>;
}

/**
 * The sentences of the log that a text in the reader's language is part of, as `said` of a filter: the log is kept in English, and people
 * look for what they see. Undefined where it is part of none, or of so many that it tells nothing.
 */
export function logWords(text: string, { codes, phrases }: LanguageOfLog): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < LETTERS_MIN) return undefined;
  const said = [
    ...Object.entries(IN_THE_LOG).flatMap(([code, english]) => (holds(codes[code] ?? '', wanted) ? [english] : [])),
    ...Object.entries(phrases).flatMap(([english, own]) => (holds(own, wanted) ? [ownWords(english).join('…')] : [])),
  ];
  const sentences = [...new Set(said)].filter((sentence) => sentence !== '' && !sentence.includes('|'));
  const joined = sentences.join('|');
  const isTelling = sentences.length <= REQUEST_SAID_MAX.sentences && joined.length <= REQUEST_SAID_MAX.characters;
  return sentences.length > 0 && isTelling ? joined : undefined;
}

function holds(sentence: string, wanted: string): boolean {
  return ownWords(sentence).some((words) => words.toLowerCase().includes(wanted));
}

/** What a sentence says whatever its values are. */
function ownWords(sentence: string): readonly string[] {
  return sentence
    .split(/\{\{[^}]*\}\}|\{[~@]?\w+\}/)
    .map((words) => words.trim())
    .filter((words) => /\p{L}/u.test(words));
}
