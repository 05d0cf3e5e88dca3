import type { AttributeCoverage, HealthExample, HealthFinding, HealthIssue } from '@rollcall/admin-contracts';
import { HEALTH_EXAMPLES_MAX, HEALTH_ISSUES } from '@rollcall/admin-contracts';

/** A client may invent attributes without end; so many are listed. */
export const ATTRIBUTES_LISTED_MAX = 200;
const ATTRIBUTES_COUNTED_MAX = 2_000;

export interface FindingPart {
  readonly count: number;
  readonly examples: readonly HealthExample[];
}

/** What one stretch of people or groups holds; `last` is where the next one begins. */
export interface Stretch {
  readonly size: number;
  readonly last: string | null;
  readonly paths: Readonly<Record<string, number>>;
  readonly findings: Partial<Readonly<Record<HealthIssue, FindingPart>>>;
}

/** The stored result; `MappingHealth` of the contracts is what the console makes of it. */
export interface HealthReport {
  readonly asOf: string;
  readonly users: AttributeCoverage;
  readonly groups: AttributeCoverage;
  readonly findings: readonly HealthFinding[];
}

/** Adds stretches up to one coverage. */
export class CoverageSum {
  private total = 0;
  private readonly paths = new Map<string, number>();
  private overflowed = false;

  add({ size, paths }: Pick<Stretch, 'size' | 'paths'>): void {
    this.total += size;
    for (const [path, count] of Object.entries(paths)) {
      const known = this.paths.get(path);
      if (known === undefined && this.paths.size >= ATTRIBUTES_COUNTED_MAX) this.overflowed = true;
      else this.paths.set(path, (known ?? 0) + count);
    }
  }

  coverage(): AttributeCoverage {
    const all = [...this.paths].map(([path, count]) => ({ path, count }));
    all.sort((one, other) => other.count - one.count || (one.path < other.path ? -1 : 1));
    const truncated = this.overflowed || all.length > ATTRIBUTES_LISTED_MAX;
    return {
      total: this.total,
      attributes: all.slice(0, ATTRIBUTES_LISTED_MAX),
      ...(truncated ? { truncated } : {}),
    };
  }
}

/** Adds findings up, with the first examples of each. */
export class FindingSum {
  private readonly parts = new Map<HealthIssue, { count: number; examples: HealthExample[] }>();

  add(findings: Stretch['findings']): void {
    for (const issue of HEALTH_ISSUES) {
      const found = findings[issue];
      if (found === undefined || found.count === 0) continue;
      const part = this.parts.get(issue) ?? { count: 0, examples: [] };
      part.count += found.count;
      part.examples.push(...found.examples.slice(0, HEALTH_EXAMPLES_MAX - part.examples.length));
      this.parts.set(issue, part);
    }
  }

  /** In the order of HEALTH_ISSUES. */
  findings(): HealthFinding[] {
    return HEALTH_ISSUES.flatMap((issue) => {
      const part = this.parts.get(issue);
      return part === undefined ? [] : [{ issue, ...part }];
    });
  }
}
