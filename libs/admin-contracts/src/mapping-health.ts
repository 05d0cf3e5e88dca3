/** What a look over all people and groups of an integration may find (A22, C05). */
export const HEALTH_ISSUES = [
  'emailMissing',
  'departmentMissing',
  'titleMissing',
  'externalIdMissing',
  'externalIdNotGuid',
  'emailDuplicate',
  'externalIdDuplicate',
  'employeeNumberDuplicate',
  'emailElsewhere',
  'externalIdElsewhere',
  'groupExternalIdMissing',
  'groupExternalIdNotGuid',
  'groupExternalIdDuplicate',
  'groupEmpty',
] as const;
export type HealthIssue = (typeof HEALTH_ISSUES)[number];

/** So many people or groups are named with each finding. */
export const HEALTH_EXAMPLES_MAX = 5;

/**
 * GET /api/console/integrations/{id}/health -> MappingHealth. POST …/health/refresh (no body) -> 202 MappingHealth that is `running`. Made in
 * the background when requests have arrived, at most every few minutes.
 */
export interface MappingHealth {
  /** When the figures were taken; absent before the first look. */
  readonly asOf?: string;
  readonly running: boolean;
  readonly users: AttributeCoverage;
  readonly groups: AttributeCoverage;
  /** Those with a count above 0. */
  readonly findings: readonly HealthFinding[];
}

/** How many of `total` carry each attribute received, the fullest first, as a SCIM path. */
export interface AttributeCoverage {
  readonly total: number;
  readonly attributes: readonly { readonly path: string; readonly count: number }[];
  /** There are more attributes than are listed. */
  readonly truncated?: true;
}

export interface HealthFinding {
  readonly issue: HealthIssue;
  /** People or groups concerned. */
  readonly count: number;
  readonly examples: readonly HealthExample[];
}

export interface HealthExample {
  readonly id: string;
  readonly type: 'User' | 'Group';
  readonly name: string;
  /** The value that is doubtful. */
  readonly value?: string;
}
