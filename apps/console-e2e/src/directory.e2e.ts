import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

test('A14 A17: what the simulator sent is what the lists count, find and sort', async ({ owner, page }) => {
  const { url, token } = await owner.connect('Entra ID');
  await run(
    process.execPath,
    [
      'dist/libs/idp-simulator/simulate.js',
      'entra',
      '--url',
      url,
      '--token',
      token,
      '--users',
      '120',
      '--groups',
      '8',
      '--only',
      'initial',
    ],
    { cwd: ROOT },
  );

  await owner.click(owner.link('Users'));
  await expect(page.getByRole('tab', { name: 'All 120' })).toBeVisible();
  await expect(page.getByText(/^(50|100|120) of 120/)).toBeVisible();
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(page.getByText('120 of 120')).toBeVisible({ timeout: 500 });
  }).toPass();

  await owner.click(owner.button('User name'));
  await expect(page).toHaveURL(/sort=userName/);
  await page.getByRole('searchbox').fill('no such person');
  await expect(page.getByRole('heading', { name: 'No user matches' })).toBeVisible();
  await owner.click(owner.button('Clear filters'));
  await expect(page.getByRole('tab', { name: 'All 120' })).toBeVisible();

  await owner.click(owner.link('Groups'));
  await expect(page.getByText('8 of 8')).toBeVisible();
});

test('A16 C02 C03: a refused request says why, and a person’s page says what happened to them', async ({
  owner,
  page,
}) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const ana = await entra.createUser('Ana', 'Lima');
  await entra.disable(ana);
  expect(await entra.createTwice('Ana', 'Lima')).toBe(409);

  await owner.click(owner.link('Users'));
  await owner.click(page.getByRole('tab', { name: /Inactive/ }));
  await owner.click(owner.link('Ana Lima'));
  await expect(owner.heading('Ana Lima')).toBeVisible();
  await expect(page.getByText('Inactive', { exact: true })).toBeVisible();
  await owner.click(page.getByRole('link', { name: 'Show request' }).first());
  await expect(page.getByRole('heading', { name: 'How it was decided' })).toBeVisible();

  await owner.click(owner.link('Requests').first());
  await page.getByText('Refused', { exact: true }).click();
  await expect(page).toHaveURL(/result=refused/);
  await owner.click(page.getByRole('table').getByRole('link').first());
  await expect(page.getByRole('alert').filter({ hasText: 'Why it was refused' })).toContainText('uniqueness');
});
