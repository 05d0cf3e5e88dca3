import { userMappings, type UserMapping } from '../mapping/user-mapping';
import type { Dialect } from '../patch/patch-habits';
import { SimulationReport } from '../report/simulation-report';
import { PatientClient } from '../wire/patient-client';
import { ScimHttpClient } from '../wire/scim-http-client';
import { encodeFilter, equals } from '../wire/scim-query';
import { asksForFlagDialect } from '../wire/tenant-url';
import { AnswerJudge } from './answer-judge';
import { Links } from './links';
import { completeSettings, type SimulatorOptions, type SimulatorSettings } from './simulator-settings';

/** What every step of the simulator works with. */
export class EngineContext {
  readonly settings: SimulatorSettings;
  readonly report: SimulationReport;
  readonly judge: AnswerJudge;
  readonly client: ScimHttpClient;
  readonly wire: PatientClient;
  readonly links = new Links();
  readonly mappings: readonly UserMapping[];
  private evaluations = 0;
  private activeWrites = 0;
  private readonly audits = new Map<string, number>();

  constructor(options: SimulatorOptions) {
    const settings = completeSettings(options);
    this.settings = settings;
    this.report = new SimulationReport(settings.recordExchanges);
    this.judge = new AnswerJudge(this.report);
    this.client = new ScimHttpClient({ ...settings, connectionsMax: settings.parallel });
    this.wire = new PatientClient(this.client, this.report, { ...settings, serverErrorRetriesMax: 4 });
    this.mappings = userMappings(settings.externalId);
  }

  /** The dialect of the next evaluation; `both` alternates, so that the same resources see either. */
  nextDialect(): Dialect {
    switch (this.settings.dialect) {
      case 'auto':
        return asksForFlagDialect(this.client.url) ? 'flag' : 'default';
      case 'both':
        this.evaluations += 1;
        return this.evaluations % 2 === 1 ? 'default' : 'flag';
      case 'default':
      case 'flag':
        return this.settings.dialect;
    }
  }

  /** Whether this write of `active` is text (`"False"`) or a boolean. */
  activeAsText(dialect: Dialect): boolean {
    if (this.settings.activeForm === 'dialect') return dialect === 'default';
    this.activeWrites += 1;
    return this.activeWrites % 2 === 1;
  }

  filterQuery(attribute: string, value: string): string {
    return `filter=${encodeFilter(equals(attribute, value), this.settings.filterEncoding)}`;
  }

  /** The first write of each kind is audited, then the configured share, evenly. */
  auditDue(kind: string): boolean {
    const share = this.settings.auditShare;
    if (share <= 0) return false;
    const count = this.audits.get(kind) ?? 0;
    this.audits.set(kind, count + 1);
    return count === 0 || Math.floor((count + 1) * share) > Math.floor(count * share);
  }
}
