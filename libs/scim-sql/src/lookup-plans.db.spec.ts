import { GROUP, parseFilter, USER } from '@rollcall/scim-protocol';
import pg from 'pg';
import { compileFilter } from './compile-filter';
import { sql, type Statement, toStatement } from './sql';
import { rowLevelSecurity } from './testing/directory-tables';
import { ENTERPRISE as E } from './testing/rfc-fixtures';
import { TestDirectory, urlOf } from './testing/test-directory';

const USERS = 100_000;
const ROLE = `scim_sql_reader_${process.pid}`;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

let directory: TestDirectory;
let reader: pg.Client;

beforeAll(async () => {
  directory = await TestDirectory.open();
  await directory.client.query(`create role ${ROLE} nologin nosuperuser nobypassrls`);
  await directory.client.query(rowLevelSecurity(ROLE));
  await fill();
  reader = new pg.Client({ connectionString: urlOf(directory.name, ROLE) });
  await reader.connect();
  await reader.query(`select set_config('app.tenant', $1, false), set_config('app.integration', $2, false)`, [
    directory.tenantId,
    directory.integrationId,
  ]);
}, 120_000);

afterAll(async () => {
  await reader.end();
  await directory.client.query(`drop owned by ${ROLE}`);
  await directory.client.query(`drop role ${ROLE}`);
  await directory.close();
});

/** Ids whose last digits are the number of the user or group. */
const userId = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const groupId = (number: number) => `00000000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;

/** Each user has two e-mails; ten people a group, and everyone in the group 0. */
async function fill(): Promise<void> {
  const { client, tenantId, integrationId } = directory;
  const user = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const group = (number: string) => `('00000000-0000-7000-9000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  const scope = `'${tenantId}'::uuid, '${integrationId}'::uuid`;
  await client.query(`
    insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, external_id, display_name, display_name_key,
      email, email_key, employee_number, title, department, resource)
    select ${scope}, ${user}, n % 10 <> 0, 'User' || n, 'user' || n, 'X-' || n, 'Person ' || n, 'person ' || n,
      'u' || n || '@work.ex', 'u' || n || '@work.ex', 'e' || n, 'Title', 'Department',
      json_build_object('userName', 'User' || n, 'emails', json_build_array(
        json_build_object('value', 'u' || n || '@work.ex', 'type', 'work'), json_build_object('value', 'u' || n || '@home.ex', 'type', 'home')))::text
    from generate_series(1, ${USERS}) n;
    insert into scim_user_email select ${scope}, ${user}, 'u' || n || '@home.ex' from generate_series(1, ${USERS}) n;
    insert into scim_group (tenant_id, integration_id, id, display_name, display_name_key, external_id, resource)
    select ${scope}, ${group('n')}, 'Group ' || n, 'group ' || n, 'G-' || n, '{}' from generate_series(0, ${USERS / 10}) n;
    insert into group_member select ${scope}, ${group('n / 10 + 1')}, ${user}, false from generate_series(1, ${USERS - 10}) n;
    insert into group_member select ${scope}, ${group('0')}, ${user}, false from generate_series(1, ${USERS}) n;
    analyze scim_user; analyze scim_user_email; analyze scim_group; analyze group_member;`);
}

type PlanMode = 'force_custom_plan' | 'force_generic_plan';

