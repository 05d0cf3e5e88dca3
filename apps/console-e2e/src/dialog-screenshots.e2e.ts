import type { Page } from '@playwright/test';
import { becomes } from './fixtures/becomes';
import { Camera } from './fixtures/camera';
import { Entra } from './fixtures/entra';
import { furnish } from './fixtures/example-works';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const TAKES_MS = 600_000;
const SLACK = 'https://hooks.slack.com/services/T0000000/B0000000/uzQ7vXk2mPq9LwRt4sYb8nHc';
const PEOPLE = 24;

test.beforeEach(({ page }) => {
  test.setTimeout(TAKES_MS);
  return page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
});

/** What lies over the page, once it has come; afterwards Escape takes it away. */
async function picture(camera: Camera, page: Page, name: string): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await camera.ofView(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function menu(camera: Camera, page: Page, opener: string | RegExp, name: string): Promise<void> {
  await page.getByRole('button', { name: opener }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await camera.ofView(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('pictures of the dialogs and menus of an integration', async ({ owner, page, server }) => {
  const camera = new Camera(page);
  const { connection, integration } = await furnish(owner);
  await page.goto(`${server.url}/integrations`);
  await menu(camera, page, 'Actions for Entra ID', 'menu-integration');
  for (const [action, name] of [
    ['Rename', 'rename'],
    ['Rotate token', 'rotate'],
    ['Revoke token', 'revoke'],
    ['Pause', 'pause'],
    ['Delete', 'delete'],
  ] as const) {
    await owner.chooseAction('Entra ID', action);
    await picture(camera, page, `dialog-${name}`);
  }
  await owner.chooseAction('Entra ID', 'Rotate token');
  await page.getByRole('radio', { name: /Now/ }).check();
  await page.getByLabel('End date of the new token').selectOption('On a date…');
  await camera.ofView('dialog-rotate-now-end');
  await page.getByRole('radio', { name: /24 hours/ }).check();
  await owner.click(owner.button('Generate new token'));
  await expect(page.getByLabel('Secret token', { exact: true })).toBeVisible();
  await camera.ofView('dialog-token');
  await owner.click(page.getByLabel('I have copied the token'));
  await owner.click(owner.button('Done'));
  await owner.chooseAction('Entra ID', 'Revoke token');
  await picture(camera, page, 'dialog-revoke-two');
  await camera.ofPage('tokens-rotating', `${server.url}${integration}?tab=tokens`);
  await owner.click(page.getByRole('button', { name: /^Change the end date/ }).first());
  await picture(camera, page, 'dialog-token-end');

  await new Entra(connection).testConnection();
  await page.goto(`${server.url}/integrations/discover`);
  await page.getByRole('searchbox').fill('okta');
  await camera.ofView('discover-found');
  await page.getByRole('searchbox').fill('nothing of the kind');
  await camera.ofView('discover-nothing');
  await page.goto(`${server.url}/integrations`);
  await owner.generateToken('Okta');
  await camera.ofView('wizard-token');
  await owner.click(owner.link('Users'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.ofView('dialog-leave');
  await owner.click(owner.button('Stay here'));
  await owner.confirmCopied();
  await owner.chooseAction('Okta', 'Pause');
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Pause' }));
  await expect(page.getByText('Okta is paused')).toBeVisible();
  await camera.ofView('integrations-paused');
  await owner.chooseAction('Okta', 'Renew pause');
  await picture(camera, page, 'dialog-renew');
  await owner.click(owner.link('Okta'));
  await expect(page.getByText(/^Paused until/).first()).toBeVisible();
  await camera.ofView('integration-paused');
  await owner.chooseAction('Okta', 'Delete');
  await page.getByLabel('Type Okta to confirm').fill('Okta');
  await owner.click(owner.button('Delete integration'));
  await expect(page.getByText('Recently deleted')).toBeVisible();
  await camera.ofPage('integrations-deleted', `${server.url}/integrations`);
  await owner.click(owner.button('Restore Okta'));
  await picture(camera, page, 'dialog-restore-integration');
});

test('pictures of what lies over the directory, the requests and the search', async ({ owner, page, server }) => {
  const camera = new Camera(page);
  const { person, group } = await furnish(owner);
  await page.goto(`${server.url}/users?status=deleted`);
  await owner.click(owner.button('Restore Kim Larsen'));
  await picture(camera, page, 'dialog-restore-person');
  await owner.click(owner.button('Pause removal'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.ofView('dialog-purge-pause');
  await page.getByLabel('Why').fill('Audit of the second quarter');
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Pause removal' }));
  await expect(page.getByText('Removal for good is paused')).toBeVisible();
  await camera.ofPage('deleted-paused', `${server.url}/users?status=deleted`);
  await owner.click(owner.button('Resume removal'));
  await picture(camera, page, 'dialog-purge-resume');

  await page.goto(server.url + person);
  await owner.click(page.getByRole('button', { name: 'As of then' }).last());
  await expect(page.getByText(/^As it was on/)).toBeVisible();
  await camera.ofPage('user-as-of', page.url());
  await camera.ofPage('group-as-of', `${server.url}${group}?asOf=${new Date().toISOString()}`);

  await page.goto(`${server.url}/users`);
  await page.route('**/export', () => undefined);
  await owner.click(owner.button('Export CSV'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.ofView('dialog-export');
  await page.goto(`${server.url}/users`);
  await page.unroute('**/export');
  await page.getByRole('combobox', { name: 'Department' }).click();
  await camera.ofView('menu-department');
  await page.keyboard.press('Escape');

  for (const [name, text] of Object.entries({
    recent: '',
    results: 'an',
    inactive: 'deniz',
    deleted: 'kim larsen',
    never: 'zoe.nobody@example.com',
  })) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: /Search people/ }).fill(text);
    await page.waitForTimeout(800);
    await picture(camera, page, `search-${name}`);
  }
  await menu(camera, page, /^Account menu/, 'menu-account');
  await page.setViewportSize({ width: 390, height: 844 });
  await owner.click(owner.button('Open navigation'));
  await expect(owner.link('Groups')).toBeInViewport();
  await camera.ofView('navigation');
});

test('pictures of the dialogs of team, activity and account', async ({ owner, page, server }) => {
  const camera = new Camera(page);
  await furnish(owner);
  await page.goto(`${server.url}/team`);
  await menu(camera, page, 'Actions for Ada Brandt', 'menu-member');
  for (const [action, name] of [
    ['Change role', 'role'],
    ['Transfer ownership', 'transfer'],
    ['End sessions', 'end-sessions'],
    ['Suspend', 'suspend'],
    ['Remove', 'remove'],
  ] as const) {
    await owner.chooseAction('Ada Brandt', action);
    await picture(camera, page, `dialog-${name}`);
  }
  await owner.chooseAction('Ada Brandt', 'Remove');
  await page.route('**/api/console/team/members/**', (route) =>
    route.fulfill({ status: 403, json: { code: 'step_up_required', message: 'Confirm.' } }),
  );
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Remove' }));
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  await camera.ofView('dialog-step-up');
  await page.goto(`${server.url}/team`);
  await owner.click(owner.button('Invite somebody'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.ofView('dialog-invite');
  await page.getByRole('dialog').getByLabel('E-mail').fill('sam@example.com');
  await owner.click(owner.button('Create link'));
  await expect(page.getByLabel('Invitation link', { exact: true })).toBeVisible();
  await camera.ofView('dialog-invitation-link');

  await page.goto(`${server.url}/activity?action=user.created`);
  await owner.click(owner.button('Save this view'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.ofView('dialog-save-view');
  await page.getByRole('dialog').getByLabel('Name').fill('Who came');
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Save' }));
  await menu(camera, page, 'More for the view Who came', 'menu-view');
  await page.goto(`${server.url}/activity`);
  await page.route('**/export*', () => undefined);
  await owner.click(owner.button('Export'));
  await expect(page.getByRole('dialog')).toBeVisible();
  await camera.ofView('dialog-export-activity');
  await page.keyboard.press('Escape');
  await owner.click(
    page
      .getByRole('table')
      .getByRole('button', { name: /^Changed a user/ })
      .first(),
  );
  await picture(camera, page, 'dialog-activity');
});

test('pictures of notifications', async ({ owner, page, server }) => {
  const camera = new Camera(page);
  await owner.connect('Entra ID');
  await page.goto(`${server.url}/notifications`);
  await owner.click(owner.button('Add channel'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Only these').check();
  await owner.click(dialog.getByRole('button', { name: 'Add channel' }));
  await camera.ofView('dialog-channel');
  await dialog.getByLabel('Name').fill('On call');
  await dialog.getByLabel('Address of the incoming webhook').fill(SLACK);
  await dialog.getByLabel(/^All, also/).check();
  await owner.click(dialog.getByRole('button', { name: 'Add channel' }));
  await expect(dialog).toHaveCount(0);
  await owner.chooseAction('On call', 'Send a test message');
  await expect(page.getByText('did not arrive')).toBeVisible();
  await camera.ofView('notifications-test-failed');
  await menu(camera, page, 'Actions for On call', 'menu-channel');
  await owner.chooseAction('On call', 'Edit');
  await picture(camera, page, 'dialog-channel-edit');
  await owner.chooseAction('On call', 'Delete');
  await picture(camera, page, 'dialog-channel-delete');
});

test('pictures of the brake', async ({ owner, page, server }) => {
  const camera = new Camera(page);
  const { integrationId, ...secret } = await owner.connect('Entra ID');
  const entra = new Entra(secret);
  const ids: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) ids.push(await entra.createUser(`Person${String(index)}`, 'Storm'));
  await entra.createGroup('Everyone', ids);
  for (const id of ids) await entra.deleteUser(id);
  await page.goto(`${server.url}/groups`);
  await expect(page.getByRole('alert').filter({ hasText: 'The brake has tripped' })).toBeVisible();
  await camera.ofPage('brake-banner', `${server.url}/integrations/${integrationId}/brake`);
  await owner.click(page.getByRole('link', { name: 'Look at it' }));
  await expect(owner.heading('The brake has tripped')).toBeVisible();
  await camera.ofPage('trip', page.url());
  for (const [action, name] of [
    ['Restore all', 'restore'],
    ['Release all', 'release'],
  ] as const) {
    await owner.click(owner.button(action));
    await picture(camera, page, `dialog-brake-${name}`);
  }
  await page.getByRole('checkbox', { name: 'Choose Person3 Storm' }).check();
  await camera.ofView('trip-chosen');
  await owner.click(owner.button('Restore 1 person'));
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Restore 1 person' }));
  await expect(page.getByText('Mara Keller restored 1 person')).toBeVisible();
  await camera.ofPage('trip-decided', page.url());
});

test('pictures for a supporter', async ({ owner, page, server }) => {
  const camera = new Camera(page);
  const { person, integration } = await furnish(owner);
  await becomes('support', page);
  await camera.ofPage('support-users', `${server.url}/users`);
  await camera.ofPage('support-user', server.url + person);
  await reveal(owner, camera);
  await camera.ofPage('support-integration', `${server.url}${integration}?tab=settings`);
  await camera.ofPage('support-notifications', `${server.url}/notifications`);
});

async function reveal(person: Person, camera: Camera): Promise<void> {
  const { page } = person;
  await person.click(person.button('Reveal'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await camera.ofView('dialog-reveal');
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await expect(dialog).toHaveCount(0);
  await camera.ofView('support-revealed');
}
