import { expect, OWNER, test } from './fixtures/test';

test('a set-up link works once, and then says so', async ({ emptyServer, person, page, browser }) => {
  const link = emptyServer.setupLink;
  await page.goto(link);
  await page.getByLabel('Organisation name').fill(OWNER.organisation);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await person.click(person.button('Create organisation'));
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await person.click(person.button('Create organisation'));
  await expect(person.heading('Users')).toBeVisible();

  const stranger = await browser.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { level: 1, name: 'This set-up link no longer works' })).toBeVisible();
  await stranger.close();
});

test('somebody signed out is asked to sign in and comes back to where they were', async ({ server, person, page }) => {
  await page.goto(`${server.url}/groups?search=eng`);
  await expect(person.heading('Sign in')).toBeVisible();
  await person.signIn(OWNER.email, 'not the password at all');
  await expect(page.getByRole('alert')).toContainText('E-mail or password is wrong.');
  await person.signIn(OWNER.email, OWNER.password);

  await expect(person.heading('Groups')).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/groups?search=eng`);
});

test('signing out ends the session on every page of it', async ({ owner, page, server }) => {
  const second = await page.context().newPage();
  await second.goto(`${server.url}/groups`);
  await expect(second.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();

  await owner.click(owner.button(/Account menu/));
  await owner.click(owner.menuItem('Sign out'));
  await expect(owner.heading('Sign in')).toBeVisible();
  await page.goto(`${server.url}/users`);
  await expect(owner.heading('Sign in')).toBeVisible();

  await second.getByRole('searchbox').fill('anything');
  await expect(second.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a return address leads nowhere but into this console', async ({ server, person, page }) => {
  await page.goto(`${server.url}/sign-in?to=${encodeURIComponent('//example.org/phish')}`);
  await person.signIn(OWNER.email, OWNER.password);

  await expect(person.heading('Users')).toBeVisible();
  expect(new URL(page.url()).origin).toBe(server.url);
});

test('language and theme chosen in the account menu stay after a reload', async ({ owner, page }) => {
  await owner.click(owner.button(/Account menu/));
  await owner.click(page.getByRole('menuitemradio', { name: 'Dark' }));
  await owner.click(page.getByRole('menuitemradio', { name: 'Deutsch' }));
  await expect(owner.heading('Benutzer')).toBeVisible();
  await page.reload();

  await expect(owner.heading('Benutzer')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
