import { HIDDEN_VALUE, type ActivityAction, type ActivityEntry, type ActorType } from '@rollcall/admin-contracts';
import { changeWithoutPersonalValues } from '../masking/personal-values';
import { directoryAction, type DirectoryChange } from './directory-action';

export interface DeedRow {
  readonly id: string;
  readonly at: Date;
  readonly actorType: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly objectName: string | null;
  readonly result: string;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly details: object;
}

export interface ChangeRow extends DirectoryChange {
  readonly id: string;
  readonly at: Date;
  readonly resourceId: string;
  readonly resourceName: string | null;
  readonly requestId: string | null;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly memberCount: number;
  /** Names of the first members concerned; null for those of whom nothing is left. */
  readonly members: readonly (string | null)[];
}

export function deedEntry(row: DeedRow): ActivityEntry {
  return {
    id: row.id,
    source: 'console',
    at: row.at.toISOString(),
    actor: {
      type: row.actorType as ActorType,
      name: row.actorName,
      ...(row.actorId === null ? {} : { id: row.actorId }),
    },
    action: row.action as ActivityAction,
    ...objectOf(row),
    result: row.result === 'failure' ? 'failure' : 'success',
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.requestId === null ? {} : { requestId: row.requestId }),
    details: { ...row.details },
  };
}

function objectOf(row: DeedRow): Pick<ActivityEntry, 'object'> {
  if (row.objectType === null || row.objectId === null) return {};
  const name = row.objectName === null ? {} : { name: row.objectName };
  return { object: { type: row.objectType, id: row.objectId, ...name } };
}

/** What somebody restored in the console is no deed of the provider. `masked`: a person's old and new values are hidden (A30). */
export function changeEntry(row: ChangeRow, masked: boolean): ActivityEntry {
  const integration = { id: row.integrationId, name: row.integrationName };
  return {
    id: row.id,
    source: 'directory',
    at: row.at.toISOString(),
    actor: row.kind === 'restored' ? { type: 'system', name: 'Rollcall' } : { type: 'integration', ...integration },
    action: directoryAction(row),
    object: {
      type: row.resourceType === 'Group' ? 'group' : 'user',
      id: row.resourceId,
      ...(row.resourceName === null ? {} : { name: row.resourceName }),
    },
    integration,
    result: 'success',
    ...(row.requestId === null ? {} : { requestId: row.requestId }),
    ...detailsOf(row, masked),
  };
}

function detailsOf(row: ChangeRow, masked: boolean): Pick<ActivityEntry, 'details' | 'masked'> {
  const named = row.members.filter((name) => name !== null);
  const members = row.memberCount === 0 ? {} : { memberCount: row.memberCount, members: named };
  if (!Array.isArray(row.data)) return { details: members };
  if (!masked || row.resourceType === 'Group') return { details: { changes: row.data as unknown, ...members } };
  const changes = row.data.map(changeWithoutPersonalValues);
  const isHidden = JSON.stringify(changes).includes(HIDDEN_VALUE);
  return { details: { changes, ...members }, ...(isHidden ? { masked } : {}) };
}
