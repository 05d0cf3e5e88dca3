import type {
  DiagnosticBundle,
  DiagnosticError,
  IntegrationView,
  MappingHealth,
  TokenView,
} from '@rollcall/admin-contracts';
import { plainPath } from './plain-path';

export interface ErrorRow {
  readonly id: string;
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly scimType: string | null;
  readonly client: string | null;
}

export interface BundleFacts {
  readonly view: IntegrationView;
  readonly memberships: number;
  readonly errors: readonly ErrorRow[];
  readonly health: MappingHealth;
}

/** Chosen field by field, so that what a view may show one day does not get into bundles by itself. */
export function diagnosticBundle({ view, memberships, errors, health }: BundleFacts, now: Date): DiagnosticBundle {
  const { id, name, provider, state, createdAt, pause } = view;
  return {
    kind: 'rollcall.diagnostics',
    takenAt: now.toISOString(),
    integration: {
      id,
      name,
      provider,
      state,
      createdAt,
      ...(pause === undefined ? {} : { pause: { since: pause.since, until: pause.until } }),
      scimUrls: [view.scimUrl, ...view.otherScimUrls],
    },
    tokens: view.tokens.map(tokenFacts),
    counts: { users: view.userCount, activeUsers: view.activeUserCount, groups: view.groupCount, memberships },
    checklist: view.checklist,
    traffic: view.traffic,
    lastErrors: errors.map(errorFacts),
    health: healthFacts(health),
  };
}

function tokenFacts({
  createdBy: _creator,
  revokedBy: _revoker,
  ...facts
}: TokenView): DiagnosticBundle['tokens'][number] {
  return facts;
}

function errorFacts({ id, at, method, path, status, scimType, client }: ErrorRow): DiagnosticError {
  return {
    requestId: id,
    at: at.toISOString(),
    method,
    path: plainPath(path),
    status,
    ...(scimType === null ? {} : { scimType }),
    ...(client === null ? {} : { client }),
  };
}

function healthFacts({ asOf, users, groups, findings }: MappingHealth): DiagnosticBundle['health'] {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    users,
    groups,
    findings: findings.map(({ issue, count }) => ({ issue, count })),
  };
}
