import { screen, within } from '@testing-library/react';
import { ok, refused, type FakeApi } from '../../test/fake-api';
import { anIntegrationView, minutesAgo } from '../../test/builders';
import { renderAt, signedInApi } from '../../test/render-at';
import { aBrakeHistory, aBrakeView, anAffected, anOutcome, aTrip } from '../../test/sample-brake';

const PEOPLE = [
  anAffected(),
  anAffected({ id: 'u2', displayName: 'Ben Okafor', userName: 'ben@example.com', state: 'deleted' }),
  anAffected({ id: 'u3', displayName: 'Chloé Müller', settled: 'released' }),
];

function api(trip = aTrip(), over: Parameters<typeof signedInApi>[0] = {}): FakeApi {
  return signedInApi(over)
    .on('GET /brake/trips', ok([trip]))
    .on(`GET /brake/trips/${trip.id}`, ok(trip))
    .on(`GET /brake/trips/${trip.id}/people`, ok({ items: PEOPLE, total: 3 }))
    .on(`POST /brake/trips/${trip.id}/preview`, ok(anOutcome()))
    .on('GET /integrations/i1', ok(anIntegrationView()));
}

describe('A37: the banner', () => {
  it.each(['owner', 'admin', 'support'] as const)('tells the %s on every page what happened', async (role) => {
    await renderAt('/users', api(aTrip(), { role }));

    const banner = await screen.findByRole('alert');
    expect(banner).toHaveTextContent('The brake has tripped for Entra ID');
    expect(banner).toHaveTextContent(/Microsoft Entra ID turned off 48 of 500 people between .* and .*\./);
    expect(within(banner).getByRole('link', { name: 'Look at it' })).toHaveAttribute('href', '/brake/b1');
  });

  it('R-44: says for how many days nobody has decided, from the first day on', async () => {
    await renderAt('/users', api(aTrip({ waitingSince: minutesAgo(3 * 1_440 + 5) })));

    expect(await screen.findByText('Nobody has decided for 3 days.')).toBeVisible();
  });

  it('R-44: does not urge whoever has just been told', async () => {
    await renderAt('/users', api(aTrip({ waitingSince: minutesAgo(24) })));

    expect(await screen.findByRole('alert')).not.toHaveTextContent('Nobody has decided');
  });

  it('is not there for an auditor, nor when nothing is open', async () => {
    await renderAt('/users', api(aTrip(), { role: 'auditor' }).on('GET /users', ok({ items: [], total: 0 })));

    await screen.findByRole('heading', { name: 'Users' });
    expect(screen.queryByText(/brake has tripped/)).toBeNull();
  });
});

