import type { Checklist, IntegrationView, PauseView, Provider, IntegrationState, TokenView } from './integrations';
import type { AttributeCoverage, HealthIssue } from './mapping-health';

/** So many failed requests are in a bundle. */
export const DIAGNOSTIC_ERRORS_MAX = 50;

/**
 * POST /api/console/integrations/{id}/diagnostics -> DiagnosticBundle (C07): what a supporter of ours needs to know. No secret, and nothing
 * about a person: names, addresses and queries are left out.
 */
export interface DiagnosticBundle {
  readonly kind: 'rollcall.diagnostics';
  readonly takenAt: string;
  readonly integration: {
    readonly id: string;
    readonly name: string;
    readonly provider: Provider;
    readonly state: IntegrationState;
    readonly createdAt: string;
    readonly pause?: Omit<PauseView, 'by'>;
    readonly scimUrls: readonly string[];
  };
  readonly tokens: readonly Omit<TokenView, 'createdBy' | 'revokedBy'>[];
  readonly counts: {
    readonly users: number;
    readonly activeUsers: number;
    readonly groups: number;
    readonly memberships: number;
  };
  readonly checklist: Checklist;
  readonly traffic: IntegrationView['traffic'];
  readonly lastErrors: readonly DiagnosticError[];
  readonly health: {
    readonly asOf?: string;
    readonly users: AttributeCoverage;
    readonly groups: AttributeCoverage;
    readonly findings: readonly { readonly issue: HealthIssue; readonly count: number }[];
  };
}

export interface DiagnosticError {
  readonly requestId: string;
  readonly at: string;
  readonly method: string;
  /** Ids stay, whatever else stands behind the endpoint does not. */
  readonly path: string;
  readonly status: number;
  readonly scimType?: string;
  readonly client?: string;
}
