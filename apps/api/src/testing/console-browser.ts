import type { SessionView, SetupRequest } from '@rollcall/admin-contracts';

export interface ConsoleAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Calls the console's API the way the console's page does, and keeps the session cookie as a browser would. */
export class ConsoleBrowser {
  cookie: string | undefined;

  constructor(private readonly url: string) {}

  get<Body>(path: string): Promise<ConsoleAnswer<Body>> {
    return this.send<Body>('GET', path);
  }

  post<Body>(path: string, body?: unknown): Promise<ConsoleAnswer<Body>> {
    return this.send<Body>('POST', path, body);
  }

  patch<Body>(path: string, body: unknown): Promise<ConsoleAnswer<Body>> {
    return this.send<Body>('PATCH', path, body);
  }

  delete<Body>(path: string, body?: unknown): Promise<ConsoleAnswer<Body>> {
    return this.send<Body>('DELETE', path, body);
  }

  signIn(email: string, password: string): Promise<ConsoleAnswer<SessionView>> {
    return this.post<SessionView>('/session', { email, password });
  }

  setUp(request: SetupRequest): Promise<ConsoleAnswer<SessionView>> {
    return this.post<SessionView>('/setup', request);
  }

  async send<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ConsoleAnswer<Body>> {
    const response = await fetch(`${this.url}/api/console${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { 'x-rollcall': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keepCookie(response.headers.getSetCookie());
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: readBody(text, response.headers.get('content-type') ?? '') as Body,
    };
  }

  private keepCookie(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      this.cookie = pair.endsWith('=') ? undefined : pair;
    }
  }
}

/** A file that is downloaded stays text. */
function readBody(text: string, type: string): unknown {
  if (text === '') return undefined;
  return type.startsWith('text/') ? text : JSON.parse(text);
}
