import { gzipSync } from 'node:zlib';
import { Entra } from './fixtures/entra';
import { startRollcall } from './fixtures/rollcall-server';
import { expect, OWNER, SETUP, test } from './fixtures/test';

const SCRIPT_MAX_BYTES = 250_000;

test('the first load needs less than 250 kB of compressed script', async ({ server, page }) => {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${server.url}/users`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);

  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(SCRIPT_MAX_BYTES);
});

test('pages, scripts and styles are sent in the compressed form that the reader accepts', async ({ server }) => {
  const sent = async (path: string, encoding: string): Promise<unknown[]> => {
    const { headers } = await fetch(server.url + path, { headers: { 'accept-encoding': encoding } });
    return [headers.get('content-encoding'), headers.get('content-type')?.split(';')[0], headers.get('cache-control')];
  };
  const html = await (await fetch(`${server.url}/`)).text();
  const script = /\/assets\/[^"]+\.js/.exec(html)?.[0] ?? '';
  const forEver = 'public, max-age=31536000, immutable';

  expect(await sent(script, 'gzip, br')).toEqual(['br', expect.stringContaining('javascript'), forEver]);
  expect(await sent(script, 'gzip')).toEqual(['gzip', expect.stringContaining('javascript'), forEver]);
  expect(await sent(script, 'identity')).toEqual([null, expect.stringContaining('javascript'), forEver]);
  expect(await sent('/users', 'br')).toEqual(['br', 'text/html', 'no-cache']);
});

test('SEC-44: nothing is loaded from elsewhere, and no page violates the content security policy', async ({
  owner,
  page,
  server,
}) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  await owner.connectByHand('Entra ID');
  for (const path of ['/users', '/groups', '/requests', '/integrations/discover']) {
    await page.goto(server.url + path);
    await page.waitForLoadState('networkidle');
  }

  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('SEC-05: after Done the token is in no storage, no address and no later answer', async ({
  owner,
  page,
  server,
}) => {
  await owner.openIntegrations();
  const { token } = await owner.generateToken('Entra ID');
  const later: Promise<string>[] = [];
  page.on('response', (response) => {
    // An answer that a page no longer waited for cannot be read, by nobody.
    if (response.url().includes('/api/')) later.push(response.text().catch(() => ''));
  });
  await owner.confirmCopied();
  await owner.chooseAction('Entra ID', 'View details');
  await owner.click(page.getByRole('tab', { name: 'Tokens' }));
  await page.goBack();
  await page.goto(`${server.url}/integrations`);
  await page.waitForLoadState('networkidle');
  const kept = await page.evaluate(
    () =>
      JSON.stringify(Object.entries(localStorage)) +
      JSON.stringify(Object.entries(sessionStorage)) +
      JSON.stringify(history.state) +
      location.href +
      document.documentElement.outerHTML,
  );

  expect(kept).not.toContain(token);
  const answers = (await Promise.all(later)).filter((text) => text !== '');
  expect(answers.join('\n')).not.toContain(token);
  expect(answers.length).toBeGreaterThan(2);
});

test('over plain http on a name of the local network, copying works without the clipboard’s permission', async ({
  person,
  page,
}) => {
  const server = await startRollcall(SETUP, 'rollcall.lan');
  try {
    await page.goto(`${server.url}/sign-in`);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await person.signIn(OWNER.email, OWNER.password);
    await person.openIntegrations();
    const secret = await person.generateToken('Entra ID');
    await person.click(person.button('Copy Secret token'));
    await expect(person.button('Copy Secret token')).toContainText('Copied');
    const entra = new Entra(secret, (url) => url.replace('rollcall.lan', '127.0.0.1'));
    expect([200, 421]).toContain(await entra.testConnection());
  } finally {
    await server.stop();
  }
});
