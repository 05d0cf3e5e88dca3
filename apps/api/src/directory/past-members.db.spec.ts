import { HIDDEN_VALUE, type AsOfView, type Page, type PastMember } from '@rollcall/admin-contracts';
import { momentBetween } from '../testing/moment-between';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';

const STEPS = 60;
const PEOPLE = 8;

describe('who was in a group', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;
  const people: string[] = [];

  beforeAll(async () => {
    acme = await givenOrganisation();
    entra = acme.scim(await acme.connect('Entra ID', 'entra'));
    for (let person = 0; person < PEOPLE; person += 1)
      people.push((await entra.createUser({ userName: `p${person}`, displayName: `Person ${person}` })).id as string);
  });
  afterAll(() => acme.stop());

  const moment = (): Promise<string> => momentBetween(acme);
  const page = async (group: string, at: string, query = ''): Promise<Page<PastMember>> => {
    const path = `/groups/${group}/members/as-of?at=${encodeURIComponent(at)}${query}`;
    const { status, body } = await acme.owner.get<Page<PastMember>>(path);
    expect(status).toBe(200);
    return body;
  };
  const names = async (group: string, at: string) =>
    (await page(group, at)).items.map(({ displayName }) => displayName);
  const change = (group: string, op: 'add' | 'remove' | 'replace', members: readonly string[]) =>
    entra.patch(`/Groups/${group}`, [
      op === 'remove'
        ? { op, path: `members[value eq "${members[0] ?? ''}"]` }
        : { op, path: 'members', value: members.map((value) => ({ value })) },
    ]);

  it('C03: at each moment those who were in it then, after any changes', async () => {
    const group = (await entra.createGroup('Engineers')).id as string;
    const inside = new Set<string>();
    const remembered: (readonly [string, readonly string[]])[] = [];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let step = 0; step < STEPS; step += 1) {
      const some = people.filter(() => random(3) === 0);
      const one = people[random(PEOPLE)] ?? '';
      switch (random(3)) {
        case 0:
          await change(group, 'add', some.length > 0 ? some : [one]);
          for (const id of some.length > 0 ? some : [one]) inside.add(id);
          break;
        case 1:
          await change(group, 'remove', [one]);
          inside.delete(one);
          break;
        default:
          await change(group, 'replace', some);
          inside.clear();
          for (const id of some) inside.add(id);
      }
      remembered.push([await moment(), [...inside].sort()]);
    }

    for (const [at, members] of remembered) {
      const { items, total } = await page(group, at);
      expect(items.map(({ id }) => id).sort()).toEqual(members);
      expect(total).toBe(members.length);
    }
    const now = remembered.at(-1)?.[0] ?? '';
    const live = (await acme.owner.get<Page<PastMember>>(`/groups/${group}/members`)).body;
    expect((await page(group, now)).items.map(({ id }) => id)).toEqual(live.items.map(({ id }) => id));
  });

  it('C03: the deleted are named as they were, and say so; of the purged the id is left', async () => {
    const [gone, purged] = [await person('Gone Away'), await person('Long Gone')];
    const group = (await entra.createGroup('Leavers', [people[0] ?? '', gone, purged])).id as string;
    const then = await moment();
    await entra.delete(`/Users/${gone}`);
    await entra.delete(`/Users/${purged}`);
    await acme.sql('delete from deleted_resource where id = $1', [purged]);

    const { items } = await page(group, then);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: people[0], presence: 'present', active: true }),
        expect.objectContaining({ id: gone, displayName: 'Gone Away', userName: 'Gone Away', presence: 'deleted' }),
        expect.objectContaining({ id: purged, displayName: purged, presence: 'purged' }),
      ]),
    );
    expect(await names(group, await moment())).toEqual(['Person 0']);
  });

  it('C03 C09: before, while and after the group itself was deleted', async () => {
    const before = await moment();
    const group = (await entra.createGroup('Ghosts', people.slice(0, 3))).id as string;
    const full = await moment();
    await entra.delete(`/Groups/${group}`);
    const deleted = await moment();

    expect(await names(group, full)).toEqual(['Person 0', 'Person 1', 'Person 2']);
    await acme.owner.post(`/groups/${group}/restore`);
    expect(await names(group, before)).toEqual([]);
    expect(await names(group, full)).toEqual(['Person 0', 'Person 1', 'Person 2']);
    expect(await names(group, deleted)).toEqual([]);
    expect(await names(group, await moment())).toEqual(['Person 0', 'Person 1', 'Person 2']);
  });

  it('C03: page by page in the order of names, each once', async () => {
    const group = (await entra.createGroup('Everybody', people)).id as string;
    const at = await moment();
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const next: Page<PastMember> = await page(
        group,
        at,
        `&limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      );
      found.push(...next.items.map(({ displayName }) => displayName));
      cursor = next.nextCursor;
    } while (cursor !== undefined);

    expect(found).toEqual(people.map((_id, index) => `Person ${index}`));
  });

  it('C03: of very many in the order in which they were made', async () => {
    const group = (await entra.createGroup('Crowd')).id as string;
    await acme.sql(
      `insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids)
       select $1, $2, $3, 'membersAdded', 'Group', array_agg(('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid)
         from generate_series(1, 6000) n`,
      [acme.tenantId, entra.facts.integrationId, group],
    );
    const at = await moment();
    const first = await page(group, at, '&limit=2');
    const second = await page(group, at, `&limit=2&cursor=${first.nextCursor ?? ''}`);

    expect(first.total).toBe(6000);
    expect([...first.items, ...second.items].map(({ id }) => id.slice(-1))).toEqual(['1', '2', '3', '4']);
  });

  it('C03: whoever was taken out and put back at the same moment is in, however their transactions are numbered', async () => {
    const member = people[0] ?? '';
    const group = (await entra.createGroup('Revolving door', [member])).id as string;
    for (const [kind, xid] of [
      ['membersRemoved', '900000000'],
      ['membersAdded', '800000000'],
    ])
      await acme.sql(
        `insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids, xid)
         values ($1, $2, $3, $4, 'Group', $5, $6::text::xid8)`,
        [acme.tenantId, entra.facts.integrationId, group, kind, [member], xid],
      );
    const at = await moment();

    expect(await names(group, at)).toEqual(['Person 0']);
    const { body } = await acme.owner.get<AsOfView>(`/users/${member}/as-of?at=${encodeURIComponent(at)}`);
    expect(body.groups?.map(({ displayName }) => displayName)).toContain('Revolving door');
  });

  it('A30: holds nothing that is hidden from Support', async () => {
    const group = (await entra.createGroup('Watched', people.slice(0, 1))).id as string;
    const support = await acme.member('support');
    const { body } = await support.get(`/groups/${group}/members/as-of?at=${encodeURIComponent(await moment())}`);

    expect(body).toMatchObject({ items: [{ displayName: 'Person 0', userName: 'p0' }] });
    expect(JSON.stringify(body)).not.toContain(HIDDEN_VALUE);
  });

  it('SEC-18: without a moment it is bad input', async () => {
    const group = (await entra.createGroup('Timeless')).id as string;
    expect((await acme.owner.get(`/groups/${group}/members/as-of`)).status).toBe(400);
  });

  async function person(name: string): Promise<string> {
    return (await entra.createUser({ userName: name, displayName: name })).id as string;
  }
});
