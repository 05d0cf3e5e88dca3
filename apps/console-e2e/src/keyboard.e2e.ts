import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';

/** Tab until the wanted thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      const labelled = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
      return focused?.getAttribute('aria-label') ?? labelled ?? focused?.textContent ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

test('the whole wizard works with the keyboard alone', async ({ owner, page }) => {
  await tabTo(page, /^Account menu/);
  await page.keyboard.press('Enter');
  await expect(owner.menuItem('Integrations')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(owner.heading('Integrations')).toBeFocused();

  await tabTo(page, /^Discover integrations$/);
  await page.keyboard.press('Enter');
  await expect(owner.heading('Discover integrations')).toBeFocused();
  await tabTo(page, /^Add and configure$/);
  await page.keyboard.press('Enter');
  await expect(owner.heading('Connect over SCIM')).toBeFocused();
  await tabTo(page, /Entra/);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Okta' })).toBeChecked();
  await tabTo(page, /^Get started$/);
  await page.keyboard.press('Enter');

  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Okta');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('SCIM connector base URL', { exact: true })).toBeVisible();
  await tabTo(page, /^Copy Authorization/);
  await page.keyboard.press('Enter');
  await tabTo(page, /I have copied the token/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Done$/);
  await page.keyboard.press('Enter');

  await expect(owner.heading('Integrations')).toBeFocused();
  await tabTo(page, /^Actions for Okta$/);
  await page.keyboard.press('Enter');
  await expect(owner.menuItem('View details')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
