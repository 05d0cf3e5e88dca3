import type { PersonHit, SearchAnswer } from '@rollcall/admin-contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aUserView, minutesAgo } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

const NOBODY = ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0 } });
const ANA: PersonHit = {
  id: 'u1',
  displayName: 'Ana Lima',
  userName: 'ana@acme.example',
  integrationName: 'Entra ID',
  active: true,
  groupCount: 2,
};

function answer(over: Partial<SearchAnswer> = {}): SearchAnswer {
  return { people: [], groups: [], integrations: [], requests: [], traces: [], sources: [], ...over };
}

async function searching(found: Partial<SearchAnswer>, role: 'owner' | 'auditor' = 'owner') {
  sessionStorage.clear();
  const api = signedInApi({ role })
    .on('GET /users', NOBODY)
    .on('GET /users/u1', ok(aUserView()))
    .on('GET /search', ok(answer(found)));
  const rendered = await renderAt('/users', api);
  await screen.findByRole('heading', { level: 1, name: 'Users' });
  await rendered.user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: /Search people/ });
  return { ...rendered, api, field };
}

describe('the search box', () => {
  it('C03: opens by Ctrl-K, finds while typing, and goes there with the keyboard alone', async () => {
    const { user, router, api, field } = await searching({
      people: [ANA],
      groups: [{ id: 'g1', displayName: 'Anaesthetists', integrationName: 'Entra ID', memberCount: 3 }],
    });
    expect(field).toHaveFocus();
    await user.type(field, 'ana');

    expect(await screen.findByRole('option', { name: /Ana Lima/ })).toHaveAttribute('aria-selected', 'true');
    expect(within(screen.getByRole('group', { name: 'Groups' })).getByRole('option')).toHaveTextContent('3 members');
    await user.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-activedescendant')).toMatch(/group g1$/);
    await user.keyboard('{ArrowUp}{Enter}');

    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/users/u1');
    });
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(api.calledWith('GET /search').map((call) => call.query.get('q'))).toEqual(['ana']);
  });

  it('shows what was opened last when it is opened again', async () => {
    const { user, field } = await searching({ people: [ANA] });
    await user.type(field, 'ana');
    await screen.findByRole('option', { name: /Ana Lima/ });
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Ana Lima' });
    await user.click(screen.getAllByRole('button', { name: /^Search/ })[0] as HTMLElement);

    const recent = await screen.findByRole('group', { name: 'Opened last' });
    expect(within(recent).getByRole('option')).toHaveTextContent('Ana Lima');
  });

  it('C04: says since when somebody is inactive, why in no group, and leads to the request', async () => {
    const person = {
      ...ANA,
      active: false,
      groupCount: 0,
      turnedOff: { at: minutesAgo(60), requestId: 'r2' },
      noGroups: { kind: 'noGroupSent' as const },
    };
    const { user, router, field } = await searching({ people: [person] });
    await user.type(field, 'ana');

    const [first] = await screen.findAllByRole('option', { name: /Ana Lima/ });
    expect(first).toHaveTextContent(
      /Inactive since .*: Entra ID turned this person off\. In no group: Entra ID has sent no group yet\./,
    );
    await user.click(screen.getByRole('option', { name: 'The request that turned off Ana Lima' }));
    expect(router.state.location.pathname).toBe('/requests/r2');
  });

  it('C04: says what was refused, deleted, asked for, or came from an integration that is gone', async () => {
    const at = minutesAgo(60);
    const { user, field } = await searching({
      traces: [
        {
          kind: 'deleted',
          type: 'User',
          id: 'u9',
          displayName: 'Ana Old',
          integrationName: 'Okta',
          at,
          restorableUntil: at,
        },
        {
          kind: 'refused',
          requestId: 'r3',
          at,
          integrationName: 'Entra ID',
          status: 400,
          detail: 'active must be a boolean',
        },
        { kind: 'askedFor', requestId: 'r4', at, integrationName: 'Entra ID' },
        { kind: 'integrationDeleted', displayName: 'Ana Gone', integrationName: 'Old', at, by: 'Mara' },
      ],
    });
    await user.type(field, 'ana');

    const options = within(await screen.findByRole('group', { name: 'Not in the directory, but known' })).getAllByRole(
      'option',
    );
    expect(options.map((option) => option.textContent)).toEqual([
      expect.stringMatching(/^Ana OldDeletedOkta deleted this person on .* Restorable until/),
      expect.stringMatching(/^Entra ID sent this, and it was refusedRefused.*active must be a boolean$/),
      expect.stringMatching(/^Entra ID asked for this, but has not sent it/),
      expect.stringMatching(/^Ana GoneDeletedCame from Old, an integration that Mara deleted on/),
    ]);
  });

  it('C04: says that somebody was never received, and when each provider was last heard', async () => {
    const { user, field } = await searching({
      sources: [{ id: 'i1', name: 'Entra ID', provider: 'entra', lastRequestAt: minutesAgo(3) }],
    });
    await user.type(field, 'zoe');

    expect(await screen.findByText('“zoe” was never received')).toBeVisible();
    expect(screen.getByText(/last heard/)).toHaveTextContent('Entra ID: last heard 3 minutes ago');
    expect(screen.getByText(/Provision on demand/)).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const { user, api, field } = await searching({});
    api.on('GET /search', refused(503, 'unavailable'));
    await user.type(field, 'ana');
    const alert = await screen.findByRole('alert');
    api.on('GET /search', ok(answer({ people: [ANA] })));
    await user.click(within(alert).getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('option', { name: /Ana Lima/ })).toBeVisible();
  });

  it('A30: offers nothing that the role may not do', async () => {
    await searching({}, 'auditor');

    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Users',
      'Groups',
      'Requests',
      'Integrations',
      'Activity',
      'Team',
      'Notifications',
      'Your account',
    ]);
  });

  it('closes by Escape and gives the focus back', async () => {
    const { user } = await searching({});
    await user.keyboard('{Escape}');

    await waitFor(() => {
      expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    });
  });
});
