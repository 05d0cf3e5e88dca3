import { EXPORT_TOTAL_HEADER } from '@rollcall/admin-contracts';
import { ApiError, apiErrorFrom } from './api-error';
import type { CsvWording } from './csv-wording';
import { confirmingWhenAsked } from './step-up';

const BASE = '/api/console';

const LINE_FEED = 10;

type Query = Readonly<Record<string, string | number | undefined>>;

/**
 * The only fetch of the console. Throws ApiError; the header proves to the server that no foreign page sent the call. Where the server
 * wants the password first, the person is asked and the call is sent again (SEC-49).
 */
function call<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  return confirmingWhenAsked(() => callOnce<Answer>(method, path, body, signal));
}

async function callOnce<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const response = await send(method, path, body, signal);
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw apiErrorFrom(response.status, answer);
  // The contract types are kept true by the server's DTOs, which implement them.
  return answer as Answer;
}

async function send(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(`${BASE}${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'x-rollcall': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ApiError(0, 'unavailable', 'no answer');
  }
}

/** How far a file has come: rows so far, and how many there were when it began, 0 where that is not known. */
export interface DownloadProgress {
  readonly rows: number;
  readonly total: number;
}

export interface Download {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DownloadProgress) => void;
  /** Makes the reader's file of the one that the server sends; asked for once a try. */
  readonly wording: () => CsvWording;
}

/** Where a file comes from; with a body it is asked for by POST. */
export interface DownloadCall {
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
}

/** A CSV file as it arrives, so that its progress can be told. One that breaks off is no file: throws ApiError. */
async function downloadOnce(
  { path, query = {}, body }: DownloadCall,
  { signal, onProgress, wording }: Download,
): Promise<Blob> {
  const response = await send(body === undefined ? 'GET' : 'POST', withQuery(path, query), body, signal);
  if (!response.ok) throw apiErrorFrom(response.status, parse(await response.text()));
  const total = Number(response.headers.get(EXPORT_TOTAL_HEADER) ?? 0);
  const parts: string[] = [];
  const decoder = new TextDecoder();
  const worded = wording();
  let lines = 0;
  try {
    for await (const part of partsOf(response)) {
      parts.push(worded.push(decoder.decode(part, { stream: true })));
      lines += lineEnds(part);
      // The first line names the columns.
      onProgress({ rows: Math.max(0, lines - 1), total });
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError(0, 'unavailable', 'the answer broke off');
  }
  return new Blob([...parts, worded.end()], { type: 'text/csv;charset=utf-8' });
}

async function* partsOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) yield part.value;
}

function lineEnds(part: Uint8Array): number {
  return part.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 0);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export const api = {
  get: <Answer>(path: string, query: Query = {}, signal?: AbortSignal) =>
    call<Answer>('GET', withQuery(path, query), undefined, signal),
  post: <Answer>(path: string, body?: unknown) => call<Answer>('POST', path, body),
  patch: <Answer>(path: string, body: unknown) => call<Answer>('PATCH', path, body),
  /** A file, with word of how far it has come. */
  download: (call: DownloadCall, download: Download) => confirmingWhenAsked(() => downloadOnce(call, download)),
  delete: (path: string, body?: unknown) => call<undefined>('DELETE', path, body),
};
