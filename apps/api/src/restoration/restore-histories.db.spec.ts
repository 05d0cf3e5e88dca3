import fc from 'fast-check';
import { httpRuns, runsTimeoutMs } from '../scim/conformance/property-runs';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';

const PEOPLE = 4;
const GROUPS = 3;
const HISTORIES_A_DATABASE = 20;
const RUNS = httpRuns(15);
const SEED = process.env['PROPERTY_SEED'];

type Step =
  | { readonly kind: 'toggle'; readonly of: 'people' | 'groups'; readonly index: number }
  | { readonly kind: 'join' | 'leave'; readonly person: number; readonly group: number };

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('toggle' as const), of: fc.constant('people' as const), index: fc.nat(PEOPLE - 1) }),
    fc.record({ kind: fc.constant('toggle' as const), of: fc.constant('groups' as const), index: fc.nat(GROUPS - 1) }),
    fc.record({
      kind: fc.constantFrom('join' as const, 'leave' as const),
      person: fc.nat(PEOPLE - 1),
      group: fc.nat(GROUPS - 1),
    }),
  ),
  { minLength: 4, maxLength: 14 },
);

/** A membership outlives the deletion of either side: it is there again as soon as both are. */
class Model {
  readonly people = new Set(Array.from({ length: PEOPLE }, (_, index) => index));
  readonly groups = new Set(Array.from({ length: GROUPS }, (_, index) => index));
  private readonly members = new Set<string>();
  private readonly remembered = new Set<string>();

  isLiving(person: number, group: number): boolean {
    return this.people.has(person) && this.groups.has(group);
  }

  change(kind: 'join' | 'leave', person: number, group: number): void {
    if (kind === 'join') this.members.add(`${person}/${group}`);
    else this.members.delete(`${person}/${group}`);
  }

  toggle(of: 'people' | 'groups', index: number): void {
    if (this[of].has(index)) {
      this[of].delete(index);
      this.move(this.members, this.remembered, (person, group) => (of === 'people' ? person : group) === index);
    } else {
      this[of].add(index);
      this.move(this.remembered, this.members, (person, group) => this.isLiving(person, group));
    }
  }

  membersOf(group: number): number[] {
    return [...this.members]
      .map((pair) => pair.split('/').map(Number))
      .filter(([, of]) => of === group)
      .map(([person = -1]) => person)
      .sort((one, other) => one - other);
  }

  private move(from: Set<string>, to: Set<string>, which: (person: number, group: number) => boolean): void {
    for (const pair of [...from]) {
      const [person = -1, group = -1] = pair.split('/').map(Number);
      if (!which(person, group)) continue;
      from.delete(pair);
      to.add(pair);
    }
  }
}

describe('histories of deletion and restoration', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  let told = 0;
  /** Each history has an integration of its own; emptying the tables takes longer than a history does. */
  async function connected(): Promise<ScimConnection> {
    if (told % HISTORIES_A_DATABASE === 0) {
      await acme.startAfresh();
      await acme.sql('truncate deleted_resource');
    }
    told += 1;
    return acme.scim(await acme.connect(`Entra ID ${told}`));
  }

  it(
    'R-45: whatever the order, every record has its old text and id, and each group the members that it should have',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          const entra = await connected();
          const world = await populate(entra);
          const texts = await textsOf(entra);
          const model = new Model();
          for (const step of history) await take(acme, entra, world, model, step);
          await expectSame(entra, world, model, texts);
        }),
        { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
      );
    },
    runsTimeoutMs(RUNS),
  );
});

interface World {
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

async function populate(entra: ScimConnection): Promise<World> {
  const person = async (_: unknown, index: number): Promise<string> => {
    const emails = [{ value: `p${index}@a.example` }, { value: `p${index}@b.example` }];
    return (await entra.createUser({ userName: `p${index}`, emails })).id;
  };
  const group = async (_: unknown, index: number): Promise<string> => (await entra.createGroup(`G${index}`)).id;
  return {
    people: await Promise.all(Array.from({ length: PEOPLE }, person)),
    groups: await Promise.all(Array.from({ length: GROUPS }, group)),
  };
}

async function take(acme: TestOrganisation, entra: ScimConnection, world: World, model: Model, step: Step) {
  if (step.kind === 'toggle') {
    const id = world[step.of][step.index];
    const [scim, console] = step.of === 'people' ? ['Users', 'users'] : ['Groups', 'groups'];
    const answer = model[step.of].has(step.index)
      ? await entra.delete(`/${scim}/${id}`)
      : await acme.owner.post(`/${console}/${id}/restore`);
    expect(answer.status).toBeLessThan(300);
    model.toggle(step.of, step.index);
    return;
  }
  if (!model.isLiving(step.person, step.group)) return;
  const value = world.people[step.person];
  const operation =
    step.kind === 'join'
      ? { op: 'add', path: 'members', value: [{ value }] }
      : { op: 'remove', path: `members[value eq "${value}"]` };
  await entra.patch(`/Groups/${world.groups[step.group]}`, [operation]);
  model.change(step.kind, step.person, step.group);
}

async function expectSame(entra: ScimConnection, world: World, model: Model, texts: ReadonlyMap<string, string>) {
  const living = [
    ...[...model.people].map((index) => world.people[index]),
    ...[...model.groups].map((index) => world.groups[index]),
  ];
  const now = await textsOf(entra);
  expect([...now.keys()].sort()).toEqual(living.sort());
  for (const [id, text] of now) expect(text).toBe(texts.get(id));
  for (const index of model.groups) {
    const members = model.membersOf(index).map((person) => world.people[person]);
    expect(await entra.memberIds(world.groups[index] ?? '')).toEqual(members.sort());
  }
  const total = async (path: string) =>
    ((await entra.get(`${path}?count=0`)).body as { totalResults: number }).totalResults;
  expect([await total('/Users'), await total('/Groups')]).toEqual([model.people.size, model.groups.size]);
}

async function textsOf(entra: ScimConnection): Promise<Map<string, string>> {
  const rows: { id: string; resource: string }[] = await entra.look(
    `select id, resource from scim_user where integration_id = $1
     union all select id, resource from scim_group where integration_id = $1`,
    [entra.facts.integrationId],
  );
  return new Map(rows.map(({ id, resource }) => [id, resource]));
}
