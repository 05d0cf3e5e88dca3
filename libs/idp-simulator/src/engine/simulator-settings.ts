import { randomUUID } from 'node:crypto';
import type { ExternalIdSource } from '../mapping/user-mapping';
import type { Dialect, PatchHabits } from '../patch/patch-habits';
import type { FilterEncoding } from '../wire/scim-query';
import type { FlagForwarding } from '../wire/tenant-url';

export type UserMatch = 'userName' | 'externalId' | 'emails';
export type GroupMatch = 'displayName' | 'externalId';

/** What people may set; everything but URL and token has a default. Entra leaves most of it undocumented (entra 20.1). */
export interface SimulatorOptions extends Partial<PatchHabits> {
  /** Tenant URL as pasted into Entra, with or without `?aadOptscim062020`. */
  readonly url: string;
  readonly token: string;
  /** `auto` follows the tenant URL's flag; `both` alternates from one evaluation to the next. */
  readonly dialect?: 'auto' | Dialect | 'both';
  /** Provision on demand ignores the flag (entra 2). */
  readonly onDemandDialect?: Dialect;
  readonly forwardFlagQuery?: FlagForwarding;
  readonly filterEncoding?: FilterEncoding;
  /** Attributes that find an existing user, tried in this order. */
  readonly matchUsersBy?: readonly UserMatch[];
  readonly matchGroupsBy?: readonly GroupMatch[];
  readonly externalId?: ExternalIdSource;
  readonly groupCreateMembers?: 'empty' | 'absent';
  readonly legacyGroupSchema?: boolean;
  /** Unassigned people are left alone instead of disabled. */
  readonly skipOutOfScopeDeletions?: boolean;
  /** More disables and deletes than this in one cycle stop it before anything is sent (entra 9). */
  readonly deleteThreshold?: number;
  readonly targetActions?: readonly ('create' | 'update' | 'delete')[];
  /** Requests under way at a time. */
  readonly parallel?: number;
  readonly timeoutMs?: number;
  /** How long a silent server is waited for. */
  readonly patienceMs?: number;
  readonly honorRetryAfter?: boolean;
  readonly adScimVersion?: string | undefined;
  /** Share of writes that are read back at once, beyond what Entra itself reads: 0 none, 1 all. */
  readonly auditShare?: number;
  /** Keeps every request with its body, for traces. */
  readonly recordExchanges?: boolean;
  /** Size and identity of the company that is provisioned. */
  readonly users?: number;
  readonly groups?: number;
  readonly seed?: string;
  readonly domain?: string;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export type SimulatorSettings = Required<Omit<SimulatorOptions, 'adScimVersion'>> & {
  readonly adScimVersion: string | undefined;
};

/** Fills in the defaults; the company is empty unless users and groups are asked for. */
export function completeSettings(options: SimulatorOptions): SimulatorSettings {
  return {
    dialect: 'auto',
    onDemandDialect: 'default',
    forwardFlagQuery: 'no',
    filterEncoding: 'plus',
    matchUsersBy: ['userName'],
    matchGroupsBy: ['displayName'],
    externalId: 'objectId',
    groupCreateMembers: 'empty',
    legacyGroupSchema: false,
    skipOutOfScopeDeletions: false,
    deleteThreshold: 500,
    targetActions: ['create', 'update', 'delete'],
    parallel: 8,
    timeoutMs: 60_000,
    patienceMs: 30_000,
    honorRetryAfter: true,
    auditShare: 0.1,
    recordExchanges: false,
    users: 0,
    groups: 0,
    seed: '1',
    domain: 'corp.example',
    onProgress: () => undefined,
    addOrReplace: 'by-target',
    groupFlagAdds: true,
    activeForm: 'dialect',
    booleanText: 'capitalised',
    managerClear: 'path',
    membersRefNull: false,
    memberBatch: 100,
    adScimVersion: `5.0, Date:${new Date().toISOString()}, ActivityId:${randomUUID()}`,
    ...options,
  };
}
