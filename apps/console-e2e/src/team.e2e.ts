import type { Browser } from '@playwright/test';
import { expectAccessible } from './fixtures/accessible';
import { Entra } from './fixtures/entra';
import { Person } from './fixtures/person';
import { expect, OWNER, test } from './fixtures/test';

const PASSWORD = 'nine loud geese over the lake';

type Role = 'Owner' | 'Admin' | 'Support' | 'Auditor';

/** The Owner's way from the team page to a link, which is shown once. */
async function invite(owner: Person, email: string, role: Role): Promise<string> {
  await owner.click(owner.button('Invite somebody'));
  const dialog = owner.page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await owner.click(dialog.getByRole('radio', { name: role }));
  await expectAccessible(owner.page);
  await owner.click(dialog.getByRole('button', { name: 'Create link' }));
  const link = await owner.page.getByLabel('Invitation link', { exact: true }).inputValue();
  await expectAccessible(owner.page);
  await owner.click(owner.button('Done'));
  await expect(owner.page.getByLabel('Invitation link', { exact: true })).toHaveCount(0);
  return link;
}

/** Somebody new at a browser of their own, who follows the link and joins. */
async function join(browser: Browser, link: string, name: string): Promise<Person> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const person = new Person(await context.newPage());
  await person.page.goto(link);
  await expect(person.heading('Join Example Works')).toBeVisible();
  await expectAccessible(person.page);
  await person.page.getByLabel('Your name').fill(name);
  await person.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await person.click(person.button('Join'));
  await expect(person.heading('Users')).toBeVisible();
  return person;
}

async function openTeam(person: Person): Promise<void> {
  await person.click(person.button(/Account menu/));
  await person.click(person.menuItem('Team'));
  await expect(person.heading('Team')).toBeVisible();
}

test('A30 A31 SEC-17 SEC-51: Support joins by a link that works once, stops a leak and creates nothing; the Owner hears of it', async ({
  owner,
  browser,
}) => {
  const secret = await owner.connect('Entra ID');
  await openTeam(owner);
  const link = await invite(owner, 'sam@example.com', 'Support');
  const sam = await join(browser, link, 'Sam Support');

  await sam.openIntegrations();
  await expect(sam.link('Discover integrations')).toHaveCount(0);
  await sam.click(sam.button('Actions for Entra ID'));
  await expect(sam.menuItem('Revoke token')).toBeVisible();
  for (const denied of ['Rename', 'Rotate token', 'Delete']) await expect(sam.menuItem(denied)).toHaveCount(0);
  await sam.click(sam.menuItem('Revoke token'));
  await sam.click(sam.page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }));
  await expect(sam.page.getByText(/has been revoked/)).toBeVisible();
  expect(await new Entra(secret).testConnection()).toBe(401);

  await owner.page.reload();
  await expect(owner.page.getByText('Support revoked a token')).toBeVisible();
  await expectAccessible(owner.page);
  await owner.click(owner.button('I have seen this'));
  await expect(owner.page.getByText('Support revoked a token')).toHaveCount(0);

  const late = await browser.newPage();
  await late.goto(link);
  await expect(late.getByRole('heading', { level: 1, name: 'This invitation no longer works' })).toBeVisible();
  await late.close();
  await sam.page.context().close();
});

test('A30: an Auditor sees every page and finds nothing to change', async ({ owner, browser, server }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  await entra.createUser('Ana', 'Lima');
  await openTeam(owner);
  const aud = await join(browser, await invite(owner, 'aud@example.com', 'Auditor'), 'Aud Itor');

  await openTeam(aud);
  await expect(aud.page.getByText(OWNER.email)).toBeVisible();
  await expect(aud.page.getByRole('main').getByRole('button')).toHaveCount(0);
  await aud.openIntegrations();
  await expect(aud.link('Discover integrations')).toHaveCount(0);
  await aud.click(aud.link('Activity'));
  await expect(aud.button('Joined the team: Aud Itor')).toBeVisible();
  await expect(aud.button('Created a user: Ana Lima')).toBeVisible();
  await expectAccessible(aud.page);

  const refused = await aud.page.request.post(`${server.url}/api/console/integrations`, {
    data: { name: 'Sneaked in', provider: 'entra' },
    headers: { 'x-rollcall': '1', origin: server.url },
  });
  expect(refused.status()).toBe(403);
  await owner.click(owner.link('Activity'));
  await owner.page.getByText('Refused', { exact: true }).first().click();
  await expect(owner.button(/Tried what the role does not allow/)).toBeVisible();
  await aud.page.context().close();
});

test('A31 SEC-50: ownership changes hands, and whoever is suspended is out at once', async ({ owner, browser }) => {
  await openTeam(owner);
  const heir = await join(browser, await invite(owner, 'ada@example.com', 'Admin'), 'Ada Heir');
  await owner.page.reload();
  await owner.click(owner.button('Actions for Ada Heir'));
  await owner.click(owner.menuItem('Transfer ownership'));
  await expectAccessible(owner.page);
  await owner.click(owner.page.getByRole('dialog').getByRole('button', { name: 'Transfer ownership' }));
  await expect(owner.page.getByText('Ada Heir is now owner.')).toBeVisible();
  await expect(owner.button('Actions for Ada Heir')).toHaveCount(0);

  await heir.page.reload();
  await expect(heir.heading('Sign in')).toBeVisible();
  await heir.signIn('ada@example.com', PASSWORD);
  await openTeam(heir);
  await heir.click(heir.button(`Actions for ${OWNER.name}`));
  await heir.click(heir.menuItem('Suspend'));
  await heir.click(heir.page.getByRole('dialog').getByRole('button', { name: 'Suspend' }));
  await expect(heir.page.getByText(`${OWNER.name} is suspended.`)).toBeVisible();

  await owner.page.reload();
  await expect(owner.heading('Sign in')).toBeVisible();
  await owner.signIn(OWNER.email, OWNER.password);
  await expect(owner.page.getByRole('alert')).toContainText('E-mail or password is wrong.');
  await heir.page.context().close();
});

test('SEC-42: people see where they are signed in, and end what they do not know', async ({
  owner,
  browser,
  server,
}) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const elsewhere = new Person(await context.newPage());
  await elsewhere.page.goto(`${server.url}/users`);
  await elsewhere.signIn(OWNER.email, OWNER.password);
  await expect(elsewhere.heading('Users')).toBeVisible();

  await owner.click(owner.button(/Account menu/));
  await owner.click(owner.menuItem('Your account'));
  await expect(owner.heading('Your account')).toBeVisible();
  await expect(owner.page.getByText('This one', { exact: true })).toBeVisible();
  await expectAccessible(owner.page);
  await owner.click(owner.button('End all others'));
  await expect(owner.button('End all others')).toHaveCount(0);
  await elsewhere.page.reload();

  await expect(elsewhere.heading('Sign in')).toBeVisible();
  await context.close();
});
