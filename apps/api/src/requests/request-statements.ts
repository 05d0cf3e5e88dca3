import { storableJson } from './storable-json';
import type { RequestRecord } from './request-record';

/** Column, its type, and where it comes from. */
type Column = readonly [name: string, type: string, read: (record: RequestRecord) => unknown];

/** What the requests of one client of one token have in common: sent once a batch. */
const SHARED: readonly Column[] = [
  ['tenant_id', 'uuid', (record) => record.tenantId],
  ['integration_id', 'uuid', (record) => record.integrationId],
  ['token_id', 'uuid', (record) => record.tokenId],
  ['client', 'text', (record) => record.client],
  ['user_agent', 'text', (record) => record.userAgent],
  ['address', 'text', (record) => record.address],
];

/** What each request has of its own: an array a column. */
const OWN: readonly Column[] = [
  // As text: a Date would be written in local time, field by field.
  ['at', 'timestamptz', (record) => record.at.toISOString()],
  ['id', 'uuid', (record) => record.id],
  ['method', 'text', (record) => record.method],
  ['path', 'text', (record) => record.path],
  ['query', 'text', (record) => record.query],
  ['status', 'smallint', (record) => record.status],
  ['duration_ms', 'real', (record) => record.durationMs],
  ['resource_type', 'text', (record) => record.resourceType],
  ['resource_id', 'uuid', (record) => record.resourceId],
  ['resource_name', 'text', (record) => record.resourceName],
  ['summary', 'text', (record) => record.summary],
  ['trail', 'jsonb', (record) => (record.trail === null ? null : storableJson(record.trail))],
];

/** Kept of failures only. */
const BODIES: readonly Column[] = [
  ['request_body', 'text', (record) => record.requestBody],
  ['response_body', 'text', (record) => record.responseBody],
];

class InsertRequests {
  private readonly text: string;

  constructor(
    private readonly name: string,
    private readonly own: readonly Column[],
  ) {
    const columns = [...SHARED, ...own].map(([column]) => column);
    const shared = SHARED.map(([, type], index) => `$${index + 1}::${type}`);
    const arrays = own.map(([, type], index) => `$${SHARED.length + index + 1}::${type}[]`);
    this.text = `insert into scim_request (${columns.join(', ')})
      select ${shared.join(', ')}, own.* from unnest(${arrays.join(', ')}) own`;
  }

  of(records: readonly [RequestRecord, ...RequestRecord[]]) {
    const [first] = records;
    const values = [...SHARED.map(([, , read]) => read(first)), ...this.own.map(([, , read]) => records.map(read))];
    return { name: this.name, text: this.text, values };
  }
}

const WITHOUT_BODIES = new InsertRequests('insert_requests', OWN);
const WITH_BODIES = new InsertRequests('insert_requests_with_bodies', [...OWN, ...BODIES]);

/** The statements that write a batch: one for each client of each token, and one more for those of its requests that failed. */
export function insertionsOf(records: readonly RequestRecord[]) {
  const groups = new Map<string, [RequestRecord, ...RequestRecord[]]>();
  for (const record of records) {
    const key = groupOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()].map((group) => (hasBodies(group[0]) ? WITH_BODIES : WITHOUT_BODIES).of(group));
}

function groupOf(record: RequestRecord): string {
  return `${record.tokenId} ${record.integrationId} ${record.address} ${record.client}\n${record.userAgent}\n${hasBodies(record)}`;
}

function hasBodies(record: RequestRecord): boolean {
  return record.requestBody !== null || record.responseBody !== null;
}
