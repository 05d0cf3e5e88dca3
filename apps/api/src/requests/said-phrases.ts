import { REQUEST_SAID_MAX } from '@rollcall/admin-contracts';

/** A sentence of the log by its own words, each of which it holds. */
export type SaidPhrase = readonly string[];

/** Reads `said` of a filter. What names nothing fits nothing. */
export function saidPhrases(said: string | undefined): readonly SaidPhrase[] {
  return (said ?? '')
    .split('|')
    .slice(0, REQUEST_SAID_MAX.sentences)
    .map((phrase) =>
      phrase
        .split('…')
        .map((words) => words.trim())
        .filter((words) => words !== ''),
    )
    .filter((words) => words.length > 0);
}
