import type { FastifyInstance } from 'fastify';

const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  // The component library writes style tags while it runs.
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `font-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `object-src 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** Data are nobody's to keep, and an answer of the API that is opened as a page may do nothing. */
const API_HEADERS = {
  ...EVERYWHERE,
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
};

const PAGE_HEADERS = {
  ...EVERYWHERE,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const TWO_YEARS_S = 63_072_000;

/** Two constant sets of headers, one for pages and one for the API (SEC-44). HSTS only where people come over https. */
export function addSecurityHeaders(fastify: FastifyInstance, publicUrl: string): void {
  const transport = publicUrl.startsWith('https:')
    ? { 'strict-transport-security': `max-age=${TWO_YEARS_S}; includeSubDomains` }
    : {};
  const api = { ...API_HEADERS, ...transport };
  const page = { ...PAGE_HEADERS, ...transport };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api/') ? api : page);
    done();
  });
}
