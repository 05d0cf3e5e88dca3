import { EXPORT_TOTAL_HEADER } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { E, type ScimConnection } from '../testing/scim-connection';

describe('exports', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());
  beforeEach(async () => {
    await acme.startAfresh();
    entra = acme.scim(await acme.connect('Entra ID', 'entra'));
  });

  const exported = async (path: string, filter: object = {}): Promise<{ lines: string[]; total: number }> => {
    const { status, headers, body } = await acme.owner.post<string>(path, filter);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="\w+\.csv"$/);
    const lines = body.replace('\uFEFF', '').split('\r\n');
    expect(lines.pop()).toBe('');
    return { lines: lines.slice(1), total: Number(headers.get(EXPORT_TOTAL_HEADER)) };
  };

  it('A14: everybody is in the file of users exactly once, whatever the number of pages', async () => {
    const [row] = await acme.sql<{ id: string }>('select id from integration');
    await acme.sql(
      `insert into scim_user (tenant_id, integration_id, id, user_name, user_name_key, display_name, resource)
       select $1, $2, gen_random_uuid(), 'u' || n, 'u' || n, 'Person ' || n, '{}' from generate_series(1, 2500) n`,
      [acme.tenantId, row?.id],
    );

    const { lines } = await exported('/users/export');

    const names = lines.map((line) => line.split(',')[1]);
    expect(names).toHaveLength(2500);
    expect(new Set(names).size).toBe(2500);
  });

  it('A14: the file holds what the filters show', async () => {
    await entra.createUser({
      userName: 'ana',
      displayName: 'Ana, "Lima"',
      externalId: 'x-1',
      [E]: { department: 'Sales' },
    });
    await entra.createUser({ userName: 'bo', displayName: 'Bo', active: false, [E]: { department: 'Sales' } });
    await entra.createUser({ userName: 'cy', displayName: 'Cy' });

    const { lines, total } = await exported('/users/export', { department: 'Sales', status: 'active' });

    expect(total).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('ana,"Ana, ""Lima""",,true,,Sales,x-1,Entra ID,');
    expect((await exported('/users/export', { search: 'bo' })).lines).toHaveLength(1);
  });

  it('A17: groups and members, too', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana' });
    const inner = await entra.createGroup('Inner');
    const group = await entra.createGroup('Engineers', [ana.id, inner.id]);

    expect((await exported('/groups/export')).lines).toEqual([
      expect.stringContaining(`${group.id},Engineers,2,,Entra ID,`),
      expect.stringContaining(`${inner.id},Inner,0,,Entra ID,`),
    ]);
    const members = await exported(`/groups/${group.id}/members/export`);
    expect(members).toMatchObject({ total: 2 });
    expect(members.lines.sort()).toEqual([`${ana.id},User,Ana,ana,true`, `${inner.id},Group,Inner,,`].sort());
    expect((await exported(`/groups/${group.id}/members/export`, { search: 'ana' })).lines).toHaveLength(1);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'SEC-31: a name like %j stays text in a spreadsheet',
    async (displayName) => {
      await entra.createUser({ userName: 'ana', displayName });
      const { body } = await acme.owner.post<string>('/users/export', {});
      expect(body).toMatch(new RegExp(`ana,"?'`));
    },
  );

  it('SEC-53: an export is in the activity log, with its filters and the number of rows', async () => {
    await entra.createUser({ userName: 'ana' });
    await exported('/users/export', { search: 'ana' });

    const [deed] = await acme.sql(`select actor_name, details from activity where action = 'directory.exported'`);
    expect(deed).toMatchObject({
      actor_name: 'Olga Owner',
      details: { what: 'users', rows: 1, filter: { search: 'ana' } },
    });
  });

  it('SEC-49: needs a recent sign-in', async () => {
    const admin = await acme.member('admin');
    await acme.sql(`update member_session set confirmed_at = now() - interval '11 minutes'`);

    expect(await admin.post('/users/export', {})).toMatchObject({ status: 403, body: { code: 'step_up_required' } });
    await acme.sql(`update member_session set confirmed_at = now()`);
  });

  it('SEC-18: filters that there are not, and groups that are not there, are refused before the first byte', async () => {
    expect((await acme.owner.post('/users/export', { tenantId: '1' })).status).toBe(400);
    expect((await acme.owner.post('/groups/00000000-0000-4000-8000-000000000000/members/export', {})).status).toBe(404);
    expect(await acme.sql(`select 1 from activity where action = 'directory.exported'`)).toEqual([]);
  });

  it('SEC-50: an export under way breaks off when the person is suspended', async () => {
    const admin = await acme.member('admin');
    const [row] = await acme.sql<{ id: string }>('select id from integration');
    await acme.sql(
      `insert into scim_user (tenant_id, integration_id, id, user_name, user_name_key, display_name, resource)
       select $1, $2, gen_random_uuid(), 'u' || n, 'u' || n, repeat('x', 2000), '{}' from generate_series(1, 6000) n`,
      [acme.tenantId, row?.id],
    );
    const response = await fetch(`${acme.url}/api/console/users/export`, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-rollcall': '1',
        'content-type': 'application/json',
        cookie: admin.cookie ?? '',
      },
      body: '{}',
    });
    const reader = response.body?.getReader();
    await reader?.read();
    await acme.sql(`update member set status = 'suspended' where role = 'admin'`);

    const rest = async (): Promise<void> => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
    };
    await expect(rest()).rejects.toThrow();
  });
});
