import fs from 'node:fs';
import path from 'node:path';
import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

const FOLDER = process.env.SCREENSHOTS ?? '';
const PEOPLE = [
  'Ana Lima',
  'Ben Okafor',
  'Chloé Müller',
  'Deniz Sato',
  'Elif Novák',
  'Farah Haddad',
  'Goran Petrov',
  'Hanna Lindqvist',
  'Ivo Rossi',
  'Jun Tanaka',
];
const DEPARTMENTS = ['Platform', 'Sales', 'Finance', 'Support'];

/** SCREENSHOTS=docs/screenshots npm run e2e -- screenshots: every page, light and dark, 1440 and 390 pixels wide. */
test('pictures of every page', async ({ owner, page, server }) => {
  test.setTimeout(300_000);
  fs.mkdirSync(FOLDER, { recursive: true });
  const entra = new Entra(await owner.connect('Entra ID'));
  await entra.testConnection();
  const ids: string[] = [];
  for (const [index, person] of PEOPLE.entries()) {
    const [given = '', family = ''] = person.split(' ');
    ids.push(await entra.createUser(given, family, DEPARTMENTS[index % DEPARTMENTS.length]));
  }
  await entra.disable(ids[3] ?? '');
  await entra.createTwice('Ana', 'Lima');
  const group = await entra.createGroup('Engineers', ids.slice(0, 6));
  await entra.createGroup('Everyone', ids);
  await owner.click(owner.link('Entra ID'));
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  const integration = new URL(page.url()).pathname;
  await page.goto(`${server.url}/requests?result=refused`);
  await owner.click(page.getByRole('table').getByRole('link').first());
  await expect(page).toHaveURL(/requests\/./);
  const refused = new URL(page.url()).pathname;

  const pages: Readonly<Record<string, string>> = {
    users: '/users',
    user: `/users/${ids[3] ?? ''}`,
    groups: '/groups',
    group: `/groups/${group}`,
    requests: '/requests',
    request: refused,
    integrations: '/integrations',
    integration,
    guide: `${integration}?tab=guide`,
    tokens: `${integration}?tab=tokens`,
    health: `${integration}?tab=health`,
    settings: `${integration}?tab=settings`,
    brake: `${integration}/brake`,
    discover: '/integrations/discover',
    wizard: '/integrations/discover/scim',
    deleted: '/users?status=deleted',
    activity: '/activity',
    team: '/team',
    notifications: '/notifications',
    account: '/account',
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(server.url + address);
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: path.join(FOLDER, `${name}-${colorScheme}-${String(width)}.png`) });
      }
    }
  }
});
