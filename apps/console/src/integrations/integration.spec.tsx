import { screen, waitFor, within } from '@testing-library/react';
import { anIntegrationView, aRequest, aToken, minutesAgo } from '../../test/builders';
import { ok, refused, type FakeApi } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

function integrationApi(view = anIntegrationView()): FakeApi {
  return signedInApi()
    .on('GET /integrations/i1', ok(view))
    .on('GET /integrations', ok([view]));
}

async function choose(action: string, api: FakeApi) {
  const console = await renderAt('/integrations/i1', api);
  await console.user.click(await screen.findByRole('button', { name: 'Actions for Entra ID' }));
  await console.user.click(await screen.findByRole('menuitem', { name: action }));
  return { ...console, dialog: await screen.findByRole('dialog') };
}

describe('A08: the page of an integration', () => {
  it('shows URL, counts, token, last request and last error', async () => {
    const glimpse = {
      id: 'r1',
      at: minutesAgo(3),
      method: 'PATCH',
      path: '/Users/u1',
      status: 200,
      summary: 'Entra turned off Ana Lima',
    };
    const view = anIntegrationView({
      lastRequest: glimpse,
      lastError: { ...glimpse, id: 'r9', status: 409, summary: 'Name taken' },
    });
    await renderAt('/integrations/i1', integrationApi(view));

    expect(await screen.findByRole('textbox', { name: 'SCIM API URL' })).toHaveValue(view.scimUrl);
    expect(screen.getByRole('link', { name: '500' })).toHaveAttribute('href', '/users?integrationId=i1');
    expect(screen.getByText('480 active')).toBeVisible();
    expect(screen.getByText('ends in 7Qx2')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Entra turned off Ana Lima' })).toHaveAttribute('href', '/requests/r1');
    expect(screen.getByRole('link', { name: 'Name taken' })).toHaveAttribute('href', '/requests/r9');
    expect(screen.getByText('Microsoft Entra ID is calling and its requests succeed.')).toBeVisible();
  });

  it('A09: shows every other host of the same API', async () => {
    const old = 'https://example-works.api.oldbrand.test/api/v1/scim';
    await renderAt('/integrations/i1', integrationApi(anIntegrationView({ otherScimUrls: [old] })));

    expect(await screen.findByRole('textbox', { name: old })).toHaveValue(old);
  });

  it('draws the day as one picture with words', async () => {
    const traffic = [
      { hour: minutesAgo(60), requests: 1200, errors: 3 },
      { hour: minutesAgo(0), requests: 34, errors: 0 },
    ];
    await renderAt('/integrations/i1', integrationApi(anIntegrationView({ traffic })));

    expect(
      await screen.findByRole('img', { name: '1,234 requests in the last 24 hours, 3 of them refused' }),
    ).toBeVisible();
  });

  it('A20: has a guide with the own URL filled in and externalId from objectId', async () => {
    await renderAt('/integrations/i1?tab=guide', integrationApi());

    expect(await screen.findByRole('textbox', { name: 'Tenant URL' })).toHaveValue(anIntegrationView().scimUrl);
    const users = screen.getByRole('table', { name: 'Attribute mapping: Users' });
    expect(within(users).getByRole('row', { name: /^objectId externalId/ })).toBeInTheDocument();
  });

  it('says that it loads, what failed, and that it is gone', async () => {
    await renderAt('/integrations/i1', integrationApi());
    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeVisible();
  });

  it('says what failed', async () => {
    await renderAt('/integrations/i1', signedInApi().on('GET /integrations/i1', refused(500, 'internal')));
    expect(await screen.findByRole('button', { name: 'Retry' })).toBeVisible();
  });
});

describe('A07: the actions on an integration', () => {
  it('A10: renames, with the old name filled in', async () => {
    const api = integrationApi().on('PATCH /integrations/i1', ok(anIntegrationView({ name: 'Head office' })));
    const { user, dialog } = await choose('Rename', api);
    const name = within(dialog).getByLabelText('New name');
    expect(name).toHaveValue('Entra ID');
    await user.clear(name);
    await user.type(name, ' Head office ');
    await user.click(within(dialog).getByRole('button', { name: 'Rename' }));

    expect(await screen.findByText('Renamed to Head office')).toBeVisible();
    expect(api.calledWith('PATCH /integrations/i1').at(0)?.body).toEqual({ name: 'Head office' });
  });

  it('A11: rotates with the overlap that was chosen, and Escape does not throw the new token away', async () => {
    const generated = {
      integrationId: 'i1',
      scimUrl: 'https://x.test',
      token: ['rcs', 'second'].join('_'),
      tokenId: 'k2',
    };
    const api = integrationApi().on('POST /integrations/i1/tokens/rotate', { status: 201, body: generated });
    const { user, dialog } = await choose('Rotate token', api);
    await user.click(within(dialog).getByRole('radio', { name: 'In 1 hour' }));
    await user.click(within(dialog).getByRole('button', { name: 'Generate new token' }));
    expect(await screen.findByRole('textbox', { name: 'Secret token' })).toHaveValue(generated.token);
    expect(api.calledWith('POST /integrations/i1/tokens/rotate').at(0)?.body).toEqual({ overlap: '1h' });

    await user.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'Secret token' })).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'I have copied the token' }));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('A11: says when two tokens are live already', async () => {
    const api = integrationApi().on('POST /integrations/i1/tokens/rotate', refused(409, 'tooManyTokens'));
    const { user, dialog } = await choose('Rotate token', api);
    await user.click(within(dialog).getByRole('button', { name: 'Generate new token' }));

    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Two tokens are live already.');
  });

  it('revokes the older of two tokens unless another is chosen', async () => {
    const tokens = [aToken({ id: 'k2', lastFour: 'newX' }), aToken({ id: 'k1', lastFour: 'oldX', state: 'ending' })];
    const api = integrationApi(anIntegrationView({ tokens })).on(
      'POST /integrations/i1/tokens/k1/revoke',
      ok(tokens[1]),
    );
    const { user, dialog } = await choose('Revoke token', api);
    expect(await within(dialog).findByRole('radio', { name: 'Ends in oldX' })).toBeChecked();
    await user.click(within(dialog).getByRole('button', { name: 'Revoke token' }));

    expect(await screen.findByText('The token ending in oldX has been revoked')).toBeVisible();
  });

  it('A12: deletes only after the consequences were shown and the name was typed', async () => {
    const preview = {
      userCount: 500,
      activeUserCount: 480,
      groupCount: 1,
      membershipCount: 1200,
      liveTokenCount: 1,
      restorableUntil: '2026-04-02T00:00:00Z',
    };
    const api = integrationApi()
      .on('GET /integrations/i1/deletion', ok(preview))
      .on('DELETE /integrations/i1', { status: 204 });
    const { user, dialog, router } = await choose('Delete', api);
    expect(await within(dialog).findByText('500 users leave the directory (480 active)')).toBeVisible();
    expect(within(dialog).getByText('1 group leaves the directory')).toBeVisible();

    const name = within(dialog).getByLabelText('Type Entra ID to confirm');
    await user.type(name, 'entra');
    await user.click(within(dialog).getByRole('button', { name: 'Delete integration' }));
    expect(await within(dialog).findByText('This is not the integration’s name.')).toBeVisible();
    expect(api.calledWith('DELETE /integrations/i1')).toHaveLength(0);

    await user.clear(name);
    await user.type(name, 'Entra ID');
    await user.click(within(dialog).getByRole('button', { name: 'Delete integration' }));
    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/integrations');
    });
    expect(api.calledWith('DELETE /integrations/i1').at(0)?.body).toEqual({ name: 'Entra ID' });
  });
});

