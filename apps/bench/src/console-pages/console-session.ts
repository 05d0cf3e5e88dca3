/** The console's API as its page calls it, signed in as one person. */
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

  /** The answer's text. @throws when it is no 200 */
  async get(path: string): Promise<string> {
    const answer = await fetch(`${this.url}/api/console${path}`, { headers: { ...SAME_PAGE, cookie: this.cookie } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${text}`);
    return text;
  }
}

const SAME_PAGE = { 'sec-fetch-site': 'same-origin', 'x-rollcall': '1' };
