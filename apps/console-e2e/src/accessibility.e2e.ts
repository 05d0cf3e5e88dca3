import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Entra } from './fixtures/entra';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle');
  // A picture half faded in has another contrast.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .map((animation) => animation.finished.catch(() => undefined))
        .slice(0, 20)
        .map((end) => Promise.race([end, new Promise((resolve) => setTimeout(resolve, 500))])),
    ),
  );
  const { violations: found } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ''}`),
  );
}

/** An organisation with a bit of everything; the paths of all its pages. */
async function furnish(owner: Person, page: Page): Promise<readonly string[]> {
  const entra = new Entra(await owner.connect('Entra ID'));
  await entra.testConnection();
  const ana = await entra.createUser('Ana', 'Lima');
  await entra.disable(await entra.createUser('Ben', 'Okafor'));
  await entra.createTwice('Ana', 'Lima');
  const group = await entra.createGroup('Engineers', [ana]);
  await owner.click(owner.link('Entra ID'));
  await expect(owner.heading('Entra ID')).toBeVisible();
  const integration = new URL(page.url()).pathname;
  await owner.click(owner.link('Requests').first());
  await owner.click(page.getByRole('table').getByRole('link').first());
  await expect(page).toHaveURL(/requests\/./);
  const request = new URL(page.url()).pathname;
  return [
    '/users',
    '/users?search=nobody',
    '/users?status=deleted',
    `/users/${ana}`,
    '/groups',
    `/groups/${group}`,
    `/groups/${group}?tab=attributes`,
    `/groups/${group}?tab=history`,
    '/requests',
    request,
    '/integrations',
    integration,
    `${integration}?tab=guide`,
    `${integration}?tab=tokens`,
    `${integration}?tab=requests`,
    `${integration}?tab=health`,
    `${integration}?tab=settings`,
    `${integration}/brake`,
    '/activity',
    '/team',
    '/account',
    '/integrations/discover',
    '/integrations/discover/scim',
    '/no/such/page',
  ];
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every page has no axe violation, one h1 and a title of its own (${scheme})`, async ({
    owner,
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const paths = await furnish(owner, page);
    const titles = new Set<string>();
    for (const path of paths) {
      await page.goto(server.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await violations(page), `${path} in ${scheme}`).toEqual([]);
      titles.add(await page.title());
    }
    expect(titles.size).toBeGreaterThanOrEqual(12);
  });

  test(`menus and dialogs have no axe violation (${scheme})`, async ({ owner, page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await owner.openIntegrations();
    await owner.click(owner.button(/Account menu/));
    expect(await violations(page), 'account menu').toEqual([]);
    await page.keyboard.press('Escape');
    await owner.generateToken('Entra ID');
    expect(await violations(page), 'token step').toEqual([]);
    await owner.confirmCopied();
    await owner.click(owner.button('Actions for Entra ID'));
    expect(await violations(page), 'row menu').toEqual([]);
    await page.keyboard.press('Escape');
    for (const action of ['Rename', 'Rotate token', 'Revoke token', 'Delete']) {
      await owner.chooseAction('Entra ID', action);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page), action).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  test(`pages before sign-in have no axe violation (${scheme})`, async ({ emptyServer, page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const address of [emptyServer.setupLink ?? '', `${emptyServer.url}/setup`, `${emptyServer.url}/sign-in`]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await violations(page), address).toEqual([]);
    }
  });
}

test('nothing is wider than the window from 390 to 2560 pixels', async ({ owner, page, server }) => {
  const paths = await furnish(owner, page);
  for (const width of [390, 768, 1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths) {
      await page.goto(server.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, `${path} at ${String(width)}`).toBeLessThanOrEqual(0);
    }
  }
});

test('at 390 pixels the navigation is a drawer that leads to Integrations', async ({ owner, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(owner.link('Groups')).not.toBeInViewport();
  await owner.click(owner.button('Open navigation'));
  await owner.openIntegrations();

  await expect(owner.link('Groups')).not.toBeInViewport();
  await expect(owner.link('Discover integrations')).toBeVisible();
});
