import type {
  Delivery,
  GeneratedToken,
  NotificationsView,
  OwnNotifications,
  Page,
  TestResult,
} from '@rollcall/admin-contracts';
import { BrakeWatch } from '../brake/brake-watch';
import { givenPeople, STORMS } from '../brake/testing/storm';
import type { TestOrganisation } from '../testing/organisation';
import type { Desk } from './testing/desk';
import { givenMailDesk, type MailDesk } from './testing/mail-desk';
import type { MailServer } from './testing/mail-server';

jest.setTimeout(60_000);

const OWNER = 'olga@acme.example';

describe('what Owners and Admins are told by e-mail', () => {
  let told: MailDesk;
  let acme: TestOrganisation;
  let mail: MailServer;
  let desk: Desk;

  beforeAll(async () => {
    told = await givenMailDesk();
    ({ acme, mail, desk } = told);
  });
  beforeEach(async () => {
    await acme.startAfresh();
    await acme.sql(
      'truncate notification_channel, notification_message, notification_setting, member_notification cascade',
    );
    await acme.sql('delete from member where email <> $1', [OWNER]);
    mail.mails.length = 0;
  });
  afterAll(() => told.stop());

  const texts = (): string[] => mail.mails.map(({ text }) => text);
  const fail = async (token: GeneratedToken): Promise<void> => {
    for (let count = 0; count < 3; count += 1) await acme.scim(token).get('/Users?filter=userName%20broken');
  };
  const quietSince = (token: GeneratedToken, hours: number) =>
    acme.sql(
      `insert into token_use (tenant_id, integration_id, token_id, first_used_at, last_used_at)
       values ($1, $2, $3, now() - make_interval(hours => $4), now() - make_interval(hours => $4))`,
      [acme.tenantId, token.integrationId, token.tokenId, hours],
    );

  it('A38: a failing integration once, with what to do and a link, and once that it works again', async () => {
    const token = await acme.connect();
    await fail(token);
    for (const minutes of [0, 1, 3, 4, 10]) await desk.watch(minutes);
    await desk.dispatch();
    await desk.dispatch();
    expect(texts()).toHaveLength(1);
    expect(mail.mails[0]).toMatchObject({ from: 'rollcall@acme.example', to: [OWNER] });
    expect(texts()[0]).toContain('Subject: Entra ID is failing');
    expect(texts()[0]).toContain(`http://rollcall.acme.example/integrations/${token.integrationId}?tab=requests`);
    expect(texts()[0]).toContain('text/html');

    for (let count = 0; count < 4; count += 1) await acme.scim(token).get('/Users');
    for (const minutes of [11, 20, 27, 40]) await desk.watch(minutes);
    await desk.dispatch();
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toContain('Subject: Entra ID works again');
  });

  it('A38: what begins at the same time comes in one message, in the language of the organisation', async () => {
    await acme.owner.patch('/notifications', { language: 'de' });
    await quietSince(await acme.connect('Entra ID'), 5);
    await quietSince(await acme.connect('Zentrale <b>&'), 9);
    await desk.watch();
    await desk.dispatch();

    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Subject: 2 Meldungen zu Ihren Integrationen');
    expect(texts()[0]).toContain('Entra ID ist verstummt');
    expect(texts()[0]).toContain('Zentrale &lt;b&gt;&amp; ist verstummt');
  });

  it('SEC-06: a token that ends soon, once, in the language of the person', async () => {
    const token = await acme.connect();
    await acme.owner.patch('/account/notifications', { language: 'de' });
    const path = `/integrations/${token.integrationId}/tokens/${token.tokenId}`;
    await acme.owner.patch(path, { expiresAt: new Date(Date.now() + 8 * 24 * 3_600_000).toISOString() });
    await desk.watch();
    await desk.dispatch();
    expect(texts()).toEqual([]);

    for (const minutes of [24 * 60 + 1, 24 * 60 + 2]) await desk.watch(minutes);
    await desk.dispatch();
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Das Token von Entra ID läuft bald ab');
    expect(texts()[0]).not.toContain(token.token.slice(4, 20));
  });

  it('A15: a pause that is about to end and one that has ended, but not one that somebody ended', async () => {
    const token = await acme.connect();
    const path = `/integrations/${token.integrationId}`;
    await acme.owner.post(`${path}/pause`, { hours: 1 });
    await desk.watch(50);
    await desk.watch(61);
    await acme.owner.post(`${path}/pause`, { hours: 1 });
    await acme.owner.post(`${path}/resume`);
    await desk.watch(61);
    await desk.dispatch();

    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('The pause of Entra ID ends soon');
    expect(texts()[0]).toContain('The pause of Entra ID has ended');
  });

  it('R-44: the brake, in the transaction that trips it, with a link to the decision', async () => {
    const entra = acme.scim(await acme.connect());
    await STORMS[Object.keys(STORMS)[0] ?? '']?.(entra, (await givenPeople(entra, 100)).slice(0, 40));
    await acme.app.get(BrakeWatch, { strict: false }).lookNow(entra.facts);
    const [trip] = await acme.sql<{ id: string }>('select id from brake_trip');
    await desk.dispatch();

    expect(texts().join()).toContain('The brake stopped a mass deprovisioning of Entra ID');
    expect(texts().join()).toContain(`http://rollcall.acme.example/brake/${trip?.id}`);
  });

  it('A38: goes to Owners and Admins, and to nobody who has turned it off', async () => {
    const admin = await acme.member('admin');
    await acme.member('support');
    await acme.member('auditor');
    const { body } = await acme.owner.patch<OwnNotifications>('/account/notifications', { kinds: ['brake'] });
    expect(body).toEqual({ mailConfigured: true, kinds: ['brake'], organisationLanguage: 'en' });
    await quietSince(await acme.connect(), 5);
    await desk.watch();
    await desk.dispatch();

    expect(mail.mails.map(({ to }) => to.join())).toEqual([expect.stringMatching(/^admin-/)]);
    expect((await admin.get<NotificationsView>('/notifications')).body.mailRecipients).toBe(2);
  });

  it('R-29: a mail server that refuses for now is tried again, one that refuses for good is listed with its reason', async () => {
    await quietSince(await acme.connect(), 5);
    await desk.watch();
    mail.refuseWith('451 later');
    await desk.dispatch();
    const list = async () => (await acme.owner.get<Page<Delivery>>('/notifications/deliveries')).body.items;
    expect(await list()).toMatchObject([{ state: 'pending', attempts: 1, fault: 'mailRefused', status: 451 }]);

    mail.refuseWith('550 no such mailbox');
    await acme.sql('update notification_message set due_at = now()');
    await desk.dispatch();
    const [failed] = await list();
    expect(failed).toMatchObject({ state: 'failed', attempts: 2, status: 550, about: [{ event: 'quiet.began' }] });

    mail.refuseWith(undefined);
    expect((await acme.owner.post(`/notifications/deliveries/${failed?.id}/retry`)).status).toBe(200);
    await desk.dispatch();
    expect(await list()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect((await acme.owner.post(`/notifications/deliveries/${failed?.id}/retry`)).status).toBe(409);
  });

  it('A38: a test message arrives at the person’s own address, and no more than ten in ten minutes', async () => {
    const answers: TestResult[] = [];
    for (let count = 0; count < 10; count += 1)
      answers.push((await acme.owner.post<TestResult>('/notifications/mail-test')).body);

    expect(new Set(answers.map(({ delivered }) => delivered))).toEqual(new Set([true]));
    expect(mail.mails.at(-1)).toMatchObject({ to: [OWNER] });
    expect((await acme.owner.post('/notifications/mail-test')).status).toBe(429);
  });

  it('A38: a server that is not there is said to be so', async () => {
    await mail.stop();
    const { body } = await acme.owner.post<TestResult>('/notifications/mail-test');
    expect(body).toEqual({ delivered: false, fault: 'mailUnreachable' });
  });
});
