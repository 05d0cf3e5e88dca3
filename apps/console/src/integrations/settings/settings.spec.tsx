import { screen } from '@testing-library/react';
import { anIntegrationView } from '../../../test/builders';
import { ok, refused, type FakeApi } from '../../../test/fake-api';
import { renderAt, signedInApi } from '../../../test/render-at';

const AT = '/integrations/i1?tab=settings';

function api(): FakeApi {
  return signedInApi().on('GET /integrations/i1', ok(anIntegrationView()));
}

describe('the settings of an integration', () => {
  it('A10: saves a new name once it differs, and offers to take it back', async () => {
    const fake = api().on('PATCH /integrations/i1', ok(anIntegrationView({ name: 'Head office' })));
    const { user } = await renderAt(AT, fake);
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(name);
    await user.type(name, 'Head office{Enter}');

    expect(await screen.findByText('Renamed to Head office')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Undone')).toBeVisible();
    expect(fake.calledWith('PATCH /integrations/i1').map(({ body }) => body)).toEqual([
      { name: 'Head office' },
      { name: 'Entra ID' },
    ]);
  });

  it('A04: says at the field that a name is taken', async () => {
    const fake = api().on('PATCH /integrations/i1', refused(409, 'nameTaken', { name: 'taken' }));
    const { user } = await renderAt(AT, fake);
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' 2{Enter}');

    expect(await screen.findByText(/Another integration already has this name/)).toBeVisible();
  });

  it('A15 A12: pauses and deletes from here, too, by the same dialogs', async () => {
    const { user } = await renderAt(AT, api());
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByRole('dialog', { name: 'Pause Entra ID' })).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Delete integration' }));

    expect(await screen.findByRole('dialog', { name: 'Delete Entra ID' })).toBeVisible();
  });
});
