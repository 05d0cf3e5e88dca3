/** Where Entra's undocumented flag goes when a request is built: nowhere, or before or after the other parameters. */
export type FlagForwarding = 'no' | 'first' | 'last';

/** The tenant URL as an admin pastes it, taken apart once. */
export interface TenantUrl {
  readonly origin: URL;
  /** Path before `/Users`, without a slash at its end. */
  readonly basePath: string;
  /** Everything after the question mark, such as `aadOptscim062020`. */
  readonly flags: string;
}

/** Reads a tenant URL; throws an Error with one sentence for a person when it is not an http(s) URL. */
export function readTenantUrl(text: string): TenantUrl {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`"${text}" is not a URL. Give the SCIM API URL, as in https://acme.api.example.com/api/v1/scim.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`"${text}" must start with http:// or https://.`);
  }
  return { origin: url, basePath: url.pathname.replace(/\/+$/, ''), flags: url.search.slice(1) };
}

/** Whether the admin asked for the flag dialect in the tenant URL (entra 2). */
export function asksForFlagDialect(url: TenantUrl): boolean {
  return url.flags.toLowerCase().includes('aadoptscim062020');
}

/** The path of a request, with the tenant URL's flags put where `forwarding` says (entra 3.1). */
export function requestPath(url: TenantUrl, path: string, forwarding: FlagForwarding): string {
  const whole = `${url.basePath}${path}`;
  if (forwarding === 'no' || url.flags === '') return whole;
  const [before = '', query] = whole.split('?', 2);
  if (query === undefined) return `${before}?${url.flags}`;
  return forwarding === 'first' ? `${before}?${url.flags}&${query}` : `${before}?${query}&${url.flags}`;
}
