import type { FastifyRequest } from 'fastify';
import { crossSite } from './console-error';

type Headers = FastifyRequest['headers'];

/**
 * Refuses a state-changing call that a foreign page may have sent (SEC-43). Other organisations' hosts are same-site, so the cookie's
 * SameSite alone protects nothing: the browser must say "same-origin", or the Origin must be this very host, and the header that only
 * the console's own script can set must be there. `ownOrigin` counts too, for a proxy that rewrites Host.
 */
export function refuseCrossSite(method: string, headers: Headers, ownOrigin: string): void {
  if (method === 'GET' || method === 'HEAD') return;
  if (headers['x-rollcall'] !== '1') throw crossSite();
  if (!isSameOrigin(headers, ownOrigin)) throw crossSite();
  if (hasBody(headers) && !isJson(headers['content-type'])) throw crossSite();
}

function isSameOrigin(headers: Headers, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined || host === undefined) return false;
  return origin === ownOrigin || origin === `http://${host}` || origin === `https://${host}`;
}

function hasBody(headers: Headers): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\s*(;|$)/i.test(type);
}
