const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What is remembered of one condition of one integration. */
export interface Episode {
  /** Seen without a break since then; null while it is not seen. */
  readonly seenSince: Date | null;
  /** Not seen since then, while people still believe it. */
  readonly clearSince: Date | null;
  /** Set while people know of it. */
  readonly beganAt: Date | null;
  readonly endedAt: Date | null;
  /** It began again soon after it had ended. */
  readonly reopened: boolean;
}

export const NO_EPISODE: Episode = {
  seenSince: null,
  clearSince: null,
  beganAt: null,
  endedAt: null,
  reopened: false,
};

export interface Patience {
  /** So long it must be seen before anybody is told. */
  readonly beginMs: number;
  /** So long it must be gone before anybody is told. */
  readonly endMs: number;
  /** The same for one that comes and goes. */
  readonly reopenedEndMs: number;
}

/** A cycle of Entra comes every 40 minutes: what fails in each second one is one trouble, not one an hour. */
export const FAILING_PATIENCE: Patience = {
  beginMs: 2 * MINUTE_MS,
  endMs: 15 * MINUTE_MS,
  reopenedEndMs: 2 * HOUR_MS,
};
/** Silence is hours long before it counts, so it cannot flutter. */
export const QUIET_PATIENCE: Patience = { beginMs: 0, endMs: 0, reopenedEndMs: 0 };

/** Within so long after its end it counts as the same trouble again. */
const REOPENS_WITHIN_MS = 6 * HOUR_MS;

export interface Followed {
  readonly episode: Episode;
  /** What there is to tell now; `since` is when the episode began. */
  readonly tell?: { readonly phase: 'began' | 'ended'; readonly since: Date };
}

export interface Sight {
  readonly isSeen: boolean;
  /** When what is seen began, if that is known; else it is the moment of the first look that saw it. */
  readonly since?: Date;
}

/** The next state of an episode, and what people must hear of it: its beginning once, its end once. */
export function followEpisode(before: Episode, sight: Sight, now: Date, patience: Patience): Followed {
  return before.beganAt === null
    ? followUnknown(before, sight, now, patience)
    : followKnown({ ...before, beganAt: before.beganAt }, sight.isSeen, now, patience);
}

function followUnknown(before: Episode, { isSeen, since }: Sight, now: Date, patience: Patience): Followed {
  if (!isSeen) return { episode: { ...before, seenSince: null } };
  const seenSince = since ?? before.seenSince ?? now;
  if (now.getTime() - seenSince.getTime() < patience.beginMs) return { episode: { ...before, seenSince } };
  const reopened = before.endedAt !== null && seenSince.getTime() - before.endedAt.getTime() < REOPENS_WITHIN_MS;
  return {
    episode: { ...before, seenSince, clearSince: null, beganAt: seenSince, reopened },
    tell: { phase: 'began', since: seenSince },
  };
}

function followKnown(
  before: Episode & { readonly beganAt: Date },
  isSeen: boolean,
  now: Date,
  patience: Patience,
): Followed {
  if (isSeen) return { episode: { ...before, clearSince: null } };
  const clearSince = before.clearSince ?? now;
  const endMs = before.reopened ? patience.reopenedEndMs : patience.endMs;
  if (now.getTime() - clearSince.getTime() < endMs) return { episode: { ...before, clearSince } };
  return {
    episode: { ...before, seenSince: null, clearSince: null, beganAt: null, endedAt: now },
    tell: { phase: 'ended', since: before.beganAt },
  };
}
