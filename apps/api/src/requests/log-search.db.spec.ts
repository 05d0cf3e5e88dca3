import type { EntityManager } from 'typeorm';
import { ConsoleDatabase } from '../database/console-database';
import { withAdmin } from '../testing/template-database';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { LogSearch } from './log-search';
import { personKeys } from './request-person';
import type { RequestSelection } from './request-selection';
import { RequestsRepository } from './requests.repository';

/** More show growth, fewer keep the test quick: REQUEST_ROWS=2000000 npx jest … log-search */
const ROWS = Number(process.env['REQUEST_ROWS'] ?? 30_000);
const DAYS = 30;
const PAGE = 51;
const TENANT = '00000000-0000-4000-8000-000000000001';
const INTEGRATION = '00000000-0000-4000-8000-0000000000a1';
const PERSON = '00000000-0000-7000-8000-000000000064';

/** One in fifty fails, one in ten thousand deletes; every person has a hundred requests. */
const PLANT = [
  `insert into tenant (tenant_id, slug, name) values ('${TENANT}', 't', 't')`,
  `insert into integration (tenant_id, id, name, name_key, provider, created_by)
  values ('${TENANT}', '${INTEGRATION}', 'Entra', 'entra', 'entra', 'test')`,
  `do $$ declare day date; begin
    for day in select generate_series(current_date - ${DAYS}, current_date - 2, interval '1 day')::date loop
      execute format('create table if not exists scim_request_%s partition of scim_request for values from (%L) to (%L)', to_char(day, 'YYYYMMDD'),
        day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
  end $$`,
  `insert into scim_request (tenant_id, at, id, integration_id, method, path, query, status, duration_ms, client, resource_type, resource_id,
                            resource_name, summary, trail, request_body, response_body)
  select '${TENANT}', now() - n * interval '${DAYS - 1} days' / ${ROWS}, gen_random_uuid(), '${INTEGRATION}',
         case when n % 10000 = 7 then 'DELETE' when n % 2 = 0 then 'PATCH' else 'GET' end, '/Users/x', null,
         case when n % 50 = 0 then 409 when n % 10000 = 7 then 204 else 200 end, 3, 'Entra',
         'User', case when n % 50 = 0 then null else ('00000000-0000-7000-8000-' || lpad(to_hex(n % ${ROWS / 100}), 12, '0'))::uuid end,
         'Person ' || n, 'Entra changed title, department and 2 more of Person ' || n,
         jsonb_build_object('recognisedAs', 'Entra', 'changes', jsonb_build_array(jsonb_build_object('path', 'title', 'before', repeat('a', 40), 'after', repeat('b', 40)))),
         case when n % 50 = 0 then '{"userName":"user' || n || '@acme.example","filler":"' || repeat('x', 600) || '"}' end,
         case when n % 50 = 0 then '{"status":"409","detail":"' || repeat('y', 200) || '"}' end
    from generate_series(1, ${ROWS}) n`,
  'vacuum analyze scim_request',
];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

