import type { RequestSentence } from '@rollcall/admin-contracts';
import type { RecordedTrail } from './request-record';
import { requestSentence } from './request-sentence';

/** What a row of the log tells about its sentence. */
export interface SentenceRow {
  readonly method: string;
  readonly status: number;
  readonly client: string | null;
  readonly address: string | null;
  readonly resourceType: string | null;
  readonly resourceName: string | null;
  /** Without notes and headers, which may be long. */
  readonly told: RecordedTrail | null;
}

/** SQL over `scim_request r`: the columns of a SentenceRow that lists do not show anyway. */
export const SENTENCE_COLUMNS = `r.address, r.trail - array['notes', 'headers'] as told`;

/**
 * The sentence of a stored request, put together anew from what was stored with it, so that no sentence is stored twice. Undefined for
 * rows that do not say how they ended, as an older version wrote them: their English sentence is all there is.
 */
export function storedSentence(row: SentenceRow): RequestSentence | undefined {
  const { method, status, client, told } = row;
  const detail = told?.error?.detail;
  if (told?.counted !== undefined) return { code: 'manyRefused', count: told.counted, detail: detail ?? '' };
  if (client === null) {
    if (detail === undefined || row.address === null) return undefined;
    return { code: 'strangerRefused', method, address: row.address, detail };
  }
  if (status < 400 && told?.outcome === undefined) return undefined;
  return requestSentence({
    client,
    method,
    status,
    outcome: told?.outcome,
    resourceType: row.resourceType ?? undefined,
    resourceName: row.resourceName ?? undefined,
    matched: told?.matched,
    found: told?.found ?? 0,
    changes: told?.changes ?? [],
    membersAdded: told?.membersAdded ?? 0,
    membersRemoved: told?.membersRemoved ?? 0,
    error: told?.error,
    bulk: told?.bulk,
  });
}

/** What a reader gets of it, with each text that may hold values of a person put through `hide`. */
export function sentenceView(
  row: SentenceRow & { readonly summary: string },
  hide: (text: string) => string = (text) => text,
): { readonly summary: string; readonly sentence?: RequestSentence } {
  const sentence = storedSentence(row);
  return { summary: hide(row.summary), ...(sentence === undefined ? {} : { sentence: hidden(sentence, hide) }) };
}

function hidden(sentence: RequestSentence, hide: (text: string) => string): RequestSentence {
  switch (sentence.code) {
    case 'changed':
      return { ...sentence, paths: sentence.paths.map(hide) };
    case 'lookedFor':
      return { ...sentence, matched: hide(sentence.matched) };
    case 'refused':
      return sentence.detail === undefined ? sentence : { ...sentence, detail: hide(sentence.detail) };
    case 'strangerRefused':
    case 'manyRefused':
      return { ...sentence, detail: hide(sentence.detail) };
    default:
      return sentence;
  }
}