describe('A37: a trip', () => {
  it('says what happened, by which token from where, and to whom', async () => {
    await renderAt('/brake/b1', api());

    expect(await screen.findByText(/turned off 48 of 500 people/)).toBeVisible();
    expect(screen.getAllByText(/token ending Wd9f, from 192.0.2.17/)).toHaveLength(2);
    const row = (await screen.findByRole('link', { name: 'Ben Okafor' })).closest('tr');
    expect(row).toHaveTextContent('Deleted');
    expect(row).toHaveTextContent('Held');
  });

  it('R-46: shows exactly what restoring does, warns that the provider may do it again, and sends what was seen', async () => {
    const fake = api().on('POST /brake/trips/b1/restore', ok(aTrip()));
    const { user } = await renderAt('/brake/b1', fake);
    await user.click(await screen.findByRole('button', { name: 'Restore all' }));

    const dialog = await screen.findByRole('dialog', { name: 'Restore all' });
    expect(await within(dialog).findByText('12 people come back')).toBeVisible();
    expect(within(dialog).getByText('96 memberships come back')).toBeVisible();
    expect(within(dialog).getByText('Deniz Sato: the name is used by Deniz Sato (new)')).toBeVisible();
    expect(within(dialog).getByText(/While Microsoft Entra ID still sends the same changes/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Restore all' }));

    expect(fake.calledWith('POST /brake/trips/b1/restore').at(0)?.body).toEqual({ expected: anOutcome() });
  });

  it('offers to pause the integration first', async () => {
    const paused = aTrip({ pausedUntil: '2099-01-01T00:00:00Z' });
    const fake = api().on('POST /integrations/i1/pause', ok(anIntegrationView()));
    const { user } = await renderAt('/brake/b1', fake);
    await user.click(await screen.findByRole('button', { name: 'Restore all' }));
    fake.on('GET /brake/trips/b1', ok(paused));
    await user.click(await screen.findByRole('button', { name: 'Pause for 24 hours' }));

    expect(await screen.findByText(/Entra ID is paused, so nothing of this is sent again/)).toBeVisible();
    expect(fake.calledWith('POST /integrations/i1/pause').at(0)?.body).toEqual({ hours: 24 });
  });

  it('decides about those who are chosen only; who is decided about cannot be chosen', async () => {
    const fake = api().on('POST /brake/trips/b1/release', ok(aTrip()));
    const { user } = await renderAt('/brake/b1', fake);
    await user.click(await screen.findByRole('checkbox', { name: 'Choose Ana Lima' }));
    expect(screen.queryByRole('checkbox', { name: 'Choose Chloé Müller' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Release 1 person' }));
    const dialog = await screen.findByRole('dialog', { name: 'Release 1 person' });
    await user.click(await within(dialog).findByRole('button', { name: 'Release 1 person' }));

    expect(fake.calledWith('POST /brake/trips/b1/preview').at(0)?.body).toEqual({
      action: 'release',
      personIds: ['u1'],
    });
    expect(fake.calledWith('POST /brake/trips/b1/release').at(0)?.body).toMatchObject({ personIds: ['u1'] });
  });

  it('R-46: when things have moved, it says so and shows the new preview', async () => {
    const fake = api().on('POST /brake/trips/b1/restore', refused(409, 'conflict'));
    const { user } = await renderAt('/brake/b1', fake);
    await user.click(await screen.findByRole('button', { name: 'Restore all' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore all' });
    await within(dialog).findByText('12 people come back');
    fake.on('POST /brake/trips/b1/preview', ok(anOutcome({ restored: 11 })));
    await user.click(within(dialog).getByRole('button', { name: 'Restore all' }));

    expect(await within(dialog).findByText('11 people come back')).toBeVisible();
    expect(within(dialog).getByRole('alert')).toHaveTextContent(/changed this at the same time/);
  });

  it('shows how far a long restoration has come, and no way to start another', async () => {
    const job = { id: 'j', action: 'restore', total: 48, done: 12, createdAt: '', createdBy: 'Mara Keller' } as const;
    await renderAt('/brake/b1', api(aTrip({ job: { ...job, outcome: anOutcome({ people: 12 }) } })));

    expect(await screen.findByRole('progressbar', { name: 'Restoring: 12 of 48 people' })).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    expect(screen.queryByRole('button', { name: 'Restore all' })).toBeNull();
  });

  it('SEC-49: says who asked to release so many', async () => {
    const releaseAsked = { by: 'Olga Owner', at: '2026-03-03T10:30:00Z', byYou: false };
    await renderAt('/brake/b1', api(aTrip({ releaseAsked })));

    expect(await screen.findByText(/Olga Owner asked to release everybody/)).toBeVisible();
  });

  it.each(['support', 'auditor'] as const)('A30: %s sees everything and can decide nothing', async (role) => {
    await renderAt('/brake/b1', api(aTrip(), { role }));

    expect(await screen.findByRole('link', { name: 'Ben Okafor' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Restore|Release/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('A37: the threshold', () => {
  const brakeApi = (over: Parameters<typeof aBrakeView>[0] = {}, role?: 'support') =>
    api(aTrip(), role === undefined ? {} : { role })
      .on('GET /integrations/i1/brake', ok(aBrakeView(over)))
      .on('GET /integrations/i1/brake/history', ({ query }) =>
        ok(
          query.get('peopleMin') === '5'
            ? aBrakeHistory({ trips: [{ at: '2026-02-03T10:00:00Z', effect: 'removed', people: 7 }], limit: 5 })
            : aBrakeHistory(),
        ),
      );

  it('R-43: shows what it would have done before it is saved', async () => {
    const fake = brakeApi().on('PATCH /integrations/i1/brake', ok(aBrakeView()));
    const { user } = await renderAt('/integrations/i1/brake', fake);
    expect(await screen.findByText(/would not have tripped. The most within an hour were 7 people/)).toBeVisible();
    await user.clear(screen.getByRole('textbox', { name: 'People' }));
    await user.type(screen.getByRole('textbox', { name: 'People' }), '5');

    expect(await screen.findByText('In the last 90 days it would have tripped 1 time:')).toBeVisible();
    expect(screen.getByText(/Taken out of groups: 7 people/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(fake.calledWith('PATCH /integrations/i1/brake').at(0)?.body).toEqual({ peopleMin: 5, percent: 5 });
  });

  it('R-43: warns where it can never trip', async () => {
    await renderAt('/integrations/i1/brake', brakeApi({ population: 12, limit: 20 }));

    expect(await screen.findByText(/There are only 12 people, so this never trips/)).toBeVisible();
  });

  it('A30: a supporter reads it', async () => {
    await renderAt('/integrations/i1/brake', brakeApi({}, 'support'));

    expect(await screen.findByRole('textbox', { name: 'People' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(await screen.findByText('It has never tripped')).toBeVisible();
  });
});
