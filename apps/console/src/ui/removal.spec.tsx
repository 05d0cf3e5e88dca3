import type { PurgeView } from '@rollcall/admin-contracts';
import { notifications } from '@mantine/notifications';
import { act, screen, within } from '@testing-library/react';
import { aDeletedIntegration, anIntegration, aUser, minutesAgo } from '../../test/builders';
import { ok, refused, type FakeApi } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

const DAY = 60 * 24;
const NOTHING = { people: 0, groups: 0, integrations: 0 };
const PAUSED: PurgeView = {
  paused: { at: minutesAgo(DAY * 3), by: 'Mara Keller', reason: 'Audit of March' },
  due: { people: 2, groups: 1, integrations: 0 },
  held: 0,
};

function api(view: PurgeView, role: 'owner' | 'admin' | 'support' | 'auditor' = 'owner'): FakeApi {
  const deleted = { ...aUser(), deleted: { at: minutesAgo(DAY * 33), restorableUntil: minutesAgo(DAY * 3) } };
  return signedInApi({ role })
    .on('GET /users', ok({ items: [], total: 0, counts: { all: 0, active: 0, inactive: 0, deleted: 1 } }))
    .on('GET /users/deleted', ok({ items: [deleted], total: 1 }))
    .on('GET /purge', ok(view));
}

describe('R-45: the removal of what was deleted', () => {
  // What was said in the corner stays there from test to test.
  afterEach(() => {
    act(() => {
      notifications.clean();
    });
  });

  it('says above the deleted ones what goes within the hour, what goes next and when, and what the brake keeps', async () => {
    const at = '2030-12-03T10:00:00Z';
    const next = { at, people: 12, groups: 0, integrations: 1 };
    await renderAt('/users?status=deleted', api({ due: { ...NOTHING, groups: 1 }, next, held: 3 }));

    expect(await screen.findByText(/removed for good within the hour: 1 group\./)).toBeVisible();
    expect(screen.getByText(/Next .*, from December 3, 2030.*: 12 people and 1 integration\./)).toBeVisible();
    expect(screen.getByText('The brake keeps 3 records until somebody decides.')).toBeVisible();
  });

  it('is not mentioned while nothing is about to go', async () => {
    await renderAt('/users?status=deleted', api({ due: NOTHING, held: 0 }));
    await screen.findByRole('table', { name: 'Deleted' });

    expect(screen.queryByRole('button', { name: 'Pause removal' })).toBeNull();
  });

  it('is paused with a reason, after reading that storage grows', async () => {
    const fake = api({ due: NOTHING, next: { ...NOTHING, people: 1, at: minutesAgo(-DAY) }, held: 0 });
    fake.on('POST /purge/pause', ok(PAUSED));
    const { user } = await renderAt('/users?status=deleted', fake);
    await user.click(await screen.findByRole('button', { name: 'Pause removal' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pause the removal of deleted records?' });
    expect(dialog).toHaveTextContent(/storage grows with each deletion, and personal data is kept longer/);

    await user.click(within(dialog).getByRole('button', { name: 'Pause removal' }));
    expect(await within(dialog).findByText('Say why.')).toBeVisible();
    await user.type(within(dialog).getByRole('textbox', { name: /Why/ }), ' Audit of March ');
    await user.click(within(dialog).getByRole('button', { name: 'Pause removal' }));

    expect(await screen.findByText('Nothing is removed for good any more')).toBeVisible();
    expect(fake.calledWith('POST /purge/pause').at(0)?.body).toEqual({ reason: 'Audit of March' });
    expect(screen.getByText('Removal for good is paused')).toBeVisible();
  });

  it('shows who paused it, when and why, reminds of what gathers, and marks what is there only because of that', async () => {
    await renderAt('/users?status=deleted', api(PAUSED));

    const note = (await screen.findByText('Mara Keller paused it 3 days ago: “Audit of March”')).closest(
      '[role=status]',
    );
    expect(note).toHaveTextContent(/Storage grows with each deletion\. .*still stored: 2 people and 1 group\./);
    expect((await screen.findByRole('link', { name: 'Ana Lima' })).closest('tr')).toHaveTextContent(
      'kept while removal is paused',
    );
  });

  it('is resumed after the dialog has said what goes for good', async () => {
    const fake = api(PAUSED).on('POST /purge/resume', ok({ due: PAUSED.due, held: 0 }));
    const { user } = await renderAt('/users?status=deleted', fake);
    await user.click(await screen.findByRole('button', { name: 'Resume removal' }));
    const dialog = await screen.findByRole('dialog', { name: 'Resume the removal?' });
    expect(dialog).toHaveTextContent(/2 people and 1 group\. Within the hour they are removed for good/);
    await user.click(within(dialog).getByRole('button', { name: 'Resume removal' }));

    expect(await screen.findByText('Removal has resumed')).toBeVisible();
    expect(fake.calledWith('POST /purge/resume')).toHaveLength(1);
  });

  it('stays as it is when the server refuses', async () => {
    const fake = api(PAUSED).on('POST /purge/resume', refused(409, 'conflict'));
    const { user } = await renderAt('/users?status=deleted', fake);
    await user.click(await screen.findByRole('button', { name: 'Resume removal' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Resume removal' }));

    expect(await within(dialog).findByText(/changed this at the same time/)).toBeVisible();
    expect(screen.getByText('Removal for good is paused')).toBeVisible();
  });

  it('stands with the deleted integrations, too', async () => {
    const fake = api(PAUSED)
      .on('GET /integrations', ok([anIntegration()]))
      .on('GET /integrations/deleted', ok([aDeletedIntegration({ restorableUntil: minutesAgo(DAY * 2) })]));
    await renderAt('/integrations', fake);

    expect(await screen.findByText('Removal for good is paused')).toBeVisible();
    expect(screen.getByRole('table', { name: 'Recently deleted' })).toHaveTextContent('kept while removal is paused');
  });

  it.each(['support', 'auditor'] as const)('A30: %s sees the pause and no way to end it', async (role) => {
    await renderAt('/users?status=deleted', api(PAUSED, role));

    expect(await screen.findByText('Removal for good is paused')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Resume removal' })).toBeNull();
  });
});
