import { screen, within } from '@testing-library/react';
import { aDeletedIntegration, anIntegration, anIntegrationView } from '../../../test/builders';
import { ok, refused, type FakeApi } from '../../../test/fake-api';
import { renderAt, signedInApi } from '../../../test/render-at';

function api(role: 'owner' | 'support' = 'owner'): FakeApi {
  return signedInApi({ role })
    .on('GET /integrations', ok([anIntegration()]))
    .on('GET /integrations/deleted', ok([aDeletedIntegration()]));
}

describe('A12: deleted integrations', () => {
  it('are not mentioned while there is none', async () => {
    await renderAt('/integrations', signedInApi().on('GET /integrations', ok([anIntegration()])));
    await screen.findByRole('link', { name: 'Entra ID' });

    expect(screen.queryByText('Recently deleted')).toBeNull();
  });

  it('are listed with who deleted them, what they hold and how long they can come back', async () => {
    await renderAt('/integrations', api());

    const table = await screen.findByRole('table', { name: 'Recently deleted' });
    expect(table).toHaveTextContent(/Old Okta.*4 days ago.*Mara Keller.*210 users, 8 groups.*26 more days/);
  });

  it('come back after the dialog has said what returns and that the tokens do not', async () => {
    const fake = api()
      .on('POST /integrations/deleted/i7/restore', ok(anIntegrationView({ id: 'i7', name: 'Old Okta' })))
      .on('GET /integrations/i7', ok(anIntegrationView({ id: 'i7', name: 'Old Okta', state: 'noToken', tokens: [] })));
    const { user, router } = await renderAt('/integrations', fake);
    await user.click(await screen.findByRole('button', { name: 'Restore Old Okta' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore Old Okta' });
    expect(within(dialog).getByText('210 users')).toBeVisible();
    expect(within(dialog).getByText(/Its tokens stay revoked/)).toBeVisible();
    expect(within(dialog).queryByRole('textbox')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Restore integration' }));

    expect(await screen.findByText(/Old Okta is back/)).toBeVisible();
    expect(router.state.location.href).toBe('/integrations/i7?tab=tokens');
    expect(fake.calledWith('POST /integrations/deleted/i7/restore').at(0)?.body).toEqual({});
  });

  it('ask for a new name when theirs is used meanwhile', async () => {
    const fake = api().on('POST /integrations/deleted/i7/restore', refused(409, 'nameTaken', { name: 'taken' }));
    const { user } = await renderAt('/integrations', fake);
    await user.click(await screen.findByRole('button', { name: 'Restore Old Okta' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Restore integration' }));
    const name = await within(dialog).findByLabelText('New name');
    expect(within(dialog).getByText(/Another integration has this name now/)).toBeVisible();

    await user.type(name, ' 2');
    await user.click(within(dialog).getByRole('button', { name: 'Restore integration' }));
    expect(fake.calledWith('POST /integrations/deleted/i7/restore').at(1)?.body).toEqual({ name: 'Old Okta 2' });
  });

  it('A30: shows support no way to restore', async () => {
    await renderAt('/integrations', api('support'));
    await screen.findByRole('table', { name: 'Recently deleted' });

    expect(screen.queryByRole('button', { name: 'Restore Old Okta' })).toBeNull();
  });
});
