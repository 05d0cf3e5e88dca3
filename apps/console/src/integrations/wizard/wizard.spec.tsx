import type { GeneratedToken } from '@rollcall/admin-contracts';
import { screen, waitFor } from '@testing-library/react';
import { anIntegration, anIntegrationView, minutesAgo } from '../../../test/builders';
import { ok, refused, type FakeApi } from '../../../test/fake-api';
import { renderAt, signedInApi } from '../../../test/render-at';

const GENERATED: GeneratedToken = {
  integrationId: 'i1',
  scimUrl: 'https://example-works.api.rollcall.test/api/v1/scim',
  token: ['rcs', 'shown-once'].join('_'),
  tokenId: 'k1',
};

function wizardApi(): FakeApi {
  return signedInApi()
    .on('POST /integrations/name-check', ok({ available: true }))
    .on('POST /integrations', { status: 201, body: GENERATED })
    .on('GET /integrations/i1', ok(anIntegrationView({ checklist: { testConnectionAt: minutesAgo(5) } })));
}

async function startWizard(api: FakeApi) {
  const console = await renderAt('/integrations/discover/scim', api);
  await console.user.click(await screen.findByRole('button', { name: 'Get started' }));
  return console;
}

async function generate(api: FakeApi, name = ' Entra ID ') {
  const console = await startWizard(api);
  await console.user.type(screen.getByLabelText('Name'), name);
  await console.user.click(screen.getByRole('button', { name: 'Generate token' }));
  return console;
}

describe('the wizard', () => {
  it('A03: shows URL and token in Entra’s words, and Done opens with the tick only', async () => {
    const api = wizardApi();
    const { user, router } = await generate(api);
    expect(await screen.findByRole('textbox', { name: 'Tenant URL' })).toHaveValue(GENERATED.scimUrl);
    expect(screen.getByRole('textbox', { name: 'Secret token' })).toHaveValue(GENERATED.token);
    expect(api.calledWith('POST /integrations').at(0)?.body).toEqual({ name: 'Entra ID', provider: 'entra' });

    const done = screen.getByRole('button', { name: 'Done' });
    expect(done).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'I have copied the token' }));
    api.on('GET /integrations', ok([anIntegration()]));
    await user.click(done);

    expect(await screen.findByRole('link', { name: 'Entra ID' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/integrations');
  });

  it('A05: keeps the token out of the query cache, the mutation cache and the address', async () => {
    const { queryClient, history } = await generate(wizardApi());
    await screen.findByRole('textbox', { name: 'Secret token' });

    const cached = JSON.stringify([
      queryClient
        .getQueryCache()
        .getAll()
        .map((query) => query.state.data),
      queryClient
        .getMutationCache()
        .getAll()
        .map((mutation) => mutation.state),
    ]);
    expect(cached).not.toContain(GENERATED.token);
    expect(cached).toContain('Entra ID');
    expect(JSON.stringify(history.location)).not.toContain(GENERATED.token);
  });

  it('A21: ticks a step when the server has seen it', async () => {
    await generate(wizardApi());

    const steps = await screen.findByRole('list', { name: 'Connection steps' });
    await waitFor(() => {
      expect(steps).toHaveTextContent('Test connection received5 minutes ago');
    });
    expect(steps).toHaveTextContent('First user arrivedwaiting');
  });

  it.each([
    ['', 'Give the integration a name.'],
    ['   ', 'Give the integration a name.'],
    ['x'.repeat(81), 'Use at most 80 characters.'],
  ])('A04: refuses the name %p at the field and sends nothing', async (name, sentence) => {
    const api = wizardApi();
    const { user } = await startWizard(api);
    if (name !== '') await user.type(screen.getByLabelText('Name'), name);
    await user.click(screen.getByRole('button', { name: 'Generate token' }));

    expect(await screen.findByText(sentence)).toBeVisible();
    expect(api.calledWith('POST /integrations')).toHaveLength(0);
  });

  it('A04: says at the field that a name is taken, as soon as the field is left', async () => {
    const api = wizardApi().on('POST /integrations/name-check', ok({ available: false }));
    const { user } = await startWizard(api);
    await user.type(screen.getByLabelText('Name'), 'Entra ID');
    await user.tab();

    expect(await screen.findByText(/Another integration already has this name/)).toBeVisible();
  });

  it('A04: says so, too, when the name was taken in the meantime', async () => {
    await generate(wizardApi().on('POST /integrations', refused(409, 'nameTaken', { name: 'taken' })));

    expect(await screen.findByText(/Another integration already has this name/)).toBeVisible();
  });

  it('warns inside the step of what people stumble over: 40 minutes, nested groups, externalId from objectId', async () => {
    await generate(wizardApi());

    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent(/every 40 minutes/);
    expect(note).toHaveTextContent(/Members of nested groups are not sent/);
    expect(screen.getByText(/set externalId to objectId for users/)).toBeVisible();
  });

  it('speaks the words of the provider that was chosen', async () => {
    const api = wizardApi();
    const { user } = await renderAt('/integrations/discover/scim', api);
    await user.click(await screen.findByRole('radio', { name: 'Okta' }));
    await user.click(screen.getByRole('button', { name: 'Get started' }));
    await user.type(screen.getByLabelText('Name'), 'Okta');
    await user.click(screen.getByRole('button', { name: 'Generate token' }));

    expect(await screen.findByRole('textbox', { name: 'SCIM connector base URL' })).toBeVisible();
    expect(api.calledWith('POST /integrations').at(0)?.body).toMatchObject({ provider: 'okta' });
  });

  it('A05: asks before the only view of the token is left', async () => {
    const { user, router } = await generate(wizardApi());
    await screen.findByRole('textbox', { name: 'Secret token' });
    await user.click(screen.getByRole('link', { name: 'Groups' }));

    expect(await screen.findByRole('dialog', { name: 'Leave without the token?' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/integrations/discover/scim');
  });

  it('A30: is closed to those who may not add an integration', async () => {
    const { router } = await renderAt('/integrations/discover/scim', signedInApi({ role: 'support' }));

    expect(await screen.findByText('Only an owner or admin can add an integration.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/integrations/discover');
  });
});
