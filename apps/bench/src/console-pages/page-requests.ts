import { LARGE_GROUP, PERSON } from './large-organisation';

export interface PageRequest {
  readonly page: string;
  readonly path: (integrationId: string) => string;
  /** What exists in the large organisation only. */
  readonly largeOnly?: boolean;
}

/** The first data of each page of the console, and the searches and filters that could read too much. */
export const PAGES: readonly PageRequest[] = [
  { page: 'integrations', path: () => '/integrations' },
  { page: 'integration: overview', path: (id) => `/integrations/${id}` },
  { page: 'integration: tokens', path: (id) => `/integrations/${id}/tokens` },
  { page: 'integration: mapping health', path: (id) => `/integrations/${id}/health` },
  { page: 'integration: what deletion takes', path: (id) => `/integrations/${id}/deletion` },
  { page: 'integration: brake, its history', path: (id) => `/integrations/${id}/brake/history?peopleMin=20&percent=5` },
  { page: 'users', path: () => '/users' },
  { page: 'users: inactive, by name', path: () => '/users?status=inactive' },
  { page: 'users: search by name', path: () => '/users?search=ana' },
  { page: 'users: search without a hit', path: () => '/users?search=nobody-has-this-name' },
  { page: 'users: deleted', path: () => '/users/deleted' },
  { page: 'user', path: () => `/users/${PERSON}`, largeOnly: true },
  { page: 'groups', path: () => '/groups' },
  { page: 'groups: search', path: () => '/groups?search=group' },
  { page: 'group', path: () => `/groups/${LARGE_GROUP}`, largeOnly: true },
  { page: 'group: members', path: () => `/groups/${LARGE_GROUP}/members`, largeOnly: true },
  { page: 'group: search for a member', path: () => `/groups/${LARGE_GROUP}/members?search=gus`, largeOnly: true },
  { page: 'requests', path: () => '/requests' },
  { page: 'requests: refused', path: () => '/requests?result=refused' },
  { page: 'requests: search for a person', path: () => '/requests?person=user100%40acme.example' },
  { page: 'requests: search without a hit', path: () => '/requests?search=nobody-has-this-name' },
  { page: 'activity', path: () => '/activity' },
  { page: 'search box: a name', path: () => '/search?q=ana' },
  { page: 'search box: nobody', path: () => '/search?q=nobody%40elsewhere.example' },
  { page: 'team', path: () => '/team' },
];
