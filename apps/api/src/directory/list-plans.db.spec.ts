import type { EntityManager } from 'typeorm';
import { ConsoleDatabase } from '../database/console-database';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { withAdmin } from '../testing/template-database';
import { GroupMembersRepository } from './group-members.repository';
import { segmentsOf, type UserSort } from './user-order';
import { userCountStatement, userPageStatement, type BoundStatement, type PageWish } from './user-statements';

/** More show growth, fewer keep the test quick: DIRECTORY_USERS=1000000 npx jest … list-plans */
const USERS = Number(process.env['DIRECTORY_USERS'] ?? 20_000);
const TENANT = '00000000-0000-4000-8000-000000000001';
const INTEGRATIONS = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'];
const GROUP = '00000000-0000-4000-8000-0000000000b1';
const NOBODY = '00000000-0000-4000-8000-0000000000ff';
const PAGE = 51;

const PLANT = `
  insert into tenant (tenant_id, slug, name) values ('${TENANT}', 't', 't');
  insert into integration (tenant_id, id, name, name_key, provider, created_by)
  select '${TENANT}', id::uuid, id, id, 'entra', 'test' from unnest(array['${INTEGRATIONS.join("','")}']) id;
  insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, display_name_key, email, email_key,
                         external_id, resource)
  select '${TENANT}', (array['${INTEGRATIONS.join("','")}'])[1 + n % 2]::uuid,
         ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, n % 20 <> 0, 'user' || n || '@acme.example', 'user' || n || '@acme.example',
         given || ' ' || n, case when n % 1000 = 0 then null else lower(given) || ' ' || n end, 'user' || n || '@acme.example',
         'user' || n || '@acme.example', 'x' || n, '{"filler":"' || repeat('x', 800) || '"}'
    from generate_series(1, ${USERS}) n, lateral (select (array['Ana','Bo','Cy','Dee','Eve','Fay','Gus'])[1 + n % 7] as given) names;
  insert into scim_group (tenant_id, integration_id, id, display_name, display_name_key, resource)
  values ('${TENANT}', '${INTEGRATIONS[0] ?? ''}', '${GROUP}', 'All', 'all', '{}');
  insert into group_member (tenant_id, integration_id, group_id, member_id, is_group)
  select tenant_id, integration_id, '${GROUP}', id, false from scim_user where integration_id = '${INTEGRATIONS[0] ?? ''}' limit 100000;
  vacuum analyze scim_user;
  vacuum analyze group_member;`;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

