import { screen, waitFor } from '@testing-library/react';
import { aSession } from '../../test/builders';
import { FakeApi, ok, refused } from '../../test/fake-api';
import { renderAt } from '../../test/render-at';

const PASSWORD = 'seven quiet herons wade';

function freshInstallation(): FakeApi {
  return new FakeApi().on('GET /setup', ok({ needed: true })).on('GET /session', refused(401, 'signedOut'));
}

async function fillIn(user: Awaited<ReturnType<typeof renderAt>>['user'], password = PASSWORD): Promise<void> {
  await user.type(await screen.findByLabelText('Organisation name'), ' Example Works ');
  await user.type(screen.getByLabelText('Your name'), 'Mara Keller');
  await user.type(screen.getByLabelText('E-mail'), 'mara@example.com');
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Create organisation' }));
}

describe('set-up', () => {
  it('creates the organisation with the link’s token and signs its owner in', async () => {
    const api = freshInstallation()
      .on('POST /setup', ok(aSession()))
      .on('GET /users', ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0 } }))
      .on('GET /integrations', ok([]));
    const { user } = await renderAt('/setup?token=rci_once', api);
    await fillIn(user);

    expect(await screen.findByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
    expect(api.calledWith('POST /setup').at(0)).toMatchObject({
      body: {
        setupToken: 'rci_once',
        tenantName: 'Example Works',
        name: 'Mara Keller',
        email: 'mara@example.com',
        password: PASSWORD,
      },
      headers: { 'x-rollcall': '1' },
    });
  });

  it('names each wrong field before anything is sent', async () => {
    const api = freshInstallation();
    const { user } = await renderAt('/setup?token=rci_once', api);
    await user.click(await screen.findByRole('button', { name: 'Create organisation' }));

    expect(await screen.findAllByText('Fill this in.')).toHaveLength(3);
    expect(screen.getByLabelText('Password')).toBeInvalid();
    expect(api.calledWith('POST /setup')).toHaveLength(0);
  });

  it('says at the field what only the server knew', async () => {
    const api = freshInstallation().on(
      'POST /setup',
      refused(400, 'badRequest', { password: 'This password is known to be guessed.' }),
    );
    const { user } = await renderAt('/setup?token=rci_once', api);
    await fillIn(user);

    expect(await screen.findByText('This password is known to be guessed.')).toBeVisible();
  });

  it.each([
    ['a used link', '/setup?token=rci_once', { needed: false }, 'This set-up link no longer works'],
    ['no token', '/setup', { needed: true }, 'A set-up link is needed'],
  ])('says plainly what to do with %s', async (_case, path, state, heading) => {
    await renderAt(path, new FakeApi().on('GET /setup', ok(state)));

    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeVisible();
  });

  it('says that a newer link exists when the server refuses this one', async () => {
    const { user } = await renderAt(
      '/setup?token=rci_old',
      freshInstallation().on('POST /setup', refused(400, 'setupLinkInvalid')),
    );
    await fillIn(user);

    expect(await screen.findByRole('heading', { level: 1, name: 'This set-up link has been replaced' })).toBeVisible();
    await waitFor(() => {
      expect(document.title).toBe('This set-up link has been replaced · Rollcall');
    });
  });
});
