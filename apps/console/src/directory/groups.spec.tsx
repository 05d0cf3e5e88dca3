import { screen } from '@testing-library/react';
import { aGroup, aGroupView } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

const ANA = { id: 'u1', type: 'User', displayName: 'Ana Lima', userName: 'ana.lima@example.com', active: false };
const NESTED = { id: 'g2', type: 'Group', displayName: 'On call' };

describe('A17: the list of groups', () => {
  it('shows name, members and origin', async () => {
    await renderAt('/groups', signedInApi().on('GET /groups', ok({ items: [aGroup()], total: 1 })));

    const row = (await screen.findByRole('link', { name: 'Engineers' })).closest('tr');
    expect(row).toHaveTextContent(/12.*Entra ID.*45 minutes ago/);
  });

  it('says that it loads', async () => {
    await renderAt('/groups', signedInApi());

    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeVisible();
  });

  it('says what failed', async () => {
    await renderAt('/groups', signedInApi().on('GET /groups', refused(500, 'internal')));

    expect(await screen.findByRole('button', { name: 'Retry' })).toBeVisible();
  });

  it('says why there is none, and that a search found none', async () => {
    const api = signedInApi().on('GET /groups', ok({ items: [], total: 0 }));
    await renderAt('/groups', api);
    expect(await screen.findByRole('heading', { name: 'No groups yet' })).toBeVisible();
  });

  it('offers to clear a search that found nothing', async () => {
    const api = signedInApi().on('GET /groups', ({ query }) =>
      ok(query.has('search') ? { items: [], total: 0 } : { items: [aGroup()], total: 1 }),
    );
    const { user } = await renderAt('/groups?search=zzz', api);
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }));

    expect(await screen.findByRole('link', { name: 'Engineers' })).toBeVisible();
  });
});

describe('A17: a group’s page', () => {
  it('shows its members, people and groups, paged by the server', async () => {
    const api = signedInApi()
      .on('GET /groups/g1', ok(aGroupView()))
      .on('GET /groups/g1/members', ok({ items: [ANA, NESTED], total: 2 }));
    await renderAt('/groups/g1', api);

    expect((await screen.findByRole('link', { name: 'Ana Lima' })).closest('tr')).toHaveTextContent('Inactive');
    expect(screen.getByRole('link', { name: 'On call' })).toHaveAttribute('href', '/groups/g2');
    expect(screen.getByText('12 members')).toBeVisible();
  });

  it('says so when it is empty', async () => {
    const api = signedInApi()
      .on('GET /groups/g1', ok(aGroupView({ memberCount: 0 })))
      .on('GET /groups/g1/members', ok({ items: [], total: 0 }));
    await renderAt('/groups/g1', api);

    expect(await screen.findByRole('heading', { name: 'This group has no members' })).toBeVisible();
  });

  it('says when its members cannot be read', async () => {
    const api = signedInApi()
      .on('GET /groups/g1', ok(aGroupView()))
      .on('GET /groups/g1/members', refused(500, 'internal'));
    await renderAt('/groups/g1', api);

    expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded');
  });
});
