import type { Role } from '@rollcall/admin-contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { anIntegration } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { aChannel, aDelivery, aNotificationsView, withNotifications } from '../../test/sample-notifications';

const SLACK = 'https://hooks.slack.com/services/T0/B0/secret';

const apiOf = (
  role: Role = 'owner',
  ...rest: Parameters<typeof withNotifications> extends [unknown, ...infer Rest] ? Rest : never
) => withNotifications(signedInApi({ role }), ...rest).on('GET /alerts', ok([]));

describe('A38: the page of notifications', () => {
  it('says that nobody is told, what to set, and offers to add a channel', async () => {
    await renderAt(
      '/notifications',
      apiOf('owner', aNotificationsView({ mail: { configured: false }, channels: [] }), []),
    );

    expect(await screen.findByText('No channels yet')).toBeVisible();
    expect(screen.getByText(/ROLLCALL_SMTP_URL=/)).toBeVisible();
    expect(await screen.findByText('No messages yet')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add channel' })).toBeEnabled();
  });

  it('says what failed', async () => {
    await renderAt('/notifications', apiOf().on('GET /notifications', refused(503, 'unavailable')));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.');
  });

  it('adds a channel for some integrations; what the server says about the address stands at the field', async () => {
    const api = apiOf('owner', aNotificationsView({ channels: [] })).on(
      'GET /integrations',
      ok([anIntegration(), anIntegration({ id: 'i2', name: 'Okta' })]),
    );
    const taken = api.on('POST /notifications/channels', refused(400, 'badRequest', { address: 'no' }));
    const { user } = await renderAt('/notifications', taken);
    await user.click(await screen.findByRole('button', { name: 'Add channel' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Add channel' }));
    expect(dialog.getByText('Enter a name.')).toBeVisible();
    expect(api.calledWith('POST /notifications/channels')).toHaveLength(0);

    await user.type(dialog.getByLabelText('Name'), 'On call');
    await user.type(dialog.getByLabelText('Address of the incoming webhook'), SLACK);
    await user.click(dialog.getByLabelText('A token is older than 180 days'));
    await user.click(dialog.getByLabelText('Only these'));
    await user.click(await dialog.findByLabelText('Okta'));
    await user.click(dialog.getByRole('button', { name: 'Add channel' }));
    expect(await dialog.findByText(/This is no incoming webhook of Slack/)).toBeVisible();

    withNotifications(api, aNotificationsView({ channels: [] }));
    await user.click(dialog.getByRole('button', { name: 'Add channel' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(api.calledWith('POST /notifications/channels').at(-1)?.body).toEqual({
      type: 'slack',
      name: 'On call',
      address: SLACK,
      kinds: ['failing', 'quiet', 'tokenExpiry', 'pause', 'brake'],
      integrationIds: ['i2'],
    });
  });

  it('SEC-05: editing never shows the address and keeps it unless a new one is entered', async () => {
    const api = apiOf();
    const { user } = await renderAt('/notifications', api);
    await user.click(await screen.findByRole('button', { name: 'Actions for On call' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('Address of the incoming webhook')).toHaveValue('');
    expect(dialog.getByText(/never shown again: hooks.slack.com …8nHc/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(api.calledWith('PATCH /notifications/channels/c1')).toHaveLength(1);
    });
    expect(api.calledWith('PATCH /notifications/channels/c1').at(0)?.body).not.toHaveProperty('address');
  });

  it('sends a test message and says what went wrong and what to do', async () => {
    const { user } = await renderAt('/notifications', apiOf());
    await user.click(await screen.findByRole('button', { name: 'Actions for On call' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Send a test message' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/On call did not arrive.*no longer exists.*\(404\)/);

    await user.click(screen.getByRole('button', { name: 'Send a test message to me' }));
    expect(await screen.findByText(/taken by mara@example.com/)).toBeVisible();
  });

  it('turns a channel off, with a way back, and deletes one after asking', async () => {
    const api = apiOf();
    const { user } = await renderAt('/notifications', api);
    await user.click(await screen.findByRole('button', { name: 'Actions for On call' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Turn off' }));
    expect(await screen.findByText('Off')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(screen.queryByText('Off')).toBeNull();
    });

    await user.click(screen.getByRole('button', { name: 'Actions for On call' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete channel' }));
    expect(await screen.findByText('No channels yet')).toBeVisible();
  });

  it('R-29: a failed delivery says why and can be sent again', async () => {
    const failed = aDelivery({ state: 'failed', fault: 'webhookGone', status: 404, attempts: 1 });
    const api = apiOf('admin', aNotificationsView(), [failed]);
    const { user } = await renderAt('/notifications', api);
    const row = (await screen.findByText('Entra ID is failing')).closest('tr');
    expect(row).toHaveTextContent(/This webhook no longer exists.*\(404\).*Failed/);
    await user.click(screen.getByRole('button', { name: 'Send the message to On call again' }));

    await waitFor(() => {
      expect(api.calledWith('POST /notifications/deliveries/d1/retry')).toHaveLength(1);
    });
  });

  it.each(['support', 'auditor'] as const)('A30: %s sees that channels exist and can change nothing', async (role) => {
    const { hint: _hint, ...channel } = aChannel();
    await renderAt('/notifications', apiOf(role, aNotificationsView({ channels: [channel] })));
    expect(await screen.findByText('Slack')).toBeVisible();

    for (const name of ['Add channel', 'Actions for On call', 'Send a test message to me'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });
});

describe('A38: one’s own e-mail', () => {
  const accountApi = (role: Role) =>
    withNotifications(signedInApi({ role })).on('GET /alerts', ok([])).on('GET /account/sessions', ok([]));

  it('is chosen in the account, with a language of one’s own', async () => {
    const api = accountApi('admin');
    const { user } = await renderAt('/account', api);
    await user.click(await screen.findByLabelText('The brake stops a mass deprovisioning'));
    await user.selectOptions(screen.getByLabelText('Language'), 'Deutsch');
    const panel = screen.getByRole('heading', { name: 'E-mail notifications' }).closest('section');
    await user.click(within(panel ?? document.body).getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(api.calledWith('PATCH /account/notifications').at(0)?.body).toEqual({
        kinds: ['failing', 'quiet'],
        language: 'de',
      });
    });
  });

  it('is not offered to Support, who gets none', async () => {
    await renderAt('/account', accountApi('support'));
    expect(await screen.findByRole('heading', { name: 'Your account' })).toBeVisible();
    expect(screen.queryByText('E-mail notifications')).toBeNull();
  });
});
