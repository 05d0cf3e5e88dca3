import type { DecisionTrail, RequestSummary, RequestView, TrailNote, WireMessage } from '@rollcall/admin-contracts';
import type { Note } from '@rollcall/scim-protocol';
import {
  bodyWithoutPersonalValues,
  changeWithoutPersonalValues,
  queryWithoutPersonalValues,
  sentenceWithoutPersonalValues,
  withoutPersonalValues,
} from '../masking/personal-values';
import type { MemberChanges } from './member-changes.repository';
import { outcomeOf } from './request-outcome';
import { remedyFor } from './request-remedy';
import type { RequestDetailRow, RequestRow } from './requests.repository';
import { sentenceView } from './stored-sentence';

/** What is known of a request beyond its own row. */
export interface RequestSurroundings {
  readonly scimUrl: string;
  readonly members: MemberChanges;
}

export function requestSummary(row: RequestRow, masked: boolean): RequestSummary {
  return {
    id: row.id,
    at: row.at.toISOString(),
    ...(row.integrationId === null ? {} : { integrationId: row.integrationId }),
    ...(row.integrationName === null ? {} : { integrationName: row.integrationName }),
    method: row.method,
    path: row.path,
    ...(row.query === null ? {} : { query: masked ? queryWithoutPersonalValues(row.query) : row.query }),
    status: row.status,
    outcome: outcomeOf(row.status),
    durationMs: row.durationMs,
    ...(row.client === null ? {} : { client: row.client }),
    ...resourceOf(row),
    ...sentenceView(row, masked ? sentenceWithoutPersonalValues : undefined),
  };
}

export function requestView(row: RequestDetailRow, around: RequestSurroundings, masked: boolean): RequestView {
  return {
    ...requestSummary(row, masked),
    ...(row.provider === null ? {} : { provider: row.provider }),
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.userAgent === null ? {} : { userAgent: row.userAgent }),
    ...(row.tokenId === null ? {} : { tokenId: row.tokenId }),
    ...(row.tokenLastFour === null ? {} : { tokenLastFour: row.tokenLastFour }),
    scimUrl: around.scimUrl,
    trail: { ...decisionTrail(row, masked), ...around.members },
    message: wireMessage(row, masked),
    masked,
  };
}

function resourceOf(row: RequestRow): Pick<RequestSummary, 'resource'> {
  const { resourceType: type, resourceId: id, resourceName: name } = row;
  if (id === null || (type !== 'User' && type !== 'Group')) return {};
  return { resource: { type, id, ...(name === null ? {} : { name }) } };
}

function decisionTrail({ trail, status }: RequestDetailRow, masked: boolean): DecisionTrail {
  const changes = trail?.changes ?? [];
  return {
    ...(trail?.recognisedAs === undefined ? {} : { recognisedAs: trail.recognisedAs }),
    notes: (trail?.notes ?? []).map((note) => trailNote(note, masked)),
    ...(trail?.matched === undefined ? {} : { matched: sentence(trail.matched, masked) }),
    ...(trail?.found === undefined ? {} : { found: trail.found }),
    changes: masked ? changes.map(changeWithoutPersonalValues) : changes,
    ...(trail?.error === undefined ? {} : { error: explained(trail.error, status, masked) }),
  };
}

function explained(
  error: { readonly scimType?: string; readonly detail: string },
  status: number,
  masked: boolean,
): NonNullable<DecisionTrail['error']> {
  const remedy = remedyFor(status, error.scimType);
  return { ...error, detail: sentence(error.detail, masked), ...(remedy === undefined ? {} : { remedy }) };
}

function trailNote(note: Note, masked: boolean): TrailNote {
  const shown = (value: unknown) => (masked ? withoutPersonalValues(value) : value);
  return {
    kind: note.kind,
    rule: note.rule,
    message: sentence(note.message, masked),
    ...(note.operation === undefined ? {} : { operation: note.operation }),
    ...(note.before === undefined ? {} : { before: shown(note.before) }),
    ...(note.after === undefined ? {} : { after: shown(note.after) }),
  };
}

function wireMessage({ trail, requestBody, responseBody }: RequestDetailRow, masked: boolean): WireMessage {
  const shown = (body: string) => (masked ? bodyWithoutPersonalValues(body) : body);
  return {
    ...(trail?.headers === undefined ? {} : { headers: trail.headers }),
    ...(requestBody === null ? {} : { requestBody: shown(requestBody) }),
    ...(responseBody === null ? {} : { responseBody: shown(responseBody) }),
  };
}

function sentence(text: string, masked: boolean): string {
  return masked ? sentenceWithoutPersonalValues(text) : text;
}
