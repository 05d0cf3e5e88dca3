import type {
  DeletedIntegration,
  GroupSummary,
  GroupView,
  IntegrationSummary,
  IntegrationView,
  MappingHealth,
  RequestSummary,
  RequestView,
  SessionView,
  TokenView,
  UserSummary,
  UserView,
} from '@rollcall/admin-contracts';

/** A minute ago, an hour ago: times that read naturally whenever the tests run. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

export function aSession(over: Partial<SessionView['member']> = {}): SessionView {
  return {
    member: { id: 'm1', name: 'Mara Keller', email: 'mara@example.com', role: 'owner', ...over },
    tenant: { id: 't1', name: 'Example Works', slug: 'example-works' },
  };
}

export function anIntegration(over: Partial<IntegrationSummary> = {}): IntegrationSummary {
  return {
    id: 'i1',
    name: 'Entra ID',
    type: 'scim',
    provider: 'entra',
    state: 'connected',
    createdAt: minutesAgo(60 * 24 * 9),
    createdBy: 'Mara Keller',
    lastRequestAt: minutesAgo(3),
    userCount: 500,
    groupCount: 25,
    ...over,
  };
}

export function aDeletedIntegration(over: Partial<DeletedIntegration> = {}): DeletedIntegration {
  return {
    id: 'i7',
    name: 'Old Okta',
    provider: 'okta',
    deletedAt: minutesAgo(60 * 24 * 4),
    deletedBy: 'Mara Keller',
    restorableUntil: minutesAgo(-60 * 24 * 26 - 5),
    userCount: 210,
    groupCount: 8,
    ...over,
  };
}

export function aMappingHealth(over: Partial<MappingHealth> = {}): MappingHealth {
  return {
    asOf: minutesAgo(4),
    running: false,
    users: {
      total: 500,
      attributes: [
        { path: 'userName', count: 500 },
        { path: 'active', count: 499 },
        { path: 'emails[type eq "work"]', count: 469 },
        { path: 'name.givenName', count: 455 },
        { path: 'title', count: 400 },
        { path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', count: 310 },
        { path: 'phoneNumbers[type eq "mobile"]', count: 44 },
      ],
    },
    groups: {
      total: 25,
      attributes: [
        { path: 'displayName', count: 25 },
        { path: 'externalId', count: 25 },
      ],
    },
    findings: [
      {
        issue: 'emailMissing',
        count: 31,
        examples: [{ id: 'u3', type: 'User', name: 'Chloé Müller' }],
      },
      {
        issue: 'externalIdNotGuid',
        count: 12,
        examples: [
          { id: 'u1', type: 'User', name: 'Ana Lima', value: 'ana.lima' },
          { id: 'u2', type: 'User', name: 'Ben Okafor', value: 'ben.okafor' },
        ],
      },
      { issue: 'groupEmpty', count: 2, examples: [{ id: 'g9', type: 'Group', name: 'Archive' }] },
    ],
    ...over,
  };
}

export function aToken(over: Partial<TokenView> = {}): TokenView {
  return {
    id: 'k1',
    lastFour: '7Qx2',
    state: 'live',
    createdAt: minutesAgo(60 * 24 * 9),
    createdBy: 'Mara Keller',
    recentAddresses: [],
    ...over,
  };
}

export function anIntegrationView(over: Partial<IntegrationView> = {}): IntegrationView {
  return {
    ...anIntegration(),
    scimUrl: 'https://example-works.api.rollcall.test/api/v1/scim',
    otherScimUrls: [],
    activeUserCount: 480,
    tokens: [aToken()],
    checklist: {},
    traffic: [],
    ...over,
  };
}

export function aUser(over: Partial<UserSummary> = {}): UserSummary {
  return {
    id: 'u1',
    integrationId: 'i1',
    integrationName: 'Entra ID',
    displayName: 'Ana Lima',
    userName: 'ana.lima@example.com',
    email: 'ana.lima@example.com',
    title: 'Engineer',
    department: 'Platform',
    active: true,
    created: minutesAgo(60 * 24 * 9),
    lastModified: minutesAgo(90),
    ...over,
  };
}

export function aUserView(over: Partial<UserView> = {}): UserView {
  return {
    ...aUser(),
    externalId: '5f0c7e0e-7c0a-4a55-9b0c-0d7a5b0f1c11',
    created: minutesAgo(60 * 24 * 9),
    version: '3',
    attributes: {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:User',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ],
      id: 'u1',
      externalId: '5f0c7e0e-7c0a-4a55-9b0c-0d7a5b0f1c11',
      userName: 'ana.lima@example.com',
      displayName: 'Ana Lima',
      name: { givenName: 'Ana', familyName: 'Lima' },
      active: true,
      title: 'Engineer',
      emails: [{ type: 'work', value: 'ana.lima@example.com', primary: true }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Platform', employeeNumber: '1042' },
    },
    groups: [{ id: 'g1', displayName: 'Engineers' }],
    masked: false,
    history: {
      items: [
        {
          id: 'h2',
          at: minutesAgo(90),
          kind: 'userUpdated',
          summary: 'Title changed from “Student” to “Engineer”',
          requestId: 'r2',
        },
        { id: 'h1', at: minutesAgo(60 * 24 * 9), kind: 'userCreated', summary: 'Created', requestId: 'r1' },
      ],
    },
    origins: { title: { at: minutesAgo(90), requestId: 'r2' } },
    firstReceived: { at: minutesAgo(60 * 24 * 9), requestId: 'r1' },
    ignored: [],
    ...over,
  };
}

export function aGroup(over: Partial<GroupSummary> = {}): GroupSummary {
  return {
    id: 'g1',
    integrationId: 'i1',
    integrationName: 'Entra ID',
    displayName: 'Engineers',
    externalId: '0d7a5b0f-7c0a-4a55-9b0c-5f0c7e0e1c11',
    memberCount: 12,
    lastModified: minutesAgo(45),
    ...over,
  };
}

export function aGroupView(over: Partial<GroupView> = {}): GroupView {
  return {
    ...aGroup(),
    created: minutesAgo(60 * 24 * 9),
    attributes: { displayName: 'Engineers', externalId: '0d7a5b0f-7c0a-4a55-9b0c-5f0c7e0e1c11' },
    history: {
      items: [{ id: 'h3', at: minutesAgo(45), kind: 'membersAdded', summary: '2 members joined', requestId: 'r1' }],
    },
    groups: [],
    ...over,
  };
}

export function aRequest(over: Partial<RequestSummary> = {}): RequestSummary {
  return {
    id: 'r1',
    at: minutesAgo(3),
    integrationId: 'i1',
    integrationName: 'Entra ID',
    method: 'PATCH',
    path: '/Users/u1',
    status: 200,
    outcome: 'done',
    durationMs: 3.4,
    client: 'Entra',
    resource: { type: 'User', id: 'u1', name: 'Ana Lima' },
    summary: 'Entra turned off Ana Lima',
    ...over,
  };
}

export function aRequestView(over: Partial<RequestView> = {}): RequestView {
  return {
    ...aRequest(),
    address: '192.0.2.17',
    provider: 'entra',
    userAgent: 'Azure AD SCIM client',
    tokenId: 'k1',
    tokenLastFour: '7Qx2',
    scimUrl: 'https://example-works.api.rollcall.test/api/v1/scim',
    message: {},
    masked: false,
    trail: {
      recognisedAs: 'Microsoft Entra ID',
      notes: [
        {
          kind: 'rewritten',
          rule: 'booleanText',
          message: 'active: the text "False" was read as false.',
          operation: 0,
          before: { op: 'Replace', path: 'active', value: 'False' },
          after: { op: 'replace', path: 'active', value: false },
        },
      ],
      matched: 'Ana Lima (ana.lima@example.com)',
      changes: [{ path: 'active', before: true, after: false }],
    },
    ...over,
  };
}
