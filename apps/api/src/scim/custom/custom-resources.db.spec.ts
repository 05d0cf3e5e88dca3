import { randomUUID } from 'node:crypto';
import { expectScimError, pathOf } from '../conformance/scim-expectations';
import { connectScim, type Body, type ScimConnection } from '../../testing/scim-connection';
import { aDevice, DEVICE, DEVICES_FILE, PLACE } from '../../testing/devices';
import { schemaFile } from '../../testing/schema-file';
import { startTestServer, type TestServer } from '../../testing/test-server';

describe('a resource type that is registered as data', () => {
  let server: TestServer;
  let scim: ScimConnection;

  beforeAll(async () => {
    server = await startTestServer({ ROLLCALL_SCHEMAS: schemaFile(DEVICES_FILE) });
    scim = await connectScim(server);
  });
  afterAll(() => server.stop());

  async function made(attributes: Readonly<Record<string, unknown>> = {}): Promise<Body> {
    const { status, body, text } = await scim.post('/Devices', aDevice(attributes));
    if (status !== 201) throw new Error(`not made: ${text}`);
    return body;
  }

  it('X-03 D-06 D-15: discovery tells of the type, its schema and its extension', async () => {
    const { body } = await scim.get('/ResourceTypes/Device');
    expect(body).toMatchObject({
      id: 'Device',
      endpoint: '/Devices',
      schema: DEVICE,
      schemaExtensions: [{ schema: PLACE, required: false }],
    });
    const schema = (await scim.get(`/Schemas/${DEVICE}`)).body;
    const byName = (name: string): Body => (schema.attributes as Body[]).find((each) => each.name === name);
    expect(byName('serialNumber')).toMatchObject({ required: true, uniqueness: 'server', caseExact: false });
    expect(byName('factory')).toMatchObject({ mutability: 'immutable' });
    expect((await scim.get('/ResourceTypes')).body.totalResults).toBe(4);
  });

  it('X-03 R-01 R-02 M-01: is created with id, meta and version, and read back as it was answered', async () => {
    const answer = await scim.post('/Devices', aDevice({ bought: '2026-01-02T10:00:00Z', [PLACE]: { room: 'K1' } }));
    const { status, body, headers } = answer;
    expect(status).toBe(201);
    expect(body).toMatchObject({
      schemas: [DEVICE, PLACE],
      [PLACE]: { room: 'K1' },
      meta: { resourceType: 'Device', version: 'W/"1"' },
    });
    expect(headers.get('location')).toBe(body.meta.location);
    expect(pathOf(headers.get('location'))).toBe(`/Devices/${body.id}`);
    const read = await scim.get(`/Devices/${body.id}`);
    expect([read.status, read.body, read.headers.get('etag')]).toEqual([200, body, 'W/"1"']);
  });

  it('X-03 S-05 S-09 S-10 R-11: required attributes and types are those of the schema', async () => {
    const wrong = [
      { displayName: undefined },
      { serialNumber: '  ' },
      { slots: 1.5 },
      { bought: '2026-01-01' },
      { ports: [{ type: 'usb' }] },
      { [PLACE]: { badge: 'b' } },
    ];
    for (const attributes of wrong)
      expectScimError(await scim.post('/Devices', aDevice(attributes)), 400, 'invalidValue');
    expectScimError(await scim.post('/Devices', { ...aDevice(), schemas: [PLACE] }), 400, 'invalidSyntax');
  });

  it('X-03 S-20 S-21 R-05: what is read-only or write-only is dropped; what is unknown is noted', async () => {
    const device = await made({ rank: 7, pin: '1234', colour: 'red' });
    for (const name of ['rank', 'pin', 'colour']) expect(device).not.toHaveProperty(name);
    const { trail } = (await scim.requestLog()).at(-1);
    expect(JSON.stringify(trail.notes)).toContain('colour');
    expectScimError(await scim.filter('/Devices', 'pin eq "1234"'), 400, 'invalidFilter');
  });

  it('X-03 A-01 S-23: what is returned on request shows by name only, or to whom wrote it', async () => {
    const device = await made({ notes: 'loud', ports: [{ value: 1, memo: 'left' }] });
    expect(device).toMatchObject({ notes: 'loud', ports: [{ value: 1 }] });
    const plain = (await scim.get(`/Devices/${device.id}`)).body;
    expect([plain.notes, plain.ports]).toEqual([undefined, [{ value: 1 }]]);
    const named = (await scim.get(`/Devices/${device.id}?attributes=notes,ports.memo`)).body;
    expect(named).toMatchObject({ id: device.id, notes: 'loud', ports: [{ memo: 'left' }] });
    expect(named.displayName).toBeUndefined();
  });

  it('X-03 R-07 S-24: a unique value is taken in any letter case, by POST, PUT and PATCH, and free again when its owner changes or goes', async () => {
    const first = await made({ serialNumber: 'ÄB-1', [PLACE]: { room: 'x', badge: 'B1' } });
    const other = await made();
    const clash = { serialNumber: 'äb-1' };
    expectScimError(await scim.post('/Devices', aDevice(clash)), 409, 'uniqueness');
    expectScimError(await scim.put(`/Devices/${other.id}`, aDevice(clash)), 409, 'uniqueness');
    const patch = { op: 'replace', path: `${PLACE}:badge`, value: 'b1' };
    const room = { op: 'replace', path: `${PLACE}:room`, value: 'y' };
    expectScimError(await scim.patch(`/Devices/${other.id}`, [room, patch]), 409, 'uniqueness');
    expect((await scim.get(`/Devices/${other.id}`)).body).toEqual(other);
    const own = await scim.patch(`/Devices/${first.id}`, [{ op: 'replace', path: 'serialNumber', value: 'Äb-1' }]);
    expect([own.status, own.body.serialNumber]).toEqual([200, 'Äb-1']);
    await scim.patch(`/Devices/${first.id}`, [{ op: 'replace', path: 'serialNumber', value: 'moved' }]);
    expect((await scim.patch(`/Devices/${other.id}`, [{ op: 'replace', value: clash }])).status).toBe(200);
    await scim.delete(`/Devices/${first.id}`);
    expect((await scim.patch(`/Devices/${other.id}`, [room, patch])).status).toBe(200);
  });

  it('X-03 S-24: letter case tells values with caseExact apart, and another integration has its own', async () => {
    await made({ assetTag: 'Tag' });
    expect((await made({ assetTag: 'tag' })).assetTag).toBe('tag');
    expectScimError(await scim.post('/Devices', aDevice({ assetTag: 'Tag' })), 409, 'uniqueness');
    const elsewhere = await connectScim(server);
    expect((await elsewhere.post('/Devices', aDevice({ assetTag: 'Tag' }))).status).toBe(201);
  });

  it('X-03 R-07 S-25: of many who take the same unique value at once, one gets it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => scim.post('/Devices', aDevice({ serialNumber: 'once', slots: 4711 }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('X-03 R-13 R-15 R-17 R-20: PUT replaces all but what is immutable, and the same again changes nothing', async () => {
    const device = await made({ factory: 'Kiel', weight: 1.5, labels: ['a'] });
    const body = { schemas: [DEVICE], displayName: 'New', serialNumber: device.serialNumber as string };
    const put = await scim.put(`/Devices/${device.id}`, body);
    expect([put.status, put.body.factory, put.body.weight, put.body.labels]).toEqual([
      200,
      'Kiel',
      undefined,
      undefined,
    ]);
    const again = await scim.put(`/Devices/${device.id}`, body);
    expect(again.body.meta).toEqual(put.body.meta);
    expectScimError(await scim.put(`/Devices/${device.id}`, { ...body, factory: 'Ulm' }), 400, 'mutability');
    expectScimError(await scim.put(`/Devices/${randomUUID()}`, body), 404);
  });

  it('X-03 P-01 P-19 P-32 P-54: PATCH knows paths, value filters and characteristics', async () => {
    const device = await made({ factory: 'Kiel', labels: ['a', 'b'], ports: [{ value: 1 }] });
    const path = `/Devices/${device.id}`;
    const changed = await scim.patch(path, [
      { op: 'add', path: 'ports', value: [{ value: 2, type: 'usb' }] },
      { op: 'replace', path: 'ports[type eq "usb"].value', value: 3 },
      { op: 'remove', path: 'labels[value eq "a"]' },
      { op: 'Replace', path: 'active', value: 'False' },
      { op: 'add', path: `${PLACE}:room`, value: 'K2' },
    ]);
    expect(changed.body).toMatchObject({
      ports: [{ value: 1 }, { value: 3, type: 'usb' }],
      labels: ['b'],
      active: false,
      [PLACE]: { room: 'K2' },
      meta: { version: 'W/"2"' },
    });
    expectScimError(await scim.patch(path, [{ op: 'replace', path: 'factory', value: 'Ulm' }]), 400, 'mutability');
    expectScimError(await scim.patch(path, [{ op: 'remove', path: 'displayName' }]), 400, 'mutability');
    expectScimError(await scim.patch(path, [{ op: 'replace', path: 'rank', value: 1 }]), 400, 'mutability');
  });

  it('X-03 M-04 M-08: conditions hold for reading, changing and deleting', async () => {
    const { id } = await made();
    const stale = { headers: { 'if-match': 'W/"7"' } };
    const replace = [{ op: 'replace', path: 'weight', value: 2 }];
    expect((await scim.get(`/Devices/${id}`, { headers: { 'if-none-match': 'W/"1"' } })).status).toBe(304);
    expectScimError(await scim.patch(`/Devices/${id}`, replace, stale), 412);
    expectScimError(await scim.delete(`/Devices/${id}`, stale), 412);
    const good = { headers: { 'if-match': 'W/"1"' } };
    const answers = await Promise.all(
      [3, 4, 5].map((weight) => scim.patch(`/Devices/${id}`, [{ ...replace[0], value: weight }], good)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('X-03 R-21 R-22 R-12: deleted, it is gone from everywhere; an id of another type names nothing here', async () => {
    const { id, serialNumber } = await made();
    const user = await scim.createUser({ userName: randomUUID() });
    expectScimError(await scim.get(`/Devices/${user.id}`), 404);
    expectScimError(await scim.get(`/Users/${id}`), 404);
    expectScimError(await scim.get(`/Rooms/${id}`), 404);
    expect((await scim.delete(`/Devices/${id}`)).status).toBe(204);
    for (const answer of [await scim.get(`/Devices/${id}`), await scim.delete(`/Devices/${id}`)])
      expectScimError(answer, 404);
    expect((await scim.filter('/Devices', `serialNumber eq "${serialNumber}"`)).body.totalResults).toBe(0);
    expect((await scim.filter('/', `id eq "${id}"`)).body.totalResults).toBe(0);
  });

  it('X-03 H-12 H-13 H-14: methods and paths are those of any resource type', async () => {
    const put = await scim.put('/Devices', aDevice());
    expectScimError(put, 405);
    expect(put.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect((await scim.send('OPTIONS', '/Devices/x')).headers.get('allow')).toContain('PATCH');
    expectScimError(await scim.get('/Devices/.search'), 405);
    expectScimError(await scim.get('/devices'), 404);
    expectScimError(await scim.get('/Devices', { token: 'wrong' }), 401);
  });

  it('X-03 B-01 B-14: bulk makes, refers to, changes and deletes them', async () => {
    const operations = [
      { method: 'POST', path: '/Devices', bulkId: 'd', data: aDevice({ labels: ['bulk'] }) },
      { method: 'PATCH', path: '/Devices/bulkId:d', data: [{ op: 'add', path: 'labels', value: 'two' }] },
      { method: 'POST', path: '/Rooms', bulkId: 'r', data: { schemas: [DEVICE], displayName: 'wrong schema' } },
      { method: 'DELETE', path: '/Devices/bulkId:d' },
    ];
    const { body } = await scim.post('/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: operations,
    });
    expect((body.Operations as Body[]).map(({ status }) => status as string)).toEqual(['201', '200', '400', '204']);
    expect(pathOf(body.Operations[0].location)).toMatch(/^\/Devices\//);
  });

  it('X-03 C01: each change has its event in the same statement, and its sentence and changes in the log', async () => {
    const device = await made({ displayName: 'Printer' });
    await scim.patch(`/Devices/${device.id}`, [{ op: 'replace', path: 'weight', value: 9 }]);
    await scim.patch(`/Devices/${device.id}`, [{ op: 'replace', path: 'weight', value: 9 }]);
    await scim.delete(`/Devices/${device.id}`);
    const events = await scim.look('select kind, resource_type, data from event where resource_id = $1 order by id', [
      device.id,
    ]);
    expect(events.map(({ kind, resource_type }) => [kind, resource_type])).toEqual([
      ['created', 'Device'],
      ['updated', 'Device'],
      ['deleted', 'Device'],
    ]);
    expect(events[1].data).toEqual([{ path: 'weight', after: 9 }]);
    const log = (await scim.requestLog()).slice(-4);
    expect(log.map(({ summary }) => String(summary).replace(/^\S+ /, ''))).toEqual([
      'created Device Printer',
      'changed weight of Device Printer',
      'sent Device Printer again: nothing to change',
      'deleted Device Printer',
    ]);
    expect(log.map(({ resource_type, resource_id }) => [resource_type, resource_id])).toEqual(
      Array.from({ length: 4 }, () => ['Device', device.id]),
    );
  });

  it('X-03 SEC-08 SEC-36: a dead token neither reads nor writes, and nobody sees another integration', async () => {
    const other = await connectScim(server);
    const { id } = (await other.post('/Devices', aDevice())).body;
    expectScimError(await scim.get(`/Devices/${id}`), 404);
    expectScimError(await scim.patch(`/Devices/${id}`, [{ op: 'replace', path: 'weight', value: 1 }]), 404);
    await other.look('update token set revoked_at = now() where id = $1', [other.facts.tokenId]);
    for (const answer of [
      await other.get(`/Devices/${id}`),
      await other.get('/Devices'),
      await other.post('/Devices', aDevice()),
      await other.delete(`/Devices/${id}`),
    ])
      expectScimError(answer, 401);
    const rows = await other.look('select id from scim_custom_resource where integration_id = $1', [
      other.facts.integrationId,
    ]);
    expect(rows).toEqual([{ id }]);
  });
});

describe('without a file of schemas', () => {
  it('X-03: nothing but users and groups is offered', async () => {
    const server = await startTestServer();
    const scim = await connectScim(server);
    expectScimError(await scim.get('/Devices'), 404);
    expectScimError(await scim.post('/Devices', aDevice()), 404);
    expect((await scim.get('/ResourceTypes')).body.totalResults).toBe(2);
    await server.stop();
  });
});
