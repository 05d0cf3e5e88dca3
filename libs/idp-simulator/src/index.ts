export { EntraSimulator, type FoundGroupMembers, type NewPerson, type Provisioned } from './engine/entra-simulator';
export type { ConnectionResult } from './engine/connection-test';
export { ObjectFailed, Quarantined } from './engine/object-failed';
export type { Expectation } from './engine/read-back';
export type { GroupMatch, Progress, SimulatorOptions, UserMatch } from './engine/simulator-settings';
export type { Dialect, PatchHabits, PatchOperation } from './patch/patch-habits';
export { RULES, type Rule } from './report/rules';
export { SimulationReport, type Deviation, type Exchange, type PhaseSummary } from './report/simulation-report';
export { Company } from './source/company';
export {
  SourceDirectory,
  type SourceAttributes,
  type SourceGroup,
  type SourceUser,
  type Standing,
} from './source/source-directory';
export { leaversDay, namesakeDay, ordinaryDay, purgeDay, returnersDay, type Day } from './source/working-days';
export { ServerSilent } from './wire/patient-client';
export {
  ConnectionFailed,
  ScimHttpClient,
  type Method,
  type ScimAnswer,
  type ScimClientOptions,
} from './wire/scim-http-client';
export { playTrace, referenceTrace, TRACE_NAMES, type TraceName } from './traces/reference-traces';
export type { TraceOptions } from './traces/trace-recorder';
