import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

test('A10: a renamed integration keeps its token and shows its new name as origin', async ({ owner, page }) => {
  const secret = await owner.connect('Entra ID');
  const entra = new Entra(secret);
  await entra.createUser('Ana', 'Lima');

  await owner.chooseAction('Entra ID', 'Rename');
  await page.getByLabel('New name').fill('Head office');
  await owner.click(owner.button('Rename'));

  await expect(owner.link('Head office')).toBeVisible();
  expect(await entra.testConnection()).toBe(200);
  await owner.click(owner.link('Users'));
  await expect(page.getByRole('row').filter({ hasText: 'Ana Lima' })).toContainText('Head office');
});

test('A11: during a rotation both tokens open, and the page says when the old one may go', async ({ owner, page }) => {
  const old = await owner.connect('Entra ID');
  expect(await new Entra(old).testConnection()).toBe(200);

  await owner.chooseAction('Entra ID', 'Rotate token');
  await owner.click(owner.button('Generate new token'));
  const token = await page.getByLabel('Secret token', { exact: true }).inputValue();
  expect(token).not.toBe(old.token);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Secret token', { exact: true })).toBeVisible();
  await owner.click(page.getByLabel('I have copied the token'));
  await owner.click(owner.button('Done'));

  expect(await new Entra(old).testConnection()).toBe(200);
  await owner.chooseAction('Entra ID', 'View details');
  await owner.click(page.getByRole('tab', { name: 'Tokens' }));
  await expect(page.getByText('has not been used yet')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tokens' }).getByText('Ends soon')).toBeVisible();
  expect(await new Entra({ ...old, token }).testConnection()).toBe(200);
});

test('A11: a leaked token dies at once', async ({ owner, page }) => {
  const old = await owner.connect('Entra ID');
  await owner.chooseAction('Entra ID', 'Rotate token');
  await owner.click(page.getByLabel(/^Now/));
  await owner.click(owner.button('Generate new token'));
  await expect(page.getByLabel('Secret token', { exact: true })).toBeVisible();

  expect(await new Entra(old).testConnection()).toBe(401);
});

test('SEC-06: a revoked token opens nothing from that moment on', async ({ owner, page }) => {
  const secret = await owner.connect('Entra ID');
  await owner.chooseAction('Entra ID', 'Revoke token');
  await expect(page.getByText('It is the only live token')).toBeVisible();
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }));
  await expect(page.getByText(/has been revoked/)).toBeVisible();

  expect(await new Entra(secret).testConnection()).toBe(401);
  await expect(page.getByRole('row').filter({ hasText: 'Entra ID' }).getByText('No live token').last()).toBeVisible();
});

test('A12: deleting names the consequences, asks for the name, and shuts the door', async ({ owner, page }) => {
  const secret = await owner.connect('Entra ID');
  const entra = new Entra(secret);
  await entra.createUser('Ana', 'Lima');
  await entra.createUser('Ben', 'Okafor');

  await owner.chooseAction('Entra ID', 'Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete Entra ID' });
  await expect(dialog.getByText('2 users leave the directory (2 active)')).toBeVisible();
  await expect(dialog.getByText('1 live token is refused from then on')).toBeVisible();
  await dialog.getByLabel('Type Entra ID to confirm').fill('Entra');
  await owner.click(owner.button('Delete integration'));
  await expect(dialog.getByText('This is not the integration’s name.')).toBeVisible();
  await dialog.getByLabel('Type Entra ID to confirm').fill('Entra ID');
  await owner.click(owner.button('Delete integration'));

  await expect(page.getByRole('heading', { name: 'Connect your identity provider' })).toBeVisible();
  expect(await entra.testConnection()).toBe(401);
  await owner.click(owner.link('Users'));
  await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible();
});
