import { USER_COLUMNS, userValues, type UserRecord } from '../scim/users/user-record';

/** The columns of scim_user that derive from the resource. */
export const USER_FIELDS = USER_COLUMNS.join(', ');

const TYPES: Readonly<Record<string, string>> = { active: 'boolean', manager_id: 'uuid' };

/** The row as `json_to_recordset` is told of it. */
export const USER_ROW = [
  'id uuid',
  'version integer',
  'created_at timestamptz',
  'further_email_keys json',
  ...USER_COLUMNS.map((column) => `${column} ${TYPES[column] ?? 'text'}`),
].join(', ');

/** $1 tenant, $2 integration, $3 keys of userNames: who has them. */
export const USER_HOLDERS = `
  select u.id, u.user_name_key as key, u.display_name as "displayName" from scim_user u
   where u.tenant_id = $1 and u.integration_id = $2 and u.user_name_key = any($3::text[])`;

export interface UserRowJson extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly user_name_key: string;
}

/** A user as a row, for statements that take many of them as one JSON text. */
export function userRow(record: UserRecord, id: string, version: number, createdAt?: Date): UserRowJson {
  const values = userValues(record);
  return {
    ...Object.fromEntries(USER_COLUMNS.map((column, index) => [column, values[index]])),
    id,
    version,
    user_name_key: record.userNameKey,
    further_email_keys: record.furtherEmailKeys,
    ...(createdAt === undefined ? {} : { created_at: createdAt.toISOString() }),
  };
}
