import { Camera } from './fixtures/camera';
import { furnish } from './fixtures/example-works';
import { expect, test } from './fixtures/test';

const TAKES_MS = 600_000;

/** `SCREENSHOTS=<folder> npm run e2e -- screenshots`: every page, light and dark, 1440 and 390 pixels wide. */
test('pictures of every page', async ({ owner, page, server }) => {
  test.setTimeout(TAKES_MS);
  const camera = new Camera(page);
  const { person, deletedPerson, group, integration } = await furnish(owner);
  await page.goto(`${server.url}/requests?result=refused`);
  await owner.click(page.getByRole('table').getByRole('link').first());
  await expect(page).toHaveURL(/requests\/./);
  const refused = new URL(page.url()).pathname;
  await page.goto(`${server.url}${integration}?tab=health`);
  await expect(page.getByRole('heading', { name: 'Attributes received' })).toBeVisible();
  const pages: Readonly<Record<string, string>> = {
    users: '/users',
    user: person,
    'user-deleted': deletedPerson,
    deleted: '/users?status=deleted',
    groups: '/groups',
    group,
    'group-history': `${group}?tab=history`,
    requests: '/requests',
    request: refused,
    integrations: '/integrations',
    integration,
    guide: `${integration}?tab=guide`,
    tokens: `${integration}?tab=tokens`,
    'integration-requests': `${integration}?tab=requests`,
    health: `${integration}?tab=health`,
    settings: `${integration}?tab=settings`,
    brake: `${integration}/brake`,
    discover: '/integrations/discover',
    wizard: '/integrations/discover/scim',
    activity: '/activity',
    team: '/team',
    notifications: '/notifications',
    account: '/account',
    'no-hits': '/users?search=nobody',
    'no-page': '/no/such/page',
    'no-person': '/users/00000000-0000-4000-8000-000000000000',
  };
  for (const [name, address] of Object.entries(pages)) await camera.ofPage(name, server.url + address);

  await page.evaluate(() => {
    localStorage.setItem('rollcall-language', 'de');
  });
  for (const name of ['requests', 'request', 'user', 'integration', 'activity', 'notifications', 'account'])
    await camera.ofPhone(`german-${name}`, server.url + (pages[name] ?? ''));
});

test('pictures of an organisation that has nothing yet', async ({ owner, page, server }) => {
  test.setTimeout(TAKES_MS);
  const camera = new Camera(owner.page);
  for (const name of ['users', 'groups', 'requests', 'integrations', 'team'])
    await camera.ofPage(`empty-${name}`, `${server.url}/${name}`);
  await page.route('**/api/console/groups*', (route) => route.abort());
  await page.goto(`${server.url}/groups`);
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  await camera.ofView('failed-groups');
});

test('pictures of what comes before a session', async ({ emptyServer, page }) => {
  test.setTimeout(TAKES_MS);
  const camera = new Camera(page);
  await camera.ofPage('set-up', emptyServer.setupLink);
  await camera.ofPage('set-up-used', `${emptyServer.url}/setup`);
  await camera.ofPage('sign-in', `${emptyServer.url}/sign-in`);
  await camera.ofPage('invitation-dead', `${emptyServer.url}/invitation#nothing`);
});
