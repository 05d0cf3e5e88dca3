import type { ChangeView, GroupView, TimeLinePage, UserView } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';
import { HISTORY } from './history.repository';
import { STEPS } from './memberships.repository';

const CHANGES = 1_000;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

describe('a long time line', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  let ana: string;

  beforeAll(async () => {
    acme = await givenOrganisation();
    entra = acme.scim(await acme.connect('Entra ID', 'entra'));
    ana = (await entra.createUser({ userName: 'ana', displayName: 'Ana', title: 'T0' })).id as string;
    const groups = [await entra.createGroup('Engineers'), await entra.createGroup('Sales')];
    // As many transactions, so that they have as many places in the log; half of them are her own, half her groups'.
    for (let number = 1; number <= CHANGES; number += 1) {
      const group = groups[number % 2]?.id as string;
      const [resource, kind, members, data] =
        number % 4 < 2
          ? [ana, 'updated', null, JSON.stringify([{ path: 'title', before: `T${number - 1}`, after: `T${number}` }])]
          : [group, number % 8 < 4 ? 'membersAdded' : 'membersRemoved', [ana], null];
      await acme.sql(
        `insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids, data)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [acme.tenantId, entra.facts.integrationId, resource, kind, resource === ana ? 'User' : 'Group', members, data],
      );
    }
    await acme.sql(
      `insert into event (tenant_id, integration_id, resource_id, kind, resource_type)
       select $1, $2, gen_random_uuid(), 'updated', 'User' from generate_series(1, 30000)`,
      [acme.tenantId, entra.facts.integrationId],
    );
    await acme.sql('vacuum analyze event');
  }, 120_000);
  afterAll(() => acme.stop());

  /** Page by page to the end; `between` is what happens meanwhile. */
  async function whole(path: string, between: () => Promise<unknown> = () => Promise.resolve()): Promise<ChangeView[]> {
    const found: ChangeView[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await acme.owner.get<TimeLinePage>(
        `${path}/history${cursor === undefined ? '' : `?cursor=${cursor}`}`,
      );
      expect(status).toBe(200);
      found.push(...body.items);
      cursor = body.nextCursor;
      await between();
    } while (cursor !== undefined);
    return found;
  }

  it('C03: tells every change once, newest first, to the very first', async () => {
    const changes = await whole(`/users/${ana}`);

    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    expect(changes).toHaveLength(CHANGES + 1);
    expect(changes.at(-1)?.summary).toBe('Person created');
    const titles = changes.flatMap(({ summary }) => /to "T(\d+)"$/.exec(summary)?.[1] ?? []).map(Number);
    expect(titles).toEqual([...titles].sort((one, other) => other - one));
  });

  it('C03: stays what it is while more happens', async () => {
    const before = await whole(`/users/${ana}`);
    let number = 0;
    const during = await whole(`/users/${ana}`, () =>
      entra.patch(`/Users/${ana}`, [{ op: 'replace', path: 'nickName', value: `N${(number += 1)}` }]),
    );

    expect(during.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('C03: goes on from the page that the person’s record comes with', async () => {
    const { history } = (await acme.owner.get<UserView>(`/users/${ana}`)).body;
    const { body } = await acme.owner.get<TimeLinePage>(`/users/${ana}/history?cursor=${history.nextCursor ?? ''}`);

    const all = (await whole(`/users/${ana}`)).map(({ id }) => id);
    expect([...history.items, ...body.items].map(({ id }) => id)).toEqual(all.slice(0, 100));
  });

  it('C03: of a group is paged as well', async () => {
    const group = (await acme.owner.get<{ items: GroupView[] }>('/groups?search=Sales')).body.items[0]?.id ?? '';

    const changes = await whole(`/groups/${group}`);
    expect(changes).toHaveLength(CHANGES / 4 + 1);
    expect(changes.at(-1)?.summary).toBe('Group created');
  });

  it.each(['WyJ4IiwieSJd', 'WzFd', 'nonsense'])('SEC-18: the cursor %j is bad input', async (cursor) => {
    expect((await acme.owner.get(`/users/${ana}/history?cursor=${cursor}`)).status).toBe(400);
  });

  it.each([
    ['own changes', HISTORY, 'event_pkey', 51],
    ['groups joined and left', STEPS, undefined, 51],
  ] as const)('C03: a page far back reads %s by an index', async (_what, statement, index, limit) => {
    const [middle] = await acme.sql<{ xid: string; id: string }>(
      `select e.xid::text as xid, e.id::text as id from event e where e.resource_id = $1 order by e.xid, e.id offset 250 limit 1`,
      [ana],
    );
    const key = [acme.tenantId, entra.facts.integrationId, ana];
    const plan = await acme.databases.console.inTenant(acme.tenantId, async (em) => {
      const rows = await em.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
        `explain (analyze, format json) ${statement}`,
        [...key, middle?.xid, middle?.id, limit],
      );
      return rows[0]?.['QUERY PLAN'][0].Plan as PlanNode;
    });

    const nodes = flat(plan);
    const scans = nodes.filter((node) => node['Relation Name'] === 'event');
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'event')).toEqual([]);
    if (index === undefined) return;
    expect(scans.map((node) => [node['Index Name'], node['Actual Rows']])).toEqual([[index, limit]]);
    // The place itself is part of what the index is asked for: what is newer is not read.
    expect(scans[0]?.['Index Cond']).toMatch(/ROW\(xid, id\) < ROW/);
  });
});

function flat(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}
