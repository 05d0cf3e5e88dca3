import type { SearchAnswer } from '@rollcall/admin-contracts';
import { screen } from '@testing-library/react';
import { aMappingHealth, anIntegrationView, aRequest, aRequestView, minutesAgo } from '../test/builders';
import { ok } from '../test/fake-api';
import { renderAt, signedInApi } from '../test/render-at';

/** Words that stand in nearly every English sentence and in no German one. */
const ENGLISH = /\b(the|and|of|with|not|been|already|this|have|has|that|from|were|about|refused|looked)\b/i;

const TAKEN =
  'userName "ana@example.com" is already used by another user of this integration (upper and lower case are the same, and inactive users count). Find it with filter=userName eq and update it.';

const refusedRequest = aRequestView({
  method: 'POST',
  path: '/Users',
  status: 409,
  outcome: 'refused',
  summary: `Refused Entra's POST about Ana Lima: ${TAKEN}`,
  sentence: { code: 'refused', client: 'Entra', method: 'POST', name: 'Ana Lima', status: 409, detail: TAKEN },
  trail: {
    recognisedAs: 'Entra',
    notes: [
      {
        kind: 'ignored',
        rule: 'unknownAttribute',
        message: '"shoeSize" is no attribute of a User and was ignored.',
      },
      {
        kind: 'rewritten',
        rule: 'booleanText',
        message: 'active: the text "True" was read as true.',
        before: 'True',
        after: true,
      },
    ],
    changes: [],
    error: { scimType: 'uniqueness', detail: TAKEN, remedy: 'makeUnique' },
  },
});

function textOf(element: HTMLElement): string {
  return element.textContent;
}

describe('whoever reads German reads no sentence of the server in English', () => {
  beforeEach(() => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE', 'de']);
  });
  afterEach(() => jest.restoreAllMocks());

  it('in the list of requests', async () => {
    const items = [
      aRequest({ sentence: { code: 'turnedOff', client: 'Entra', subject: { type: 'User', name: 'Ana Lima' } } }),
      { ...refusedRequest, id: 'r2' },
    ];
    await renderAt('/requests', signedInApi().on('GET /requests', ok({ items, total: 2, tail: 't0' })));

    expect(await screen.findByRole('link', { name: 'Entra hat Ana Lima deaktiviert' })).toBeVisible();
    expect(textOf(screen.getByRole('main'))).not.toMatch(ENGLISH);
  });

  it('and finds in the log what stands there, though the log is kept in English', async () => {
    const sentence = { code: 'turnedOff', client: 'Entra', subject: { type: 'User', name: 'Ana Lima' } } as const;
    const api = signedInApi().on('GET /requests', ({ query }) => {
      const items = query.get('said') === 'turned off' ? [aRequest({ sentence })] : [];
      return ok({ items, total: items.length, tail: 't0' });
    });
    const { router } = await renderAt('/requests?search=deaktiviert', api);

    expect(await screen.findByRole('link', { name: 'Entra hat Ana Lima deaktiviert' })).toBeVisible();
    expect(router.state.location.search).toEqual({ search: 'deaktiviert' });
  });

  it('on the page of a request: headline, reason, remedy, trail', async () => {
    const api = signedInApi().on('GET /requests/r1', ok(refusedRequest)).on('GET /requests/:id/neighbours', ok({}));
    await renderAt('/requests/r1', api);

    expect(
      await screen.findByRole('heading', { level: 1, name: 'POST von Entra zu Ana Lima abgelehnt' }),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Den userName „ana@example.com“ hat schon ein anderer');
    expect(screen.getByRole('main')).toHaveTextContent('active: Der Text „True“ wurde als true gelesen.');
    expect(textOf(screen.getByRole('main'))).not.toMatch(ENGLISH);
  });

  it('in mapping health', async () => {
    const api = signedInApi()
      .on('GET /integrations/i1', ok(anIntegrationView()))
      .on('GET /integrations/i1/health', ok(aMappingHealth()));
    await renderAt('/integrations/i1?tab=health', api);

    expect(await screen.findByText('12 Personen haben eine externalId, die keine Objekt-ID ist')).toBeVisible();
    expect(textOf(screen.getByRole('main'))).not.toMatch(ENGLISH);
  });

  it('in the answers of the search box', async () => {
    sessionStorage.clear();
    const answer: SearchAnswer = {
      people: [],
      groups: [],
      integrations: [],
      requests: [
        {
          id: 'r1',
          at: minutesAgo(3),
          status: 409,
          summary: refusedRequest.summary,
          sentence: refusedRequest.sentence,
        },
      ],
      traces: [
        {
          kind: 'refused',
          requestId: 'r1',
          at: minutesAgo(3),
          integrationName: 'Entra ID',
          status: 409,
          detail: TAKEN,
        },
      ],
      sources: [],
    };
    const api = signedInApi()
      .on('GET /users', ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0 } }))
      .on('GET /search', ok(answer));
    const { user } = await renderAt('/users', api);
    await screen.findByRole('heading', { level: 1, name: 'Benutzer' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /suchen/ }), 'ana');

    expect(await screen.findByRole('option', { name: /POST von Entra zu Ana Lima abgelehnt/ })).toBeVisible();
    expect(textOf(screen.getByRole('dialog'))).not.toMatch(ENGLISH);
  });
});
