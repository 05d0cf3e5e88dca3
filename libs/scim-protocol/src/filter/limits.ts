/** Checked before anything costly (SEC-25); the numbers are part of the published documentation. */
export const FILTER_BYTES_MAX = 8192;
export const FILTER_DEPTH_MAX = 20;
export const FILTER_COMPARISONS_MAX = 100;
