import type { RequestSummary } from '@rollcall/admin-contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { aRequest, aRequestView, minutesAgo } from '../../test/builders';
import { ok, refused, type FakeApi } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { switchShortcuts } from '../ui/shortcuts';

const listed = (items: readonly RequestSummary[], over: object = {}) =>
  ok({ items, total: items.length, tail: 't0', ...over });
const quiet = ok({ items: [], tail: 't1', hasMore: false });
const requestsApi = (over: Parameters<typeof signedInApi>[0] = {}): FakeApi =>
  signedInApi(over).on('GET /requests/tail', quiet).on('GET /requests/:id/neighbours', ok({}));

describe('C01: the list of requests', () => {
  it('reads as sentences, with the call and its answer beside', async () => {
    const items = [aRequest(), aRequest({ id: 'r2', status: 409, outcome: 'refused', summary: 'Refused Ben' })];
    await renderAt('/requests', requestsApi().on('GET /requests', listed(items)));

    const row = (await screen.findByRole('link', { name: 'Entra turned off Ana Lima' })).closest('tr');
    expect(row).toHaveTextContent(/Entra ID.*PATCH \/Users\/u1.*200.*3 ms.*3 minutes ago/);
    expect(screen.getByRole('link', { name: 'Refused Ben' }).closest('tr')).toHaveTextContent('409 Refused');
  });

  it('says that it loads, that there is none, and that none matches', async () => {
    const api = requestsApi().on('GET /requests', listed([]));
    const { user } = await renderAt('/requests', api);
    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'No requests yet' })).toBeVisible();

    await user.click(screen.getByText('Refused'));
    expect(await screen.findByRole('heading', { name: 'No request matches' })).toBeVisible();
    expect(api.calledWith('GET /requests').at(-1)?.query.get('result')).toBe('refused');
  });

  it('says what failed', async () => {
    await renderAt('/requests', requestsApi().on('GET /requests', refused(403, 'notAllowed')));

    expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this.');
  });

  it('keeps every filter in the address, and asks the server with it', async () => {
    const api = requestsApi().on('GET /requests', listed([aRequest()]));
    const { user, router } = await renderAt('/requests?method=PATCH&since=7d&nonsense=1&kind=odd', api);
    await user.type(await screen.findByRole('searchbox', { name: /Person/ }), 'ana@example.com');

    await waitFor(() => {
      expect(router.state.location.search).toMatchObject({ method: 'PATCH', since: '7d', person: 'ana@example.com' });
    });
    await waitFor(() => {
      const query = api.calledWith('GET /requests').at(-1)?.query.toString();
      expect(query).toBe('person=ana%40example.com&method=PATCH&since=7d');
    });
    expect(screen.getByRole('link', { name: 'Entra turned off Ana Lima' })).toHaveAttribute(
      'href',
      '/requests/r1?person=ana%40example.com&method=PATCH&since=7d',
    );
  });

  it('says how far a search has come, and goes further when asked to', async () => {
    const further = { nextCursor: 'c1', searchedBackTo: minutesAgo(60), totalIsMinimum: true };
    const api = requestsApi().on('GET /requests', ({ query }) =>
      query.get('cursor') === null ? listed([], further) : listed([aRequest()]),
    );
    const { user } = await renderAt('/requests?search=lima', api);

    expect(await screen.findByRole('heading', { name: 'None found so far' })).toBeVisible();
    expect(api.calledWith('GET /requests')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Search further back' }));
    expect(await screen.findByRole('link', { name: 'Entra turned off Ana Lima' })).toBeVisible();
  });
});

