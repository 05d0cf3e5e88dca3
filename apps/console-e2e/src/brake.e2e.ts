import { expectAccessible } from './fixtures/accessible';
import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

const PEOPLE = 24;

test('A37: the brake trips on real traffic, and restoring brings everybody back byte for byte', async ({
  owner,
  page,
  server,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const entra = new Entra(await owner.connect('Entra ID'));
  const ids: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) ids.push(await entra.createUser(`Person${String(index)}`, 'Storm'));
  const group = await entra.createGroup('Everyone', ids);
  const before = await Promise.all(ids.map((id) => entra.readAttributes(id)));
  for (const id of ids.slice(0, PEOPLE / 2)) await entra.disable(id);
  for (const id of ids) await entra.deleteUser(id);

  await page.goto(`${server.url}/groups`);
  const banner = page.getByRole('alert').filter({ hasText: 'The brake has tripped for Entra ID' });
  await expect(banner).toContainText('Microsoft Entra ID deleted 24 of 24 people');
  await expectAccessible(page, 'banner');
  await owner.click(banner.getByRole('link', { name: 'Look at it' }));
  await expect(owner.heading('The brake has tripped')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Person0 Storm' })).toContainText('Held');
  await expectAccessible(page, 'trip');

  await page.getByRole('checkbox', { name: 'Choose Person3 Storm' }).check();
  await owner.click(owner.button('Restore 1 person'));
  const one = page.getByRole('dialog', { name: 'Restore 1 person' });
  await expect(one.getByText('1 person comes back')).toBeVisible();
  await expect(one.getByText(/still sends the same changes/)).toBeVisible();
  await expectAccessible(page, 'dialog');
  await owner.click(one.getByRole('button', { name: 'Restore 1 person' }));
  await expect(page.getByText('Mara Keller restored 1 person')).toBeVisible();

  await owner.click(owner.button('Restore all'));
  await expect(page.getByRole('dialog').getByText('23 people come back')).toBeVisible();
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Restore all' }));
  await expect(owner.heading('The brake tripped')).toBeVisible();
  await expect(page.getByText('has tripped for')).toHaveCount(0);

  expect(await Promise.all(ids.map((id) => entra.readAttributes(id)))).toEqual(before);
  await page.goto(`${server.url}/groups/${group}`);
  await expect(page.getByText(`${String(PEOPLE)} of ${String(PEOPLE)}`)).toBeVisible();
});

test('R-43: a threshold shows what it would have done before it is saved', async ({ owner, page }) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const ids: string[] = [];
  for (let index = 0; index < 8; index += 1) ids.push(await entra.createUser(`Person${String(index)}`, 'Calm'));
  for (const id of ids.slice(0, 6)) await entra.disable(id);
  await owner.click(owner.link('Entra ID'));
  await owner.click(owner.link('Threshold and history'));
  await expect(page.getByText('There are only 8 people, so this never trips')).toBeVisible();

  // The losses are folded into the history a moment after the requests, and the page reads it once.
  await expect(async () => {
    await page.reload();
    await page.getByLabel('People', { exact: true }).fill('5');
    await expect(page.getByText('it would have tripped 1 time')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page, 'threshold');
  await owner.click(owner.button('Save'));
  await expect(page.getByText('Set by Mara Keller')).toBeVisible();
});
