import { tabTo } from './fixtures/keyboard';
import { expect, test } from './fixtures/test';

test('the whole wizard works with the keyboard alone', async ({ owner, page }) => {
  await tabTo(page, owner.button(/^Account menu/));
  await page.keyboard.press('Enter');
  await expect(owner.menuItem('Integrations')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(owner.heading('Integrations')).toBeFocused();

  await tabTo(page, owner.link('Discover integrations'));
  await page.keyboard.press('Enter');
  await expect(owner.heading('Discover integrations')).toBeFocused();
  await tabTo(page, owner.link('Add and configure'));
  await page.keyboard.press('Enter');
  await expect(owner.heading('Connect over SCIM')).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: /Entra/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Okta' })).toBeChecked();
  await tabTo(page, owner.button('Get started'));
  await page.keyboard.press('Enter');

  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Okta');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('SCIM connector base URL', { exact: true })).toBeVisible();
  await tabTo(page, owner.button(/^Copy Authorization/));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('checkbox', { name: 'I have copied the token' }));
  await page.keyboard.press('Space');
  await tabTo(page, owner.button('Done'));
  await page.keyboard.press('Enter');

  await expect(owner.heading('Integrations')).toBeFocused();
  await tabTo(page, owner.button('Actions for Okta'));
  await page.keyboard.press('Enter');
  await expect(owner.menuItem('View details')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(owner.menuItem('Rename')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
