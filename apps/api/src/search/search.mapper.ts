import type {
  GroupHit,
  NoGroupsReason,
  PersonHit,
  RequestHit,
  SearchSource,
  SearchTrace,
} from '@rollcall/admin-contracts';
import { hiding } from '../masking/personal-values';
import { sentenceView } from '../requests/stored-sentence';
import type { LastLeaving, PersonHitRow } from './people-hits.repository';
import type { GroupHitRow, RequestHitRow, SourceRow } from './thing-hits.repository';
import type { DeletedTraceRow, IntegrationTraceRow, RequestTraceRow } from './traces.repository';

export function personHit(row: PersonHitRow, integrationName: string, noGroups: NoGroupsReason | undefined): PersonHit {
  const turnedOff = row.turnedOffAt && {
    at: row.turnedOffAt.toISOString(),
    ...(row.turnedOffBy === null ? {} : { requestId: row.turnedOffBy }),
  };
  return {
    id: row.id,
    displayName: row.displayName,
    userName: row.userName,
    ...(row.email === null ? {} : { email: row.email }),
    integrationName,
    active: row.active,
    ...(turnedOff ? { turnedOff } : {}),
    groupCount: row.groupCount,
    ...(noGroups ? { noGroups } : {}),
  };
}

export function noGroupsReason(leaving: LastLeaving | undefined, groupsSent: number): NoGroupsReason {
  if (!leaving) return groupsSent === 0 ? { kind: 'noGroupSent' } : { kind: 'notAMember', groupsSent };
  return {
    kind: 'left',
    ...(leaving.groupName === null ? {} : { groupName: leaving.groupName }),
    at: leaving.at.toISOString(),
    ...(leaving.requestId === null ? {} : { requestId: leaving.requestId }),
  };
}

export function groupHit(row: GroupHitRow, integrationName: string): GroupHit {
  return { id: row.id, displayName: row.displayName, integrationName, memberCount: row.memberCount };
}

export function requestHit(row: RequestHitRow, masked: boolean): RequestHit {
  return { id: row.id, at: row.at.toISOString(), ...sentenceView(row, hiding(masked)), status: row.status };
}

export function searchSource({ id, name, provider, lastRequestAt }: SourceRow): SearchSource {
  return { id, name, provider, ...(lastRequestAt === null ? {} : { lastRequestAt: lastRequestAt.toISOString() }) };
}

export function deletedTrace(row: DeletedTraceRow): SearchTrace {
  return {
    kind: 'deleted',
    type: row.type,
    id: row.id,
    displayName: row.displayName,
    integrationName: row.integrationName,
    at: row.at.toISOString(),
    restorableUntil: row.restorableUntil.toISOString(),
    ...(row.requestId === null ? {} : { requestId: row.requestId }),
  };
}

export function refusedTrace(row: RequestTraceRow, masked: boolean): SearchTrace {
  return { kind: 'refused', ...requestOf(row), status: row.status, detail: hiding(masked)(row.detail) };
}

export function askedForTrace(row: RequestTraceRow): SearchTrace {
  return { kind: 'askedFor', ...requestOf(row) };
}

export function integrationTrace({ displayName, integrationName, at, by }: IntegrationTraceRow): SearchTrace {
  return {
    kind: 'integrationDeleted',
    displayName,
    integrationName,
    at: at.toISOString(),
    ...(by === null ? {} : { by }),
  };
}

function requestOf({ id, at, integrationName }: RequestTraceRow) {
  return { requestId: id, at: at.toISOString(), ...(integrationName === null ? {} : { integrationName }) };
}
