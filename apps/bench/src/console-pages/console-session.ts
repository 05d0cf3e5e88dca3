import type { PageRequest } from './page-request';

/** The console's API as its pages call it, signed in as one person. */
export class ConsoleSession {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<ConsoleSession> {
    const answer = await fetch(`${url}/api/console/session`, {
      method: 'POST',
      headers: { ...SAME_PAGE, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    return new ConsoleSession(url, cookies.join('; '));
  }

  /** The answer's text; of a file only its first lines, the rest is not waited for. @throws when it is no 200 */
  async firstData({ path, body }: Omit<PageRequest, 'page'>): Promise<string> {
    const answer = await fetch(`${this.url}/api/console${path}`, {
      headers: {
        ...SAME_PAGE,
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const isFile = answer.headers.get('content-type')?.startsWith('text/csv') === true;
    const text = isFile ? await firstLines(answer) : await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return text;
  }
}

const SAME_PAGE = { 'sec-fetch-site': 'same-origin', 'x-rollcall': '1' };

/** The head of the table alone would be no data yet. */
async function firstLines(answer: Response): Promise<string> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.split('\n').length <= 2) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
