import { ApiError, apiErrorFrom } from './api-error';

const BASE = '/api/console';

type Query = Readonly<Record<string, string | number | undefined>>;

/** The only fetch of the console. Throws ApiError; the header proves to the server that no foreign page sent the call. */
async function call<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
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
  delete: (path: string, body?: unknown) => call<undefined>('DELETE', path, body),
};
