import type { RequestRecord } from './request-record';

/** Column, type of its array, and where it comes from. */
const COLUMNS: readonly (readonly [string, string, (record: RequestRecord) => unknown])[] = [
  ['tenant_id', 'uuid', (record) => record.tenantId],
  ['at', 'timestamptz', (record) => record.at],
  ['id', 'uuid', (record) => record.id],
  ['integration_id', 'uuid', (record) => record.integrationId],
  ['token_id', 'uuid', (record) => record.tokenId],
  ['method', 'text', (record) => record.method],
  ['path', 'text', (record) => record.path],
  ['query', 'text', (record) => record.query],
  ['status', 'smallint', (record) => record.status],
  ['duration_ms', 'real', (record) => record.durationMs],
  ['client', 'text', (record) => record.client],
  ['user_agent', 'text', (record) => record.userAgent],
  ['address', 'text', (record) => record.address],
  ['resource_type', 'text', (record) => record.resourceType],
  ['resource_id', 'uuid', (record) => record.resourceId],
  ['resource_name', 'text', (record) => record.resourceName],
  ['summary', 'text', (record) => record.summary],
  ['trail', 'jsonb', (record) => (record.trail === null ? null : JSON.stringify(record.trail))],
  ['request_body', 'text', (record) => record.requestBody],
  ['response_body', 'text', (record) => record.responseBody],
];

/** A whole batch as one statement: an array a column. */
export const INSERT_REQUESTS = {
  name: 'insert_requests',
  text: `insert into scim_request (${COLUMNS.map(([name]) => name).join(', ')})
    select * from unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})`,
};

export function requestArrays(records: readonly RequestRecord[]): unknown[] {
  return COLUMNS.map(([, , read]) => records.map(read));
}
