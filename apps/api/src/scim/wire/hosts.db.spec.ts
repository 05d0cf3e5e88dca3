import net from 'node:net';
import { connectScim, type ScimConnection } from '../../testing/scim-connection';
import { TenantHosts } from '../../tenants/tenant-hosts';
import { givenScim } from '../conformance/given-scim';
import { sendRaw, type RawAnswer } from '../conformance/raw-request';

const PATH = '/api/v1/scim/Users?count=1';

describe('hosts of SCIM requests', () => {
  const acme = givenScim({
    ROLLCALL_URL: 'https://rollcall.example',
    ROLLCALL_DOMAINS: 'rollcall.example,old.example',
  });
  let globex: ScimConnection;
  let hosts: readonly string[];

  const slugOf = ({ facts }: ScimConnection) => `t-${facts.tenantId.slice(0, 8)}`;

  beforeAll(async () => {
    globex = await connectScim(acme.server);
    const extra = `insert into tenant_host (tenant_id, host) values ($1, 'scim.acme.example')`;
    await acme.look(extra, [acme.facts.tenantId]);
    await acme.server.app.get(TenantHosts, { strict: false }).refresh();
    hosts = [`${slugOf(acme)}.api.rollcall.example`, `${slugOf(acme)}.api.old.example`, 'scim.acme.example'];
    await acme.createUser({ userName: 'ada' });
  });

  function get(host: string, headers: Readonly<Record<string, string>> = {}, client = acme): Promise<RawAnswer> {
    const authorization = `Bearer ${client.facts.token}`;
    return sendRaw(acme.server, { path: PATH, headers: { authorization, host, ...headers } });
  }

  const locationOf = ({ text }: RawAnswer): string => JSON.parse(text).Resources[0].meta.location;

  it('A09 SEC-20: every host of an organisation serves the same API, and names itself as it is configured', async () => {
    for (const host of hosts)
      for (const spelt of [host, host.toUpperCase(), `${host}:443`, `${host}:8443`, `${host}.`, `${host}.:443`]) {
        const answer = await get(spelt);
        expect([spelt, answer.status]).toEqual([spelt, 200]);
        expect(locationOf(answer)).toMatch(`https://${host}/api/v1/scim/Users/`);
      }
  });

  it('A09: the plain host and this machine serve whom the token belongs to', async () => {
    const [current] = hosts;
    for (const host of [
      'rollcall.example',
      'ROLLCALL.example.',
      'localhost',
      'localhost:3000',
      '127.0.0.1',
      '[::1]:80',
    ]) {
      const answer = await get(host);
      expect([host, answer.status]).toEqual([host, 200]);
      expect(locationOf(answer)).not.toContain(current ?? '');
      expect(locationOf(answer)).toMatch('https://rollcall.example/api/v1/scim/Users/');
    }
  });

  it('SEC-03 SEC-20: a token on the host of another organisation hears what an unknown token hears', async () => {
    for (const host of hosts) {
      const [foreign, unknown] = [await get(host, {}, globex), await get(host, { authorization: 'Bearer x' })];
      expect([host, foreign.status, foreign.text]).toEqual([host, 401, unknown.text]);
      expect(foreign.headers['www-authenticate']).toBe(unknown.headers['www-authenticate']);
    }
    expect((await get(`${slugOf(globex)}.api.rollcall.example`, {}, globex)).status).toBe(200);
    expect((await get(`${slugOf(globex)}.api.rollcall.example`)).status).toBe(401);
  });

  it('SEC-20 V-15: a host that names nobody is 421, with and without a token, and is not repeated', async () => {
    const slug = slugOf(acme);
    const strangers = [
      'evil.example',
      `${slug}.api.evil.example`,
      `${slug}x.api.rollcall.example`,
      `x${slug}.api.rollcall.example`,
      `x.${slug}.api.rollcall.example`,
      `${slug.slice(0, -1)}.api.rollcall.example`,
      `${slug}.api.rollcall.example.evil.example`,
      `${slug}.apirollcall.example`,
      `${slug}.rollcall.example`,
      'api.rollcall.example',
      'evilrollcall.example',
      'rollcall.example..',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '127.evil.example',
      'xn--rollcll-3za.example',
      `${slug}.api.rollcall.example, evil.example`,
      `evil.example/${slug}.api.rollcall.example`,
      `evil.example@${slug}.api.rollcall.example`,
      'x'.repeat(4_000),
    ];
    for (const host of strangers)
      for (const authorization of [`Bearer ${acme.facts.token}`, 'Bearer x']) {
        const answer = await get(host, { authorization });
        expect([host, answer.status]).toEqual([host, 421]);
        expect(answer.text).not.toContain('evil');
        expect(JSON.stringify(answer.headers)).not.toContain('evil');
      }
  });

  it('SEC-20: X-Forwarded-Host and its like neither open a host nor are they repeated', async () => {
    const [own = ''] = hosts;
    for (const name of [
      'x-forwarded-host',
      'x-host',
      'x-original-host',
      'x-rewrite-url',
      'forwarded',
      ':authority'.slice(1),
    ]) {
      const lies = (value: string) => ({ [name]: name === 'forwarded' ? `host=${value}` : value });
      expect([name, (await get('evil.example', lies(own))).status]).toEqual([name, 421]);
      const answer = await get(own, lies('evil.example'));
      expect([name, answer.status, answer.text.includes('evil')]).toEqual([name, 200, false]);
      expect([name, (await get(own, lies(own), globex)).status]).toEqual([name, 401]);
    }
  });

  it('SEC-20: two Host lines, none, or another host in the request line are refused', async () => {
    const [own = ''] = hosts;
    const authorization = `Authorization: Bearer ${acme.facts.token}`;
    const refused = [
      [`GET ${PATH} HTTP/1.1`, `Host: ${own}`, 'Host: evil.example', authorization],
      [`GET ${PATH} HTTP/1.1`, 'Host: evil.example', `Host: ${own}`, authorization],
      [`GET ${PATH} HTTP/1.1`, authorization],
      [`GET http://evil.example${PATH} HTTP/1.1`, `Host: ${own}`, authorization],
      [`GET http://${own}${PATH} HTTP/1.1`, 'Host: evil.example', authorization],
    ];
    for (const lines of refused) {
      const answer = await sendLines(lines);
      expect([lines, answer.slice(0, 12)]).toEqual([lines, expect.stringMatching(/^HTTP\/1\.1 4\d\d$/)]);
      expect(answer).not.toContain('evil');
    }
    const good = await sendLines([`GET ${PATH} HTTP/1.1`, `Host: ${own}`, authorization]);
    expect(good.slice(0, 12)).toBe('HTTP/1.1 200');
  });

  /** As no client library would write it. */
  function sendLines(lines: readonly string[]): Promise<string> {
    const { hostname, port } = new URL(acme.server.url);
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname);
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
      socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
    });
  }
});
