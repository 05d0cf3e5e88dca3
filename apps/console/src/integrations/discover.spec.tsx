import { screen } from '@testing-library/react';
import { renderAt, signedInApi } from '../../test/render-at';

const names = (): (string | null)[] =>
  screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

describe('A02: discovering integrations', () => {
  it('has sections, and the tile SCIM protocol with “Add and configure”', async () => {
    await renderAt('/integrations/discover', signedInApi());

    expect(await screen.findByRole('link', { name: 'Add and configure' })).toHaveAttribute(
      'href',
      '/integrations/discover/scim',
    );
    const sections = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(sections).toEqual(['Directory sync', 'Identity providers', 'Build your own']);
  });

  it.each([
    ['azure', ['Microsoft Entra ID']],
    ['okta', ['SCIM protocol', 'Okta']],
    ['ping', ['SCIM protocol', 'PingOne']],
    ['script', ['Command line']],
  ])('finds by “%s”, also by the names that people use', async (search, expected) => {
    const { user } = await renderAt('/integrations/discover', signedInApi());
    await user.type(await screen.findByRole('searchbox', { name: 'Search integrations' }), search);

    expect(names()).toEqual(expected);
  });

  it('says so when nothing is found', async () => {
    const { user } = await renderAt('/integrations/discover', signedInApi());
    await user.type(await screen.findByRole('searchbox', { name: 'Search integrations' }), 'zzz');

    expect(await screen.findByText(/No integration matches “zzz”/)).toBeVisible();
  });

  it('begins the wizard with the provider chosen', async () => {
    const { user } = await renderAt('/integrations/discover', signedInApi());
    await user.click(await screen.findByRole('link', { name: 'Set up Okta' }));

    expect(await screen.findByRole('radio', { name: 'Okta' })).toBeChecked();
  });

  it('A30: shows support what there is, but no way to begin', async () => {
    await renderAt('/integrations/discover', signedInApi({ role: 'support' }));

    expect(await screen.findByText('Only an owner or admin can add an integration.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Set up/ })).toBeNull();
  });
});