describe('C01: new requests', () => {
  const news = aRequest({ id: 'r9', at: minutesAgo(0), summary: 'Entra created Ben Okafor' });
  const scrollTo = (top: number) => {
    act(() => {
      Object.defineProperty(window, 'scrollY', { configurable: true, value: top });
      window.dispatchEvent(new Event('scroll'));
    });
  };
  afterEach(() => {
    scrollTo(0);
  });

  it('appear by themselves, once each', async () => {
    const arrived = ok({ items: [news, aRequest()], tail: 't1', hasMore: false });
    const api = requestsApi()
      .on('GET /requests', listed([aRequest()]))
      .on('GET /requests/tail', arrived);
    await renderAt('/requests', api);

    expect(await screen.findByRole('link', { name: 'Entra created Ben Okafor' })).toBeVisible();
    expect(within(screen.getByRole('table')).getAllByRole('link')).toHaveLength(2);
    expect(api.calledWith('GET /requests/tail')[0]?.query.get('tail')).toBe('t0');
  });

  it('wait above whoever reads further down, and say how many they are', async () => {
    const arrived = ok({ items: [news], tail: 't1', hasMore: false });
    const api = requestsApi()
      .on('GET /requests', listed([aRequest()]))
      .on('GET /requests/tail', arrived);
    scrollTo(900);
    await renderAt('/requests', api);

    expect(await screen.findByRole('button', { name: '1 new request' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Entra created Ben Okafor' })).not.toBeInTheDocument();
    scrollTo(0);
    expect(await screen.findByRole('link', { name: 'Entra created Ben Okafor' })).toBeVisible();
  });

  it('stay away while paused', async () => {
    const api = requestsApi().on('GET /requests', listed([aRequest()]));
    const { user } = await renderAt('/requests', api);
    const live = await screen.findByRole('button', { name: 'Live' });
    await waitFor(() => {
      expect(api.calledWith('GET /requests/tail').length).toBeGreaterThan(0);
    });
    await user.click(live);

    expect(live).toHaveAttribute('aria-pressed', 'false');
  });

  it('end with the session', async () => {
    const api = requestsApi()
      .on('GET /requests', listed([aRequest()]))
      .on('GET /requests/tail', refused(401, 'signedOut'));
    const { router } = await renderAt('/requests', api);

    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/sign-in');
    });
  });
});

describe('C02: one request', () => {
  it('shows received, recognised, rewritten, matched, stored and answered', async () => {
    await renderAt('/requests/r1', requestsApi().on('GET /requests/r1', ok(aRequestView())));

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
    expect(screen.getByRole('link', { name: 'See or revoke it' })).toHaveAttribute(
      'href',
      '/integrations/i1?tab=tokens',
    );
  });

  it('puts the reason and the remedy of a refused one first, in the words of its provider', async () => {
    const error = { scimType: 'uniqueness', detail: 'userName is taken.', remedy: 'makeUnique' } as const;
    const summary = 'Refused to create Ana Lima: userName is taken.';
    const trail = { notes: [], changes: [], error };
    const view = aRequestView({ status: 409, outcome: 'refused', summary, provider: 'okta', trail });
    await renderAt('/requests/r1', requestsApi().on('GET /requests/r1', ok(view)));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Why it was refused (uniqueness)');
    expect(alert).toHaveTextContent(/What to change: .* Find the two in Okta and rename or delete one of them\./);
    expect(screen.getByRole('heading', { level: 1, name: 'Refused to create Ana Lima' })).toBeVisible();
  });

  it('names who joined a group, and how many more', async () => {
    const names = [{ id: 'u1', type: 'User' as const, name: 'Ana Lima' }];
    const trail = { notes: [], changes: [], membersAdded: { count: 3, names } };
    await renderAt(
      '/requests/r1',
      requestsApi().on('GET /requests/r1', ok(aRequestView({ trail, resource: undefined }))),
    );

    expect(await screen.findByText(/3 members joined: /)).toHaveTextContent('3 members joined: Ana Lima and 2 more');
  });

  it('shows headers and bodies of one that was refused, with what cannot be seen made visible', async () => {
    const message = {
      headers: { accept: '*/*' },
      requestBody: '{"title":"a\u202Eb"}',
      responseBody: '{"status":"409"}',
    };
    await renderAt('/requests/r1', requestsApi().on('GET /requests/r1', ok(aRequestView({ message }))));

    expect(await screen.findByRole('region', { name: 'Request headers' })).toHaveTextContent('accept: */*');
    expect(screen.getByRole('region', { name: 'Request body' })).toHaveTextContent('a⟨U+202E⟩b');
  });

  it('leads on to the next one of the list by j, and back by k', async () => {
    const api = requestsApi()
      .on('GET /requests/:id', (_call, [id]) => ok(aRequestView({ id, summary: `Request ${id ?? ''}` })))
      .on('GET /requests/:id/neighbours', (_call, [id]) => ok(id === 'r1' ? { older: 'r2' } : { newer: 'r1' }));
    const { user, router } = await renderAt('/requests/r1?result=failed', api);
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /Older/ })).toBeEnabled();
    });
    await user.keyboard('j');

    expect(await screen.findByRole('heading', { name: 'Request r2' })).toBeVisible();
    expect(router.state.location.search).toEqual({ result: 'failed' });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /Newer/ })).toBeEnabled();
    });
    await user.keyboard('k');
    expect(await screen.findByRole('heading', { name: 'Request r1' })).toBeVisible();
  });
});

