import type { HealthFinding, HealthIssue, MappingHealth } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../../testing/organisation';
import { E, U, type ScimConnection } from '../../testing/scim-connection';
import { MappingHealthLook } from './mapping-health-look';

const guid = (last: number): string => `5f0c7e0e-7c0a-4a55-9b0c-${String(last).padStart(12, '0')}`;

describe('A22: mapping health', () => {
  let acme: TestOrganisation;
  let look: MappingHealthLook;

  beforeAll(async () => {
    acme = await givenOrganisation();
    look = acme.app.get(MappingHealthLook, { strict: false });
  });
  beforeEach(() => acme.startAfresh());
  afterEach(() => look.idle());
  afterAll(() => acme.stop());

  const ask = async (id: string): Promise<MappingHealth> =>
    (await acme.owner.get<MappingHealth>(`/integrations/${id}/health`)).body;

  /** A look from now, finished. */
  async function healthOf({ facts }: ScimConnection): Promise<MappingHealth> {
    await ask(facts.integrationId);
    await look.idle();
    return ask(facts.integrationId);
  }

  /** As if the provider had last called at that moment. */
  const calledAt = (moment: string) =>
    acme.sql(
      `insert into token_use (tenant_id, integration_id, token_id, first_used_at, last_used_at)
       select tenant_id, integration_id, id, ${moment}, ${moment} from token
           on conflict on constraint token_use_pkey do update set last_used_at = excluded.last_used_at`,
    );

  const finding = ({ findings }: MappingHealth, issue: HealthIssue): HealthFinding | undefined =>
    findings.find((candidate) => candidate.issue === issue);

  /** Nothing to complain about, but for what `over` says. */
  const aPerson = (number: number, over: Readonly<Record<string, unknown>> = {}) => ({
    schemas: [U, E],
    userName: `person${number}`,
    displayName: `Person ${number}`,
    externalId: guid(number),
    title: 'Engineer',
    emails: [{ type: 'work', value: `person${number}@acme.example` }],
    [E]: { department: 'Platform', employeeNumber: String(number) },
    ...over,
  });

  it('the first time anybody asks it says that it is looking, then what it found and as of when', async () => {
    const scim = acme.scim(await acme.connect());
    await scim.createUser(aPerson(1));

    const first = await ask(scim.facts.integrationId);
    expect(first).toMatchObject({ running: true, findings: [] });
    expect(first.asOf).toBeUndefined();
    await look.idle();

    const health = await ask(scim.facts.integrationId);
    expect(health).toMatchObject({ running: false, findings: [], users: { total: 1 }, groups: { total: 0 } });
    expect(Date.now() - Date.parse(health.asOf ?? '')).toBeLessThan(60_000);
  });

  it('says of every attribute received how many people carry it, by its SCIM path', async () => {
    const scim = acme.scim(await acme.connect());
    await scim.createUser({ ...aPerson(1), name: { givenName: 'Ana' }, 'urn:example:2.0:User': { badge: 7 } });
    await scim.createUser({
      ...aPerson(2),
      emails: [
        { type: 'work', value: 'a@x' },
        { type: 'home', value: 'b@x' },
      ],
    });
    await scim.createUser({ schemas: [U], userName: 'bare' });

    const { users } = await healthOf(scim);

    expect(users.total).toBe(3);
    expect(Object.fromEntries(users.attributes.map(({ path, count }) => [path, count]))).toMatchObject({
      userName: 3,
      title: 2,
      externalId: 2,
      'name.givenName': 1,
      'emails[type eq "work"]': 2,
      'emails[type eq "home"]': 1,
      [`${E}:department`]: 2,
      'urn:example:2.0:User:badge': 1,
    });
    expect(users.attributes.map(({ path }) => path)).not.toContain('schemas');
  });

  it('counts who lacks e-mail, department, title, externalId, and names the first five with their ids', async () => {
    const scim = acme.scim(await acme.connect());
    await scim.createUser(aPerson(0));
    const bare: { id: string }[] = [];
    for (let number = 1; number <= 7; number += 1) bare.push(await scim.createUser({ userName: `bare${number}` }));

    const health = await healthOf(scim);

    for (const issue of ['emailMissing', 'departmentMissing', 'titleMissing', 'externalIdMissing'] as const) {
      const found = finding(health, issue);
      expect(found?.count).toBe(7);
      expect(found?.examples.map(({ id, type, name }) => ({ id, type, name }))).toEqual(
        bare.slice(0, 5).map(({ id }, index) => ({ id, type: 'User', name: `bare${index + 1}` })),
      );
    }
  });

  it('finds an externalId that is no GUID, with the value that came', async () => {
    const scim = acme.scim(await acme.connect());
    await scim.createUser(aPerson(1));
    await scim.createUser(aPerson(2, { externalId: guid(2).toUpperCase() }));
    await scim.createUser(aPerson(3, { externalId: 'ana.lima' }));

    expect(finding(await healthOf(scim), 'externalIdNotGuid')).toMatchObject({
      count: 1,
      examples: [{ name: 'Person 3', value: 'ana.lima' }],
    });
  });

  it('C05: finds who shares an e-mail, externalId or employeeNumber within the integration, whatever the letter case of the e-mail', async () => {
    const scim = acme.scim(await acme.connect());
    await scim.createUser(aPerson(1));
    await scim.createUser(
      aPerson(2, {
        externalId: guid(1),
        emails: [{ type: 'work', value: 'PERSON1@acme.example' }],
        [E]: { department: 'Platform', employeeNumber: '1' },
      }),
    );
    await scim.createUser(aPerson(3));

    const health = await healthOf(scim);

    for (const issue of ['emailDuplicate', 'externalIdDuplicate', 'employeeNumberDuplicate'] as const) {
      expect(finding(health, issue)).toMatchObject({
        count: 2,
        examples: [{ name: 'Person 1' }, { name: 'Person 2' }],
      });
    }
    expect(finding(health, 'emailElsewhere')).toBeUndefined();
  });

  it('C05 A13: finds who is in another integration of the organisation too, but not in a deleted one', async () => {
    const one = acme.scim(await acme.connect('One'));
    const two = acme.scim(await acme.connect('Two'));
    const gone = acme.scim(await acme.connect('Gone'));
    await one.createUser(aPerson(1));
    await one.createUser(aPerson(2));
    await two.createUser(aPerson(1));
    await gone.createUser(aPerson(2));
    await acme.owner.delete(`/integrations/${gone.facts.integrationId}`, { name: 'Gone' });

    const health = await healthOf(one);

    for (const issue of ['emailElsewhere', 'externalIdElsewhere'] as const)
      expect(finding(health, issue)).toMatchObject({ count: 1, examples: [{ name: 'Person 1' }] });
  });

  it('finds groups without members, and groups whose externalId is missing or no GUID', async () => {
    const scim = acme.scim(await acme.connect());
    const ana = await scim.createUser(aPerson(1));
    await scim.createGroup('Full', [ana.id]);
    const empty = await scim.createGroup('Empty');
    await scim.patch(`/Groups/${empty.id}`, [{ op: 'add', path: 'externalId', value: 'cn=empty' }]);

    const health = await healthOf(scim);

    expect(health.groups.total).toBe(2);
    expect(finding(health, 'groupEmpty')).toEqual({
      issue: 'groupEmpty',
      count: 1,
      examples: [{ id: empty.id, type: 'Group', name: 'Empty' }],
    });
    expect(finding(health, 'groupExternalIdMissing')?.examples.map(({ name }) => name)).toEqual(['Full']);
    expect(finding(health, 'groupExternalIdNotGuid')?.examples.map(({ value }) => value)).toEqual(['cn=empty']);
  });

  it('is refreshed when asked, by whoever may, and not again while it is fresh', async () => {
    const scim = acme.scim(await acme.connect());
    const path = `/integrations/${scim.facts.integrationId}/health/refresh`;
    await healthOf(scim);
    await scim.createUser(aPerson(1));
    expect((await acme.owner.post<MappingHealth>(path)).body).toMatchObject({ running: false, users: { total: 0 } });
    await acme.sql(
      `update mapping_health set started_at = started_at - interval '1 minute', computed_at = computed_at - interval '1 minute'`,
    );

    const answer = await acme.owner.post<MappingHealth>(path);

    expect([answer.status, answer.body.running]).toEqual([202, true]);
    await look.idle();
    expect((await ask(scim.facts.integrationId)).users.total).toBe(1);
  });

  it('is made again in the background once the provider has called, and not otherwise', async () => {
    const scim = acme.scim(await acme.connect());
    await scim.createUser(aPerson(1));
    await calledAt('now()');
    await look.run();
    const total = async () =>
      (await acme.sql<{ total: number }>(`select (report->'users'->>'total')::int as total from mapping_health`))[0]
        ?.total;
    expect(await total()).toBe(1);

    await scim.createUser(aPerson(2));
    await look.run();
    expect(await total()).toBe(1);
    const aged = `started_at = started_at - interval '6 minutes', computed_at = computed_at - interval '6 minutes'`;
    await acme.sql(`update mapping_health set ${aged}`);
    await calledAt(`now() - interval '7 minutes'`);
    await look.run();
    expect(await total()).toBe(1);
    await calledAt('now()');
    await look.run();
    expect(await total()).toBe(2);
  });

  it('of two processes one looks; a look that died is given up after ten minutes', async () => {
    const { integrationId } = await acme.connect();
    const key = { tenantId: acme.tenantId, integrationId };
    await acme.sql(`insert into mapping_health (tenant_id, integration_id, started_at) values ($1, $2, now())`, [
      acme.tenantId,
      integrationId,
    ]);
    expect(await look.begin(key, 0)).toBe(false);
    await acme.sql(`update mapping_health set started_at = now() - interval '11 minutes'`);

    expect(await Promise.all([look.begin(key, 0), look.begin(key, 0)])).toEqual(expect.arrayContaining([true, false]));
  });

  it('SEC-39: tells nothing of what is deleted', async () => {
    const { integrationId } = await acme.connect('Gone');
    await acme.owner.delete(`/integrations/${integrationId}`, { name: 'Gone' });
    const path = `/integrations/${integrationId}/health`;
    expect([(await acme.owner.get(path)).status, (await acme.owner.post(`${path}/refresh`)).status]).toEqual([
      404, 404,
    ]);
  });
});
