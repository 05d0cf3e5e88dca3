import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import type { FakeApi } from './fake-api';
import { sampleApi } from './sample-api';

const BASE = '/api/console';

/** The sample organisation behind vite's own server, for work on pages without the real one. */
export function fakeServer(): Plugin {
  const api = sampleApi();
  const answer = middleware(api);
  return {
    name: 'rollcall-fake-api',
    configureServer: (server) => {
      server.middlewares.use(answer);
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(answer);
    },
  };
}

function middleware(api: FakeApi): Connect.NextHandleFunction {
  return (request: IncomingMessage, response: ServerResponse, next) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith(BASE)) {
      next();
      return;
    }
    void readBody(request).then((body) => {
      const { status, body: answer } = api.answer({
        method: request.method ?? 'GET',
        path: url.pathname.slice(BASE.length),
        query: url.searchParams,
        body,
        headers: {},
      });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    });
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
