import type { FastifyReply, FastifyRequest } from 'fastify';
import { englishSentence } from '../../requests/english-sentence';
import type { RequestRecord } from '../../requests/request-record';
import { SCIM_BASE, pathOf } from './scim-url';

const KEPT_MAX = 200;

/** A request from somebody who is nobody here, as it is logged: what it says of itself is cut short, and its query and body are not kept. */
export function anonymousRecord(request: FastifyRequest, reply: FastifyReply, tenantId: string): RequestRecord {
  const userAgent = request.headers['user-agent']?.slice(0, KEPT_MAX) ?? null;
  const detail =
    request.headers.authorization === undefined
      ? 'It carries no bearer token.'
      : 'Its bearer token was never issued here.';
  return {
    tenantId,
    integrationId: null,
    tokenId: null,
    id: request.id,
    at: new Date(Date.now() - Math.round(reply.elapsedTime)),
    method: request.method,
    path: pathOf(request.url).slice(SCIM_BASE.length, SCIM_BASE.length + KEPT_MAX) || '/',
    query: null,
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 1000) / 1000,
    client: null,
    userAgent,
    address: request.ip,
    resourceType: null,
    resourceId: null,
    resourceName: null,
    summary: englishSentence({ code: 'strangerRefused', method: request.method, address: request.ip, detail }),
    trail: { error: { detail } },
    requestBody: null,
    responseBody: null,
  };
}
