import type { ConsoleErrorBody, GeneratedToken } from '@rollcall/admin-contracts';
import { RouteInventory } from '../access/route-inventory';
import type { ConsoleBrowser } from '../testing/console-browser';
import { givenOrganisation, PASSWORD, type TestOrganisation } from '../testing/organisation';

/** What a stolen session must not do. */
const SENSITIVE = [
  'IntegrationsController.create',
  'IntegrationsController.delete',
  'TokensController.rotate',
  'TeamController.transferOwnership',
  'ActivityController.export',
];

describe('the password once more', () => {
  let acme: TestOrganisation;
  let entra: GeneratedToken;

  beforeAll(async () => {
    acme = await givenOrganisation();
    entra = await acme.connect();
  });
  afterAll(() => acme.stop());

  /** An Admin whose password was given eleven minutes ago. */
  async function lateAdmin(): Promise<ConsoleBrowser> {
    const admin = await acme.member('admin');
    await acme.sql(
      `update member_session set confirmed_at = now() - interval '11 minutes'
        where id = (select id from member_session order by id desc limit 1)`,
    );
    return admin;
  }

  const create = (browser: ConsoleBrowser, name: string) =>
    browser.post<ConsoleErrorBody>('/integrations', { name, provider: 'entra' });
  const rotate = (browser: ConsoleBrowser) =>
    browser.post<ConsoleErrorBody>(`/integrations/${entra.integrationId}/tokens/rotate`, { overlap: 'now' });

  it('SEC-49: every sensitive route asks for it', () => {
    const asking = acme.app
      .get(RouteInventory, { strict: false })
      .routes()
      .filter((route) => route.needsRecentSignIn);

    expect(asking.map(({ handler }) => handler)).toEqual(expect.arrayContaining(SENSITIVE));
  });

  it('SEC-49: minting, rotating and deleting with an older sign-in are refused, and nothing happens', async () => {
    const admin = await lateAdmin();
    const answers = [
      await create(admin, 'Late'),
      await rotate(admin),
      await admin.delete<ConsoleErrorBody>(`/integrations/${entra.integrationId}`, { name: 'Entra ID' }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [403, 'step_up_required']),
    );
    const [left] = await acme.sql<{ live: number }>(
      `select count(*)::int as live from token t join integration i on i.id = t.integration_id
        where i.deleted_at is null and t.revoked_at is null and i.name in ('Entra ID', 'Late')`,
    );
    expect(left?.live).toBe(1);
  });

  it('SEC-49: revoking needs none: stopping a leak must be easy', async () => {
    const leaked = await acme.connect('Leaking');
    const admin = await lateAdmin();
    const { status } = await admin.post(`/integrations/${leaked.integrationId}/tokens/${leaked.tokenId}/revoke`);

    expect(status).toBe(200);
  });

  it('SEC-42 SEC-49: the password renews the session under a new id, and the old one is not a recent one', async () => {
    const admin = await lateAdmin();
    const before = admin.cookie;
    const { status } = await admin.post('/session/confirm', { password: PASSWORD });

    expect(status).toBe(200);
    expect(admin.cookie).not.toBe(before);
    expect((await create(admin, 'Confirmed')).status).toBe(201);
    const thief = acme.stranger();
    thief.cookie = before;
    expect((await create(thief, 'Stolen')).body.code).toBe('step_up_required');
    const [old] = await acme.sql<{ seconds: number }>(
      `select extract(epoch from min(expires_at) - now())::float as seconds from member_session where expires_at < now() + interval '1 minute'`,
    );
    expect(old?.seconds).toBeLessThanOrEqual(10);
  });

  it('SEC-46 SEC-53: a wrong password is logged, and the sixth waits', async () => {
    const admin = await lateAdmin();
    const guess = () => admin.post<ConsoleErrorBody>('/session/confirm', { password: 'not the password at all' });
    const codes: string[] = [];
    for (let tries = 0; tries < 7; tries += 1) codes.push((await guess()).body.code);

    expect(codes).toEqual([...Array.from({ length: 6 }, () => 'wrongPassword'), 'tooManyTries']);
    expect((await rotate(admin)).body.code).toBe('step_up_required');
    const [logged] = await acme.sql<{ count: number }>(
      `select count(*)::int as count from activity where action = 'member.confirmationFailed' and result = 'failure'`,
    );
    expect(logged?.count).toBe(6);
  });
});
