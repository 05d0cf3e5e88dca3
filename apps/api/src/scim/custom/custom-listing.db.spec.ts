import { expectScimError, idsIn, namesIn } from '../conformance/scim-expectations';
import { aDevice, DEVICES_FILE, PLACE, ROOM } from '../../testing/devices';
import { connectScim, type Body, type ScimConnection } from '../../testing/scim-connection';
import { schemaFile } from '../../testing/schema-file';
import { startTestServer, type TestServer } from '../../testing/test-server';

const COUNT = 25;

describe('lists of a registered type', () => {
  let server: TestServer;
  let many: ScimConnection;

  beforeAll(async () => {
    server = await startTestServer({ ROLLCALL_SCHEMAS: schemaFile(DEVICES_FILE) });
    many = await connectScim(server);
    for (let index = 0; index < COUNT; index += 1) {
      const attributes = {
        displayName: `Device ${String(index).padStart(2, '0')}`,
        serialNumber: `S${String((index * 7) % COUNT).padStart(2, '0')}`,
        slots: (index * 3) % COUNT,
        ...(index % 5 === 0 ? {} : { weight: index / 4 }),
        bought: `2026-01-${String(1 + (index % 9)).padStart(2, '0')}T00:00:00Z`,
        labels: [`l${index % 3}`],
      };
      await many.post('/Devices', aDevice(attributes));
      if (index < 3) await many.post('/Rooms', { schemas: [ROOM], title: index });
    }
  });

  afterAll(() => server.stop());

  it.each([
    ['serialNumber eq "s07"', 1],
    ['serialNumber ne "s07"', COUNT - 1],
    ['serialNumber sw "S0"', 10],
    ['serialNumber gt "S20"', 4],
    ['slots ge 20', 5],
    ['slots eq 4', 1],
    ['weight pr', 20],
    ['not (weight pr)', 5],
    ['bought lt "2026-01-02T00:00:00+00:00"', 3],
    ['labels eq "l1"', 8],
    ['labels[value eq "l2"] and displayName co "device 1"', 3],
    ['meta.resourceType eq "Device"', COUNT],
    [`${PLACE}:room pr`, 0],
    ['externalId eq "nobody"', 0],
  ])('X-03 F-01: %s finds %i', async (filter, found) => {
    const { status, body } = await many.filter('/Devices', filter);
    expect([status, body.totalResults]).toEqual([200, found]);
  });

  it('X-03 F-28: an unknown attribute is refused and named', async () => {
    const answer = await many.filter('/Devices', 'nickName eq "x"');
    expectScimError(answer, 400, 'invalidFilter');
    expect(answer.body.detail).toContain('nickName');
  });

  it.each(['serialNumber', 'slots', 'weight', 'bought', 'meta.created', 'labels'])(
    'X-03 L-10 L-12 C-11: pages sorted by %s are the whole list in one order, by index and by cursor, both ways',
    async (sortBy) => {
      const whole = idsIn((await many.get(`/Devices?sortBy=${sortBy}`)).body);
      expect(new Set(whole).size).toBe(COUNT);
      const down = idsIn((await many.get(`/Devices?sortBy=${sortBy}&sortOrder=descending`)).body);
      expect(down).toEqual([...whole].reverse());
      const byIndex: string[] = [];
      for (let startIndex = 1; startIndex <= COUNT; startIndex += 7) {
        const { body } = await many.get(`/Devices?sortBy=${sortBy}&count=7&startIndex=${startIndex}`);
        expect(body.totalResults).toBe(COUNT);
        byIndex.push(...idsIn(body));
      }
      expect(byIndex).toEqual(whole);
      const byCursor: string[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const { body }: Body = await many.get(`/Devices?sortBy=${sortBy}&count=7&cursor=${cursor}`);
        byCursor.push(...idsIn(body));
        cursor = body.nextCursor as string | undefined;
      }
      expect(byCursor).toEqual(whole);
    },
  );

  it('X-03 F-48: a search in a body finds what the same query in the URL finds', async () => {
    const { status, body } = await many.post('/Devices/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter: 'slots lt 3',
      sortBy: 'slots',
      attributes: ['slots'],
    });
    expect([status, namesIn(body, 'slots')]).toEqual([200, [0, 1, 2]]);
    expect(Object.keys(body.Resources[0]).sort()).toEqual(['id', 'schemas', 'slots']);
  });

  it('X-03 L-25 L-26: the total is exact at once, for this integration and type alone', async () => {
    const { id } = (await many.post('/Rooms', { schemas: [ROOM] })).body;
    expect((await many.get('/Rooms?count=0')).body.totalResults).toBe(4);
    await many.delete(`/Rooms/${id}`);
    expect((await many.get('/Rooms?count=1')).body.totalResults).toBe(3);
    expect((await many.get('/Devices?count=1')).body.totalResults).toBe(COUNT);
  });

  it('X-03 L-18: the root and its search hold them too', async () => {
    const { body } = await many.get('/?count=0');
    expect(body.totalResults).toBe(COUNT + 3);
    const found = await many.post('/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter: 'serialNumber eq "S03" or title eq 1',
    });
    expect((found.body.Resources as Body[]).map(({ meta }) => meta.resourceType as string)).toEqual(['Device', 'Room']);
  });
});
