import { screen, waitFor } from '@testing-library/react';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { initials } from './initials';

const NOBODY = ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0 } });

describe('the shell', () => {
  it('A01: reaches Integrations from the account menu', async () => {
    const { user, router } = await renderAt('/users', signedInApi().on('GET /users', NOBODY));
    await user.click(await screen.findByRole('button', { name: 'Account menu of Mara Keller' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Integrations' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Integrations' })).toHaveFocus();
    expect(router.state.location.pathname).toBe('/integrations');
  });

  it('signs out, and forgets what was seen', async () => {
    const api = signedInApi().on('GET /users', NOBODY).on('DELETE /session', { status: 204 });
    const { user, queryClient } = await renderAt('/users', api);
    await user.click(await screen.findByRole('button', { name: 'Account menu of Mara Keller' }));
    api.on('GET /session', refused(401, 'signedOut'));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await waitFor(() => {
      expect(queryClient.getQueryCache().findAll({ queryKey: ['users'] })).toHaveLength(0);
    });
    expect(api.calledWith('DELETE /session').at(0)?.headers).toMatchObject({ 'x-rollcall': '1' });
  });

  it('speaks German when asked', async () => {
    const { user } = await renderAt('/users', signedInApi().on('GET /users', NOBODY));
    await user.click(await screen.findByRole('button', { name: 'Account menu of Mara Keller' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Deutsch' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Benutzer' })).toBeVisible();
    expect(document.documentElement.lang).toBe('de');
  });

  it('has a page for addresses that lead nowhere', async () => {
    await renderAt('/no/such/page', signedInApi());

    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible();
  });

  it('says that the server is away when not even the session can be read', async () => {
    // The boundary reports what it caught, as it should; here that is only noise.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await renderAt('/users', signedInApi().on('GET /session', refused(503, 'unavailable')));

    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
  });

  it.each([
    ['Mara Keller', 'MK'],
    ['mara', 'M'],
    ['Ana Maria de Souza', 'AS'],
    ['  ', ''],
  ])('abbreviates %p as %p', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
