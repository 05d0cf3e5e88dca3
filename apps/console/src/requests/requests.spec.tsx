import { screen, waitFor } from '@testing-library/react';
import { aRequest, aRequestView } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

describe('C01: the list of requests', () => {
  it('reads as sentences, with the call and its answer beside', async () => {
    await renderAt('/requests', signedInApi().on('GET /requests', ok({ items: [aRequest()], total: 1 })));

    const row = (await screen.findByRole('link', { name: 'Entra turned off Ana Lima' })).closest('tr');
    expect(row).toHaveTextContent(/Entra ID.*PATCH \/Users\/u1.*200.*3 ms.*3 minutes ago/);
  });

  it('says that it loads, that there is none, and that none matches', async () => {
    const api = signedInApi().on('GET /requests', ok({ items: [], total: 0 }));
    const { user } = await renderAt('/requests', api);
    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'No requests yet' })).toBeVisible();

    await user.click(screen.getByText('Refused'));
    expect(await screen.findByRole('heading', { name: 'No request matches' })).toBeVisible();
    expect(api.calledWith('GET /requests').at(-1)?.query.get('result')).toBe('failure');
  });

  it('says what failed', async () => {
    await renderAt('/requests', signedInApi().on('GET /requests', refused(403, 'notAllowed')));

    expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this.');
  });
});

describe('C02: one request', () => {
  it('shows received, recognised, rewritten, matched, stored and answered', async () => {
    await renderAt('/requests/r1', signedInApi().on('GET /requests/r1', ok(aRequestView())));

    expect(await screen.findByRole('heading', { level: 1, name: 'Entra turned off Ana Lima' })).toBeVisible();
    const stages = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(stages.map((text) => /^(Received|Recognised|Rewritten|Matched|Stored|Answered)/.exec(text)?.[1])).toEqual([
      'Received',
      'Recognised',
      'Rewritten',
      'Matched',
      'Stored',
      'Answered',
    ]);
    expect(screen.getByRole('table', { name: 'Stored' })).toHaveTextContent('activetruefalse');
    expect(screen.getByRole('link', { name: 'Ana Lima' })).toHaveAttribute('href', '/users/u1');
  });

  it('puts the reason and the remedy of a refused one first', async () => {
    const error = { scimType: 'uniqueness', detail: 'userName is taken.', remedy: 'Rename one of the two in Entra.' };
    const summary = 'Refused to create Ana Lima: userName is taken.';
    const view = aRequestView({ status: 409, summary, trail: { notes: [], changes: [], error } });
    await renderAt('/requests/r1', signedInApi().on('GET /requests/r1', ok(view)));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Why it was refused (uniqueness)');
    expect(alert).toHaveTextContent('What to change: Rename one of the two in Entra.');
    expect(screen.getByRole('heading', { level: 1, name: 'Refused to create Ana Lima' })).toBeVisible();
  });
});

describe('a session that ends while a page is open', () => {
  it('leads to sign-in and back to the same page', async () => {
    const api = signedInApi().on('GET /requests', refused(401, 'signedOut'));
    const { router } = await renderAt('/requests?result=failure', api);

    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/sign-in');
    });
    expect(router.state.location.search).toEqual({ to: '/requests?result=failure' });
  });
});
