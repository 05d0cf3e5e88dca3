import type {
  Channel,
  ConsoleErrorBody,
  Delivery,
  GeneratedToken,
  NotificationsView,
  Page,
  TestResult,
} from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { takeMessage } from './outbox';
import { openDesk, type Desk } from './testing/desk';
import { startWebhookServer, TestEgressRules, type WebhookServer } from './testing/webhook-server';

jest.setTimeout(60_000);

const SLACK = 'https://hooks.slack.com/services/T0000000/B0000000/uzQ7vXk2mPq9LwRt4sYb8nHc';

describe('channels of notifications', () => {
  let acme: TestOrganisation;
  let hook: WebhookServer;
  let desk: Desk;
  let printed = '';

  beforeAll(async () => {
    hook = await startWebhookServer();
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    acme = await givenOrganisation({ LOG_LEVEL: 'debug', LOG_FORMAT: 'json' });
    desk = await openDesk(acme, new TestEgressRules(hook.url, true));
  });
  beforeEach(async () => {
    await acme.startAfresh();
    await acme.sql('truncate notification_channel, notification_message cascade');
    hook.posts.length = 0;
    hook.answerWith((response) => void response.end('ok'));
  });
  afterAll(async () => {
    await acme.stop();
    await hook.stop();
    jest.restoreAllMocks();
  });

  const add = (over: object = {}) =>
    acme.owner.post<Channel & ConsoleErrorBody>('/notifications/channels', {
      type: 'slack',
      name: 'On call',
      address: SLACK,
      kinds: ['failing'],
      ...over,
    });
  const deliveries = async () => (await acme.owner.get<Page<Delivery>>('/notifications/deliveries')).body.items;
  const quiet = async (name: string): Promise<GeneratedToken> => {
    const token = await acme.connect(name);
    await acme.sql(
      `insert into token_use (tenant_id, integration_id, token_id, first_used_at, last_used_at)
       values ($1, $2, $3, now(), now() - interval '5 hours')`,
      [acme.tenantId, token.integrationId, token.tokenId],
    );
    return token;
  };
  const dueNow = () => acme.sql('update notification_message set due_at = now()');

  it('SEC-05: the address of a webhook is found nowhere: not in answers, tables, activity, exports or the log', async () => {
    const { body: channel } = await add();
    await acme.owner.patch(`/notifications/channels/${channel.id}`, {
      name: 'Night',
      kinds: ['quiet'],
      address: SLACK,
    });
    await acme.owner.post(`/notifications/channels/${channel.id}/test`);
    await add({ address: `${SLACK}?x=http://evil`, type: 'teams' });
    await quiet('Entra ID');
    await desk.watch();
    await desk.dispatch();
    let seen = printed;
    const tables = await acme.sql<{ name: string }>(
      `select quote_ident(relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables) seen += JSON.stringify(await acme.sql(`select t::text from ${name} t`));
    for (const path of ['/notifications', '/notifications/deliveries', '/activity', '/activity/export']) {
      seen += JSON.stringify((await acme.owner.get(path)).body);
    }
    await acme.owner.delete(`/notifications/channels/${channel.id}`);

    const secret = SLACK.slice(-24, -4);
    for (let start = 0; start + 8 <= secret.length; start += 1)
      expect(seen).not.toContain(secret.slice(start, start + 8));
    expect(seen).toContain('channel.created');
    expect(seen).toContain('notification.');
    expect(channel.hint).toBe('hooks.slack.com …8nHc');
  });

  it('A38: Support and Auditor see that a channel exists, not where it leads', async () => {
    await add();
    for (const role of ['support', 'auditor'] as const) {
      const { body } = await (await acme.member(role)).get<NotificationsView>('/notifications');
      expect(body.channels).toMatchObject([{ name: 'On call', type: 'slack' }]);
      expect(JSON.stringify(body)).not.toContain('slack.com');
    }
  });

  it.each([
    [{ address: 'https://evil.example/services/T/B/x' }, 'address'],
    [{ address: 'http://hooks.slack.com/services/T/B/x' }, 'address'],
    [{ type: 'email', address: 'nobody' }, 'address'],
    [{ type: 'webhook' }, 'type'],
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ kinds: [] }, 'kinds'],
    [{ kinds: ['everything'] }, 'kinds'],
    [{ integrationIds: [] }, 'integrationIds'],
    [{ integrationIds: ['00000000-0000-4000-8000-000000000000'] }, 'integrationIds'],
    [{ integrationIds: null, name: null }, 'name'],
  ])('A38: %j is refused at its field', async (over, field) => {
    const { status, body } = await add(over);
    expect([status, Object.keys(body.fields ?? {})]).toEqual([400, expect.arrayContaining([field])]);
  });

  it('A38: at most twenty, also when many are added at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 22 }, (_, index) => add({ name: `Channel ${index}` })));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(2);
  });

  it('A38: a test says what went wrong', async () => {
    const { body } = await add({ type: 'email', address: 'ops@acme.example' });
    const result = await acme.owner.post<TestResult>(`/notifications/channels/${body.id}/test`);
    expect(result.body).toEqual({ delivered: false, fault: 'mailNotConfigured' });
  });

  it('A38: each gets the kinds and integrations it asked for; one that is off gets nothing', async () => {
    const first = await quiet('First');
    await quiet('Second');
    const hookAt = { type: 'slack', address: hook.url } as const;
    await desk.addChannel({ ...hookAt, name: 'all' });
    await desk.addChannel({ ...hookAt, name: 'first only', integrationIds: [first.integrationId] });
    await desk.addChannel({ ...hookAt, name: 'brake only', kinds: ['brake'] });
    const off = await desk.addChannel({ ...hookAt, name: 'off' });
    await acme.owner.patch(`/notifications/channels/${off.id}`, { enabled: false });
    await desk.watch();
    await desk.dispatch();

    const sent = await deliveries();
    expect(sent.map(({ recipient, about }) => [recipient.name, about.length]).toSorted()).toEqual([
      ['all', 2],
      ['first only', 1],
    ]);
    expect(sent.every(({ state }) => state === 'sent')).toBe(true);
    expect(hook.posts).toHaveLength(2);
  });

  it('A38: Slack gets blocks and Teams an Adaptive Card, in which a name means nothing but itself', async () => {
    await quiet('<!channel> *Entra* [x](y)');
    await desk.addChannel({ type: 'slack', name: 'slack', address: hook.url });
    await desk.watch();
    await desk.dispatch();
    await acme.sql(`update notification_channel set type = 'teams'`);
    await acme.sql(`update notification_message set state = 'pending', due_at = now()`);
    await desk.dispatch();
    const [slack, teams] = hook.posts.map((post) => JSON.stringify(post));

    expect(slack).toContain('"type":"header"');
    expect(slack).toContain('&lt;!channel&gt;');
    expect(JSON.stringify(JSON.parse(slack ?? '').blocks.at(1))).not.toContain('<!channel>');
    expect(teams).toContain('application/vnd.microsoft.card.adaptive');
    expect(teams).toContain(String.raw`\\*Entra\\* \\[x\\](y)`);
  });

  it('R-29: trouble out there is tried again, and then delivered once', async () => {
    await quiet('Entra ID');
    await desk.addChannel({ type: 'slack', name: 'slack', address: hook.url });
    hook.answerWith((response) => void response.writeHead(500).end());
    await desk.watch();
    await desk.dispatch();
    await desk.dispatch();
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 1, fault: 'webhookBusy', status: 500 }]);

    hook.answerWith((response) => void response.end());
    await dueNow();
    await desk.dispatch();
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(hook.posts).toHaveLength(2);
  });

  it('R-29: a webhook that is gone is given up at once and shown', async () => {
    await quiet('Entra ID');
    await desk.addChannel({ type: 'slack', name: 'slack', address: hook.url });
    hook.answerWith((response) => void response.writeHead(404).end());
    await desk.watch();
    await desk.dispatch();
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 1, fault: 'webhookGone', status: 404 }]);
  });

  it('R-42: several processes at the same time note once and send each message once', async () => {
    await quiet('Entra ID');
    for (let index = 0; index < 12; index += 1)
      await desk.addChannel({ type: 'slack', name: `Channel ${index}`, address: hook.url });
    const others = await Promise.all([1, 2, 3].map(() => openDesk(acme, new TestEgressRules(hook.url, true))));
    await Promise.all([desk, ...others].map((one) => one.watch()));
    await Promise.all([desk, ...others].map((one) => one.dispatch()));
    await Promise.all([desk, ...others].map((one) => one.dispatch()));

    expect(hook.posts).toHaveLength(12);
    expect((await deliveries()).filter(({ state }) => state === 'sent')).toHaveLength(12);
  });

  it('R-29: what a process took and did not settle before it died is sent by another one', async () => {
    await quiet('Entra ID');
    await desk.addChannel({ type: 'slack', name: 'slack', address: hook.url });
    hook.answerWith((response) => void response.writeHead(500).end());
    await desk.watch();
    await desk.dispatch();
    await dueNow();
    const taken = await acme.databases.worker.inTenant(acme.tenantId, (tx) => takeMessage(tx, acme.tenantId));
    hook.answerWith((response) => void response.end());
    await desk.dispatch();
    expect([taken?.attempts, hook.posts.length]).toEqual([2, 1]);

    await dueNow();
    await desk.dispatch();
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 3 }]);
  });
});
