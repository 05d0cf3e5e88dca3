import type { UserQuery } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';

export type UserSort = NonNullable<UserQuery['sort']>;

/**
 * A stretch of a list that one index gives in order. Sorted by name, those who sent a displayName come first and the others after them,
 * in either direction.
 */
export interface Segment {
  /** Condition on user `u` to belong to this stretch. */
  readonly where: string;
  /** What it is ordered by, before the id; absent when the id alone is the order. */
  readonly key?: { readonly column: string; readonly type: 'text' | 'timestamptz' };
  /** No index gives this order, for it would cost every write: everybody is read once, and the page picked out. */
  readonly isRead?: true;
}

/** UUIDs of version 7 are in the order in which they were made, so "created" is the order of ids. */
export function segmentsOf(sort: UserSort): readonly Segment[] {
  switch (sort) {
    case 'displayName':
      return [
        { where: 'u.display_name_key is not null', key: { column: 'u.display_name_key', type: 'text' } },
        { where: 'u.display_name_key is null' },
      ];
    case 'userName':
      return [{ where: 'true', key: { column: 'u.user_name_key', type: 'text' } }];
    case 'created':
      return [{ where: 'true' }];
    case 'lastModified':
      return [{ where: 'true', key: { column: 'u.last_modified', type: 'timestamptz' }, isRead: true }];
    default:
      return assertNever(sort);
  }
}
