import type { ConsoleErrorBody, IssuedInvitation, Role, SessionView, TeamView } from '@rollcall/admin-contracts';
import type { ConsoleBrowser } from '../testing/console-browser';
import { givenOrganisation, PASSWORD, type TestOrganisation } from '../testing/organisation';

const NEW_PASSWORD = 'nine loud geese over the lake';

describe('the team', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  let invited = 0;
  async function invite(by: ConsoleBrowser, role: Role, email = `person${(invited += 1)}@acme.example`) {
    const { status, body } = await by.post<IssuedInvitation & ConsoleErrorBody>('/team/invitations', { email, role });
    return { status, body, token: status === 201 ? tokenOf(body) : '' };
  }

  const tokenOf = ({ link }: IssuedInvitation): string => new URL(link).hash.slice(1);
  const accept = (token: string, name = 'Ana Lima', browser = acme.stranger()) =>
    browser.post<SessionView & ConsoleErrorBody>('/invitation/accept', {
      invitationToken: token,
      name,
      password: NEW_PASSWORD,
    });
  const idOf = async (browser: ConsoleBrowser): Promise<string> =>
    (await browser.get<SessionView>('/session')).body.member.id;
  const codeOf = ({ status, body }: { status: number; body: ConsoleErrorBody }) => [status, body.code];
  const actions = async (objectId: string): Promise<string[]> =>
    (
      await acme.sql<{ action: string }>(`select action from activity where object_id = $1 order by id`, [objectId])
    ).map(({ action }) => action);

  describe('invitations', () => {
    it('A31 SEC-51: a link makes a member with the role once, and only its digest is kept', async () => {
      const { token, body } = await invite(acme.owner, 'support', 'sam@acme.example');
      const opened = await acme.stranger().post('/invitation/open', { invitationToken: token });
      expect(opened.body).toMatchObject({ tenantName: 'Acme', email: 'sam@acme.example', role: 'support' });
      const sam = acme.stranger();
      const joined = await accept(token, 'Sam Support', sam);

      expect(joined.status).toBe(201);
      expect(joined.body.member).toMatchObject({ name: 'Sam Support', email: 'sam@acme.example', role: 'support' });
      expect((await sam.get('/team')).status).toBe(200);
      expect((await acme.stranger().signIn('sam@acme.example', NEW_PASSWORD)).status).toBe(200);
      expect(codeOf(await accept(token))).toEqual([400, 'invitationInvalid']);
      expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32);
      const rows = await acme.sql(`select * from invitation where id = $1`, [body.invitation.id]);
      expect(rows).toEqual([]);
      expect(await actions(joined.body.member.id)).toContain('member.joined');
    });

    it('SEC-51: of ten who redeem one link at the same moment exactly one succeeds', async () => {
      const { token } = await invite(acme.owner, 'auditor');
      const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => accept(token, `Racer ${index}`)));

      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 400)]);
    });

    it('A31 SEC-51: after 24 hours, after a newer link and after it was revoked a link opens nothing', async () => {
      const late = await invite(acme.owner, 'auditor');
      await acme.sql(`update invitation set expires_at = now() where id = $1`, [late.body.invitation.id]);
      const renewed = await invite(acme.owner, 'auditor');
      const path = `/team/invitations/${renewed.body.invitation.id}`;
      const newer = await acme.owner.post<IssuedInvitation>(`${path}/resend`);
      const revoked = await invite(acme.owner, 'auditor');
      await acme.owner.delete(`/team/invitations/${revoked.body.invitation.id}`);

      for (const { token } of [late, renewed, revoked]) {
        expect(codeOf(await accept(token))).toEqual([400, 'invitationInvalid']);
        const opened = await acme.stranger().post<ConsoleErrorBody>('/invitation/open', { invitationToken: token });
        expect(codeOf(opened)).toEqual([400, 'invitationInvalid']);
      }
      expect((await accept(tokenOf(newer.body), 'Nia Newer')).status).toBe(201);
      const hours = (Date.parse(newer.body.invitation.expiresAt) - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(23.9);
      expect(hours).toBeLessThanOrEqual(24);
    });

    it('A31: who is a member, or invited, is not invited twice; who let it expire is', async () => {
      expect(codeOf(await invite(acme.owner, 'admin', ' OLGA@acme.example '))).toEqual([409, 'alreadyMember']);
      const { body } = await invite(acme.owner, 'admin', 'twice@acme.example');
      expect(codeOf(await invite(acme.owner, 'admin', 'Twice@acme.example'))).toEqual([409, 'alreadyMember']);
      await acme.sql(`update invitation set expires_at = now() where id = $1`, [body.invitation.id]);

      expect((await invite(acme.owner, 'admin', 'twice@acme.example')).status).toBe(201);
    });

    it('SEC-45: a password that others guess first is refused, and the link still works', async () => {
      const { token } = await invite(acme.owner, 'auditor');
      const weak = await acme.stranger().post<ConsoleErrorBody>('/invitation/accept', {
        invitationToken: token,
        name: 'Ana Lima',
        password: 'short',
      });

      expect(codeOf(weak)).toEqual([400, 'badRequest']);
      expect(weak.body.fields).toHaveProperty('password');
      expect((await accept(token)).status).toBe(201);
    });

    it('SEC-50: what somebody promised to others goes with their rights', async () => {
      const admin = await acme.member('admin');
      const { token } = await invite(admin, 'admin');
      await acme.owner.patch(`/team/members/${await idOf(admin)}`, { role: 'support' });

      expect(codeOf(await accept(token))).toEqual([400, 'invitationInvalid']);
    });
  });

  describe('Owners and Admins', () => {
    it('SEC-51 SEC-50: a link by which an Owner made an Owner opens nothing once they have handed ownership over', async () => {
      const [owner, heir] = [await acme.member('owner'), await acme.member('admin')];
      const { token } = await invite(owner, 'owner');
      await owner.post(`/team/members/${await idOf(heir)}/transfer-ownership`);

      expect(codeOf(await accept(token))).toEqual([400, 'invitationInvalid']);
    });

    it('A31: an Admin changes neither Owners nor what makes one', async () => {
      const [admin, owner] = [await acme.member('admin'), await acme.member('owner')];
      const support = await idOf(await acme.member('support'));
      const other = await idOf(owner);
      const waiting = await invite(acme.owner, 'owner');
      const answers = [
        await invite(admin, 'owner'),
        await admin.patch<ConsoleErrorBody>(`/team/members/${support}`, { role: 'owner' }),
        await admin.patch<ConsoleErrorBody>(`/team/members/${other}`, { role: 'auditor' }),
        await admin.post<ConsoleErrorBody>(`/team/members/${other}/suspend`),
        await admin.delete<ConsoleErrorBody>(`/team/members/${other}`),
        await admin.post<ConsoleErrorBody>(`/team/invitations/${waiting.body.invitation.id}/resend`),
      ];

      expect(answers.map(codeOf)).toEqual(answers.map(() => [403, 'notAllowed']));
      expect((await owner.get('/team')).status).toBe(200);
    });

    it('SEC-49: making an Owner needs a recent sign-in, making anybody else does not', async () => {
      const owner = await acme.member('owner');
      const support = await idOf(await acme.member('support'));
      await acme.sql(`update member_session set confirmed_at = now() - interval '11 minutes' where member_id = $1`, [
        await idOf(owner),
      ]);

      expect(codeOf(await invite(owner, 'owner'))).toEqual([403, 'step_up_required']);
      const promoted = await owner.patch<ConsoleErrorBody>(`/team/members/${support}`, { role: 'owner' });
      expect(codeOf(promoted)).toEqual([403, 'step_up_required']);
      const transferred = await owner.post<ConsoleErrorBody>(`/team/members/${support}/transfer-ownership`);
      expect(codeOf(transferred)).toEqual([403, 'step_up_required']);
      expect((await invite(owner, 'admin')).status).toBe(201);
    });

    it('A31: nobody suspends, removes or demotes their own account', async () => {
      const me = await idOf(acme.owner);
      const answers = [
        await acme.owner.patch<ConsoleErrorBody>(`/team/members/${me}`, { role: 'admin' }),
        await acme.owner.post<ConsoleErrorBody>(`/team/members/${me}/suspend`),
        await acme.owner.delete<ConsoleErrorBody>(`/team/members/${me}`),
      ];

      expect(answers.map(codeOf)).toEqual(answers.map(() => [403, 'notAllowed']));
    });

    it('A31: two Owners who remove each other at the same moment leave one', async () => {
      const [first, second] = [await acme.member('owner'), await acme.member('owner')];
      const ids = [await idOf(first), await idOf(second)];
      const answers = await Promise.all([
        first.delete(`/team/members/${ids[1] ?? ''}`),
        second.delete(`/team/members/${ids[0] ?? ''}`),
      ]);

      expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
      const left = await acme.sql(`select id from member where id = any($1)`, [ids]);
      expect(left).toHaveLength(1);
    });

    it('A31 SEC-42: ownership is handed over in one step: the former Owner goes on as Admin under a new session', async () => {
      const [owner, heir] = [await acme.member('owner'), await acme.member('admin')];
      const heirId = await idOf(heir);
      const before = owner.cookie;
      const { status } = await owner.post(`/team/members/${heirId}/transfer-ownership`);

      expect(status).toBe(204);
      expect(owner.cookie).not.toBe(before);
      expect((await owner.get<SessionView>('/session')).body.member.role).toBe('admin');
      const { body } = await acme.owner.get<TeamView>('/team');
      expect(body.members.find(({ id }) => id === heirId)?.role).toBe('owner');
      expect(await actions(heirId)).toContain('member.ownershipTransferred');
    });
  });

  describe('rights that are taken away', () => {
    it.each<[string, (id: string) => Promise<{ status: number }>]>([
      ['suspended', (id) => acme.owner.post(`/team/members/${id}/suspend`)],
      ['removed', (id) => acme.owner.delete(`/team/members/${id}`)],
      ['given another role', (id) => acme.owner.patch(`/team/members/${id}`, { role: 'auditor' })],
      ['signed out by an Owner', (id) => acme.owner.delete(`/team/members/${id}/sessions`)],
    ])('SEC-50 SEC-42: the next request of somebody %s is refused', async (_how, take) => {
      const admin = await acme.member('admin');
      const id = await idOf(admin);
      expect((await take(id)).status).toBe(204);

      expect((await admin.get('/session')).status).toBe(401);
      expect((await actions(id)).filter((action) => action.startsWith('member.')).length).toBeGreaterThan(0);
    });

    it('A31: who is suspended cannot sign in until reinstated', async () => {
      const { token } = await invite(acme.owner, 'support', 'rest@acme.example');
      const id = (await accept(token, 'Rest Less')).body.member.id;
      await acme.owner.post(`/team/members/${id}/suspend`);
      expect((await acme.stranger().signIn('rest@acme.example', NEW_PASSWORD)).status).toBe(401);
      await acme.owner.post(`/team/members/${id}/reinstate`);

      expect((await acme.stranger().signIn('rest@acme.example', NEW_PASSWORD)).status).toBe(200);
      expect(await actions(id)).toEqual(['member.joined', 'member.suspended', 'member.reinstated']);
    });

    it('A32: the name of somebody removed stays in the log, and their tokens go on working', async () => {
      const admin = await acme.member('admin');
      const id = await idOf(admin);
      const { body } = await admin.post<{ integrationId: string; tokenId: string }>('/integrations', {
        name: 'Left behind',
        provider: 'entra',
      });
      await acme.owner.delete(`/team/members/${id}`);

      const [token] = await acme.sql<{ revoked_at: Date | null }>(`select revoked_at from token where id = $1`, [
        body.tokenId,
      ]);
      expect(token).toEqual({ revoked_at: null });
      const names = await acme.sql(`select distinct actor_name from activity where actor_id = $1`, [id]);
      expect(names).toEqual([{ actor_name: 'admin person' }]);
    });
  });

  describe('one’s own account', () => {
    it('a new name is shown and logged with the old one', async () => {
      const member = await acme.member('auditor');
      const { body } = await member.patch<SessionView>('/account', { name: '  Aud Itor ' });

      expect(body.member.name).toBe('Aud Itor');
      const [row] = await acme.sql<{ details: object }>(
        `select details from activity where action = 'member.renamed' and object_id = $1`,
        [await idOf(member)],
      );
      expect(row?.details).toEqual({ before: 'auditor person', after: 'Aud Itor' });
    });

    it('SEC-42: a new password ends the other sessions and keeps this one under a new id', async () => {
      const { token } = await invite(acme.owner, 'support', 'pat@acme.example');
      const [here, there] = [acme.stranger(), acme.stranger()];
      await accept(token, 'Pat Word', here);
      await there.signIn('pat@acme.example', NEW_PASSWORD);
      const before = here.cookie;
      const wrong = await here.post<ConsoleErrorBody>('/account/password', {
        password: 'not my password at all',
        newPassword: PASSWORD,
      });
      expect(codeOf(wrong)).toEqual([400, 'wrongPassword']);
      const { status } = await here.post('/account/password', { password: NEW_PASSWORD, newPassword: PASSWORD });

      expect(status).toBe(204);
      expect(here.cookie).not.toBe(before);
      expect((await here.get('/session')).status).toBe(200);
      expect((await there.get('/session')).status).toBe(401);
      expect((await acme.stranger().signIn('pat@acme.example', NEW_PASSWORD)).status).toBe(401);
      expect((await acme.stranger().signIn('pat@acme.example', PASSWORD)).status).toBe(200);
    });

    it('SEC-42: people see their own sessions and end them, and nobody else’s', async () => {
      const { token } = await invite(acme.owner, 'support', 'ses@acme.example');
      const [here, there] = [acme.stranger(), acme.stranger()];
      await accept(token, 'Ses Sion', here);
      await there.signIn('ses@acme.example', NEW_PASSWORD);
      const { body } = await here.get<{ id: string; current: boolean }[]>('/account/sessions');
      expect(body.map(({ current }) => current).sort()).toEqual([false, true]);
      const other = body.find(({ current }) => !current)?.id ?? '';

      expect((await acme.owner.delete(`/account/sessions/${other}`)).status).toBe(404);
      expect((await here.delete(`/account/sessions/${other}`)).status).toBe(204);
      expect((await there.get('/session')).status).toBe(401);
      expect((await here.get('/session')).status).toBe(200);
    });
  });

  it('A31: everybody sees who is in the team and who is invited; a link is in no list', async () => {
    const { token, body } = await invite(acme.owner, 'auditor');
    const auditor = await acme.member('auditor');
    const team = await auditor.get<TeamView>('/team');

    expect(team.body.members.map(({ name }) => name)).toContain('Olga Owner');
    expect(team.body.invitations).toContainEqual(body.invitation);
    expect(JSON.stringify(team.body)).not.toContain(token);
  });
});
