import { screen, within } from '@testing-library/react';
import { anIntegration, anIntegrationView, minutesAgo } from '../../../test/builders';
import { ok, type FakeApi } from '../../../test/fake-api';
import { renderAt, signedInApi } from '../../../test/render-at';

const UNTIL = minutesAgo(-60 * 8);
const DAY = 60 * 24;

function aPaused(sinceMinutes: number, over: Parameters<typeof anIntegrationView>[0] = {}) {
  const pause = { since: minutesAgo(sinceMinutes), until: UNTIL, by: 'Mara Keller' };
  return anIntegrationView({ state: 'paused', pausedUntil: UNTIL, pause, ...over });
}

function api(view = anIntegrationView()): FakeApi {
  return signedInApi()
    .on('GET /integrations/i1', ok(view))
    .on('GET /integrations', ok([view]));
}

describe('A15: pausing', () => {
  it('says what happens and what the clock is, then pauses for the hours chosen', async () => {
    const fake = api().on('POST /integrations/i1/pause', ok(aPaused(0)));
    const { user } = await renderAt('/integrations/i1', fake);
    await user.click(await screen.findByRole('button', { name: 'Actions for Entra ID' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Pause' }));

    const dialog = await screen.findByRole('dialog', { name: 'Pause Entra ID' });
    expect(within(dialog).getByText(/each request is answered “try again later”/)).toBeVisible();
    expect(within(dialog).getByText(/after four weeks it turns provisioning off/)).toBeVisible();
    expect(within(dialog).getByRole('radio', { name: '24 hours' })).toBeChecked();
    await user.click(within(dialog).getByRole('radio', { name: '8 hours' }));
    await user.click(within(dialog).getByRole('button', { name: 'Pause' }));

    expect(await screen.findByText('Entra ID is paused')).toBeVisible();
    expect(fake.calledWith('POST /integrations/i1/pause').at(0)?.body).toEqual({ hours: 8 });
  });

  it('shows until when, who paused, and resumes with one click', async () => {
    const fake = api(aPaused(30)).on('POST /integrations/i1/resume', ok(anIntegrationView()));
    const { user } = await renderAt('/integrations/i1', fake);

    const banner = (await screen.findByText(/Paused by Mara Keller 30 minutes ago/)).closest('[role=status]');
    expect(banner).toHaveTextContent(/^Paused until/);
    expect(banner).not.toHaveTextContent('Entra ID tries');
    fake.on('GET /integrations/i1', ok(anIntegrationView()));
    await user.click(screen.getByRole('button', { name: 'Resume' }));

    expect(await screen.findByText('Entra ID takes requests again')).toBeVisible();
    expect(screen.queryByText(/Paused by/)).toBeNull();
  });

  it.each([
    [DAY + 1, 'entra', /more than a day. By now Entra ID tries about once a day/],
    [3 * DAY + 1, 'entra', /more than three days. .* it turns provisioning off/],
    [7 * DAY + 1, 'entra', /more than a week. Resume it before/],
    [7 * DAY + 1, 'okta', /start a full synchronisation in Okta/],
  ] as const)('R-48: after %d minutes of renewals it warns %s users', async (since, provider, sentence) => {
    await renderAt('/integrations/i1', api(aPaused(since, { provider })));

    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('says in the list until when it is paused', async () => {
    await renderAt('/integrations', api(aPaused(5)));

    const row = (await screen.findByRole('link', { name: 'Entra ID' })).closest('tr');
    expect(row).toHaveTextContent(/Paused until/);
  });

  it.each(['support', 'auditor'] as const)('A30: shows %s the pause, but no way to end it', async (role) => {
    const fake = signedInApi({ role }).on('GET /integrations/i1', ok(aPaused(5)));
    await renderAt('/integrations/i1', fake);

    expect(await screen.findByText(/Paused by Mara Keller/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull();
    expect(screen.queryByRole('tab', { name: 'Settings' })).toBeNull();
  });
});

describe('A21: states that say since when', () => {
  it('a quiet one says since when, one whose token ends says when', async () => {
    const quiet = anIntegration({ state: 'quiet', lastRequestAt: '2026-01-05T09:00:00Z' });
    const ending = anIntegration({
      id: 'i2',
      name: 'Okta',
      state: 'tokenExpiring',
      tokenEndsAt: '2099-02-07T09:00:00Z',
    });
    await renderAt('/integrations', signedInApi().on('GET /integrations', ok([quiet, ending])));

    expect(await screen.findAllByText(/^Quiet since .*5/)).not.toHaveLength(0);
    expect(screen.getAllByText(/^Token expires .*7/)).not.toHaveLength(0);
  });
});
