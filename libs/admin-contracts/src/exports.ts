/**
 * The first lines of the CSV files: names for programs, in this order, whatever the reader's language. Values are those of the API: ids, true and
 * false, codes, moments in ISO 8601. The console words both for its reader.
 */
export const USER_EXPORT_COLUMNS = [
  'id',
  'userName',
  'displayName',
  'email',
  'active',
  'title',
  'department',
  'externalId',
  'integration',
  'created',
  'lastModified',
] as const;
export type UserExportColumn = (typeof USER_EXPORT_COLUMNS)[number];

export const GROUP_EXPORT_COLUMNS = [
  'id',
  'displayName',
  'members',
  'externalId',
  'integration',
  'lastModified',
] as const;
export type GroupExportColumn = (typeof GROUP_EXPORT_COLUMNS)[number];

export const MEMBER_EXPORT_COLUMNS = ['id', 'type', 'displayName', 'userName', 'active'] as const;
export type MemberExportColumn = (typeof MEMBER_EXPORT_COLUMNS)[number];

export const ACTIVITY_EXPORT_COLUMNS = [
  'time',
  'actor type',
  'actor',
  'action',
  'object type',
  'object',
  'object id',
  'integration',
  'result',
  'address',
  'request id',
  'details',
] as const;
export type ActivityExportColumn = (typeof ACTIVITY_EXPORT_COLUMNS)[number];
