import { execFileSync } from 'node:child_process';
import { aRequestView } from '../../test/builders';
import { curlOf, needsBodyFile } from './curl';

/** What a shell makes of the command: its words, one a line. */
function words(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const output = execFileSync('/bin/sh', ['-c', script], { env: { TOKEN: 'secret' }, encoding: 'utf8' });
  return output.split('\0').slice(0, -1);
}

describe('a request as curl', () => {
  it('C02: is the request, word for word, with the token from the shell', () => {
    const body = `{"userName":"o'hara $(id) \`id\` \\\\ \\"x\\"","note":"@a\\nb !1 ümlaut"}`;
    const view = aRequestView({ method: 'POST', path: '/Users', message: { requestBody: body } });

    expect(words(curlOf(view))).toEqual([
      ...['--request', 'POST', 'https://example-works.api.rollcall.test/api/v1/scim/Users'],
      ...['--header', 'Authorization: Bearer secret'],
      ...['--header', 'content-type: application/scim+json'],
      ...['--data-raw', body],
    ]);
    expect(curlOf(view)).toContain('$TOKEN');
  });

  it('keeps a filter as it was sent, and the headers that decide', () => {
    const query = `filter=userName+eq+%22o'x%22&attributes=emails[type]`;
    const headers = { 'if-none-match': 'W/"3"', host: 'x', 'user-agent': 'Entra' };
    const view = aRequestView({ method: 'GET', path: '/Users', query, message: { headers } });

    expect(words(curlOf(view))).toEqual([
      ...['--globoff', '--request', 'GET', `https://example-works.api.rollcall.test/api/v1/scim/Users?${query}`],
      ...['--header', 'Authorization: Bearer secret', '--header', 'if-none-match: W/"3"'],
    ]);
  });

  it.each([
    ['was not kept', {}, false],
    ['is masked', { requestBody: '{"title":"••••"}' }, true],
    ['was cut', { requestBody: '{"title":"x…' }, false],
  ])('asks for a file where the body %s', (_, message, masked) => {
    const view = aRequestView({ method: 'PATCH', message, masked });

    expect(needsBodyFile(view)).toBe(true);
    expect(words(curlOf(view)).slice(-2)).toEqual(['--data', '@body.json']);
  });
});
