import { screen, waitFor, within } from '@testing-library/react';
import { aToken, anIntegrationView, minutesAgo } from '../../../test/builders';
import { ok } from '../../../test/fake-api';
import { renderAt, signedInApi } from '../../../test/render-at';
import { dateIn, dateOf, daysToEnd, endOfDay } from './token-end';

const inDays = (days: number): string => minutesAgo(-60 * 24 * days - 5);
const NOW = new Date(2026, 2, 5, 15, 30);

describe('SEC-06: the end date of a token', () => {
  it('is a day on the reader’s calendar, and lasts to its last second', () => {
    expect(dateOf(NOW)).toBe('2026-03-05');
    expect(dateIn(30, NOW)).toBe('2026-04-04');
    expect(new Date(endOfDay('2026-03-05') ?? '')).toEqual(new Date(2026, 2, 5, 23, 59, 59));
    expect(endOfDay('')).toBeUndefined();
  });

  it('is near from 30 days on', () => {
    const end = (days: number): string => new Date(NOW.getTime() + days * 86_400_000).toISOString();
    expect([31, 30, 1.5, 0.5, -1].map((days) => daysToEnd(end(days), NOW))).toEqual([undefined, 30, 1, 0, 0]);
    expect(daysToEnd(undefined, NOW)).toBeUndefined();
  });

  it('stands above every tab in the last 30 days, and not before', async () => {
    const view = anIntegrationView({ tokenEndsAt: inDays(12) });
    const api = signedInApi().on('GET /integrations/:id', () => ok(view));
    await renderAt('/integrations/i1?tab=guide', api);
    expect(await screen.findByText('The token expires in 12 days')).toBeVisible();
  });

  it('is changed or removed in the list of tokens', async () => {
    const view = anIntegrationView({ tokens: [aToken({ state: 'ending', lastFour: 'wxyz', expiresAt: inDays(50) })] });
    const api = signedInApi()
      .on('GET /integrations/:id', ok(view))
      .on('PATCH /integrations/:id/tokens/:token', ok(view.tokens[0]));
    const { user } = await renderAt('/integrations/i1?tab=tokens', api);
    await user.click(await screen.findByRole('button', { name: 'Change the end date of the token ending in wxyz' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('Works until the end of')).toHaveValue(dateOf(new Date(inDays(50))));
    await user.selectOptions(dialog.getByLabelText('End date of the token'), 'No end date');
    await user.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(api.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ expiresAt: null });
    });
  });

  it('can be chosen at a rotation', async () => {
    const view = anIntegrationView({ tokens: [aToken()] });
    const api = signedInApi().on('GET /integrations/:id', ok(view));
    const { user } = await renderAt('/integrations/i1?tab=tokens', api);
    await user.click(await screen.findByRole('button', { name: 'Rotate token' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(dialog.getByLabelText('End date of the new token'), 'In 90 days');
    await user.click(dialog.getByRole('button', { name: 'Generate new token' }));

    const { body } = api.calledWith('POST /integrations/i1/tokens/rotate').at(0) ?? {};
    expect(body).toEqual({ overlap: '24h', expiresAt: endOfDay(dateIn(90, new Date())) });
  });
});
