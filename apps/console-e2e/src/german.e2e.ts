import type { Page } from '@playwright/test';
import { Entra } from './fixtures/entra';
import { expect, test } from './fixtures/test';

/** Words that stand in nearly every English sentence and in no German one. */
const ENGLISH = /\b(the|and|of|with|not|been|already|this|have|has|that|from|were|about|refused|looked)\b/i;

async function readsGerman(page: Page): Promise<void> {
  // What was on the wire is shown as it was.
  const text = await page.getByRole('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    for (const wire of copy.querySelectorAll('pre, code')) wire.remove();
    return copy.innerText;
  });
  expect(text).not.toMatch(ENGLISH);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test('whoever reads German reads on a phone what Entra did, and why something was refused, in German', async ({
  owner,
  page,
}) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  const ana = await entra.createUser('Ana', 'Lima');
  await entra.createGroup('Vertrieb', [ana]);
  await entra.disable(ana);
  await entra.createUser('Ben', 'Okafor');
  expect(await entra.createTwice('Ben', 'Okafor')).toBe(409);
  await page.evaluate(() => {
    localStorage.setItem('rollcall-language', 'de');
  });
  await page.setViewportSize({ width: 390, height: 844 });

  await page.goto(new URL('/requests', page.url()).href);
  const requests = page.getByRole('table', { name: 'Anfragen' });
  await expect(requests.getByRole('link', { name: 'Entra hat Ana Lima deaktiviert' })).toBeVisible();
  await expect(requests.getByRole('link', { name: 'Entra hat die Gruppe Vertrieb angelegt' })).toBeVisible();
  await readsGerman(page);

  await requests.getByRole('link', { name: /^POST von Entra zu .* abgelehnt: Den userName „/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^POST von Entra zu .* abgelehnt$/ })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('hat schon ein anderer Benutzer dieser Integration');
  await readsGerman(page);

  await page.goto(new URL(`/users/${ana}`, page.url()).href);
  await expect(page.getByText('Mitglied geworden von')).toBeVisible();
  await expect(page.getByText('Deaktiviert', { exact: true })).toBeVisible();
  await readsGerman(page);
});
