/**
 * Advisory locks of the two purges: each step tries for its own and gives way. Whoever pauses the purge waits for both, so that nothing is
 * removed any more once the pause is answered.
 */
export const PURGE_TURNS = { integrations: 7_262_010, records: 7_262_014 } as const;