describe('WCAG 2.1.4: shortcuts of a single key', () => {
  it('are switched off in the account, for this browser', async () => {
    const api = requestsApi()
      .on('GET /account/sessions', ok([]))
      .on('GET /requests/:id', (_call, [id]) => ok(aRequestView({ id, summary: `Request ${id ?? ''}` })))
      .on('GET /requests/:id/neighbours', (_call, [id]) => ok(id === 'r1' ? { older: 'r2' } : { newer: 'r1' }));
    const { user, router } = await renderAt('/account', api);
    await user.click(await screen.findByRole('switch', { name: /Shortcuts of a single key/ }));
    await act(() => router.navigate({ to: '/requests/$requestId', params: { requestId: 'r1' } }));
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /Older/ })).toBeEnabled();
    });
    await user.keyboard('j');
    expect(router.state.location.pathname).toBe('/requests/r1');

    act(() => {
      switchShortcuts(true);
    });
    await user.keyboard('j');
    expect(await screen.findByRole('heading', { name: 'Request r2' })).toBeVisible();
  });
});

describe('SEC-54: personal values', () => {
  const masked = aRequestView({ masked: true, message: { requestBody: '{"nickName":"••••"}' } });
  const whole = aRequestView({ message: { requestBody: '{"nickName":"Boss"}' } });
  const api = () =>
    requestsApi({ role: 'support' }).on('GET /requests/r1', ok(masked)).on('POST /requests/r1/reveal', ok(whole));

  it('are shown to Support on request, with a reason, and in no cache', async () => {
    const calls = api();
    const { user, queryClient } = await renderAt('/requests/r1', calls);
    await user.click(await screen.findByRole('button', { name: 'Reveal' }));
    const dialog = await screen.findByRole('dialog', { name: 'Reveal personal values' });
    await user.type(within(dialog).getByLabelText('Reason (optional)'), 'ticket 7');
    await user.click(within(dialog).getByRole('button', { name: 'Reveal' }));

    expect(await screen.findByText(/"nickName": "Boss"/)).toBeVisible();
    expect(calls.calledWith('POST /requests/r1/reveal')[0]?.body).toEqual({ reason: 'ticket 7' });
    expect(
      JSON.stringify(
        queryClient
          .getQueryCache()
          .getAll()
          .map((query) => query.state.data),
      ),
    ).not.toContain('Boss');
  });
});

describe('a session that ends while a page is open', () => {
  it('leads to sign-in and back to the same page', async () => {
    const api = requestsApi().on('GET /requests', refused(401, 'signedOut'));
    const { router } = await renderAt('/requests?result=failed', api);

    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/sign-in');
    });
    expect(router.state.location.search).toEqual({ to: '/requests?result=failed' });
  });
});
