import { ACTIVITY_ACTIONS, type Role } from '@rollcall/admin-contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { aDeed, anEntry, withActivity } from '../../test/sample-activity';
import { de } from '../i18n/de';
import { en } from '../i18n/en';

const activityApi = (role: Role = 'admin') =>
  withActivity(signedInApi({ role })).on('GET /team', ok({ members: [], invitations: [] }));

const opened = async (user: Awaited<ReturnType<typeof renderAt>>['user'], sentence: string) => {
  await user.click(await screen.findByRole('button', { name: sentence }));
  return screen.findByRole('dialog', { name: sentence });
};

describe('A34: the activity log', () => {
  it('reads as sentences, with who did it', async () => {
    await renderAt('/activity', activityApi());

    const changed = (await screen.findByRole('button', { name: 'Changed a user: Ana Lima' })).closest('tr');
    expect(changed).toHaveTextContent(/Entra ID.*Identity provider.*Done.*4 minutes ago/);
    expect(screen.getByRole('button', { name: 'Sign-in failed: Ben Okafor' }).closest('tr')).toHaveTextContent(
      'Refused',
    );
  });

  it('shows old and new values and leads to the request that caused a change', async () => {
    const { user } = await renderAt('/activity', activityApi());
    const dialog = await opened(user, 'Changed a user: Ana Lima');

    expect(within(dialog).getByRole('table', { name: 'Old and new values' })).toHaveTextContent('titleClerkLead');
    expect(within(dialog).getByRole('link', { name: 'Show request' })).toHaveAttribute('href', '/requests/r1');
    expect(within(dialog).getByRole('link', { name: 'Ana Lima' })).toHaveAttribute('href', '/users/u1');
  });

  it('A30 SEC-54: shows Support hidden values of an entry on request, in this view alone', async () => {
    const [hidden, shown] = ['••••', 'Annie'].map((after) =>
      anEntry({ details: { changes: [{ path: 'nickName', after }] } }),
    );
    const api = activityApi('support')
      .on('GET /activity', ok({ items: [{ ...hidden, masked: true }] }))
      .on('POST /activity/reveal', ok(shown));
    const { user } = await renderAt('/activity', api);
    const dialog = await opened(user, 'Changed a user: Ana Lima');
    await user.click(within(dialog).getByRole('button', { name: 'Reveal' }));
    const asking = await screen.findByRole('dialog', { name: 'Reveal personal values' });
    await user.click(within(asking).getByRole('button', { name: 'Reveal' }));

    expect(await within(dialog).findByText('Annie')).toBeVisible();
    expect(api.calledWith('POST /activity/reveal')[0]?.body).toEqual({ integrationId: 'i1', objectId: 'u1', id: '1' });
  });

  it('narrows from an entry to everything about its object', async () => {
    const api = activityApi();
    const { user, router } = await renderAt('/activity', api);
    const dialog = await opened(user, 'Changed a role: Ben Okafor');
    expect(dialog).toHaveTextContent(/Auditor.*Support/);
    await user.click(within(dialog).getByRole('button', { name: 'Everything about this' }));

    await waitFor(() => {
      expect(router.state.location.search).toEqual({ objectId: 'm2' });
    });
    expect(api.calledWith('GET /activity').at(-1)?.query.get('objectId')).toBe('m2');
  });

  it('SEC-31: shows marks that would turn a name around', async () => {
    const name = 'Ana\u202eamil';
    const api = activityApi().on(
      'GET /activity',
      ok({ items: [anEntry({ object: { type: 'user', id: 'u1', name } })] }),
    );
    await renderAt('/activity', api);

    expect(await screen.findByRole('button', { name: 'Changed a user: Ana⟨U+202E⟩amil' })).toBeVisible();
  });

  it('goes on by itself until something is found, and says how far it came', async () => {
    const api = activityApi().on('GET /activity', ({ query }) =>
      query.get('cursor') === 'c2'
        ? ok({ items: [aDeed()] })
        : ok({
            items: [],
            nextCursor: query.get('cursor') === 'c1' ? 'c2' : 'c1',
            searchedBackTo: '2026-01-02T03:04:05Z',
          }),
    );
    await renderAt('/activity?search=far', api);

    expect(await screen.findByRole('button', { name: 'Changed a role: Ben Okafor' })).toBeVisible();
    expect(api.calledWith('GET /activity').length).toBeGreaterThanOrEqual(3);
  });

  it('says that nothing happened, that nothing matches, and what failed', async () => {
    const api = activityApi().on('GET /activity', ok({ items: [] }));
    const { user } = await renderAt('/activity', api);
    expect(await screen.findByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
    await user.click(screen.getByText('Refused'));
    expect(await screen.findByRole('heading', { name: 'No entry matches' })).toBeVisible();
    expect(api.calledWith('GET /activity').at(-1)?.query.get('result')).toBe('failure');
  });

  it('says what failed', async () => {
    await renderAt('/activity', activityApi().on('GET /activity', refused(503, 'unavailable')));

    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
  });

  it('saves what is chosen as a view, chooses it again, renames and deletes it', async () => {
    const api = activityApi();
    const { user, router } = await renderAt('/activity?result=failure', api);
    await user.click(await screen.findByRole('button', { name: 'Save this view' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Name'), 'Refusals{Enter}');
    expect(await screen.findByRole('button', { name: 'Refusals', pressed: true })).toBeVisible();
    expect(api.calledWith('POST /activity/views').at(0)?.body).toEqual({
      name: 'Refusals',
      filter: { result: 'failure' },
    });

    await user.click(screen.getByRole('button', { name: 'Leavers' }));
    await waitFor(() => {
      expect(router.state.location.search).toEqual({ action: 'user.deactivated' });
    });
    await user.click(screen.getByRole('button', { name: 'More for the view Refusals' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const naming = await screen.findByRole('dialog', { name: 'Rename the view' });
    await user.clear(within(naming).getByLabelText('Name'));
    await user.type(within(naming).getByLabelText('Name'), 'What was refused{Enter}');
    await user.click(await screen.findByRole('button', { name: 'More for the view What was refused' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'What was refused' })).toBeNull();
    });
  });

  it('A30: support is offered no export', async () => {
    await renderAt('/activity', activityApi('support'));
    await screen.findByRole('button', { name: 'Changed a user: Ana Lima' });

    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  });

  it('exports what is filtered, and says what failed', async () => {
    const api = activityApi('auditor').on('GET /activity/export', refused(503, 'unavailable'));
    const { user } = await renderAt('/activity?action=user.deactivated', api);
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
    expect(api.calledWith('GET /activity/export').at(0)?.query.get('action')).toBe('user.deactivated');
  });

  it.each([
    ['English', en],
    ['German', de],
  ])('%s has a sentence for each deed', (_language, { activity }) => {
    const known = Object.entries(activity.actions).flatMap(([group, deeds]) =>
      Object.keys(deeds).map((deed) => `${group}.${deed}`),
    );

    expect(ACTIVITY_ACTIONS.filter((action) => !known.includes(action))).toEqual([]);
  });
});
