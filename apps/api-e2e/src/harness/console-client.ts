import { OWNER } from './installation';

/** The console's API as its page calls it, signed in as the Owner. */
export class ConsoleClient {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string): Promise<ConsoleClient> {
    const response = await call(url, 'POST', '/session', '', OWNER);
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    return new ConsoleClient(url, cookie.join('; '));
  }

  get<Body>(path: string): Promise<Body> {
    return this.send<Body>('GET', path);
  }

  /** @throws when the answer is no 2xx */
  async send<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const response = await call(this.url, method, path, this.cookie, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Body;
  }
}

function call(url: string, method: string, path: string, cookie: string, body?: unknown): Promise<Response> {
  return fetch(`${url}/api/console${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      'x-rollcall': '1',
      ...(cookie === '' ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
