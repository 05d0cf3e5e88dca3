import { screen, within } from '@testing-library/react';
import { anIntegration } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

describe('A01: the list of integrations', () => {
  it('shows name, provider, state, counts and last activity', async () => {
    await renderAt('/integrations', signedInApi().on('GET /integrations', ok([anIntegration()])));

    const row = (await screen.findByRole('link', { name: 'Entra ID' })).closest('tr');
    expect(row).toHaveTextContent(/SCIM · Microsoft Entra ID.*Connected.*500.*25.*3 minutes ago.*Mara Keller/);
    expect(document.title).toBe('Integrations · Rollcall');
  });

  it('says what to do while there is none', async () => {
    await renderAt('/integrations', signedInApi());

    expect(await screen.findByRole('heading', { name: 'Connect your identity provider' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Discover integrations' })).toHaveAttribute(
      'href',
      '/integrations/discover',
    );
  });

  it('says that it loads', async () => {
    const api = signedInApi();
    await renderAt('/integrations', api);

    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeVisible();
  });

  it('says what failed, and tries again when asked', async () => {
    const api = signedInApi().on('GET /integrations', refused(500, 'internal'));
    const { user } = await renderAt('/integrations', api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The server met an unexpected fault.');
    expect(alert).toHaveTextContent('req-42');

    api.on('GET /integrations', ok([anIntegration()]));
    await user.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('link', { name: 'Entra ID' })).toBeVisible();
  });

  it.each([
    ['owner', ['View details', 'Rename', 'Rotate token', 'Revoke token', 'Pause', 'Delete'], true],
    ['admin', ['View details', 'Rename', 'Rotate token', 'Revoke token', 'Pause', 'Delete'], true],
    ['support', ['View details', 'Revoke token'], false],
    ['auditor', ['View details'], false],
  ] as const)('A30: shows %s only what that role may do', async (role, actions, mayAdd) => {
    const { user } = await renderAt(
      '/integrations',
      signedInApi({ role }).on('GET /integrations', ok([anIntegration()])),
    );
    await user.click(await screen.findByRole('button', { name: 'Actions for Entra ID' }));

    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual(actions);
    expect(screen.queryByRole('link', { name: 'Discover integrations' }) !== null).toBe(mayAdd);
  });
});
