import { expectAccessible } from './fixtures/accessible';
import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('A15: the admin pauses, the provider hears 503, and after resuming everything goes on', async ({
  owner,
  page,
}) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  await entra.createUser('Ana', 'Lima');
  await owner.chooseAction('Entra ID', 'Pause');
  const dialog = page.getByRole('dialog', { name: 'Pause Entra ID' });
  await expect(dialog.getByText(/after four weeks it turns provisioning off/)).toBeVisible();
  await expectAccessible(page);
  await owner.click(dialog.getByLabel('1 hour'));
  await owner.click(dialog.getByRole('button', { name: 'Pause' }));

  await expect(page.getByText(/^Paused until/).filter({ visible: true })).toBeVisible();
  expect(await entra.testConnection()).toBe(503);
  await owner.click(owner.link('Entra ID'));
  await expect(page.getByText(/Paused by Mara Keller/)).toBeVisible();
  await expectAccessible(page);
  await owner.click(owner.button('Resume'));

  await expect(page.getByText(/Paused by/)).toBeHidden();
  expect(await entra.testConnection()).toBe(200);
});

test('A12 R-45: the admin deletes, restores under the same ids, and connects again with a new token', async ({
  owner,
  page,
}) => {
  const old = await owner.connect('Entra ID');
  const ana = await new Entra(old).createUser('Ana', 'Lima');
  await new Entra(old).createGroup('Engineers', [ana]);
  await owner.click(owner.link('Entra ID'));
  await owner.click(page.getByRole('tab', { name: 'Settings' }));
  await expectAccessible(page);
  await owner.click(owner.button('Delete integration'));
  const deletion = page.getByRole('dialog', { name: 'Delete Entra ID' });
  await expect(deletion.getByText('1 membership goes with them')).toBeVisible();
  await deletion.getByLabel('Type Entra ID to confirm').fill('Entra ID');
  await owner.click(deletion.getByRole('button', { name: 'Delete integration' }));

  const restore = owner.button('Restore Entra ID');
  await expect(restore).toBeVisible();
  await expectAccessible(page);
  await page.goto(new URL(`/users/${ana}`, page.url()).href);
  await expect(page.getByText('This no longer exists')).toBeVisible();
  await page.goBack();
  await owner.click(restore);
  await expect(page.getByRole('dialog').getByText(/Its tokens stay revoked/)).toBeVisible();
  await expectAccessible(page);
  await owner.click(owner.button('Restore integration'));

  await expect(page.getByText('Revoked', { exact: true })).toBeVisible();
  expect(await new Entra(old).testConnection()).toBe(401);
  await owner.click(owner.button('Rotate token'));
  await owner.click(owner.button('Generate new token'));
  const token = await page.getByLabel('Secret token', { exact: true }).inputValue();
  expect(await new Entra({ ...old, token }).testConnection()).toBe(200);
  await page.goto(new URL(`/users/${ana}`, page.url()).href);
  await expect(owner.heading('Ana Lima')).toBeVisible();
  await expect(page.getByText('Engineers').first()).toBeVisible();
});

test('A22: mapping health says who lacks what, and leads to them', async ({ owner, page }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  await entra.createUser('Ana', 'Lima');
  await entra.createGroup('Empty');
  await owner.click(owner.link('Entra ID'));
  await owner.click(page.getByRole('tab', { name: 'Mapping health' }));

  await expect(page.getByText('1 group has no members')).toBeVisible();
  await expect(page.getByRole('row', { name: /^userName 100%/ })).toBeVisible();
  await expectAccessible(page);
  await owner.click(owner.link('Empty'));
  await expect(owner.heading('Empty')).toBeVisible();
});

test('C07: the diagnostic bundle is a file', async ({ owner, page }) => {
  await owner.connect('Entra ID');
  await owner.click(owner.link('Entra ID'));
  const saving = page.waitForEvent('download');
  await owner.click(owner.button('Download'));

  expect((await saving).suggestedFilename()).toMatch(/^rollcall-entra-id-\d{4}-\d{2}-\d{2}\.json$/);
});

test('keyboard: the menu opens a dialog, Escape closes it, and the focus is back on the menu', async ({
  owner,
  page,
}) => {
  await owner.connect('Entra ID');
  const menu = owner.button('Actions for Entra ID');
  for (const [action, title] of [
    ['Rename', 'Rename Entra ID'],
    ['Rotate token', 'Rotate the token of Entra ID'],
    ['Revoke token', 'Revoke token'],
    ['Pause', 'Pause Entra ID'],
    ['Delete', 'Delete Entra ID'],
  ] as const) {
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect(owner.menuItem(action)).toBeVisible();
    await owner.menuItem(action).press('Enter');
    const dialog = page.getByRole('dialog', { name: title, exact: true });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(menu).toBeFocused();
  }
});
