import { readListQuery } from '@rollcall/scim-protocol';
import pg from 'pg';
import { readConfig } from '../../config/app.config';
import { DEVICE, DEVICES_FILE } from '../../testing/devices';
import { schemaFile } from '../../testing/schema-file';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { ListStatement, type BoundStatement, type PageWanted } from '../listing/list-statement';
import { CustomListing } from './custom-listing';

const DEVICES = 20_000;
const TENANT = '00000000-0000-7000-8000-000000000001';
const INTEGRATION = '00000000-0000-7000-8000-000000000002';
const TOKEN = '00000000-0000-7000-8000-000000000003';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The plans that the server's own statements get, as the role that serves, with row-level security. */
describe(`lists of ${DEVICES} resources of a registered type`, () => {
  let database: TestDatabase;
  let client: pg.Client;
  let listing: CustomListing;

  beforeAll(async () => {
    const { schemas } = readConfig({ ROLLCALL_SECRET: 'x'.repeat(32), ROLLCALL_SCHEMAS: schemaFile(DEVICES_FILE) });
    const device = schemas.custom.find(({ name }) => name === 'Device');
    if (!device) throw new Error('no device');
    listing = new CustomListing(device);
    database = await createTestDatabase();
    await fill(database.url);
    client = new pg.Client({
      connectionString: database.url,
      options: '-c role=rollcall_scim -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off',
    });
    await client.connect();
    await client.query(`select set_config('app.tenant', $1, false), set_config('app.integration', $2, false)`, [
      TENANT,
      INTEGRATION,
    ]);
  }, 60_000);

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function nodesOf(
    parameters: Readonly<Record<string, string>>,
    wanted: PageWanted,
  ): Promise<readonly PlanNode[]> {
    const statement = new ListStatement(listing, readListQuery(parameters, listing.type), 'https://h');
    return executed(statement.page(wanted, undefined));
  }

  async function executed({ statement, values }: BoundStatement): Promise<readonly PlanNode[]> {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
      `explain (analyze, timing off, format json) ${statement.text}`,
      [TENANT, INTEGRATION, TOKEN, ...values],
    );
    const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
    return rows[0]?.['QUERY PLAN'].flatMap(({ Plan }) => all(Plan)) ?? [];
  }

  const readMost = (nodes: readonly PlanNode[]): number =>
    Math.max(...nodes.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)));
  const indexes = (nodes: readonly PlanNode[]): Set<string | undefined> =>
    new Set(nodes.map((node) => node['Index Name']));

  it.each([
    ['serialNumber eq "sn-777"', 'scim_custom_key_pkey'],
    [`id eq "00000000-0000-7000-9000-000000000777"`, 'scim_custom_resource_pkey'],
    ['externalId eq "X-777"', 'scim_custom_resource_external_id_idx'],
    ['serialNumber eq "SN-777" and weight pr', 'scim_custom_key_pkey'],
  ])('X-03: %s reads the rows that it finds, by %s', async (filter, index) => {
    const nodes = await nodesOf({ filter }, { limit: 101, offset: 0 });
    expect(indexes(nodes)).toContain(index);
    expect(readMost(nodes)).toBeLessThan(10);
  });

  it('X-03 L-10: a page without a filter reads the page, however deep it is', async () => {
    const after = { key: null, id: '00000000-0000-7000-9000-000000015000' };
    for (const wanted of [
      { limit: 101, offset: 0 },
      { limit: 101, offset: 0, after },
    ])
      expect(readMost(await nodesOf({}, wanted))).toBeLessThanOrEqual(101);
  });
});

async function fill(url: string): Promise<void> {
  const owner = new pg.Client(url);
  await owner.connect();
  const values = [TENANT, INTEGRATION, DEVICE, DEVICES];
  await owner.query(`insert into tenant (tenant_id, slug, name) values ($1, 'acme', 'Acme')`, [TENANT]);
  await owner.query(
    `insert into integration (tenant_id, id, name, name_key, provider, created_by) values ($1, $2, 'E', 'e', 'entra', 'test')`,
    [TENANT, INTEGRATION],
  );
  await owner.query(
    `insert into token (tenant_id, integration_id, id, public_id, digest, last_four, created_by) values ($1, $2, $3, 'x', '\\x00', 'abcd', 'test')`,
    [TENANT, INTEGRATION, TOKEN],
  );
  await owner.query(
    `insert into scim_custom_resource (tenant_id, integration_id, resource_type, id, external_id, display_name, resource)
     select $1, $2, 'Device', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'X-' || n, 'Device ' || n,
            jsonb_build_object('schemas', array[$3::text], 'displayName', 'Device ' || n, 'serialNumber', 'SN-' || n, 'weight', n)::text
       from generate_series(1, $4::int) n`,
    values,
  );
  await owner.query(
    `insert into scim_custom_key (tenant_id, integration_id, resource_type, attribute, value_key, resource_id)
     select tenant_id, integration_id, resource_type, 'serialNumber', lower(resource::jsonb ->> 'serialNumber'), id from scim_custom_resource`,
  );
  await owner.query('analyze scim_custom_resource, scim_custom_key');
  await owner.end();
}
