/** Where the SCIM API lives; what clients append to it beyond an endpoint is taken away here, before anything is routed. */
export const SCIM_BASE = '/api/v1/scim';

/** Of a request's URL: without its query. */
export function pathOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? url : url.slice(0, mark);
}

export function isScimUrl(url: string): boolean {
  if (!url.startsWith(SCIM_BASE)) return false;
  const next = url.charCodeAt(SCIM_BASE.length);
  return Number.isNaN(next) || next === 47 || next === 63;
}

/**
 * One spelling for every URL that means the same: doubled and trailing slashes go (entra.md 1.26, H-18), and so does the version segment
 * that clients append to the base (H-21: /v2 is what this server speaks). Router and guards see the result only.
 */
export function canonicalScimUrl(url: string): string {
  if (!url.startsWith('/api/') && !url.startsWith('//')) return url;
  const mark = url.indexOf('?');
  let path = mark === -1 ? url : url.slice(0, mark);
  const query = mark === -1 ? '' : url.slice(mark);
  while (path.includes('//')) path = path.replaceAll('//', '/');
  if (!isScimUrl(path)) return url;
  if (path === `${SCIM_BASE}/v2` || path.startsWith(`${SCIM_BASE}/v2/`)) {
    path = SCIM_BASE + path.slice(SCIM_BASE.length + 3);
  }
  if (path.length > SCIM_BASE.length && path.endsWith('/')) path = path.slice(0, -1);
  return path + query;
}
