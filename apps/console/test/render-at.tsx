import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../src/app';
import { startTranslations } from '../src/i18n/translations';
import { createQueryClient } from '../src/query-client';
import { createConsoleRouter } from '../src/router';
import { aSession } from './builders';
import { FakeApi, ok } from './fake-api';

const BASE = '/api/console';

/** An API where somebody is signed in and nothing else is known; a test adds the routes that it is about. */
export function signedInApi(over: Parameters<typeof aSession>[0] = {}): FakeApi {
  return new FakeApi()
    .on('GET /session', ok(aSession(over)))
    .on('GET /setup', ok({ needed: false }))
    .on('GET /integrations', ok([]))
    .on('GET /integrations/deleted', ok([]));
}

/** The whole console at an address, as a person meets it, in front of `api`. */
export async function renderAt(path: string, api: FakeApi) {
  localStorage.clear();
  await startTranslations();
  answerFetchWith(api);
  const history = createMemoryHistory({ initialEntries: [path] });
  const queryClient = createQueryClient();
  const router = createConsoleRouter(queryClient, history);
  render(<App queryClient={queryClient} router={router} env="test" />);
  return { user: userEvent.setup(), router, queryClient, history };
}

/** jsdom has no fetch; the client reads status and text, and of files the body. */
function answerFetchWith(api: FakeApi): void {
  const fetch = (input: string, init: RequestInit = {}): Promise<unknown> => {
    const url = new URL(input, 'http://localhost');
    const { status, body } = api.answer({
      method: init.method ?? 'GET',
      path: url.pathname.slice(BASE.length),
      query: url.searchParams,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      headers: (init.headers ?? {}) as Record<string, string>,
    });
    return Promise.resolve({
      ok: status < 400,
      status,
      text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
      headers: new Map(),
      body: typeof body === 'string' ? bodyOf(body) : null,
    });
  };
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: fetch });
}

/** A file that comes in one piece. */
function bodyOf(text: string) {
  const parts = [new Uint8Array(Buffer.from(text))];
  return {
    getReader: () => ({
      read: () => Promise.resolve(parts.length === 0 ? { done: true } : { done: false, value: parts.shift() }),
    }),
  };
}
