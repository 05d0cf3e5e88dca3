import pg from 'pg';
import { E, type Body } from '../../testing/scim-connection';
import { givenScim } from '../conformance/given-scim';

const USERS = 100_000;
const PAGE = 100;
/** Rows that one step of a plan may look at for a page: those of the page and one more. */
const ROWS_MAX = PAGE + 1;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

const userId = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const groupId = (number: number) => `00000000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;

/** What the issue names, and how many it finds. */
const LOOK_UPS: readonly (readonly [string, string, number])[] = [
  ['/Users', 'userName eq "USER4711"', 1],
  ['/Users', 'externalId eq "X-4711"', 1],
  ['/Users', `id eq "${userId(4711)}"`, 1],
  ['/Users', 'displayName eq "person 4711"', 1],
  ['/Users', 'emails.value eq "U4711@work.ex"', 1],
  ['/Users', 'emails.value eq "u4711@home.ex"', 1],
  ['/Users', 'emails[type eq "work"].value eq "u4711@work.ex"', 1],
  ['/Users', 'emails[type eq "work" and value eq "u4711@work.ex"]', 1],
  ['/Users', `${E}:employeeNumber eq "e4711"`, 1],
  ['/Users', `groups.value eq "${groupId(7)}"`, 10],
  ['/Users', 'userName eq "user4711" and active eq true', 1],
  ['/Users', 'userName eq "nobody"', 0],
  ['/Groups', 'displayName eq "GROUP 7"', 1],
  ['/Groups', 'externalId eq "G-7"', 1],
  ['/Groups', `id eq "${groupId(7)}"`, 1],
  ['/Groups', `members.value eq "${userId(4711)}"`, 1],
  ['/Groups', `members[value eq "${userId(4711)}"]`, 1],
  ['/Groups', `id eq "${groupId(7)}" and members eq "${userId(62)}"`, 1],
];

describe(`the server's own statements among ${USERS} users and ${USERS} memberships`, () => {
  const scim = givenScim();

  beforeAll(fill, 180_000);

  async function fill(): Promise<void> {
    const { tenantId, integrationId } = scim.facts;
    const id = (part: string, number: string) =>
      `('00000000-0000-7000-${part}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
    const scope = `'${tenantId}'::uuid, '${integrationId}'::uuid`;
    await scim.look(`
      insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, external_id, display_name, display_name_key,
        email, email_key, employee_number, resource)
      select ${scope}, ${id('8000', 'n')}, true, 'User' || n, 'user' || n, 'X-' || n, 'Person ' || n, 'person ' || n,
        'u' || n || '@work.ex', 'u' || n || '@work.ex', 'e' || n,
        json_build_object('schemas', json_build_array('urn:ietf:params:scim:schemas:core:2.0:User'), 'userName', 'User' || n,
          'emails', json_build_array(json_build_object('value', 'u' || n || '@work.ex', 'type', 'work'),
            json_build_object('value', 'u' || n || '@home.ex', 'type', 'home')))::text
      from generate_series(1, ${USERS}) n;
      insert into scim_user_email (tenant_id, integration_id, user_id, email_key)
      select ${scope}, ${id('8000', 'n')}, 'u' || n || '@home.ex' from generate_series(1, ${USERS}) n;
      insert into scim_group (tenant_id, integration_id, id, display_name, display_name_key, external_id, resource)
      select ${scope}, ${id('9000', 'n')}, 'Group ' || n, 'group ' || n, 'G-' || n,
        json_build_object('schemas', json_build_array('urn:ietf:params:scim:schemas:core:2.0:Group'), 'displayName', 'Group ' || n)::text
      from generate_series(1, ${USERS / 10}) n;
      insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
      select ${scope}, ${id('9000', '(n - 1) / 10 + 1')}, ${id('8000', 'n')}, false from generate_series(1, ${USERS}) n;
      insert into event (tenant_id, integration_id, resource_id, xid, kind, resource_type)
      select ${scope}, ${id('8000', 'n')}, '3', 'created', 'User' from generate_series(1, ${USERS}) n;
      insert into resource_count (tenant_id, integration_id, resource_type, base, anchor)
      values (${scope}, 'User', ${USERS}, '4'), (${scope}, 'Group', ${USERS / 10}, '4')
      on conflict (tenant_id, integration_id, resource_type) do update set base = excluded.base;
      analyze scim_user; analyze scim_user_email; analyze scim_group; analyze group_member; analyze event;`);
  }

  /** The statements that the server itself sends for this request, and its answer. */
  async function sentBy(path: string): Promise<{ readonly sent: readonly Sent[]; readonly body: Body }> {
    const sent: Sent[] = [];
    const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
    const watching = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...given: unknown[]
    ) {
      const [first] = given as [Partial<Sent>?];
      if (/\bscim_(user|group)\b/.test(first?.text ?? ''))
        sent.push({ text: first?.text ?? '', values: first?.values ?? [] });
      return query.apply(this, given);
    });
    try {
      const { status, body } = await scim.get(path);
      expect([path, status]).toEqual([path, 200]);
      return { sent, body };
    } finally {
      watching.mockRestore();
    }
  }

  /** As a connection of the server's own pool runs it: its role, behind row-level security, with its settings. */
  async function planOf({ text, values }: Sent): Promise<Plan[]> {
    const reader = new pg.Client({
      connectionString: scim.server.databaseUrl,
      options:
        '-c role=rollcall_scim -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off -c timezone=UTC',
    });
    await reader.connect();
    try {
      const { tenantId, integrationId } = scim.facts;
      await reader.query(`select set_config('app.tenant', $1, false), set_config('app.integration', $2, false)`, [
        tenantId,
        integrationId,
      ]);
      await reader.query(`prepare explained as ${text}`);
      const literals = values.map((value) => (value === null ? 'null' : reader.escapeLiteral(written(value))));
      const { rows } = await reader.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, format json) execute explained (${literals.join(', ')})`,
      );
      const root = rows[0]?.['QUERY PLAN'][0].Plan;
      if (!root) throw new Error('no plan');
      return flattened(root);
    } finally {
      await reader.end();
    }
  }

  /** Every statement of the request goes by indexes, and no step looks at more rows than it needs. */
  async function readsLittle(path: string, rowsMax = ROWS_MAX): Promise<Body> {
    const { sent, body } = await sentBy(path);
    expect(sent.length).toBeGreaterThan(0);
    for (const statement of sent) {
      const nodes = await planOf(statement);
      expect([path, readWhole(nodes)]).toEqual([path, []]);
      expect([path, rowsRead(nodes) <= rowsMax, rowsRead(nodes)]).toEqual([path, true, expect.any(Number)]);
    }
    return body;
  }

  it.each(LOOK_UPS)(
    'F-37 L-20 SEC-39: %s?filter=%s reads by index, and only what it finds',
    async (endpoint, filter, found) => {
      const body = await readsLittle(`${endpoint}?filter=${encodeURIComponent(filter)}`, 20);
      expect([filter, body.totalResults]).toEqual([filter, found]);
    },
  );

  it('C-11 SEC-39: a page by cursor reads that page, wherever it is', async () => {
    let cursor = '';
    for (let page = 0; page < 3; page += 1) {
      const body = await readsLittle(`/Users?count=${PAGE}&cursor=${cursor}`);
      expect([body.totalResults, body.Resources.length]).toEqual([USERS, PAGE]);
      cursor = body.nextCursor;
    }
  });

  it('L-07 SEC-39: the page behind the last one served reads that page, however deep', async () => {
    const first = await readsLittle(`/Users?count=${PAGE}`);
    const second = await readsLittle(`/Users?count=${PAGE}&startIndex=${PAGE + 1}`);
    expect([first.totalResults, second.Resources[0].userName]).toEqual([USERS, `User${PAGE + 1}`]);
  });

  it('L-07 SEC-39: a page deep in the list that nobody came to by pages skips the rest in the index alone', async () => {
    const startIndex = USERS - PAGE + 1;
    const { sent, body } = await sentBy(`/Users?count=${PAGE}&startIndex=${startIndex}`);
    expect(body.Resources.map(({ id }: { id: string }) => id)).toEqual(
      Array.from({ length: PAGE }, (_, at) => userId(startIndex + at)),
    );
    for (const statement of sent) {
      const nodes = await planOf(statement);
      expect(readWhole(nodes)).toEqual([]);
      const deep = nodes.filter((node) => (node['Actual Rows'] ?? 0) > ROWS_MAX);
      const kinds = new Set(deep.map((node) => node['Node Type']));
      expect([[...kinds], kinds.has('Index Only Scan')]).toEqual([
        expect.not.arrayContaining(['Sort', 'Index Scan']),
        true,
      ]);
    }
  });

  it('SEC-39: this test sees it when a filter without an index reads them all', async () => {
    const { sent } = await sentBy(`/Users?filter=${encodeURIComponent('nickName eq "x"')}`);
    expect(Math.max(...(await Promise.all(sent.map(planOf))).map(rowsRead))).toBe(USERS);
  });
});

/** Tables that are read from end to end: with sequential scans turned off, only for want of an index. */
function readWhole(nodes: readonly Plan[]): unknown[] {
  return nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
}

function written(value: unknown): string {
  return Array.isArray(value) ? `{${value.join()}}` : String(value);
}

function flattened(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flattened)];
}

/** The most rows that any one step of the plan looked at, over all its turns. */
function rowsRead(nodes: readonly Plan[]): number {
  return Math.max(
    ...nodes.map(
      (node) => ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1),
    ),
  );
}
