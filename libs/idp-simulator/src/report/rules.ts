/**
 * The rules that an answer may break. Numbers after "entra" are sections of what is known of Entra ID's provisioning
 * service; C-numbers are its conformance checklist.
 */
export const RULES = {
  emptyFilter: 'entra 1.1 (C10): a filter that matches nothing is 200 with totalResults 0',
  caseInsensitive: 'entra 1.3 (C12): matching compares without regard to letter case',
  filterable: 'entra 1.3 (C13): an attribute used for matching can be filtered with eq',
  uniqueMatch: 'entra 5: a matching attribute finds at most one object',
  booleans: 'entra 1.5 (C21): booleans are returned as booleans',
  managerObject: 'entra 1.10 (C54): manager is returned as an object with value, under the enterprise URN',
  removeListed: 'entra 1.12 (C72): Remove with a value list removes those members only',
  membersExcluded: 'entra 1.13 (C71): excludedAttributes=members leaves members out',
  inactiveVisible: 'entra 1.14 (C65): an inactive user stays readable, with active false',
  membershipsKept: 'entra 1.15 (C66): memberships outlive a deactivation',
  echo: 'entra 1.16: every accepted value is returned unchanged',
  churn: 'entra 1.16 (C97): a cycle without a source change finds nothing to write',
  conflict: 'entra 6.3 (C26): a conflicting user can be found through the matching filter',
  recreate: 'entra 9 (C28): a deleted name can be created again',
  deleted: 'entra 1.22 (C67): DELETE answers 204, and the id is 404 from then on',
  userPatch: 'entra 1.23: a user PATCH answers 200 with the resource, or 204',
  groupPatch: 'entra 1.23 (C80): a group PATCH answers 204 or 200',
  mediaType: 'entra 1.24 (C05): every body is application/scim+json',
  paging: 'entra 1.28 (C88): lists page without gaps and repeats, with the right totalResults',
  listForm: 'entra 4 (C10): a list is a ListResponse with totalResults',
  created: 'entra 6.2: POST answers 201 with the resource and its id',
  location: 'RFC 7644 §3.3: 201 carries Location, the URL of the new resource',
  readable: 'entra 6.4: a resource is readable at once after the answer that created or changed it',
  stableId: 'entra 19.40 (C68): an id never changes',
  shape: 'entra 6.4: no null values, schemas and id present',
  elementType: 'entra 6.4: elements of e-mails, phone numbers and addresses carry their type, one element a type',
  memberships: 'entra 10.2 (B20): a group holds exactly the members that were written',
  groupsOfUser: 'RFC 7643 §4.1.2: groups of a user agree with the members of groups',
} as const;

export type Rule = (typeof RULES)[keyof typeof RULES];
