import { screen, waitFor, within } from '@testing-library/react';
import { anIntegration, anIntegrationView } from '../../test/builders';
import { ok, refused, type FakeApi } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

/** A server that wants the password first, and then does what it was asked for. */
function strictApi(): FakeApi {
  let confirmed = false;
  return signedInApi()
    .on('GET /integrations', ok([anIntegration()]))
    .on('GET /integrations/:id', ok(anIntegrationView()))
    .on('POST /session/confirm', ({ body }) => {
      if ((body as { password: string }).password !== 'seven quiet herons wade') return refused(400, 'wrongPassword');
      confirmed = true;
      return ok({});
    })
    .on('POST /integrations/:id/tokens/rotate', () =>
      confirmed
        ? { status: 201, body: { integrationId: 'i1', tokenId: 'k2', scimUrl: 'https://x.test/scim', token: 'rc_new' } }
        : refused(403, 'step_up_required'),
    );
}

async function rotate(api: FakeApi) {
  const page = await renderAt('/integrations', api);
  await page.user.click(await screen.findByRole('button', { name: 'Actions for Entra ID' }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Rotate token' }));
  await page.user.click(await screen.findByRole('button', { name: 'Generate new token' }));
  const question = await screen.findByRole('dialog', { name: 'Confirm that it is you' });
  return { ...page, question };
}

describe('SEC-49: the password once more', () => {
  it('is asked for above the dialog at work, and the action is then sent again', async () => {
    const api = strictApi();
    const { user, question } = await rotate(api);
    await user.type(within(question).getByLabelText('Password'), 'not the password at all');
    await user.click(within(question).getByRole('button', { name: 'Confirm' }));
    expect(await within(question).findByText('This is not your password.')).toBeVisible();

    await user.clear(within(question).getByLabelText('Password'));
    await user.type(within(question).getByLabelText('Password'), 'seven quiet herons wade{Enter}');

    expect(await screen.findByLabelText('Secret token')).toHaveValue('rc_new');
    expect(screen.queryByRole('dialog', { name: 'Confirm that it is you' })).toBeNull();
    expect(api.calledWith('POST /integrations/i1/tokens/rotate')).toHaveLength(2);
  });

  it.each([
    [
      'Cancel',
      (user: Awaited<ReturnType<typeof rotate>>['user'], question: HTMLElement) =>
        user.click(within(question).getByRole('button', { name: 'Cancel' })),
    ],
    ['Escape', (user: Awaited<ReturnType<typeof rotate>>['user']) => user.keyboard('{Escape}')],
  ] as const)('%s leaves everything as it was', async (_way, leave) => {
    const api = strictApi();
    const { user, question } = await rotate(api);
    await leave(user, question);

    await waitFor(() => {
      expect(screen.queryByRole('dialog', { name: 'Confirm that it is you' })).toBeNull();
    });
    expect(screen.getByRole('button', { name: 'Generate new token' })).toBeEnabled();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(api.calledWith('POST /integrations/i1/tokens/rotate')).toHaveLength(1);
  });
});
