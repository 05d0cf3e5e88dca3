import { expectAccessible } from './fixtures/accessible';
import { becomes } from './fixtures/becomes';
import { Entra } from './fixtures/entra';
import type { Secret } from './fixtures/person';
import { expect, test } from './fixtures/test';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

/** Entra sends Ana with a value that no person's record can have. */
async function refuseAna({ url, token }: Secret): Promise<number> {
  const { status } = await fetch(`${url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({
      schemas: [USER],
      userName: 'ana.lima@example.com',
      displayName: 'Ana Lima',
      nickName: 'Secret agent',
      active: 'perhaps',
    }),
  });
  return status;
}

test('C02 C03 SEC-54: a supporter finds why Ana is missing, reveals what was sent, and revokes the token', async ({
  owner,
  page,
}) => {
  const secret = await owner.connect('Entra ID');
  await new Entra(secret).createUser('Ben', 'Okafor');
  expect(await refuseAna(secret)).toBe(400);
  await becomes('support', page);
  await page.goto(new URL('/requests', page.url()).href);
  await expect(page.getByRole('table', { name: 'Requests' }).getByRole('link')).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: /^Person/ }).fill('ana.lima@example.com');
  const row = page.getByRole('row').filter({ hasText: 'Ana Lima' });
  await expect(row).toContainText('400 Failed');
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(1);
  await owner.click(row.getByRole('link'));
  const reason = page.getByRole('alert').filter({ hasText: 'Why it was refused' });
  await expect(reason).toContainText('Check the mapping of the attribute that is named above in Microsoft Entra ID');
  const body = page.getByRole('region', { name: 'Request body' });
  await expect(body).toContainText('"nickName": "••••"');
  await expectAccessible(page);

  await owner.click(owner.button('Reveal'));
  const dialog = page.getByRole('dialog', { name: 'Reveal personal values' });
  await dialog.getByLabel('Reason (optional)').fill('ticket 7');
  await expectAccessible(page);
  await owner.click(dialog.getByRole('button', { name: 'Reveal' }));
  await expect(body).toContainText('"nickName": "Secret agent"');
  const activity = await page.request.get(new URL('/api/console/activity?action=request.revealed', page.url()).href);
  expect(await activity.text()).toContain('ticket 7');

  await owner.click(owner.link('See or revoke it'));
  await owner.click(owner.button(/^Revoke the token ending in/));
  await owner.click(page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }));
  await expect(page.getByText(/has been revoked/)).toBeVisible();
  expect(await new Entra(secret).testConnection()).toBe(401);
});

test('C01: new requests come by themselves, wait above a reader further down, and stay away while paused', async ({
  owner,
  page,
}) => {
  const entra = new Entra(await owner.connect('Entra ID'));
  for (let person = 0; person < 30; person += 1) await entra.createUser(`P${String(person)}`, 'Lima');
  await owner.click(owner.link('Requests').first());
  await expect(page.getByText('30 of 30')).toBeVisible();

  await entra.createUser('Ana', 'Lima');
  await expect(owner.link('Entra created Ana Lima')).toBeVisible();
  await expect(page.getByText('31 of 31')).toBeVisible();

  await page.mouse.wheel(0, 20_000);
  await expect(owner.link('Entra created Ana Lima')).not.toBeInViewport();
  await entra.createUser('Ben', 'Okafor');
  await entra.createUser('Cy', 'Moss');
  await expect(owner.button('2 new requests')).toBeVisible();
  await expectAccessible(page);
  await owner.click(owner.button('2 new requests'));
  await expect(owner.link('Entra created Cy Moss')).toBeInViewport();

  await owner.click(owner.button('Live'));
  await expect(owner.button('Live')).toHaveAttribute('aria-pressed', 'false');
  await entra.createUser('Dee', 'Ito');
  await owner.click(owner.button('Live'));
  await expect(owner.link('Entra created Dee Ito')).toBeVisible();
});

test('C02: an auditor reads the trail from one request to the next by keyboard, whole and without a button', async ({
  owner,
  page,
}) => {
  const secret = await owner.connect('Entra ID');
  await new Entra(secret).createUser('Ben', 'Okafor');
  await refuseAna(secret);
  await becomes('auditor', page);
  await page.goto(new URL('/requests?result=failed', page.url()).href);
  await owner.click(page.getByRole('table').getByRole('link'));

  await expect(page.getByRole('region', { name: 'Request body' })).toContainText('Secret agent');
  await expect(owner.button('Reveal')).toHaveCount(0);
  await expect(owner.button(/^Older/)).toBeDisabled();
  await expectAccessible(page);

  await page.goto(new URL('/requests', page.url()).href);
  await owner.click(owner.link('Entra created Ben Okafor'));
  await expect(owner.button(/^Newer/)).toBeEnabled();
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { level: 1, name: /^Refused Entra/ })).toBeVisible();
  await expect(owner.button(/^Older/)).toBeEnabled();
  await page.keyboard.press('j');
  await expect(owner.heading('Entra created Ben Okafor')).toBeVisible();
});
