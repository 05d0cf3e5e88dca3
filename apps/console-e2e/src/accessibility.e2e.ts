import type { RequestPage } from '@rollcall/admin-contracts';
import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './fixtures/accessible';
import { Entra } from './fixtures/entra';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const WIDTHS = [390, 768, 1024, 1440, 2560];

/** An organisation with a bit of everything: paths of what it has. */
interface Furnished {
  readonly person: string;
  readonly group: string;
  readonly integration: string;
  readonly request: string;
}

async function furnish(owner: Person): Promise<Furnished> {
  const { origin } = new URL(owner.page.url());
  const { integrationId, ...secret } = await owner.connect('Entra ID');
  const entra = new Entra(secret);
  await entra.testConnection();
  const ana = await entra.createUser('Ana', 'Lima');
  await entra.disable(await entra.createUser('Ben', 'Okafor'));
  await entra.createTwice('Ana', 'Lima');
  const group = await entra.createGroup('Engineers', [ana]);
  const logged = async () => {
    const answer = await owner.page.request.get(`${origin}/api/console/requests`);
    return ((await answer.json()) as RequestPage).items;
  };
  await expect.poll(async () => (await logged()).length).toBe(7);
  const [newest] = await logged();
  return {
    person: `/users/${ana}`,
    group: `/groups/${group}`,
    integration: `/integrations/${integrationId}`,
    request: `/requests/${newest?.id ?? ''}`,
  };
}

const PAGES: Readonly<Record<string, (has: Furnished) => readonly string[]>> = {
  directory: ({ person, group }) => [
    '/users',
    '/users?search=nobody',
    '/users?status=deleted',
    person,
    '/groups',
    group,
    `${group}?tab=attributes`,
    `${group}?tab=history`,
  ],
  integration: ({ integration }) => [
    integration,
    `${integration}?tab=guide`,
    `${integration}?tab=tokens`,
    `${integration}?tab=requests`,
    `${integration}?tab=health`,
    `${integration}?tab=settings`,
    `${integration}/brake`,
  ],
  other: ({ request }) => [
    '/integrations',
    '/integrations/discover',
    '/integrations/discover/scim',
    '/requests',
    request,
    '/activity',
    '/team',
    '/notifications',
    '/account',
    '/no/such/page',
  ],
};

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

for (const [folder, pathsOf] of Object.entries(PAGES)) {
  test(`every ${folder} page has one h1, a title of its own, no axe violation in either theme, and fits 390 to 2560 pixels`, async ({
    owner,
    page,
    server,
  }) => {
    const paths = pathsOf(await furnish(owner));
    const titles = new Map<string, string>();
    for (const path of paths) {
      await page.goto(server.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await page.waitForLoadState('networkidle');
      await expectAccessibleInBothThemes(page, path);
      await expectToFit(page, path);
      titles.set(new URL(page.url()).pathname, await page.title());
    }
    expect(new Set(titles.values()).size).toBe(titles.size);
  });
}

/** Nothing is wider than the window, however wide that is. */
async function expectToFit(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(beyond, `${what} at ${String(width)}`).toBeLessThanOrEqual(0);
  }
  if (before !== null) await page.setViewportSize(before);
}

test('menus and dialogs have no axe violation in either theme', async ({ owner, page }) => {
  await owner.openIntegrations();
  await owner.click(owner.button(/Account menu/));
  await expect(owner.menuItem('Integrations')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'account menu');
  await page.keyboard.press('Escape');
  await owner.generateToken('Entra ID');
  await expectAccessibleInBothThemes(page, 'token step');
  await owner.confirmCopied();
  await owner.click(owner.button('Actions for Entra ID'));
  await expect(owner.menuItem('Rename')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'row menu');
  await page.keyboard.press('Escape');
  for (const action of ['Rename', 'Rotate token', 'Revoke token', 'Delete']) {
    await owner.chooseAction('Entra ID', action);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessibleInBothThemes(page, action);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('pages before sign-in have no axe violation in either theme', async ({ emptyServer, page }) => {
  for (const address of [emptyServer.setupLink, `${emptyServer.url}/setup`, `${emptyServer.url}/sign-in`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await page.waitForLoadState('networkidle');
    await expectAccessibleInBothThemes(page, address);
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