describe('keyboard', () => {
  it('Escape closes a dialog of the menu, and the focus is back on the menu', async () => {
    const { user } = await choose('Pause', integrationApi());
    await user.keyboard('{Escape}');

    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Actions for Entra ID' })).toHaveFocus();
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the tokens of an integration', () => {
  it('A11: says how a rotation stands', async () => {
    const tokens = [
      aToken({ id: 'k2', lastFour: 'newX', createdAt: minutesAgo(5) }),
      aToken({ state: 'ending', lastFour: 'oldX' }),
    ];
    await renderAt('/integrations/i1?tab=tokens', integrationApi(anIntegrationView({ tokens })));

    expect(await screen.findByText(/The new token \(newX\) has not been used yet/)).toBeVisible();
  });

  it('A30: offers support to revoke, but not to rotate', async () => {
    const api = integrationApi().on(
      'GET /session',
      ok({ ...(await import('../../test/builders')).aSession({ role: 'support' }) }),
    );
    await renderAt('/integrations/i1?tab=tokens', api);

    expect(await screen.findByRole('button', { name: 'Revoke the token ending in 7Qx2' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Rotate token' })).toBeNull();
  });

  it('says so when there is none', async () => {
    await renderAt('/integrations/i1?tab=tokens', integrationApi(anIntegrationView({ tokens: [] })));

    expect(await screen.findByRole('heading', { name: 'No tokens yet' })).toBeVisible();
  });
});

describe('C07: the diagnostic bundle', () => {
  it('is saved as a file named after the integration and the day', async () => {
    const saved: { name: string; text: string }[] = [];
    const blobs: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${String(blobs.push(blob))}`,
      revokeObjectURL: () => undefined,
    });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, text: this.href });
    });
    const bundle = { kind: 'rollcall.diagnostics', takenAt: '2026-03-03T12:00:00Z' };
    const { user } = await renderAt(
      '/integrations/i1',
      integrationApi().on('POST /integrations/i1/diagnostics', ok(bundle)),
    );
    await user.click(await screen.findByRole('button', { name: 'Download' }));

    await waitFor(() => {
      expect(saved).toEqual([{ name: 'rollcall-entra-id-2026-03-03.json', text: 'blob:1' }]);
    });
    expect(blobs[0]?.type).toBe('application/json');
    click.mockRestore();
  });
});

describe('generating a token where none is live', () => {
  it('A12: asks nothing about an old token, because there is none', async () => {
    const generated = { integrationId: 'i1', scimUrl: 'https://x.test', token: ['rcs', 'x'].join('_'), tokenId: 'k2' };
    const api = integrationApi(anIntegrationView({ state: 'noToken', tokens: [aToken({ state: 'revoked' })] }));
    api.on('POST /integrations/i1/tokens/rotate', { status: 201, body: generated });
    const { user, dialog } = await choose('Rotate token', api);
    expect(dialog).toHaveAccessibleName('Generate a token for Entra ID');
    expect(within(dialog).queryByRole('radio')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Generate new token' }));

    expect(await screen.findByRole('textbox', { name: 'Secret token' })).toHaveValue(generated.token);
  });
});

describe('the requests of an integration', () => {
  it('C01: reads as sentences, the newest first, each a way to its details, and leads on to all of them', async () => {
    const page = {
      items: [aRequest(), aRequest({ id: 'r2', status: 409, summary: 'Name taken' })],
      total: 2,
      tail: 'x',
    };
    const api = integrationApi().on('GET /requests', ok(page));
    await renderAt('/integrations/i1?tab=requests', api);

    expect(await screen.findByRole('link', { name: 'Entra turned off Ana Lima' })).toHaveAttribute(
      'href',
      '/requests/r1',
    );
    expect(screen.getByRole('link', { name: /^All requests/ })).toHaveAttribute('href', '/requests?integrationId=i1');
    expect(api.calledWith('GET /requests').at(0)?.query.get('integrationId')).toBe('i1');
  });

  it('says so while there is none', async () => {
    const api = integrationApi().on('GET /requests', ok({ items: [], total: 0, tail: 'x' }));
    await renderAt('/integrations/i1?tab=requests', api);

    expect(await screen.findByRole('heading', { name: 'No requests yet' })).toBeVisible();
  });
});
