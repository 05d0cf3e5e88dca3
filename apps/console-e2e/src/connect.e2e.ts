import { Entra } from './fixtures/entra';
import { expect, OWNER, test } from './fixtures/test';

const CLICKS_MAX = 10;

test('A01 A02 A03 A05 A06 A21: from the printed link to a connected Entra ID in at most ten clicks', async ({
  emptyServer,
  person,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());

  await page.goto(emptyServer.setupLink);
  await page.getByLabel('Organisation name').fill(OWNER.organisation);
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await person.click(person.button('Create organisation'));
  await expect(person.heading('Users')).toBeVisible();

  await person.openIntegrations();
  const { url, token } = await person.generateToken('Entra ID');
  await expect(person.button('Done')).toBeDisabled();
  await person.click(person.button('Copy Tenant URL'));
  await expect.poll(pasted).toBe(url);
  await person.click(person.button('Copy Secret token'));
  await expect.poll(pasted).toBe(token);
  expect(person.clicked).toBeLessThanOrEqual(CLICKS_MAX);

  const entra = new Entra({ url, token });
  expect(await entra.testConnection()).toBe(200);
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(step('Test connection received')).not.toContainText('waiting');

  await person.confirmCopied();
  const row = page.getByRole('row').filter({ hasText: 'Entra ID' });
  await expect(row).toBeVisible();
  expect(await page.content()).not.toContain(token);

  await person.chooseAction('Entra ID', 'View details');
  await expect(person.heading('Entra ID')).toBeVisible();
  await person.click(person.button('Copy SCIM API URL'));
  await expect.poll(pasted).toBe(url);
  await expect(step('First user arrived')).toContainText('waiting');

  const ana = await entra.createUser('Ana', 'Lima');
  await entra.createGroup('Engineers', [ana]);
  await expect(step('First user arrived')).not.toContainText('waiting');
  await expect(step('First group arrived')).not.toContainText('waiting');
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();

  await person.click(person.link('Users'));
  await person.click(person.link('Ana Lima'));
  await expect(person.heading('Ana Lima')).toBeVisible();
  await expect(page.getByText('Platform')).toBeVisible();
  await person.click(person.link('Engineers').first());
  await expect(person.heading('Engineers')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Ana Lima' })).toBeVisible();
});

test('A04: leaving the wizard before the token creates nothing', async ({ owner, page }) => {
  await owner.openIntegrations();
  await owner.click(owner.link('Discover integrations'));
  await owner.click(owner.link('Add and configure'));
  await owner.click(owner.button('Get started'));
  await page.getByLabel('Name', { exact: true }).fill('Half done');
  await owner.openIntegrations();

  await expect(page.getByRole('heading', { name: 'Connect your identity provider' })).toBeVisible();
});

test('A04: an empty, too long or taken name is refused at the field', async ({ owner, page }) => {
  await owner.connect('Entra ID');
  await owner.click(owner.link('Discover integrations'));
  await owner.click(owner.link('Add and configure'));
  await owner.click(owner.button('Get started'));
  const name = page.getByLabel('Name', { exact: true });

  await owner.click(owner.button('Generate token'));
  await expect(page.getByText('Give the integration a name.')).toBeVisible();
  await name.fill('x'.repeat(81));
  await owner.click(owner.button('Generate token'));
  await expect(page.getByText('Use at most 80 characters.')).toBeVisible();
  await name.fill('  entra id ');
  await owner.click(owner.button('Generate token'));
  await expect(page.getByText('Another integration already has this name.')).toBeVisible();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
});

test('A05: leaving the only view of a token is asked about, and reloading does not bring it back', async ({
  owner,
  page,
}) => {
  await owner.openIntegrations();
  const { token } = await owner.generateToken('Entra ID');

  await owner.click(owner.link('Users'));
  await expect(page.getByRole('dialog', { name: 'Leave without the token?' })).toBeVisible();
  await owner.click(owner.button('Stay here'));
  await expect(page.getByLabel('Secret token', { exact: true })).toHaveValue(token);

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByLabel('Secret token', { exact: true })).toHaveCount(0);
});
