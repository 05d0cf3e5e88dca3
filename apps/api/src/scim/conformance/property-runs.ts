const SHARE_OVER_HTTP = 5;

/**
 * How often a property is tried over HTTP: `usual` times in `npm test`, a fifth of PROPERTY_RUNS when that is set, because each try is a few
 * requests to a real server on a real database. A failure prints its seed; PROPERTY_SEED replays it.
 */
export function httpRuns(usual: number): number {
  const wanted = process.env['PROPERTY_RUNS'];
  return wanted === undefined ? usual : Math.max(1, Math.ceil(Number(wanted) / SHARE_OVER_HTTP));
}

/** Room for so many tries of some requests each on a busy machine. */
export const runsTimeoutMs = (runs: number): number => 60_000 + runs * 500;
