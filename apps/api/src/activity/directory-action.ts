import type { DirectoryAction } from '@rollcall/admin-contracts';

/** A row of the log of directory changes, as far as its name goes. */
export interface DirectoryChange {
  readonly kind: string;
  readonly resourceType: string;
  /** Attributes before and after, for `updated`. */
  readonly data: unknown;
}

/** What an identity provider did: turning a person off or on is a deed of its own, whatever else changed with it. */
export function directoryAction({ kind, resourceType, data }: DirectoryChange): DirectoryAction {
  const isGroup = resourceType === 'Group';
  switch (kind) {
    case 'created':
      return isGroup ? 'group.created' : 'user.created';
    case 'deleted':
      return isGroup ? 'group.deleted' : 'user.deleted';
    case 'revived':
      return isGroup ? 'group.revived' : 'user.revived';
    case 'restored':
      return isGroup ? 'group.restored' : 'user.restored';
    case 'membersAdded':
      return 'group.membersAdded';
    case 'membersRemoved':
      return 'group.membersRemoved';
    default:
      return isGroup ? 'group.updated' : userUpdate(data);
  }
}

function userUpdate(data: unknown): DirectoryAction {
  const active = Array.isArray(data) ? data.find(isActive) : undefined;
  if (active === undefined) return 'user.updated';
  return active.after === false ? 'user.deactivated' : 'user.reactivated';
}

function isActive(change: unknown): change is { readonly after?: unknown } {
  return typeof change === 'object' && change !== null && 'path' in change && change.path === 'active';
}

const TURNED = `e.data @> '[{"path":"active"}]'`;
const TURNED_OFF = `e.data @> '[{"path":"active","after":false}]'`;

/** The same as a condition on rows of `event e`. */
export function conditionOf(action: DirectoryAction): string {
  const user = (kind: string) => `e.resource_type = 'User' and e.kind = '${kind}'`;
  const group = (kind: string) => `e.resource_type = 'Group' and e.kind = '${kind}'`;
  switch (action) {
    case 'user.created':
      return user('created');
    case 'user.deleted':
      return user('deleted');
    case 'user.revived':
      return user('revived');
    case 'user.restored':
      return user('restored');
    case 'user.updated':
      return `${user('updated')} and not coalesce(${TURNED}, false)`;
    case 'user.deactivated':
      return `${user('updated')} and ${TURNED_OFF}`;
    case 'user.reactivated':
      return `${user('updated')} and ${TURNED} and not ${TURNED_OFF}`;
    case 'group.created':
      return group('created');
    case 'group.updated':
      return group('updated');
    case 'group.deleted':
      return group('deleted');
    case 'group.revived':
      return group('revived');
    case 'group.restored':
      return group('restored');
    case 'group.membersAdded':
      return group('membersAdded');
    case 'group.membersRemoved':
      return group('membersRemoved');
  }
}
