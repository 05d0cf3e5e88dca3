import { givenOrganisation, type TestOrganisation } from '../testing/organisation';

const ENTRIES = 6_000;

describe('an export of the activity', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
    const { integrationId } = await acme.connect('Entra ID');
    const key = [acme.tenantId, integrationId, '00000000-0000-7000-8000-000000000001'];
    await acme.sql(
      `insert into scim_user (tenant_id, integration_id, id, user_name, user_name_key, display_name, resource)
       values ($1, $2, $3, 'ana', 'ana', repeat('x', 2000), '{}')`,
      key,
    );
    await acme.sql(
      `insert into event (tenant_id, integration_id, resource_id, kind, resource_type)
       select $1, $2, $3, 'updated', 'User' from generate_series(1, ${ENTRIES})`,
      key,
    );
  });
  afterAll(() => acme.stop());

  /** Begins an export, lets something happen after its first bytes, and reads the rest. */
  async function exported(meanwhile: () => Promise<unknown>, cookie = acme.owner.cookie): Promise<string> {
    const response = await fetch(`${acme.url}/api/console/activity/export?action=user.updated`, {
      headers: { 'sec-fetch-site': 'same-origin', cookie: cookie ?? '' },
    });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = decoder.decode((await reader?.read())?.value, { stream: true });
    await meanwhile();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      text += decoder.decode(part.value, { stream: true });
    return text;
  }

  const entriesOf = (text: string): number => text.trimEnd().split('\r\n').length - 1;

  it('A34: is whole when nothing comes between', async () => {
    expect(entriesOf(await exported(() => Promise.resolve()))).toBe(ENTRIES);
  });

  it('SEC-50: breaks off, and does not end as if it were whole, when the database fails it', async () => {
    const take = (what: string) => acme.sql(`${what} rollcall_console`);
    try {
      await expect(exported(() => take('revoke select on event from'))).rejects.toThrow();
    } finally {
      await take('grant select on event to');
    }
  });

  it('SEC-50: is whole or breaks off when the database’s connections are cut', async () => {
    const cut = () =>
      acme.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
    const entries = await exported(cut).then(entriesOf, () => 'broken off');

    expect([ENTRIES, 'broken off']).toContain(entries);
    expect(entriesOf(await exported(() => Promise.resolve()))).toBe(ENTRIES);
  });

  it('SEC-50: breaks off when the reader’s session is ended', async () => {
    const auditor = await acme.member('auditor');
    const suspend = () => acme.sql(`update member set status = 'suspended' where role = 'auditor'`);

    await expect(exported(suspend, auditor.cookie)).rejects.toThrow();
  });
});
