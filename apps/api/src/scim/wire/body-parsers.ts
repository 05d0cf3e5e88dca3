import { BULK_PAYLOAD_BYTES_MAX, payloadTooLarge, readJson, ScimError, type Json } from '@rollcall/scim-protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isScimUrl, SCIM_BASE } from './scim-url';

const MEBIBYTE = 1_048_576;
/** A group may bring 100,000 members along; nothing else ever needs that much (SEC-25). */
export const BODY_MAX = 8 * MEBIBYTE;
const RESOURCE_BODY_MAX = 2 * MEBIBYTE;

type Done = (error: Error | null, body?: unknown) => void;

/** A body that cannot be read. It is complained about only when a handler asks for the body, so that a wrong token is refused first (M-12). */
export class UnreadableBody {
  constructor(readonly error: unknown) {}
}

/** The body of a SCIM request. @throws ScimError 400, 413 or 415 when it cannot be read, or is missing */
export function bodyOf(request: FastifyRequest): Json {
  const { body } = request;
  if (body instanceof UnreadableBody) throw body.error;
  if (body === undefined || body === null) {
    throw new ScimError(400, 'invalidSyntax', 'The request needs a body: a JSON object.');
  }
  return body as Json;
}

/**
 * Reads SCIM bodies strictly (duplicate keys, depth, encoding), as application/scim+json or application/json (H-05). Other bodies keep
 * Fastify's own parser.
 */
export function registerScimParsers(fastify: FastifyInstance): void {
  const plain = fastify.getDefaultJsonParser('error', 'error');
  const options = { parseAs: 'buffer', bodyLimit: BODY_MAX } as const;
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', options, (request: FastifyRequest, body: Buffer, done: Done) => {
    if (isScimUrl(request.url)) done(null, readScim(request, body));
    else void plain(request, body.toString('utf8'), done);
  });
  fastify.addContentTypeParser(
    /^application\/scim\+json\b/i,
    options,
    (request: FastifyRequest, body: Buffer, done: Done) => {
      done(null, readScim(request, body));
    },
  );
  fastify.addContentTypeParser('*', options, (request: FastifyRequest, body: Buffer, done: Done) => {
    if (!isScimUrl(request.url)) done(unsupportedMediaType());
    else done(null, body.length === 0 ? undefined : new UnreadableBody(unsupportedMediaType()));
  });
}

function readScim(request: FastifyRequest, body: Buffer): unknown {
  try {
    checkCharset(request.headers['content-type'] ?? '');
    checkSize(request.url, body.length);
    return body.length === 0 ? undefined : readJson(body);
  } catch (error) {
    return new UnreadableBody(error);
  }
}

/** RFC 7644 §3.8: UTF-8 is the encoding (H-07). */
function checkCharset(contentType: string): void {
  const mark = contentType.toLowerCase().indexOf('charset=');
  if (mark === -1) return;
  const charset = contentType
    .slice(mark + 8)
    .split(';', 1)[0]
    ?.trim()
    .replaceAll('"', '')
    .toLowerCase();
  if (charset !== 'utf-8' && charset !== 'utf8') throw unsupportedMediaType();
}

function checkSize(url: string, bytes: number): void {
  const max = maxOf(url);
  if (bytes > max) {
    throw payloadTooLarge(`The body has ${bytes} bytes; at most ${max} are taken here. Send less at a time.`);
  }
}

function maxOf(url: string): number {
  if (url.startsWith(`${SCIM_BASE}/Groups`)) return BODY_MAX;
  return url.startsWith(`${SCIM_BASE}/Bulk`) ? BULK_PAYLOAD_BYTES_MAX : RESOURCE_BODY_MAX;
}

function unsupportedMediaType(): ScimError {
  return new ScimError(415, undefined, 'Send the body as application/scim+json or application/json, in UTF-8.');
}
