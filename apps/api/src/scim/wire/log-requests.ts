import { recogniseClient } from '@rollcall/scim-protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenUseRecorder } from '../../tokens/token-use-recorder';
import type { RequestLog } from '../../requests/request-log';
import type { RecordedTrail, RequestRecord } from '../../requests/request-record';
import { englishSentence } from '../../requests/english-sentence';
import { requestSentence, type SentenceParts } from '../../requests/request-sentence';
import { isUuid } from './ids';
import { keptBody } from './kept-body';
import { keptHeaders } from './kept-headers';
import type { ScimExchange } from './exchange';
import type { RefusedTokens } from './refused-tokens';
import { isScimUrl, SCIM_BASE } from './scim-url';
import { sentName } from './sent-name';

const HEADER_KEPT_MAX = 200;

const PROVIDER_NAMES: Readonly<Record<string, string>> = {
  entra: 'Entra',
  okta: 'Okta',
  onelogin: 'OneLogin',
  jumpcloud: 'JumpCloud',
  ping: 'Ping',
};

export interface LogTargets {
  readonly log: RequestLog;
  readonly tokenUse: TokenUseRecorder;
  readonly refusedTokens: RefusedTokens;
}

/** Records every SCIM request after its answer has gone out. A Fastify hook, because it costs the answer nothing (performance.md 6). */
export function logScimRequests(fastify: FastifyInstance, { log, tokenUse, refusedTokens }: LogTargets): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    done();
    if (!isScimUrl(request.url)) return;
    if (!request.scim) {
      if (reply.statusCode === 401) refusedTokens.unknown(request, reply);
      return;
    }
    const record = recordOf(request, reply, request.scim);
    if (request.scim.deadToken) refusedTokens.dead(record);
    else log.record(record);
    if (request.scim.live) {
      tokenUse.record(request.scim.caller, {
        at: record.at,
        address: record.address ?? undefined,
        client: record.client ?? undefined,
      });
    }
  });
}

function recordOf(request: FastifyRequest, reply: FastifyReply, exchange: ScimExchange): RequestRecord {
  const { caller } = exchange;
  const client = clientName(request, exchange);
  const mark = request.url.indexOf('?');
  const failed = reply.statusCode >= 400;
  return {
    tenantId: caller.tenantId,
    integrationId: caller.integrationId,
    tokenId: caller.tokenId,
    id: request.id,
    at: new Date(Date.now() - Math.round(reply.elapsedTime)),
    method: request.method,
    path: (mark === -1 ? request.url : request.url.slice(0, mark)).slice(SCIM_BASE.length) || '/',
    query: mark === -1 ? null : request.url.slice(mark + 1),
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 1000) / 1000,
    client,
    userAgent: request.headers['user-agent']?.slice(0, HEADER_KEPT_MAX) ?? null,
    address: request.ip,
    resourceType: exchange.resourceType ?? null,
    resourceId: exchange.resourceId !== undefined && isUuid(exchange.resourceId) ? exchange.resourceId : null,
    resourceName: nameOf(request, reply, exchange) ?? null,
    summary: englishSentence(requestSentence(sentenceParts(request, reply, exchange, client))),
    trail: failed
      ? { ...recordedTrail(exchange, client), headers: keptHeaders(request.headers) }
      : recordedTrail(exchange, client),
    requestBody: failed ? keptBody(request.body) : null,
    responseBody: failed ? (exchange.refusal ?? null) : null,
  };
}

function sentenceParts(
  request: FastifyRequest,
  reply: FastifyReply,
  exchange: ScimExchange,
  client: string,
): SentenceParts {
  const { outcome, resourceType, matched, found, changes, membersAdded, membersRemoved, error, bulk } = exchange;
  const resourceName = nameOf(request, reply, exchange);
  const known = { outcome, resourceType, resourceName, matched, found, changes, membersAdded, membersRemoved, error };
  return { ...known, bulk, client, method: request.method, status: reply.statusCode };
}

/** Whom the request was about; one that was refused before that was known is taken at its word. */
function nameOf(request: FastifyRequest, reply: FastifyReply, exchange: ScimExchange): string | undefined {
  return exchange.resourceName ?? (reply.statusCode >= 400 ? sentName(request.body) : undefined);
}

/** Who called, recognised by what it sent, else the provider that the admin chose. */
function clientName(request: FastifyRequest, exchange: ScimExchange): string {
  const recognised = recogniseClient({ headers: request.headers });
  const name = PROVIDER_NAMES[recognised ?? exchange.caller.provider];
  return name ?? request.headers['user-agent']?.slice(0, 40) ?? 'The client';
}

function recordedTrail(exchange: ScimExchange, client: string): RecordedTrail {
  const { trail, outcome, changes, membersAdded, membersRemoved, found, matched, error, bulk } = exchange;
  return {
    ...(outcome === undefined ? {} : { outcome }),
    recognisedAs: client,
    ...(trail.notes.length > 0 ? { notes: trail.notes } : {}),
    ...(matched === undefined ? {} : { matched }),
    ...(changes.length > 0 ? { changes } : {}),
    ...(membersAdded > 0 ? { membersAdded } : {}),
    ...(membersRemoved > 0 ? { membersRemoved } : {}),
    ...(found > 0 ? { found } : {}),
    ...(bulk ? { bulk } : {}),
    ...(error ? { error } : {}),
  };
}
