import { DIRECTORY_ACTIONS } from '@rollcall/admin-contracts';
import type { Landmarks } from './landmarks';
import { listed, type PageRequest } from './page-request';
import { INTEGRATION, SMALL_INTEGRATION } from './planted-values';

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString();

export function logPages(known: Landmarks): readonly PageRequest[] {
  return [...requests(known), ...requestFilters(known), ...request(known), ...activity(known)];
}

function requests({ person, deep, otherGroup }: Landmarks): PageRequest[] {
  const page = listed('/requests');
  const nowhere = 'nobody-has-this-name';
  return [
    page('requests'),
    page('requests: an old page', { cursor: deep.requests }),
    page('requests: of a person, by userName', { person: person.userName }),
    page('requests: of a person, by e-mail', { person: person.email }),
    page('requests: of a person, by externalId', { person: person.externalId }),
    page('requests: of a person, by id', { person: person.id }),
    page('requests: of a person and refused', { person: person.userName, result: 'refused' }),
    page('requests: of a person and changed', { person: person.userName, kind: 'changed' }),
    page('requests: of a person and a text', { person: person.userName, search: 'title' }),
    page('requests: of nobody', { person: 'nobody@elsewhere.example' }),
    page('requests: frequent text', { search: 'anna' }),
    page('requests: name of a person', { search: person.name }),
    page('requests: userName of a person', { search: person.userName }),
    page('requests: id as text', { search: person.id }),
    page('requests: text without a hit', { search: nowhere }),
    page('requests: text without a hit, an old page', { search: nowhere, cursor: deep.requests }),
    page('requests: text without a hit, failed', { search: nowhere, result: 'failed' }),
    page('requests: text without a hit, turned off', { search: nowhere, kind: 'turnedOff' }),
    page('requests: of a resource', { resourceId: person.id }),
    page('requests: of a group', { resourceId: otherGroup.id }),
    page('requests: of a resource and refused', { resourceId: person.id, result: 'refused' }),
  ];
}

function requestFilters({ deep }: Landmarks): PageRequest[] {
  const page = listed('/requests');
  const kinds = ['created', 'changed', 'turnedOff', 'turnedOn', 'membership', 'deleted', 'unchanged', 'lookup'];
  return [
    ...['success', 'refused', 'failed', 'failure'].map((result) => page(`requests: ${result}`, { result })),
    page('requests: failed, an old page', { result: 'failed', cursor: deep.requests }),
    ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => page(`requests: ${method}`, { method })),
    ...kinds.map((kind) => page(`requests: ${kind}`, { kind })),
    page('requests: deleted, an old page', { kind: 'deleted', cursor: deep.requests }),
    ...['1h', '24h', '7d', '30d'].map((since) => page(`requests: since ${since}`, { since })),
    page('requests: between two days', { from: day(20), to: day(19) }),
    page('requests: failed between two days', { from: day(20), to: day(19), result: 'failed' }),
    page('requests: turned on between two days', { from: day(20), to: day(19), kind: 'turnedOn' }),
    page('requests: of the large integration', { integrationId: INTEGRATION }),
    page('requests: of the small integration', { integrationId: SMALL_INTEGRATION }),
    page('requests: failed, of the large integration', { integrationId: INTEGRATION, result: 'failed' }),
    page('requests: failed, of the small integration', { integrationId: SMALL_INTEGRATION, result: 'failed' }),
    page('requests: failure, of the small integration', { integrationId: SMALL_INTEGRATION, result: 'failure' }),
    page('requests: turned on, of the small integration', { integrationId: SMALL_INTEGRATION, kind: 'turnedOn' }),
    page('requests: deleted, of the small integration', { integrationId: SMALL_INTEGRATION, method: 'DELETE' }),
    page('requests: frequent provider', { provider: 'entra' }),
    page('requests: rare provider', { provider: 'ping' }),
    page('requests: provider that nobody uses', { provider: 'onelogin' }),
    page('requests: rare provider and DELETE', { provider: 'ping', method: 'DELETE' }),
    page('requests: failed POST', { method: 'POST', result: 'failed' }),
    page('requests: refused and DELETE', { method: 'DELETE', result: 'refused' }),
  ];
}

function request({ request: successful, failure }: Landmarks): PageRequest[] {
  const tail = Buffer.from(JSON.stringify([new Date(Date.now() - 4_000).toISOString()])).toString('base64url');
  return [
    listed(`/requests/${successful}`)('request'),
    listed(`/requests/${failure}`)('request that was refused'),
    listed(`/requests/${successful}/neighbours`)('request: its neighbours'),
    listed(`/requests/${failure}/neighbours`)('request: its neighbours among the failed', { result: 'failed' }),
    listed(`/requests/${failure}/neighbours`)('request: its neighbours among a text', {
      search: 'nobody-has-this-name',
    }),
    listed('/requests/tail')('requests: live', { tail }),
    listed('/requests/tail')('requests: live, failed', { tail, result: 'failed' }),
    listed('/requests/tail')('requests: live, a text', { tail, search: 'anna' }),
  ];
}

function activity({ person, otherGroup, actor, deep }: Landmarks): PageRequest[] {
  const page = listed('/activity');
  const actions = [
    'member.signedIn',
    'request.revealed',
    'access.refused',
    'directory.exported',
    'token.rotated',
    'brake.tripped',
    ...DIRECTORY_ACTIONS,
  ];
  return [
    page('activity'),
    page('activity: an old page', { cursor: deep.activity }),
    ...actions.map((action) => page(`activity: ${action}`, { action })),
    page('activity: group.updated, an old page', { action: 'group.updated', cursor: deep.activity }),
    page('activity: success', { result: 'success' }),
    page('activity: failure', { result: 'failure' }),
    page('activity: of a member', { actorId: actor }),
    page('activity: rare deed of a member', { actorId: actor, action: 'directory.exported' }),
    page('activity: of an integration as actor', { actorId: INTEGRATION }),
    page('activity: of the large integration', { integrationId: INTEGRATION }),
    page('activity: of the small integration', { integrationId: SMALL_INTEGRATION }),
    page('activity: of a user', { objectId: person.id }),
    page('activity: of a group', { objectId: otherGroup.id }),
    ...['24h', '7d', '30d', '365d'].map((since) => page(`activity: since ${since}`, { since })),
    page('activity: between two days', { from: day(200), to: day(199) }),
    page('activity: frequent name', { search: 'anna' }),
    page('activity: whole name', { search: person.name }),
    page('activity: nobody', { search: 'nobody-has-this-name' }),
    page('activity: nobody, deactivated', { search: 'nobody-has-this-name', action: 'user.deactivated' }),
    page('activity: nobody, an old page', { search: 'nobody-has-this-name', cursor: deep.activity }),
    listed('/activity/views')('activity: saved views'),
    listed('/activity/export')('export of activity begins'),
  ];
}
