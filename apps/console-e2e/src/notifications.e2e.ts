import { expectAccessible, expectAccessibleInBothThemes } from './fixtures/accessible';
import { Entra } from './fixtures/entra';
import { openInbox, type Inbox } from './fixtures/inbox';
import { startRollcall } from './fixtures/rollcall-server';
import { expect, OWNER, SETUP, test as base } from './fixtures/test';

const PEOPLE = 24;
const FOUND_SOON_MS = 90_000;
const SLACK = 'https://hooks.slack.com/services/T0000000/B0000000/uzQ7vXk2mPq9LwRt4sYb8nHc';

/** The server hands its mail over to `inbox`. */
const test = base.extend<{ inbox: Inbox }>({
  inbox: async ({}, use) => {
    const inbox = await openInbox();
    await use(inbox);
    await inbox.stop();
  },
  server: async ({ inbox }, use) => {
    const mail = { ROLLCALL_SMTP_URL: inbox.url, ROLLCALL_SMTP_FROM: 'Rollcall <rollcall@example.com>' };
    const server = await startRollcall({ ...SETUP, ...mail });
    await use(server);
    await server.stop();
  },
});

test('A38: the Owner tries the mail out, and hears of a tripped brake within a minute', async ({
  owner,
  page,
  server,
  inbox,
}) => {
  await owner.click(owner.button(/Account menu/));
  await owner.click(owner.menuItem('Notifications'));
  await expect(page.getByText('Sent from rollcall@example.com to 1 person.')).toBeVisible();
  await owner.click(owner.button('Send a test message to me'));
  await expect(page.getByText(`taken by ${OWNER.email}`)).toBeVisible();
  expect(inbox.mails.join()).toContain('Subject: A test message from Rollcall');

  const entra = new Entra(await owner.connect('Entra ID'));
  const ids: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) ids.push(await entra.createUser(`Person${String(index)}`, 'Storm'));
  for (const id of ids) await entra.deleteUser(id);
  await expect.poll(() => inbox.mails.length, { timeout: FOUND_SOON_MS }).toBe(2);
  const mail = inbox.mails[1] ?? '';
  expect(mail).toContain('Subject: The brake stopped a mass deprovisioning of Entra ID');
  const [link] = new RegExp(`${server.url}/brake/[0-9a-f-]+`).exec(mail) ?? [''];

  await page.goto(`${server.url}/notifications`);
  const row = page.getByRole('row').filter({ hasText: 'The brake stopped a mass deprovisioning of Entra ID' });
  await expect(row).toContainText('Delivered');
  await page.goto(link);
  await expect(owner.heading('The brake has tripped')).toBeVisible();
});

test('SEC-05: a channel is added, tried out and edited, and its address is never seen again', async ({
  owner,
  page,
  server,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/notifications`);
  await expect(page.getByText('No channels yet')).toBeVisible();
  await expectAccessible(page, 'empty');
  await owner.click(owner.button('Add channel'));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('On call');
  await dialog.getByLabel('Address of the incoming webhook').fill('https://hooks.slack.com.evil.example/services/x');
  await owner.click(dialog.getByRole('button', { name: 'Add channel' }));
  await expect(dialog.getByText('This is no incoming webhook of Slack.')).toBeVisible();
  await expectAccessible(page, 'dialog');

  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
  });
  await dialog.getByLabel('Address of the incoming webhook').fill(SLACK);
  await owner.click(dialog.getByRole('button', { name: 'Add channel' }));
  await expect(page.getByRole('row').filter({ hasText: 'On call' })).toContainText('hooks.slack.com …8nHc');

  await owner.click(owner.button('Actions for On call'));
  await owner.click(owner.menuItem('Edit'));
  await expect(dialog.getByLabel('Address of the incoming webhook')).toHaveValue('');
  await owner.click(dialog.getByRole('button', { name: 'Save' }));
  await expect(dialog).toHaveCount(0);
  await expectAccessibleInBothThemes(page, 'channels');
  await page.goto(`${server.url}/activity`);
  await expect(page.getByRole('table').getByText('Added a notification channel')).toBeVisible();

  const seen = (await Promise.all(answers)).join() + (await page.content());
  expect(seen).toContain('8nHc');
  expect(seen).not.toContain('uzQ7vXk2');
});

test('SEC-06: a token that ends soon says so above every tab, until the end is taken away', async ({ owner, page }) => {
  await owner.openIntegrations();
  await owner.click(owner.link('Discover integrations'));
  await owner.click(owner.link('Add and configure'));
  await owner.click(owner.button('Get started'));
  await page.getByLabel('Name', { exact: true }).fill('Entra ID');
  await page.getByLabel('End date of the token').selectOption('On a date…');
  await expect(page.getByLabel('Works until the end of')).toBeVisible();
  await owner.click(owner.button('Generate token'));
  await owner.confirmCopied();

  await owner.chooseAction('Entra ID', 'View details');
  await expect(page.getByText(/The token expires in 30 days/)).toBeVisible();
  await owner.click(owner.link('Change the end date'));
  await owner.click(page.getByRole('button', { name: /Change the end date of the token/ }));
  await page.getByRole('dialog').getByLabel('End date of the token').selectOption('No end date');
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Save' }));
  await expect(page.getByText('The token has no end date any more.')).toBeVisible();
  await expect(page.getByText(/The token expires in/)).toHaveCount(0);
});
