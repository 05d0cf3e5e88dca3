import type { ActivityEntry, BrakeOutcome, BrakeTrip, Page } from '@rollcall/admin-contracts';
import { BrakeJobs } from '../brake/brake-jobs';
import { BrakeWatch } from '../brake/brake-watch';
import { givenPeople, STORMS } from '../brake/testing/storm';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { NotificationWatch } from './notification-watch';
import type { Desk } from './testing/desk';
import { givenMailDesk, type MailDesk } from './testing/mail-desk';
import type { MailServer } from './testing/mail-server';

jest.setTimeout(60_000);

const OWNER = 'olga@acme.example';
const DAY = 24 * 60;
const SERVERS = 4;

describe('a hold of the brake that nobody answers', () => {
  let told: MailDesk;
  let acme: TestOrganisation;
  let mail: MailServer;
  let desk: Desk;
  let entra: ScimConnection;
  let people: string[];

  beforeAll(async () => {
    told = await givenMailDesk();
    ({ acme, mail, desk } = told);
  });
  beforeEach(async () => {
    await acme.startAfresh();
    await acme.sql('truncate notification_message, member_notification cascade');
    await acme.sql('delete from member where email <> $1', [OWNER]);
    entra = acme.scim(await acme.connect());
    people = await givenPeople(entra, 100);
    await STORMS['DELETE']?.(entra, people.slice(0, 40));
    await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
    await desk.dispatch();
    mail.mails.length = 0;
  });
  afterAll(() => told.stop());

  const openTrip = async (): Promise<BrakeTrip> => {
    const [trip] = (await acme.owner.get<BrakeTrip[]>('/brake/trips')).body;
    if (!trip) throw new Error('no trip is open');
    return trip;
  };
  const texts = (): string[] => mail.mails.map(({ text }) => text);
  const reminders = async () =>
    (await acme.owner.get<Page<ActivityEntry>>('/activity?action=brake.unanswered')).body.items;
  const decide = async (action: 'release' | 'restore', personIds?: readonly string[]): Promise<void> => {
    const { id } = await openTrip();
    const chosen = personIds === undefined ? {} : { personIds };
    const { body: expected } = await acme.owner.post<BrakeOutcome>(`/brake/trips/${id}/preview`, { action, ...chosen });
    await acme.owner.post(`/brake/trips/${id}/${action}`, { ...chosen, expected });
    await acme.app.get(BrakeJobs, { strict: false }).idle();
  };

  it('R-44: is told again after 1, 3, 7 and 29 days and each 30 days from then on, in the mail and in the activity log', async () => {
    const trip = await openTrip();
    for (const days of [0.9, 1, 1.5, 3, 7, 28, 29, 58, 59]) {
      await desk.watch(days * DAY + 1);
      await desk.dispatch();
    }

    const told = texts().filter((text) => text.includes('Subject: The brake of Entra ID'));
    const days = told.map((text) => /has waited for an answer for (.*)/.exec(text)?.[1]?.trim());
    expect(days).toEqual(['a day', '3 days', '7 days', '29 days', '59 days']);
    expect(told[0]).toContain(`http://rollcall.acme.example/brake/${trip.id}`);
    expect(told[0]).toContain('40 people');
    expect(trip.waitingSince).toBe(trip.openedAt);
    const entries = await reminders();
    expect(entries.map(({ details }) => details['days'])).toEqual([59, 29, 7, 3, 1]);
    expect(entries[0]).toMatchObject({ actor: { type: 'system' }, object: { name: 'Entra ID' } });
    expect(entries[0]?.details).toMatchObject({ tripId: trip.id, people: 40 });
  });

  it('R-44: each reminder once, however many servers look at the same moment', async () => {
    const servers = Array.from({ length: SERVERS }, () => new NotificationWatch(acme.databases.worker));
    for (const days of [1, 3]) {
      const now = new Date(Date.now() + (days * DAY + 1) * 60_000);
      for (let round = 0; round < 3; round += 1) await Promise.all(servers.map((server) => server.run(now)));
    }
    await desk.dispatch();

    expect(await reminders()).toHaveLength(2);
    const noted = await acme.sql(`select 1 from notification where event = 'brake.unanswered'`);
    expect(noted).toHaveLength(2);
    expect(texts()).toHaveLength(1);
  });

  it('R-44: reaches every Owner, also one who has turned off what the brake says; an Admin who has is left alone', async () => {
    const admin = await acme.member('admin');
    await acme.member('auditor');
    for (const member of [acme.owner, admin]) await member.patch('/account/notifications', { kinds: ['failing'] });
    await desk.watch(DAY + 1);
    await desk.dispatch();

    expect(mail.mails.map(({ to }) => to.join())).toEqual([OWNER]);
  });

  it('R-44: is not told of once everything is decided, and begins anew when a part is', async () => {
    await decide('restore', people.slice(0, 10));
    await acme.sql(`update brake_job set created_at = created_at + interval '2 days'`);
    expect((await openTrip()).waitingSince).not.toBe((await openTrip()).openedAt);
    await desk.watch(2.5 * DAY);
    expect(await reminders()).toEqual([]);
    await desk.watch(3 * DAY + 1);
    expect((await reminders()).map(({ details }) => details)).toMatchObject([{ days: 1, people: 30 }]);

    await decide('restore');
    await desk.watch(40 * DAY);
    expect(await reminders()).toHaveLength(1);
  });

  it('R-44: what is held is still there, and can be restored, long after its 30 days', async () => {
    await acme.sql(`update deleted_resource set deleted_at = deleted_at - interval '60 days'`);
    await decide('restore');

    const [{ count } = { count: 0 }] = await acme.sql<{ count: number }>(
      'select count(*)::int as count from scim_user',
    );
    expect(count).toBe(100);
  });
});
