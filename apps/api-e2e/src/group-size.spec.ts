import { databaseInstallation, type Installation } from './harness/installation';
import { ScimClient } from './harness/scim-client';

const SIZES = [100, 5_000, 50_000];
const ROUNDS = 60;
const BYTES_MAX = 2_048;
const RATIO_MAX = 3;

/** People and groups as the API would have made them, many at a time. */
const MANY_USERS = `
  insert into scim_user (tenant_id, integration_id, id, user_name, user_name_key, resource, active, display_name, display_name_key)
  select i.tenant_id, i.id, gen_random_uuid(), 'many' || n, 'many' || n, '{"userName":"many' || n || '"}', true, 'many' || n, 'many' || n
    from integration i, generate_series(1, $1::int) n where i.id = $2::uuid`;
const FILL = `
  insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
  select tenant_id, integration_id, $1::uuid, id, false from scim_user where integration_id = $2::uuid and user_name like 'many%' limit $3::int`;
const WAL = `select coalesce(sum(calls), 0)::int as calls, coalesce(sum(wal_bytes), 0)::int as bytes from pg_stat_statements s
  where s.dbid = (select oid from pg_database where datname = current_database())
    and s.userid = (select oid from pg_roles where rolname = 'rollcall_scim') and s.query not like '%set_config%'`;

interface Cost {
  readonly members: number;
  readonly statements: number;
  readonly bytes: number;
  readonly medianMs: number;
}

describe('one member in and out of a group', () => {
  let rollcall: Installation;
  let client: ScimClient;
  let newcomer: string;
  const groups = new Map<number, string>();

  beforeAll(async () => {
    rollcall = await databaseInstallation();
    const server = await rollcall.start();
    const { integrationId, token } = await rollcall.connect('Entra ID');
    client = new ScimClient(server.url, token, 1);
    await sql(MANY_USERS, [Math.max(...SIZES), integrationId]);
    for (const size of SIZES) {
      const { id } = await client.createGroup(`Group of ${size}`);
      await sql(FILL, [id, integrationId, size]);
      groups.set(size, id);
    }
    newcomer = (await client.createUser('newcomer')).id;
    await sql('analyze');
  }, 90_000);

  afterAll(() => client.close());

  const sql = async (text: string, values: readonly unknown[] = []) =>
    (await rollcall.database?.sql<{ calls: number; bytes: number }>(text, values)) ?? [];

  async function inAndOut(groupId: string): Promise<number> {
    const started = performance.now();
    const added = await client.addMembers(groupId, [newcomer]);
    const path = `members[value eq "${newcomer}"]`;
    const removed = await client.patch(`/Groups/${groupId}`, [{ op: 'Remove', path }]);
    expect([added.status, removed.status]).toEqual([204, 204]);
    return (performance.now() - started) / 2;
  }

  async function wal(): Promise<{ calls: number; bytes: number }> {
    const [row] = await sql(WAL);
    return { calls: row?.calls ?? 0, bytes: row?.bytes ?? 0 };
  }

  /** Rounds take turns among the sizes, so that a busy moment of the machine falls on all of them. */
  async function costs(): Promise<Cost[]> {
    const durations = new Map(SIZES.map((size) => [size, [] as number[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [size, groupId] of groups) durations.get(size)?.push(await inAndOut(groupId));
    }
    const found: Cost[] = [];
    for (const [members, groupId] of groups) {
      const before = await wal();
      for (let round = 0; round < 10; round += 1) await inAndOut(groupId);
      const after = await wal();
      found.push({
        members,
        statements: (after.calls - before.calls) / 20,
        bytes: (after.bytes - before.bytes) / 20,
        medianMs: median(durations.get(members) ?? []),
      });
    }
    return found;
  }

  it('line 4, B21: costs one statement, less than 2 KB of WAL, and the same time whatever the size', async () => {
    const measured = await costs();
    const [small, ...large] = measured;

    expect(measured.map(({ statements }) => statements)).toEqual(SIZES.map(() => 1));
    expect(measured.filter(({ bytes }) => bytes === 0 || bytes >= BYTES_MAX)).toEqual([]);
    expect(large.filter(({ medianMs }) => medianMs > RATIO_MAX * (small?.medianMs ?? 0))).toEqual([]);
  }, 60_000);

  it('line 8, B21: a group read without its members costs the same whatever the size', async () => {
    const durations = new Map(SIZES.map((size) => [size, [] as number[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [size, groupId] of groups) {
        const started = performance.now();
        const { body } = await client.get(`/Groups/${groupId}?excludedAttributes=members`);
        durations.get(size)?.push(performance.now() - started);
        expect(body.members).toBeUndefined();
      }
    }
    const [small = 0, ...large] = [...durations.values()].map(median);

    expect(large.filter((medianMs) => medianMs > RATIO_MAX * small)).toEqual([]);
  }, 60_000);
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
