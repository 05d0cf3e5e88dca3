/** Why somebody pauses the purge, for whoever finds it paused. */
export const PURGE_REASON_MAX = 200;

export interface PurgeCounts {
  readonly people: number;
  readonly groups: number;
  readonly integrations: number;
}

/** GET /api/console/purge -> what was deleted and leaves for good after RESTORABLE_DAYS. */
export interface PurgeView {
  /** Nothing is removed until somebody resumes it, and all of it can still be restored. */
  readonly paused?: PurgePause;
  /** Past their days: the next run, within the hour, removes them, or they wait for the end of the pause. */
  readonly due: PurgeCounts;
  /** The first that come due, and whatever else does within a day of it. */
  readonly next?: PurgeCounts & { readonly at: string };
  /** People and groups that the brake keeps until somebody decides about them, however old. */
  readonly held: number;
}

export interface PurgePause {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** POST /api/console/purge/pause -> PurgeView; 409 `conflict` when somebody has paused it already. POST /api/console/purge/resume takes nothing. */
export interface PausePurgeRequest {
  readonly reason: string;
}
