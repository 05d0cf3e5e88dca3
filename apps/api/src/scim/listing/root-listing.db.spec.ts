import { idsIn } from '../conformance/scim-expectations';
import { aDevice, DEVICES_FILE, ROOM } from '../../testing/devices';
import { connectScim, type Body, type ScimConnection } from '../../testing/scim-connection';
import { schemaFile } from '../../testing/schema-file';
import { startTestServer, type TestServer } from '../../testing/test-server';

const NAMES = ['delta', 'Alpha', 'echo', 'Bravo', 'charlie', 'Foxtrot', 'alpha', 'Ärger', 'zulu', '𝒳ray', 'ﬁn'];
const SORTS = [
  'displayName',
  'meta.created',
  'meta.location',
  'meta.resourceType',
  'id',
  'userName',
  'title',
  'slots',
  'nobody',
];

/** Users, groups, devices and rooms; `title` is a text of users and a number of rooms, `userName` a number of devices. */
describe('one order over all types', () => {
  let server: TestServer;
  let scim: ScimConnection;
  let size = 0;

  beforeAll(async () => {
    server = await startTestServer({ ROLLCALL_SCHEMAS: schemaFile(DEVICES_FILE) });
    scim = await connectScim(server);
    for (const [index, displayName] of NAMES.entries()) {
      const named = index % 4 === 3 ? {} : { displayName };
      await scim.createUser({ userName: `u${(index * 5) % 11}`, title: `t${index % 3}`, ...named });
      if (index < 6) await scim.createGroup(`${displayName}${index % 2}`);
      if (index < 7) await scim.post('/Devices', aDevice({ displayName, slots: 20 - index, userName: index }));
      if (index < 5) await scim.post('/Rooms', { schemas: [ROOM], ...named, ...(index % 2 ? { title: index } : {}) });
    }
    size = NAMES.length + 6 + 7 + 5;
  });
  afterAll(() => server.stop());

  const list = async (query: string): Promise<Body> => (await scim.get(`/?${query}`)).body;

  /** The order of RFC 7644 §3.4.2.3, found without a database: by code point of the folded text. */
  function shownInOrder(resources: readonly Body[], attribute: string): boolean {
    const keys = resources.map((resource) => resource[attribute] as string | undefined);
    const known = keys.filter((key) => key !== undefined).map((key) => Buffer.from(key.normalize('NFC').toLowerCase()));
    const isSorted = known.every((key, at) => at === 0 || Buffer.compare(known[at - 1] ?? key, key) <= 0);
    return isSorted && keys.slice(known.length).every((key) => key === undefined);
  }

  it('L-11 L-12 L-13 L-18: resources of all types stand in one order by name, those without one last', async () => {
    const { Resources } = await list('sortBy=displayName');
    expect(Resources).toHaveLength(size);
    expect(shownInOrder(Resources as Body[], 'displayName')).toBe(true);
    const types = (Resources as Body[]).map(({ meta }) => meta.resourceType as string);
    const changes = types.filter((type, at) => at > 0 && type !== types[at - 1]).length;
    expect(changes).toBeGreaterThan(8);
  });

  it('L-13: by time they stand in the order in which they were made, whatever they are', async () => {
    const { Resources } = await list('sortBy=meta.created');
    const created = (Resources as Body[]).map(({ meta }) => meta.created as string);
    expect(created).toEqual([...created].sort());
    expect(new Set((Resources as Body[]).slice(0, 4).map(({ meta }) => meta.resourceType as string)).size).toBe(4);
  });

  it('L-13: by location they stand in the order of the addresses that are shown', async () => {
    const { Resources } = await list('sortBy=meta.location');
    const locations = (Resources as Body[]).map(({ meta }) => meta.location as string);
    expect(locations).toEqual([...locations].sort());
  });

  it.each(SORTS)(
    'L-12: sorted by %s, descending is ascending backwards, but for those that nothing but their type tells apart',
    async (sortBy) => {
      const up = (await list(`sortBy=${sortBy}`)).Resources as Body[];
      const down = (await list(`sortBy=${sortBy}&sortOrder=descending`)).Resources as Body[];
      const key = (resource: Body): unknown =>
        sortBy.split('.').reduce<Body>((value, name) => (value === undefined ? undefined : value[name]), resource);
      const folded = (resources: readonly Body[]) =>
        resources.map((resource) => {
          const value = key(resource);
          return typeof value === 'string' ? value.toLowerCase() : value;
        });
      expect(folded(down)).toEqual(folded(up).reverse());
    },
  );

  describe.each(SORTS.flatMap((sortBy) => ['ascending', 'descending'].map((order) => [sortBy, order] as const)))(
    'by %s, %s',
    (sortBy, order) => {
      const sort = `sortBy=${sortBy}&sortOrder=${order}`;

      it.each([1, 4, 7])('L-10 L-06: index pages of %i are the whole list, with its total', async (count) => {
        const whole = idsIn(await list(sort));
        expect(new Set(whole).size).toBe(size);
        const paged: string[] = [];
        for (let startIndex = 1; startIndex <= size; startIndex += count) {
          const page = await list(`${sort}&startIndex=${startIndex}&count=${count}`);
          expect(page.totalResults).toBe(size);
          paged.push(...idsIn(page));
        }
        expect(paged).toEqual(whole);
      });

      it('L-10: a page out of the middle, which no page went before, is that part of the list', async () => {
        const whole = idsIn(await list(sort));
        expect(idsIn(await list(`${sort}&startIndex=12&count=6`))).toEqual(whole.slice(11, 17));
      });

      it.each([1, 3, 10])('C-02 C-06 C-11: cursor pages of %i are the whole list, with its total', async (count) => {
        const whole = idsIn(await list(sort));
        const paged: string[] = [];
        let cursor: string | undefined = '';
        while (cursor !== undefined) {
          const page: Body = await list(`${sort}&cursor=${cursor}&count=${count}`);
          expect(page.totalResults).toBe(size);
          paged.push(...idsIn(page));
          cursor = page.nextCursor as string | undefined;
        }
        expect(paged).toEqual(whole);
      });
    },
  );

  it('L-18 L-19 L-25: a filter counts and sorts across the types; what a type does not know has no value there', async () => {
    const filter = encodeURIComponent('displayName sw "a" or slots gt 18');
    const { totalResults, Resources } = await list(`filter=${filter}&sortBy=displayName&count=3`);
    expect([totalResults, Resources.length]).toEqual([(await list(`filter=${filter}`)).Resources.length, 3]);
    expect(shownInOrder(Resources as Body[], 'displayName')).toBe(true);
  });

  it('L-10: without a sort, each type follows the other, and pages still are the whole list', async () => {
    const whole = await list('count=100');
    const types = (whole.Resources as Body[]).map(({ meta }) => meta.resourceType as string);
    expect(types.filter((type, at) => type !== types[at - 1])).toEqual(['User', 'Group', 'Device', 'Room']);
    const paged: string[] = [];
    for (let startIndex = 1; startIndex <= size; startIndex += 5)
      paged.push(...idsIn(await list(`startIndex=${startIndex}&count=5`)));
    expect(paged).toEqual(idsIn(whole));
  });
});
