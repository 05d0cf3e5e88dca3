import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './fixtures/accessible';
import { becomes } from './fixtures/becomes';
import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

/** Opens the box with the keyboard alone and types. */
async function ask(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Search' })).toBeVisible();
  // The page inside the shell comes last; by then the shell hears keys, and a box that closed before has gone.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: /Search people/ });
  await expect(field).toBeFocused();
  await field.fill(text);
}

test('C04: why is Ana missing? One box answers each case, by the keyboard alone', async ({ owner, page }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const off = await entra.createUser('Ana', 'Inactive');
  await entra.disable(off);
  const gone = await entra.createUser('Ana', 'Deleted');
  await entra.deleteUser(gone);
  expect(await entra.createTwice('Ana', 'Inactive')).toBe(409);
  const options = page.getByRole('option');

  await test.step('inactive, since when, by which request, and in no group', async () => {
    await ask(page, 'ana inactive');
    await expect(options.first()).toContainText(/Inactive since .*Entra ID turned this person off\./);
    await expect(options.first()).toContainText('In no group: Entra ID has sent no group yet.');
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/requests\/./);
    await expect(owner.heading(/turned off Ana Inactive/)).toBeVisible();
  });

  await test.step('deleted, when, and until when it can come back', async () => {
    await ask(page, 'ana deleted');
    await expect(options.first()).toContainText(/Entra ID deleted this person on .*Restorable until/);
    await page.keyboard.press('Enter');
    await expect(owner.heading('Ana Deleted')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('30 days left');
    await expectAccessible(page);
  });

  await test.step('received and refused, with the reason', async () => {
    await expect(async () => {
      await page.goto(new URL('/users', page.url()).href);
      await ask(page, 'ana.inactive@example.com');
      await expect(options.filter({ hasText: 'was refused' }).first()).toContainText('already used', {
        timeout: 2_000,
      });
    }).toPass();
  });

  await test.step('never received', async () => {
    await page.keyboard.press('Escape');
    await ask(page, 'zoe.nobody@example.com');
    await expect(page.getByText('“zoe.nobody@example.com” was never received')).toBeVisible();
    await expect(page.getByText(/Entra ID: last heard/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });
});

test('C09: a deleted person is found, restored, and back with the same story', async ({ owner, page, server }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const ana = await entra.createUser('Ana', 'Lima');
  await entra.createGroup('Engineers', [ana]);
  await entra.deleteUser(ana);

  await page.goto(`${server.url}/users?status=deleted`);
  await expect(page.getByRole('row', { name: /Ana Lima/ })).toContainText('30 days left');
  await expectAccessible(page);
  await owner.click(owner.button('Restore Ana Lima'));
  const dialog = page.getByRole('dialog', { name: 'Restore Ana Lima?' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await owner.click(dialog.getByRole('button', { name: 'Restore' }));
  await expect(page.getByText('Ana Lima is back')).toBeVisible();

  await page.goto(`${server.url}/users/${ana}`);
  await expect(page.getByRole('link', { name: 'Engineers' }).first()).toBeVisible();
  await expect(page.getByText('Person restored')).toBeVisible();
});

test('A16: a person as of an earlier moment, from the time line', async ({ owner, page, server }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const ana = await entra.createUser('Ana', 'Lima');
  await entra.disable(ana);
  await page.goto(`${server.url}/users/${ana}`);
  await expect(page.getByText('Inactive', { exact: true })).toBeVisible();

  await owner.click(page.getByRole('button', { name: 'As of then' }).last());
  await expect(page.getByText(/^As it was on/)).toBeVisible();
  await expect(page.getByText('different now')).toBeVisible();
  await expectAccessible(page);
  await owner.click(owner.button('Back to now'));
  await expect(page.getByText(/^As it was on/)).toBeHidden();
});

test('A30 C03 SEC-54: a supporter reveals one person, goes back to the first change, and hides all by leaving', async ({
  owner,
  page,
  server,
}) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const ana = await entra.createUser('Ana', 'Lima');
  for (let change = 0; change < 60; change += 1) await entra.replace(ana, 'title', `Engineer ${String(change)}`);
  await entra.replace(ana, 'nickName', 'Annie');
  await becomes('support', page);
  await page.goto(`${server.url}/users/${ana}`);
  await expect(page.getByText('Personal values are hidden from your role.')).toBeVisible();
  await expect(page.getByText('nickName set', { exact: true })).toBeVisible();
  await expect(page.getByText('Annie')).toHaveCount(0);
  await expectAccessible(page);

  await owner.click(owner.button('Reveal'));
  const dialog = page.getByRole('dialog', { name: 'Reveal personal values' });
  await dialog.getByLabel('Reason (optional)').fill('ticket 7');
  await owner.click(dialog.getByRole('button', { name: 'Reveal' }));
  await expect(page.getByText('nickName set to “Annie”')).toBeVisible();
  await expect(page.getByText('Person created')).toHaveCount(0);
  await owner.click(owner.button('Show earlier'));
  await expect(page.getByText('Person created')).toBeVisible();
  await expect(owner.button('Show earlier')).toHaveCount(0);
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByText('nickName set', { exact: true })).toBeVisible();
  await expect(page.getByText('Annie')).toHaveCount(0);
  await page.goto(`${server.url}/activity?action=user.revealed`);
  await owner.click(owner.button('Revealed the values of a user: Ana Lima').first());
  await expect(page.getByRole('dialog')).toContainText('ticket 7');
});

test('C03: who was in a group then, also those who have been deleted since', async ({ owner, page, server }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const [ana, ben] = [await entra.createUser('Ana', 'Lima'), await entra.createUser('Ben', 'Okafor')];
  const group = await entra.createGroup('Engineers', [ana, ben]);
  await page.waitForTimeout(20);
  const then = new Date().toISOString();
  await page.waitForTimeout(20);
  await entra.deleteUser(ben);
  await page.goto(`${server.url}/groups/${group}`);
  await expect(page.getByText('1 of 1')).toBeVisible();

  await page.goto(`${server.url}/groups/${group}?asOf=${then}`);
  await expect(page.getByText(/^Members on .* Names are those of today\.$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Ben Okafor/ })).toContainText('Deleted since');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expectAccessible(page);
  await owner.click(owner.button('Back to now'));
  await expect(page.getByText('1 of 1')).toBeVisible();
});

test('A14 SEC-31: the list with its filters as a file that a spreadsheet does not run', async ({
  owner,
  page,
  server,
}) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  await entra.createUser('=HYPERLINK("x")', 'Lima', 'Sales');
  await entra.createUser('Ben', 'Okafor', 'Finance');
  await page.goto(`${server.url}/users?department=Sales`);
  await expect(page.getByText('1 of 1')).toBeVisible();

  const saved = page.waitForEvent('download');
  await owner.click(owner.button('Export CSV'));
  const file = await saved;

  expect(file.suggestedFilename()).toBe('users.csv');
  const text = fs.readFileSync(await file.path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe(
    '\uFEFFId,User name,Display name,E-mail,Status,Title,Department,External id,Integration,Created,Changed',
  );
  expect(text).toMatch(/,Active,[^,]*,Sales,/);
  expect(text).toContain('"\'=HYPERLINK(""x"") Lima"');
  expect(text).not.toContain('Okafor');
  await expect(page.getByText('1 row saved to users.csv')).toBeVisible();
});

test('the box is reachable on a phone', async ({ owner, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await owner.click(page.getByRole('banner').getByRole('button', { name: 'Search' }));
  await expect(page.getByRole('combobox', { name: /Search people/ })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('option', { name: 'Groups' }).click();
  await expect(owner.heading('Groups')).toBeVisible();
});
