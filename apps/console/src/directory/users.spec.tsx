import { screen, waitFor, within } from '@testing-library/react';
import { anIntegration, aUser, aUserView } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

const NOBODY = { items: [], total: 0, counts: { all: 0, active: 0, inactive: 0 } };
const ANA = { items: [aUser()], total: 1, counts: { all: 1, active: 1, inactive: 0 } };

describe('A14: the list of users', () => {
  it('shows who, from where, in which state, with counts on the tabs', async () => {
    await renderAt('/users', signedInApi().on('GET /users', ok(ANA)));

    const row = (await screen.findByRole('link', { name: 'Ana Lima' })).closest('tr');
    expect(row).toHaveTextContent(/ana\.lima@example\.com.*Platform.*Active.*Entra ID.*1 hour ago/);
    expect(screen.getByRole('tab', { name: 'All 1' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tab', { name: 'Inactive 0' })).toBeVisible();
    expect(screen.getByText('1 of 1')).toBeVisible();
  });

  it('says that it loads', async () => {
    await renderAt('/users', signedInApi().on('GET /users', ok(ANA)));

    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeVisible();
  });

  it('says what failed, and tries again when asked', async () => {
    const api = signedInApi().on('GET /users', refused(503, 'unavailable'));
    const { user } = await renderAt('/users', api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The server does not answer.');

    api.on('GET /users', ok(ANA));
    await user.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('link', { name: 'Ana Lima' })).toBeVisible();
  });

  it('with nothing connected leads to the catalogue', async () => {
    await renderAt('/users', signedInApi().on('GET /users', ok(NOBODY)));

    expect(await screen.findByRole('link', { name: 'Connect an identity provider' })).toHaveAttribute(
      'href',
      '/integrations/discover',
    );
  });

  it('with something connected but nothing sent leads to the integration', async () => {
    const api = signedInApi()
      .on('GET /users', ok(NOBODY))
      .on('GET /integrations', ok([anIntegration()]));
    await renderAt('/users', api);

    expect(await screen.findByRole('link', { name: 'Check the integration' })).toHaveAttribute('href', '/integrations');
  });

  it('with everything filtered away offers to clear the filters', async () => {
    const api = signedInApi().on('GET /users', ({ query }) => ok(query.has('search') ? NOBODY : ANA));
    const { user } = await renderAt('/users?search=nobody', api);
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }));

    expect(await screen.findByRole('link', { name: 'Ana Lima' })).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('searches once the typing pauses, and keeps the search in the address', async () => {
    const api = signedInApi().on('GET /users', ok(ANA));
    const { user, router } = await renderAt('/users', api);
    await user.type(await screen.findByRole('searchbox', { name: /Search by name/ }), 'ana');

    await waitFor(() => {
      expect(router.state.location.search).toEqual({ search: 'ana' });
    });
    expect(api.calledWith('GET /users').map((call) => call.query.get('search'))).toEqual([null, 'ana']);
  });

  it('narrows to a tab and sorts by a column on the server', async () => {
    const api = signedInApi().on('GET /users', ok(ANA));
    const { user } = await renderAt('/users', api);
    await user.click(await screen.findByRole('tab', { name: /^Inactive/ }));
    await user.click(await screen.findByRole('button', { name: 'User name' }));

    await waitFor(() => {
      expect(api.calledWith('GET /users').at(-1)?.query.toString()).toBe('status=inactive&sort=userName&direction=asc');
    });
    expect(screen.getByRole('columnheader', { name: 'User name' })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('asks for the next page by its cursor', async () => {
    const items = Array.from({ length: 50 }, (_, index) =>
      aUser({ id: `u${String(index)}`, displayName: `Person ${String(index)}` }),
    );
    const counts = { all: 51, active: 51, inactive: 0 };
    const api = signedInApi().on('GET /users', ({ query }) =>
      ok(
        query.get('cursor') === 'c2'
          ? { items: [aUser({ id: 'last' })], total: 51, counts }
          : { items, total: 51, counts, nextCursor: 'c2' },
      ),
    );
    const { user } = await renderAt('/users', api);
    await user.click(await screen.findByRole('button', { name: 'Show more' }));

    expect(await screen.findByText('51 of 51')).toBeVisible();
  });

  it('asks the server for nothing that the address should not carry', async () => {
    const api = signedInApi().on('GET /users', ok(ANA));
    await renderAt('/users?status=everyone&debug=1', api);
    await screen.findByRole('link', { name: 'Ana Lima' });

    expect(api.calledWith('GET /users').at(0)?.query.toString()).toBe('');
  });
});

describe('A16: a person’s page', () => {
  it('shows attributes by section, groups, and history with its cause', async () => {
    await renderAt('/users/u1', signedInApi().on('GET /users/u1', ok(aUserView())));

    expect(await screen.findByRole('heading', { level: 1, name: 'Ana Lima' })).toBeVisible();
    expect(screen.getByText('emails[type eq "work"]')).toBeVisible();
    expect(screen.getByText('employeeNumber')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Engineers' })).toHaveAttribute('href', '/groups/g1');
    expect(screen.getByText('Title changed from “Student” to “Engineer”')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Show request' }).at(0)).toHaveAttribute('href', '/requests/r2');
  });

  it('says so when the person is gone', async () => {
    await renderAt('/users/u404', signedInApi());

    expect(await screen.findByRole('alert')).toHaveTextContent('This no longer exists.');
  });
});