describe('lists of very many people', () => {
  let database: TestDatabase;
  let console: ConsoleDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await withAdmin(database.url, async (owner) => {
      for (const statement of PLANT.split(';\n')) await owner.query(statement);
    });
    console = await new ConsoleDatabase({ url: database.url, statementTimeoutMs: 60_000 }, []).open();
  }, 600_000);
  afterAll(async () => {
    await console.close();
    await database.drop();
  });

  const explain = async (statement: BoundStatement): Promise<{ root: PlanNode; ms: number }> =>
    console.inTenant(TENANT, async (em: EntityManager) => {
      const [row] = await em.query<{ 'QUERY PLAN': { Plan: PlanNode; 'Execution Time': number }[] }[]>(
        `explain (analyze, format json) ${statement.text}`,
        [...statement.values],
      );
      const plan = row?.['QUERY PLAN'][0];
      if (!plan) throw new Error('no plan');
      if (process.env['DIRECTORY_USERS'] !== undefined) process.stdout.write(`${plan['Execution Time']} ms\n`);
      return { root: plan.Plan, ms: plan['Execution Time'] };
    });

  const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
  /** Rows of scim_user that were fetched, whatever was thrown away afterwards. */
  const usersRead = (root: PlanNode): number =>
    nodesOf(root)
      .filter((node) => node['Relation Name'] === 'scim_user' && node['Node Type'] !== 'Index Only Scan')
      .reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0);
  const hasSeqScan = (root: PlanNode): boolean =>
    nodesOf(root).some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'scim_user');

  const everybody = { tenantId: TENANT, integrationIds: INTEGRATIONS };
  const middle = { key: `eve ${Math.floor(USERS / 2)}`, id: '00000000-0000-7000-8000-000000001000' };
  const wish = (sort: UserSort, some: Partial<PageWish> = {}): PageWish => ({
    segment: segmentsOf(sort)[0] ?? { where: 'false' },
    descending: false,
    limit: PAGE,
    ...some,
  });

  it.each<[string, PageWish]>([
    ['by name', wish('displayName')],
    ['by name, backwards', wish('displayName', { descending: true })],
    ['by name, from the middle on', wish('displayName', { after: middle })],
    ['those without a name', wish('displayName', { segment: segmentsOf('displayName')[1] ?? { where: 'false' } })],
    ['by userName', wish('userName')],
    ['by userName, from the middle on', wish('userName', { after: { ...middle, key: 'user5' } })],
    ['by age', wish('created')],
    ['the newest first', wish('created', { descending: true, after: middle })],
    ['the active ones', wish('displayName', { status: 'active' })],
  ])('A14: a page %s reads little more than the page of each integration', async (_, page) => {
    const { root } = await explain(userPageStatement(everybody, page));

    expect(hasSeqScan(root)).toBe(false);
    expect(usersRead(root)).toBeLessThanOrEqual(PAGE * INTEGRATIONS.length + 10);
  });

  it('A14: the inactive ones are found by their own index, and so is their number', async () => {
    const page = await explain(userPageStatement(everybody, wish('created', { status: 'inactive' })));
    const count = await explain(userCountStatement(everybody));

    expect(usersRead(page.root)).toBeLessThanOrEqual(PAGE * INTEGRATIONS.length + 10);
    expect(hasSeqScan(count.root)).toBe(false);
  });

  it.each(['user77@', 'x123', ' 1234', 'nobody at all'])(
    'A14: searching %j reads the rows that fit, not all',
    async (search) => {
      const selection = { ...everybody, search: { text: search, masked: false } };
      const page = await explain(userPageStatement(selection, wish('displayName')));

      expect(hasSeqScan(page.root)).toBe(false);
      expect(usersRead(page.root)).toBeLessThan(USERS / 100 + 50);
    },
  );

  it('A14: whom a frequent text fits is found and counted without reading their rows', async () => {
    const selection = { ...everybody, search: { text: 'ana', masked: false } };
    const count = await explain(userCountStatement(selection));
    const page = await explain(userPageStatement(selection, wish('displayName', { counted: true })));

    expect(hasSeqScan(count.root)).toBe(false);
    expect(usersRead(count.root)).toBeLessThan(USERS / 1000 + 50);
    expect(usersRead(page.root)).toBeLessThan(USERS / 5 + 200);
  });

  it('A14: an export reads of those whom a frequent text fits the rows of its page alone', async () => {
    const selection = { ...everybody, search: { text: 'ana', masked: false } };
    const after = { key: null, id: '00000000-0000-7000-8000-000000001000' };
    const page = await explain(userPageStatement(selection, wish('created', { counted: true, after })));

    expect(page.root['Actual Rows']).toBe(PAGE);
    expect(usersRead(page.root)).toBeLessThan(USERS / 1000 + PAGE + 50);
  });

  it('A14: people of a large group are met along the order of names, those of a small one fetched by their memberships', async () => {
    const large = { ...everybody, integrationIds: INTEGRATIONS.slice(0, 1), group: { id: GROUP, isLarge: true } };
    const page = await explain(userPageStatement(large, wish('displayName')));
    const count = await explain(userCountStatement(large));
    const small = await explain(
      userPageStatement({ ...everybody, group: { id: NOBODY, isLarge: false } }, wish('displayName')),
    );

    expect(usersRead(page.root)).toBeLessThan(USERS / 10);
    expect(hasSeqScan(count.root)).toBe(false);
    expect(usersRead(small.root)).toBe(0);
  });

  it('A17: members of a large group are paged, counted and searched without reading them all', async () => {
    const members = new GroupMembersRepository();
    const key = { tenantId: TENANT, integrationId: INTEGRATIONS[0] ?? '', groupId: GROUP };
    const { first, next, found, count } = await console.inTenant(TENANT, async (em) => ({
      first: await members.page(em, key, { isLarge: true, limit: 3 }),
      next: await members.page(em, key, {
        isLarge: true,
        limit: 3,
        after: { key: '', id: '00000000-0000-7000-8000-000000000006' },
      }),
      found: await members.page(em, key, { isLarge: true, limit: 3, search: { text: 'user12@', masked: false } }),
      count: await members.count(em, key, { isLarge: true, search: { text: 'user12@', masked: false } }),
    }));

    expect(first.map(({ id }) => id.slice(-1))).toEqual(['2', '4', '6']);
    expect(next.map(({ id }) => id.slice(-1))).toEqual(['8', 'a', 'c']);
    expect(found.map(({ userName }) => userName)).toEqual(['user12@acme.example']);
    expect(found.map(({ foundAll }) => foundAll)).toEqual([1]);
    expect(count).toBe(1);
  });
});