describe('a long request log', () => {
  const requests = new RequestsRepository();
  const search = new LogSearch(requests);
  let database: TestDatabase;
  let console: ConsoleDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await withAdmin(database.url, async (owner) => {
      for (const statement of PLANT) await owner.query(statement);
    });
    console = await new ConsoleDatabase({ url: database.url, statementTimeoutMs: 60_000 }, []).open();
  }, 1_200_000);
  afterAll(async () => {
    await console.close();
    await database.drop();
  });

  const asMember = <Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> =>
    console.inTenant(TENANT, work);

  /** How many rows of the log a page's statement fetched, whatever was thrown away afterwards, and whether it read a table from end to end. */
  const readBy = async (selection: RequestSelection): Promise<{ rows: number; scans: string[] }> =>
    asMember(async (em) => {
      const explained = await requests.stretch(explaining(em), selection, { direction: 'older', limit: PAGE });
      const [first] = explained as unknown as { 'QUERY PLAN': { Plan: PlanNode }[] }[];
      const nodes = nodesOf(first?.['QUERY PLAN'][0]?.Plan);
      const onLog = nodes.filter((node) => node['Relation Name']?.startsWith('scim_request') === true);
      return {
        rows: onLog.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0),
        scans: onLog.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
      };
    });

  it.each<[string, Omit<RequestSelection, 'tenantId'>]>([
    ['the newest', {}],
    ['of an integration', { integrationId: INTEGRATION }],
    ['of a person', { resourceId: PERSON }],
    ['that did not succeed', { result: 'failure' }],
    ['of the last week', { since: '7d' }],
    ['before a moment', { to: new Date(Date.now() - 20 * 86_400_000).toISOString() }],
  ])('C01: a page of the requests %s reads a page, however long the log is', async (_, filter) => {
    const { rows, scans } = await readBy({ tenantId: TENANT, ...filter });

    expect(rows).toBeLessThanOrEqual(2 * PAGE);
    expect(scans).toEqual([]);
  });

  it.each<[string, Omit<RequestSelection, 'tenantId'>]>([
    ['a text that nothing holds', { search: 'no such words' }],
    ['a text that many hold', { search: 'person 1' }],
    ['what happens seldom', { kind: 'deleted' }],
    ['a kind that has to be read from the trail', { kind: 'turnedOff' }],
    ['a person who never came to be', { person: 'nobody@acme.example' }],
    ['a person who was refused once', { person: `user${ROWS}@acme.example` }],
  ])(
    'C01: looking for %s answers soon, and finds all of it when it goes on',
    async (_, filter) => {
      const found: string[] = [];
      const times: number[] = [];
      let after: { at: string; id: string } | undefined;
      for (let page = 0; page < 200; page += 1) {
        const began = performance.now();
        const wish = { direction: 'older' as const, limit: PAGE, ...(after === undefined ? {} : { after }) };
        const { rows, gaveUpAt } = await asMember(async (em) => {
          const keys = filter.person === undefined ? {} : { personKeys: await personKeys(em, TENANT, filter.person) };
          return search.page(em, { tenantId: TENANT, ...filter, ...keys }, wish);
        });
        times.push(performance.now() - began);
        found.push(...rows.map(({ id }) => id));
        const last = rows.at(-1);
        after = gaveUpAt ?? (rows.length === PAGE && last ? { at: last.at.toISOString(), id: last.id } : undefined);
        if (after === undefined || found.length >= 3 * PAGE) break;
      }
      if (process.env['REQUEST_ROWS'] !== undefined) {
        process.stdout.write(
          `${JSON.stringify(filter)}: ${found.length} found, pages of ${times.map(Math.round).join(', ')} ms\n`,
        );
      }

      expect(new Set(found).size).toBe(found.length);
      const expected = await truth(filter);
      if (found.length < 3 * PAGE) expect(found.length).toBe(expected);
      else expect(expected).toBeGreaterThanOrEqual(found.length);
    },
    300_000,
  );

  /** What a plain statement over the whole table counts. */
  async function truth({ search: text, kind, person }: Omit<RequestSelection, 'tenantId'>): Promise<number> {
    const condition =
      kind === 'deleted'
        ? `method = 'DELETE'`
        : kind === 'turnedOff'
          ? 'false'
          : person === undefined
            ? `strpos(lower(summary), '${text ?? ''}') > 0`
            : `strpos(request_body, '"${person}"') > 0`;
    return withAdmin(database.url, async (owner) => {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int as count from scim_request where ${condition}`,
      );
      return rows[0]?.count ?? 0;
    });
  }
});

function explaining(em: EntityManager): EntityManager {
  return {
    query: (text: string, values: unknown[]) => em.query(`explain (analyze, format json) ${text}`, values),
  } as unknown as EntityManager;
}

function nodesOf(node: PlanNode | undefined): PlanNode[] {
  return node === undefined ? [] : [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