/** The plan of a list of at most 100 with the filter, as the role that serves requests sees it. */
async function planOf(
  type: 'User' | 'Group',
  filter: string,
  mode: PlanMode = 'force_custom_plan',
): Promise<{ nodes: Plan[]; found: number }> {
  const { text, parameters } = listStatement(type, filter);
  await reader.query(`set plan_cache_mode = ${mode}`);
  await reader.query(`prepare looked_up as ${text}`);
  const values = parameters.map((value) => reader.escapeLiteral(String(value))).join(', ');
  const { rows } = await reader.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, format json) execute looked_up (${values})`,
  );
  await reader.query('deallocate looked_up');
  const root = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!root) throw new Error('no plan');
  return { nodes: flattened(root), found: root['Actual Rows'] ?? 0 };
}

function listStatement(type: 'User' | 'Group', filter: string): Statement {
  const isUser = type === 'User';
  const source = isUser ? directory.users : directory.groups;
  const condition = compileFilter(parseFilter(filter, isUser ? USER : GROUP), source);
  const table = isUser ? sql`scim_user u` : sql`scim_group g`;
  const row = isUser ? sql`u` : sql`g`;
  const { tenantId, integrationId } = directory.scope;
  const scope = sql`${row}.tenant_id = ${tenantId} and ${row}.integration_id = ${integrationId}`;
  return toStatement(
    sql`select ${row}.id, ${row}.resource from ${table}${source.documentJoin(condition)} where ${scope} and ${condition} order by ${row}.id limit 100`,
  );
}

function flattened(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flattened)];
}

/** The most rows that any one step of the plan looked at. */
function rowsRead(nodes: readonly Plan[]): number {
  return Math.max(...nodes.map((node) => Math.max(node['Actual Rows'] ?? 0, node['Rows Removed by Filter'] ?? 0)));
}

const LOOK_UPS: readonly (readonly ['User' | 'Group', string, number])[] = [
  ['User', 'userName eq "USER4711"', 1],
  ['User', 'externalId eq "X-4711"', 1],
  ['User', `id eq "${userId(4711)}"`, 1],
  ['User', `meta.location eq "https://h/scim/Users/${userId(4711)}"`, 1],
  ['User', 'displayName eq "Person 4711"', 1],
  ['User', 'emails.value eq "u4711@WORK.ex"', 1],
  ['User', 'emails.value eq "u4711@home.ex"', 1],
  ['User', 'emails eq "u4711@home.ex"', 1],
  ['User', 'emails[value eq "u4711@work.ex"]', 1],
  ['User', 'emails[type eq "work" and value eq "u4711@work.ex"]', 1],
  ['User', 'emails[type eq "work"].value eq "u4711@work.ex"', 1],
  ['User', 'emails[type eq "home"].value eq "u4711@work.ex"', 0],
  ['User', `${E}:employeeNumber eq "E4711"`, 1],
  ['User', `groups.value eq "${groupId(7)}"`, 10],
  ['User', `groups[value eq "${groupId(7)}"]`, 10],
  ['User', `id eq "${userId(5)}" and ${E}:manager eq "${userId(6)}"`, 0],
  ['User', 'userName eq "user1" and active eq true', 1],
  ['User', 'userName eq "user1" or externalId eq "X-2" or emails.value eq "u3@home.ex"', 3],
  ['User', 'userName eq "nobody"', 0],
  ['Group', 'displayName eq "GROUP 7"', 1],
  ['Group', 'externalId eq "G-7"', 1],
  ['Group', `id eq "${groupId(7)}"`, 1],
  ['Group', `members.value eq "${userId(4711)}"`, 2],
  ['Group', `members[value eq "${userId(4711)}"]`, 2],
  ['Group', `members[value eq "${userId(4711)}" and type eq "User"]`, 2],
  ['Group', `id eq "${groupId(0)}" and members eq "${userId(4711)}"`, 1],
];

describe(`look-ups among ${USERS} users, behind row-level security`, () => {
  it.each(LOOK_UPS)('SEC-39: %s %s reads by index, and only what it finds', async (type, filter, expected) => {
    for (const mode of ['force_custom_plan', 'force_generic_plan'] as const) {
      const { nodes, found } = await planOf(type, filter, mode);
      expect([mode, found]).toEqual([mode, expected]);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      expect(rowsRead(nodes)).toBeLessThanOrEqual(20);
    }
  });

  it('sees it when a filter without an index reads them all', async () => {
    const { nodes } = await planOf('User', 'nickName eq "x" or title eq "x"');
    expect(rowsRead(nodes)).toBe(USERS);
  });

  it('F-37: a page of a group of everyone reads that page', async () => {
    const { nodes, found } = await planOf('User', `groups.value eq "${groupId(0)}"`);
    expect(found).toBe(100);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });

  it('SEC-39: another organisation sees none of it', async () => {
    await reader.query(`select set_config('app.tenant', gen_random_uuid()::text, false)`);
    try {
      expect((await planOf('User', 'userName eq "user1"')).found).toBe(0);
      expect((await planOf('User', 'emails.value eq "u1@home.ex"')).found).toBe(0);
    } finally {
      await reader.query(`select set_config('app.tenant', $1, false)`, [directory.tenantId]);
    }
  });
});
