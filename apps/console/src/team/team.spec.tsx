import type { Role } from '@rollcall/admin-contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../test/builders';
import { FakeApi, ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { aMember, anAlert, anInvitation, withTeam } from '../../test/sample-team';
import { browserOf } from './browser-name';

const teamApi = (role: Role = 'owner') => withTeam(signedInApi({ role })).on('GET /alerts', ok([]));

async function choose(user: Awaited<ReturnType<typeof renderAt>>['user'], name: string, action: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return screen.findByRole('dialog');
}

describe('A31: the team', () => {
  it('lists members with role and state, and who is invited', async () => {
    await renderAt('/team', teamApi());

    const row = (await screen.findByText('Goran Petrov')).closest('tr');
    expect(row).toHaveTextContent(/goran@example.com.*Auditor.*Suspended/);
    expect(screen.getByText('mara@example.com').closest('tr')).toHaveTextContent('Mara Keller (you)');
    expect(screen.getByRole('table', { name: 'Pending invitations' })).toHaveTextContent(/jun@example.com.*Expired/);
  });

  it('says that it loads, and what failed', async () => {
    await renderAt('/team', teamApi().on('GET /team', refused(503, 'unavailable')));

    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
  });

  it('SEC-51: shows a link once and forgets it with the dialog', async () => {
    const api = teamApi();
    const { user } = await renderAt('/team', api);
    await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('E-mail'), 'nia@example.com');
    await user.click(within(dialog).getByRole('radio', { name: 'Auditor' }));
    await user.click(within(dialog).getByRole('button', { name: 'Create link' }));

    const link = await screen.findByLabelText<HTMLInputElement>('Invitation link');
    expect(link.value).toContain('/invitation#rcv_');
    expect(api.calledWith('POST /team/invitations').at(0)?.body).toEqual({ email: 'nia@example.com', role: 'auditor' });
    await user.keyboard('{Escape}');
    expect(screen.getByLabelText('Invitation link')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => {
      expect(screen.queryByLabelText('Invitation link')).toBeNull();
    });
    expect(await screen.findByText('nia@example.com')).toBeVisible();
  });

  it('says at the field that somebody is invited already', async () => {
    const api = teamApi().on('POST /team/invitations', refused(409, 'alreadyMember', { email: 'x' }));
    const { user } = await renderAt('/team', api);
    await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    await user.type(await screen.findByLabelText('E-mail'), 'ben@example.com{Enter}');

    expect(await screen.findByText('This person is already a member or has already been invited.')).toBeVisible();
  });

  it.each([
    ['Suspend', 'Suspend', 'POST /team/members/m2/suspend'],
    ['Remove', 'Remove', 'DELETE /team/members/m2'],
    ['End sessions', 'End sessions', 'DELETE /team/members/m2/sessions'],
    ['Transfer ownership', 'Transfer ownership', 'POST /team/members/m2/transfer-ownership'],
  ])('%s says what follows, then does it', async (action, submit, call) => {
    const api = teamApi();
    const { user } = await renderAt('/team', api);
    const dialog = await choose(user, 'Ben Okafor', action);
    expect(dialog).toHaveTextContent('Ben Okafor');
    expect(api.calledWith(call)).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: submit }));

    await waitFor(() => {
      expect(api.calledWith(call)).toHaveLength(1);
    });
  });

  it('changes a role, and reinstates without asking', async () => {
    const api = teamApi();
    const { user } = await renderAt('/team', api);
    const dialog = await choose(user, 'Ben Okafor', 'Change role');
    expect(within(dialog).getByRole('button', { name: 'Change role' })).toBeDisabled();
    await user.click(within(dialog).getByRole('radio', { name: 'Admin' }));
    await user.click(within(dialog).getByRole('button', { name: 'Change role' }));
    await waitFor(() => {
      expect(api.calledWith('PATCH /team/members/m2').at(0)?.body).toEqual({ role: 'admin' });
    });

    await user.click(await screen.findByRole('button', { name: 'Actions for Goran Petrov' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Reinstate' }));
    await waitFor(() => {
      expect(api.calledWith('POST /team/members/m4/reinstate')).toHaveLength(1);
    });
  });

  it('A30: an Admin finds no way to change Owners, support and auditors none to change anybody', async () => {
    const others = {
      members: [aMember({ id: 'm9', name: 'Olga Owner', role: 'owner' }), aMember()],
      invitations: [anInvitation()],
    };
    const { user } = await renderAt('/team', teamApi('admin').on('GET /team', ok(others)));
    expect(await screen.findByRole('button', { name: 'Actions for Ben Okafor' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Actions for Olga Owner' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Invite somebody' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('radio', { name: 'Owner' })).toBeNull();
  });

  it.each(['support', 'auditor'] as const)('A30: %s sees the team and no control', async (role) => {
    await renderAt('/team', teamApi(role));

    expect(await screen.findByText('Ben Okafor')).toBeVisible();
    expect(within(screen.getByRole('main')).queryAllByRole('button')).toEqual([]);
  });
});

describe('A31: an invitation', () => {
  const signedOut = () => withTeam(new FakeApi()).on('GET /session', refused(401, 'signedOut'));

  it('says who invited whom as what, and signs the new member in', async () => {
    const api = signedOut()
      .on('POST /invitation/accept', () => {
        api.on('GET /session', ok(aSession({ role: 'support' })));
        return { status: 201, body: aSession({ role: 'support' }) };
      })
      .on('GET /users', ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0 } }))
      .on('GET /integrations', ok([]));
    const { user } = await renderAt('/invitation#rcv_once', api);
    expect(await screen.findByRole('heading', { level: 1, name: 'Join Example Works' })).toBeVisible();
    expect(screen.getByText(/Mara Keller invited you as Support/)).toBeVisible();
    await user.type(screen.getByLabelText('Your name'), 'Chloé Müller');
    await user.click(screen.getByLabelText('Password'));
    await user.paste('nine loud geese over the lake');
    await user.click(screen.getByRole('button', { name: 'Join' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
    expect(api.calledWith('POST /invitation/accept').at(0)?.body).toEqual({
      invitationToken: 'rcv_once',
      name: 'Chloé Müller',
      password: 'nine loud geese over the lake',
    });
  });

  it.each(['/invitation', '/invitation#rcv_old'])('SEC-51: %s that no longer works says so', async (path) => {
    await renderAt(path, signedOut().on('POST /invitation/open', refused(400, 'invitationInvalid')));

    expect(await screen.findByRole('heading', { level: 1, name: 'This invitation no longer works' })).toBeVisible();
  });
});

describe('one’s own account', () => {
  it('SEC-42: lists sessions, and ends one or all others', async () => {
    const api = teamApi('auditor');
    const { user } = await renderAt('/account', api);
    expect(await screen.findByText('Firefox, Linux')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'End the session of Safari, iPhone' }));
    await waitFor(() => {
      expect(api.calledWith('DELETE /account/sessions/s2')).toHaveLength(1);
    });
    await user.click(screen.getByRole('button', { name: 'End all others' }));
    await waitFor(() => {
      expect(api.calledWith('DELETE /account/sessions/others')).toHaveLength(1);
    });
  });

  it('changes the password, and says at the field that the current one is wrong', async () => {
    const api = teamApi('auditor').on('POST /account/password', refused(400, 'wrongPassword', { password: 'x' }));
    const { user } = await renderAt('/account', api);
    await user.click(await screen.findByLabelText('Current password'));
    await user.paste('not it');
    await user.click(screen.getByLabelText('New password'));
    await user.paste('nine loud geese over the lake');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('This is not your password.')).toBeVisible();

    api.on('POST /account/password', { status: 204 });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Change password' })).toBeEnabled();
    });
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText(/Your password has been changed/)).toBeVisible();
    expect(screen.getByLabelText('New password')).toHaveValue('');
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 Version/18.0 Safari/605.1', 'macOS'],
    ['curl/8', undefined],
    [undefined, undefined],
  ])('reads %p as %p', (userAgent, name) => {
    if (name === undefined) expect(browserOf(userAgent)).toBeUndefined();
    else expect(browserOf(userAgent)).toContain(name);
  });
});

describe('SEC-17: what Owners are told', () => {
  it('a token that Support revoked stands above every page until put away', async () => {
    const api = teamApi().on('GET /alerts', ok([anAlert()]));
    const { user } = await renderAt('/team', api);
    expect(await screen.findByText('Support revoked a token')).toBeVisible();
    api.on('GET /alerts', ok([]));
    await user.click(screen.getByRole('button', { name: 'I have seen this' }));

    await waitFor(() => {
      expect(screen.queryByText('Support revoked a token')).toBeNull();
    });
    expect(api.calledWith('POST /alerts/seen').at(0)?.body).toEqual({ id: '41' });
  });

  it('nobody but Owners is asked about', async () => {
    const api = teamApi('admin').on('GET /alerts', ok([anAlert()]));
    await renderAt('/team', api);
    await screen.findByText('Ben Okafor');

    expect(api.calledWith('GET /alerts')).toHaveLength(0);
  });
});
