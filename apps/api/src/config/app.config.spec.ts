import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig, VARIABLES } from './app.config';
import { StartupFault } from './startup-fault';

const SECRET = 'x'.repeat(32);

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readConfig({ ROLLCALL_SECRET: SECRET, ...variables });
  } catch (error) {
    if (error instanceof StartupFault) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    const config = readConfig({ ROLLCALL_SECRET: SECRET });

    expect(config.server).toMatchObject({ port: 3000, host: '127.0.0.1', trustedProxies: [] });
    expect(config.hosts).toMatchObject({ publicUrl: 'http://localhost:3000', domains: [] });
    expect(config.database.url).toBeUndefined();
    expect(config.setup.owner).toBeUndefined();
  });

  it('tells all faults at once', () => {
    const faults = faultsOf({
      PORT: 'abc',
      DATABASE_URL: 'mysql://x',
      ROLLCALL_DOMAINS: 'example.com, no_domain',
      LOG_LEVEL: 'loud',
    });

    expect(faults).toEqual([
      'PORT must be a whole number from 0 to 65535, but is "abc".',
      expect.stringContaining('ROLLCALL_DOMAINS lists "no_domain"'),
      expect.stringContaining('DATABASE_URL must look like postgres://'),
      'LOG_LEVEL must be one of error, warn, info, debug, but is "loud".',
    ]);
  });

  it.each<readonly [Readonly<Record<string, string>>, string]>([
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '3000.5' }, 'PORT'],
    [{ ROLLCALL_URL: 'rollcall.example.com' }, 'ROLLCALL_URL'],
    [{ ROLLCALL_URL: 'https://example.com/rollcall' }, 'ROLLCALL_URL'],
    [{ ROLLCALL_URL: 'ftp://example.com' }, 'ROLLCALL_URL'],
    [{ ROLLCALL_TRUSTED_PROXIES: '10.0.0.0/33' }, 'ROLLCALL_TRUSTED_PROXIES'],
    [{ ROLLCALL_TRUSTED_PROXIES: 'proxy' }, 'ROLLCALL_TRUSTED_PROXIES'],
    [{ ROLLCALL_SETUP_TENANT: 'Acme' }, 'ROLLCALL_SETUP_TENANT'],
    [{ ROLLCALL_METRICS: 'everybody' }, 'ROLLCALL_METRICS'],
    [{ ROLLCALL_REQUESTS_KEPT_DAYS: '0' }, 'ROLLCALL_REQUESTS_KEPT_DAYS'],
    [{ ROLLCALL_REQUESTS_KEPT_DAYS: '91' }, 'ROLLCALL_FAILURES_KEPT_DAYS'],
    [{ ROLLCALL_SMTP_URL: 'smtp://mail.example.com' }, 'ROLLCALL_SMTP_URL and ROLLCALL_SMTP_FROM belong together'],
    [{ ROLLCALL_SMTP_FROM: 'rollcall@example.com' }, 'ROLLCALL_SMTP_URL and ROLLCALL_SMTP_FROM belong together'],
    ...[
      'mail.example.com:587',
      'http://mail.example.com',
      'smtp://',
      'smtp://mail.example.com/x',
      'smtps://user@m',
      'smtp://u:%zz@m',
    ].map(
      (url) =>
        [{ ROLLCALL_SMTP_URL: url, ROLLCALL_SMTP_FROM: 'a@example.com' }, 'ROLLCALL_SMTP_URL must look like'] as const,
    ),
    ...['rollcall', 'a@b, c@d', 'Rollcall <rollcall>', '<a@b> x'].map(
      (from) => [{ ROLLCALL_SMTP_URL: 'smtp://m', ROLLCALL_SMTP_FROM: from }, 'ROLLCALL_SMTP_FROM must be'] as const,
    ),
  ])('refuses %j', (variables, name) => {
    expect(faultsOf(variables)).toEqual([expect.stringContaining(name)]);
  });

  it('SEC-04: refuses a secret that is too short, without showing it', () => {
    const faults = faultsOf({ ROLLCALL_SECRET: 'swordfish' });

    expect(faults).toEqual([expect.stringContaining('ROLLCALL_SECRET must have at least 32 characters')]);
    expect(faults.join()).not.toContain('swordfish');
  });

  it('A38: reads the mail server with its port, its way of encryption and a password with special characters', () => {
    const from = { ROLLCALL_SMTP_FROM: '"Rollcall at Acme" <rollcall@example.com>' };
    const read = (url: string) => readConfig({ ROLLCALL_SECRET: SECRET, ...from, ROLLCALL_SMTP_URL: url }).mail;

    expect(read('smtps://me:p%40ss%3A@mail.example.com')).toEqual({
      server: { host: 'mail.example.com', port: 465, secure: true, user: { name: 'me', password: 'p@ss:' } },
      from: { name: 'Rollcall at Acme', address: 'rollcall@example.com' },
    });
    expect(read('smtp://[::1]:2525').server).toEqual({ host: '::1', port: 2525, secure: false });
  });

  it('A38: tells of a wrong mail server without showing its password', () => {
    const variables = { ROLLCALL_SMTP_URL: 'smtp://me:swordfish@mail/x', ROLLCALL_SMTP_FROM: 'a@example.com' };
    expect(faultsOf(variables).join()).not.toContain('swordfish');
  });

  it('takes an empty or blank value for an absent one', () => {
    expect(readConfig({ ROLLCALL_SECRET: SECRET, PORT: ' ', DATABASE_URL: '' }).server.port).toBe(3000);
  });

  it('keeps a secret of its own beside the data when none is given, for its owner only', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-config-'));
    const first = readConfig({ ROLLCALL_DATA: folder }).secrets;
    const second = readConfig({ ROLLCALL_DATA: folder, ROLLCALL_SECRET: ' ' }).secrets;
    const { mode } = fs.statSync(path.join(folder, 'secret'));
    fs.rmSync(folder, { recursive: true });

    expect(second.fingerprint()).toBe(first.fingerprint());
    expect(mode & 0o077).toBe(0);
  });

  it('derives unrelated keys for different purposes', () => {
    const { secrets } = readConfig({ ROLLCALL_SECRET: SECRET });

    expect(secrets.key('one')).toHaveLength(32);
    expect(secrets.key('one')).toEqual(secrets.key('one'));
    expect(secrets.key('one')).not.toEqual(secrets.key('other'));
  });

  it('is described in docs/operate.md, variable by variable', () => {
    const text = fs.readFileSync(path.join(__dirname, '../../../../docs/operate.md'), 'utf8');
    const described = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

    expect(described.toSorted()).toEqual([...VARIABLES].sort());
  });
});
