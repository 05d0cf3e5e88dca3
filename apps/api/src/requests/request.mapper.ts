import type { DecisionTrail, RequestSummary, RequestView, TrailNote } from '@rollcall/admin-contracts';
import type { Note } from '@rollcall/scim-protocol';
import { remedyFor } from './request-remedy';
import type { RequestDetailRow, RequestRow } from './requests.repository';

export function requestSummary(row: RequestRow): RequestSummary {
  return {
    id: row.id,
    at: row.at.toISOString(),
    ...(row.integrationId === null ? {} : { integrationId: row.integrationId }),
    ...(row.integrationName === null ? {} : { integrationName: row.integrationName }),
    method: row.method,
    path: row.path,
    ...(row.query === null ? {} : { query: row.query }),
    status: row.status,
    durationMs: row.durationMs,
    ...(row.client === null ? {} : { client: row.client }),
    ...resourceOf(row),
    summary: row.summary,
  };
}

export function requestView(row: RequestDetailRow): RequestView {
  return {
    ...requestSummary(row),
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.tokenLastFour === null ? {} : { tokenLastFour: row.tokenLastFour }),
    trail: decisionTrail(row),
  };
}

function resourceOf(row: RequestRow): Pick<RequestSummary, 'resource'> {
  const { resourceType: type, resourceId: id, resourceName: name } = row;
  if (id === null || (type !== 'User' && type !== 'Group')) return {};
  return { resource: { type, id, ...(name === null ? {} : { name }) } };
}

function decisionTrail({ trail, status }: RequestDetailRow): DecisionTrail {
  const error = trail?.error;
  const remedy = error === undefined ? undefined : remedyFor(status, error.scimType);
  return {
    ...(trail?.recognisedAs === undefined ? {} : { recognisedAs: trail.recognisedAs }),
    notes: (trail?.notes ?? []).map(trailNote),
    ...(trail?.matched === undefined ? {} : { matched: trail.matched }),
    changes: trail?.changes ?? [],
    ...(error === undefined ? {} : { error: { ...error, ...(remedy === undefined ? {} : { remedy }) } }),
  };
}

function trailNote(note: Note): TrailNote {
  return {
    kind: note.kind,
    rule: note.rule,
    message: note.message,
    ...(note.operation === undefined ? {} : { operation: note.operation }),
    ...(note.before === undefined ? {} : { before: note.before }),
    ...(note.after === undefined ? {} : { after: note.after }),
  };
}
