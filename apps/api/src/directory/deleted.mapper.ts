import type { DeletedSummary, Deletion } from '@rollcall/admin-contracts';
import type { DeletedRow } from './deleted-resources.repository';

export function deletedSummary(row: DeletedRow, integrationName: string): DeletedSummary {
  return {
    id: row.id,
    integrationId: row.integrationId,
    integrationName,
    displayName: row.displayName,
    ...(row.userName === null ? {} : { userName: row.userName }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    deleted: deletion(row),
  };
}

export function deletion({ deletedAt, restorableUntil, requestId }: DeletedRow): Deletion {
  return {
    at: deletedAt.toISOString(),
    restorableUntil: restorableUntil.toISOString(),
    ...(requestId === null ? {} : { requestId }),
  };
}
