import { v7 as uuidv7 } from 'uuid';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { RequestLog } from './request-log';
import type { RequestRecord } from './request-record';

describe('what the request log writes together', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  const recordOf = (path: string, more: Partial<RequestRecord> = {}): RequestRecord => ({
    tenantId: acme.tenantId,
    integrationId: null,
    tokenId: null,
    id: uuidv7(),
    at: new Date(),
    method: 'PATCH',
    path,
    query: null,
    status: 200,
    durationMs: 1,
    client: null,
    userAgent: null,
    address: null,
    resourceType: null,
    resourceId: null,
    resourceName: null,
    summary: 'x',
    trail: null,
    requestBody: null,
    responseBody: null,
    ...more,
  });

  async function paths(records: readonly RequestRecord[]): Promise<unknown[]> {
    const log = acme.app.get(RequestLog, { strict: false });
    for (const record of records) log.record(record);
    await log.flush();
    const rows = await acme.sql('select path from scim_request where id = any ($1) order by path', [
      records.map(({ id }) => id),
    ]);
    return rows.map(({ path }) => path);
  }

  it('R-12: keeps a request whose trail holds what jsonb does not know', async () => {
    const trail = { matched: 'x\0y', notes: [], error: { detail: '\ud800' } };
    expect(await paths([recordOf('/a'), recordOf('/b', { trail }), recordOf('/c')])).toEqual(['/a', '/b', '/c']);
  });

  it('R-12: loses the one request that cannot be stored, and none beside it', async () => {
    const records = ['/1', '/2', '/3\0', '/4', '/5'].map((path) => recordOf(path));
    expect(await paths(records)).toEqual(['/1', '/2', '/4', '/5']);
  });
});
