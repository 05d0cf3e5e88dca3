import type { Landmarks } from './landmarks';
import { listed, type PageRequest } from './page-request';
import { INTEGRATION, SMALL_INTEGRATION } from './planted-values';

const YEAR_AGO = new Date(Date.now() - 365 * 86_400_000).toISOString();

export function directoryPages(known: Landmarks): readonly PageRequest[] {
  return [...users(known), ...user(known), ...groups(known), ...exports(known), ...searchBox(known)];
}

function users({ person, largeGroup, otherGroup, department, title, deep, deletedPerson }: Landmarks): PageRequest[] {
  const page = listed('/users');
  const deleted = listed('/users/deleted');
  const values = listed('/users/work-values');
  return [
    page('users'),
    page('users: inactive', { status: 'inactive' }),
    page('users: active', { status: 'active' }),
    deleted('users: deleted'),
    deleted('users: deleted, an old page', { cursor: deep.deleted }),
    deleted('users: deleted, search', { search: deletedPerson.name }),
    page('users: frequent name', { search: 'anna' }),
    page('users: frequent name, inactive', { search: 'anna', status: 'inactive' }),
    page('users: part of most names', { search: 'er' }),
    page('users: one letter', { search: 'a' }),
    page('users: whole name', { search: person.name }),
    page('users: beginning of an e-mail', { search: person.email.slice(0, 6) }),
    page('users: whole e-mail', { search: person.email }),
    page('users: domain of the e-mails', { search: '@acme.example' }),
    page('users: externalId', { search: person.externalId }),
    page('users: id', { search: person.id }),
    page('users: nobody', { search: 'nobody-has-this-name' }),
    page('users: by name, descending', { sort: 'displayName', direction: 'desc' }),
    page('users: by userName', { sort: 'userName' }),
    page('users: by userName, descending', { sort: 'userName', direction: 'desc' }),
    page('users: by creation', { sort: 'created' }),
    page('users: by creation, newest', { sort: 'created', direction: 'desc' }),
    page('users: by last change', { sort: 'lastModified' }),
    page('users: by last change, newest', { sort: 'lastModified', direction: 'desc' }),
    page('users: inactive by last change', { sort: 'lastModified', direction: 'desc', status: 'inactive' }),
    page('users: far down by name', { cursor: deep.byName }),
    page('users: far down by userName', { sort: 'userName', cursor: deep.byUserName }),
    page('users: far down by creation', { sort: 'created', cursor: deep.byCreation }),
    page('users: of the large integration', { integrationId: INTEGRATION }),
    page('users: of the small integration', { integrationId: SMALL_INTEGRATION }),
    page('users: in the large group', { groupId: largeGroup }),
    page('users: in the large group, inactive', { groupId: largeGroup, status: 'inactive' }),
    page('users: in the large group, frequent name', { groupId: largeGroup, search: 'anna' }),
    page('users: in the large group, by last change', { groupId: largeGroup, sort: 'lastModified' }),
    page('users: in a small group', { groupId: otherGroup.id }),
    page('users: largest department', { department }),
    page('users: largest department, inactive', { department, status: 'inactive' }),
    page('users: largest department, frequent name', { department, search: 'anna' }),
    page('users: largest department in the large group', { department, groupId: largeGroup }),
    page('users: rare title', { title }),
    page('users: rare title in the largest department', { department, title }),
    values('users: departments to choose from', { field: 'department' }),
    values('users: titles to choose from', { field: 'title' }),
    values('users: titles to choose from, search', { field: 'title', search: 'eng' }),
  ];
}

function user({ person, longStoryPerson, inactivePerson, deletedPerson }: Landmarks): PageRequest[] {
  const asOf = (page: string, id: string): PageRequest => listed(`/users/${id}/as-of`)(page, { at: YEAR_AGO });
  return [
    listed(`/users/${person.id}`)('user'),
    listed(`/users/${longStoryPerson}`)('user with a long time line'),
    listed(`/users/${inactivePerson}`)('user who is inactive'),
    listed(`/users/${deletedPerson.id}`)('user who was deleted'),
    asOf('user a year ago', person.id),
    asOf('user with a long time line a year ago', longStoryPerson),
  ];
}

function groups({ largeGroup, otherGroup, deletedGroup, person, deep }: Landmarks): PageRequest[] {
  const page = listed('/groups');
  const members = listed(`/groups/${largeGroup}/members`);
  return [
    page('groups'),
    page('groups: search', { search: 'engineering' }),
    page('groups: one letter', { search: 'a' }),
    page('groups: none', { search: 'no-group-has-this-name' }),
    page('groups: of the small integration', { integrationId: SMALL_INTEGRATION }),
    page('groups: far down', { cursor: deep.groups }),
    listed('/groups/deleted')('groups: deleted'),
    listed(`/groups/${otherGroup.id}`)('group'),
    listed(`/groups/${otherGroup.id}/members`)('group: members'),
    listed(`/groups/${otherGroup.id}/members`)('group: search for a member', { search: 'a' }),
    listed(`/groups/${deletedGroup}`)('group that was deleted'),
    listed(`/groups/${largeGroup}`)('large group'),
    listed(`/groups/${largeGroup}/as-of`)('large group a year ago', { at: YEAR_AGO }),
    members('large group: members'),
    members('large group: members far down', { cursor: deep.members }),
    members('large group: frequent name', { search: 'anna' }),
    members('large group: part of most names', { search: 'er' }),
    members('large group: one letter', { search: 'a' }),
    members('large group: whole e-mail', { search: person.email }),
    members('large group: no such member', { search: 'nobody-has-this-name' }),
  ];
}

function exports({ largeGroup, department }: Landmarks): PageRequest[] {
  const file = (page: string, path: string, body = {}): PageRequest => ({ page, path, body });
  return [
    file('export of users begins', '/users/export'),
    file('export of users begins: frequent name', '/users/export', { search: 'anna' }),
    file('export of users begins: department', '/users/export', { department }),
    file('export of groups begins', '/groups/export'),
    file('export of the large group begins', `/groups/${largeGroup}/members/export`),
  ];
}

function searchBox({ person, largeGroup, otherGroup, request, failure, deletedPerson }: Landmarks): PageRequest[] {
  const found = (page: string, q: string): PageRequest => listed('/search')(`search box: ${page}`, { q });
  return [
    found('one character', 'a'),
    found('one rare character', 'ł'),
    found('frequent beginning', 'an'),
    found('frequent name', 'anna'),
    found('part of most names', 'er'),
    found('whole name', person.name),
    found('words the other way round', person.name.split(' ').reverse().join(' ')),
    found('userName', person.userName),
    found('e-mail', person.email),
    found('part of an e-mail', person.email.slice(2)),
    found('e-mail of nobody', 'nobody@elsewhere.example'),
    found('nobody', 'xqzw nobody'),
    found('id of a user', person.id),
    found('id of a group', largeGroup),
    found('id of nothing', '0185d000-0000-7000-8000-0000000000ff'),
    found('externalId', person.externalId),
    found('group', otherGroup.name),
    found('word of many groups', 'engineering'),
    found('request', request),
    found('failed request', failure),
    found('deleted person', deletedPerson.name),
  ];
}
