import { notifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import { aGroupView, aUser, aUserView, minutesAgo } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { daysLeft } from './days-left';

const AT = '2026-03-03T12:00:00.000Z';
const DELETED = { at: minutesAgo(60 * 24 * 3), restorableUntil: minutesAgo(-60 * 24 * 27 + 5), requestId: 'r9' };
const GONE = { ...aUser(), deleted: DELETED };
const NOBODY = ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0, deleted: 1 } });
const ONE_GONE = ok({ items: [GONE], total: 1 });

// What was said in the corner stays there from test to test.
afterEach(() => {
  act(() => {
    notifications.clean();
  });
});

describe('A19 C09: deleted people', () => {
  it('are in a tab of their own, with the days left and the request that deleted them', async () => {
    const api = signedInApi().on('GET /users', NOBODY).on('GET /users/deleted', ONE_GONE);
    const { user } = await renderAt('/users', api);
    await user.click(await screen.findByRole('tab', { name: 'Deleted 1' }));

    const row = (await screen.findByRole('link', { name: 'Ana Lima' })).closest('tr');
    expect(row).toHaveTextContent(/ana\.lima@example\.com.*3 days ago.*27 days left.*Entra ID/);
    expect(within(row as HTMLElement).getByRole('link', { name: 'Show request' })).toHaveAttribute(
      'href',
      '/requests/r9',
    );
  });

  it('come back when an admin says so, after reading what that means', async () => {
    const api = signedInApi()
      .on('GET /users', NOBODY)
      .on('GET /users/deleted', ONE_GONE)
      .on('POST /users/u1/restore', ok(aUserView()));
    const { user } = await renderAt('/users?status=deleted', api);
    await user.click(await screen.findByRole('button', { name: 'Restore Ana Lima' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore Ana Lima?' });
    expect(dialog).toHaveTextContent(/Entra ID deleted it\. If it still wants that/);
    await user.click(within(dialog).getByRole('button', { name: 'Restore' }));

    expect(await screen.findByText('Ana Lima is back')).toBeVisible();
    expect(api.calledWith('POST /users/u1/restore')).toHaveLength(1);
  });

  it('say so when they cannot come back', async () => {
    const api = signedInApi()
      .on('GET /users', NOBODY)
      .on('GET /users/deleted', ONE_GONE)
      .on('POST /users/u1/restore', refused(409, 'conflict'));
    const { user } = await renderAt('/users?status=deleted', api);
    await user.click(await screen.findByRole('button', { name: 'Restore Ana Lima' }));
    await user.click(await screen.findByRole('button', { name: 'Restore' }));

    expect(await screen.findByText(/changed this at the same time/)).toBeVisible();
  });

  it('A30: are shown to an auditor without a way to restore them', async () => {
    const api = signedInApi({ role: 'auditor' }).on('GET /users', NOBODY).on('GET /users/deleted', ONE_GONE);
    await renderAt('/users?status=deleted', api);
    await screen.findByRole('link', { name: 'Ana Lima' });

    expect(screen.queryByRole('button', { name: /Restore/ })).not.toBeInTheDocument();
  });

  it('have a page that says when they were deleted and until when they can come back', async () => {
    await renderAt('/users/u1', signedInApi().on('GET /users/u1', ok(aUserView({ deleted: DELETED }))));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Entra ID deleted this .*27 days left/);
    expect(within(alert).getByRole('button', { name: 'Restore' })).toBeVisible();
  });

  it.each([
    ['2026-01-30T00:00:01Z', 30],
    ['2026-01-01T00:00:00Z', 1],
    ['2025-12-01T00:00:00Z', 0],
  ])('count the days to %s as %d', (until, days) => {
    expect(daysLeft(until, new Date('2025-12-31T12:00:00Z'))).toBe(days);
  });
});

describe('A16: where a person’s attributes come from', () => {
  it('says when an attribute last changed, and by which request', async () => {
    await renderAt('/users/u1', signedInApi().on('GET /users/u1', ok(aUserView())));

    expect(await screen.findByRole('link', { name: 'title: Show request' })).toHaveAttribute('href', '/requests/r2');
    expect(screen.queryByRole('link', { name: 'userName: Show request' })).not.toBeInTheDocument();
  });

  it('lists what was sent and not kept', async () => {
    const ignored = [{ message: 'shoeSize is not an attribute of a user.', at: minutesAgo(5), requestId: 'r7' }];
    await renderAt('/users/u1', signedInApi().on('GET /users/u1', ok(aUserView({ ignored }))));

    expect(await screen.findByText('shoeSize is not an attribute of a user.')).toBeVisible();
  });

  it('leads from the time line to the groups that were joined and left', async () => {
    const history = [
      {
        id: '9',
        at: minutesAgo(5),
        kind: 'left',
        summary: 'Left On call',
        group: { id: 'g7', displayName: 'On call' },
      },
    ];
    await renderAt('/users/u1', signedInApi().on('GET /users/u1', ok(aUserView({ history: { items: history } }))));

    expect(await screen.findByRole('link', { name: 'On call' })).toHaveAttribute('href', '/groups/g7');
  });
});

describe('A16: as of a moment', () => {
  it('shows the person as they were then, marks what is different now, and leads back', async () => {
    const api = signedInApi()
      .on('GET /users/u1', ok(aUserView()))
      .on(
        'GET /users/u1/as-of',
        ok({
          at: AT,
          state: 'present',
          attributes: { userName: 'ana.lima@example.com', title: 'Student' },
          groups: [],
        }),
      );
    const { user, router } = await renderAt(`/users/u1?asOf=${AT}`, api);

    expect(await screen.findByText(/^As it was on/)).toBeVisible();
    expect(screen.getByText('Student').closest('dd')).toHaveTextContent('different now');
    expect(screen.getByText('In no group at that moment.')).toBeVisible();
    expect(api.calledWith('GET /users/u1/as-of').at(0)?.query.get('at')).toBe(AT);
    await user.click(screen.getByRole('button', { name: 'Back to now' }));
    await waitFor(() => {
      expect(router.state.location.search).toEqual({});
    });
  });

  it.each([
    ['notYet', /it did not exist yet/],
    ['deleted', /it was deleted/],
    ['unknown', /what it held is not recorded/],
  ])('is honest when the state is %s', async (state, sentence) => {
    const api = signedInApi()
      .on('GET /users/u1', ok(aUserView()))
      .on('GET /users/u1/as-of', ok({ at: AT, state }));
    await renderAt(`/users/u1?asOf=${AT}`, api);

    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('is offered at every change of the time line', async () => {
    const api = signedInApi()
      .on('GET /users/u1', ok(aUserView()))
      .on('GET /users/u1/as-of', ok({ at: AT, state: 'deleted' }));
    const { user, router } = await renderAt('/users/u1', api);
    await user.click((await screen.findAllByRole('button', { name: 'As of then' }))[0] as HTMLElement);

    expect(router.state.location.search).toHaveProperty('asOf');
  });

  it('C03: of a group shows who was in it then, and what has become of them', async () => {
    const member = (id: string, presence: string) => ({ id, type: 'User', displayName: `Person ${id}`, presence });
    const api = signedInApi()
      .on('GET /groups/g1', ok(aGroupView()))
      .on(
        'GET /groups/g1/members/as-of',
        ok({ items: [member('1', 'present'), member('2', 'deleted'), member('3', 'purged')], total: 3 }),
      );
    await renderAt(`/groups/g1?asOf=${AT}`, api);

    expect(await screen.findByText(/^Members on .* Names are those of today\.$/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Person 1' })).toHaveAttribute('href', '/users/1');
    expect(screen.getByText('Deleted since')).toBeVisible();
    expect(screen.getByText('No longer on record')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Person 3' })).not.toBeInTheDocument();
    expect(api.calledWith('GET /groups/g1/members/as-of').at(0)?.query.get('at')).toBe(AT);
  });

  it('C03: says when nobody was in the group', async () => {
    const api = signedInApi()
      .on('GET /groups/g1', ok(aGroupView()))
      .on('GET /groups/g1/members/as-of', ok({ items: [], total: 0 }));
    await renderAt(`/groups/g1?asOf=${AT}`, api);

    expect(await screen.findByRole('heading', { name: /nobody was in this group/ })).toBeVisible();
  });
});

describe('C03: a long time line', () => {
  const change = (id: string) => ({ id, at: minutesAgo(Number(id)), kind: 'updated', summary: `Change ${id}` });
  const known = { items: [change('1')], nextCursor: 'c2' };

  it('goes further back when asked, and says so when that fails', async () => {
    const api = signedInApi()
      .on('GET /users/u1', ok(aUserView({ history: known })))
      .on('GET /users/u1/history', refused(503, 'unavailable'));
    const { user } = await renderAt('/users/u1', api);
    await user.click(await screen.findByRole('button', { name: 'Show earlier' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('What happened before could not be loaded.');

    api.on('GET /users/u1/history', ok({ items: [change('2')] }));
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Change 2')).toBeVisible();
    expect(screen.getByText('Change 1')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show earlier' })).not.toBeInTheDocument();
    expect(api.calledWith('GET /users/u1/history').at(-1)?.query.get('cursor')).toBe('c2');
  });
});
