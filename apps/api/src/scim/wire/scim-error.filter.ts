import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { payloadTooLarge, ScimError } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../../database/constraint-errors';
import { TokenVerifier } from '../../tokens/token-verifier';
import { ScimTypes } from '../registry';
import { allowedMethods } from './allowed-methods';
import { BODY_MAX } from './body-parsers';
import { deadTokenSentence } from './dead-token';
import type { ScimExchange } from './exchange';
import { sendJson } from './reply';
import { pathOf } from './scim-url';
import { CHALLENGE, paused, unauthorized, unavailable } from './unauthorized';

/** The one place that writes a SCIM error (RFC 7644 §3.12). */
@Catch()
export class ScimErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('scim');

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly types: ScimTypes,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const error = await this.afterTokenCheck(request, this.read(thrown, request));
    const reply = http.getResponse<FastifyReply>();
    if (request.scim) remember(request.scim, error);
    if (error.status === 405) void reply.header('allow', this.methodsOf(request).join(', '));
    writeScimError(reply, error);
  }

  private methodsOf(request: FastifyRequest): readonly string[] {
    return allowedMethods(pathOf(request.url), this.types.endpoints) ?? [];
  }

  private read(thrown: unknown, request: FastifyRequest): ScimError {
    if (thrown instanceof ScimError) return thrown;
    if (thrown instanceof HttpException) return new ScimError(thrown.getStatus(), undefined, thrown.message);
    if (isClientError(thrown)) return frameworkError(thrown.statusCode);
    if (isUnavailable(thrown)) return unavailable();
    this.logger.error({
      event: 'scim.failed',
      requestId: request.id,
      error: thrown instanceof Error ? thrown.stack : thrown,
    });
    return new ScimError(
      500,
      undefined,
      `Something went wrong on our side. Tell the administrator of Rollcall this request id: ${request.id}`,
    );
  }

  /**
   * An error that no statement of the request stands behind may hide a dead token, and that comes first (M-12): a revoked one hears 401
   * whatever else is wrong, a paused integration 503.
   */
  private async afterTokenCheck(request: FastifyRequest, error: ScimError): Promise<ScimError> {
    const exchange = request.scim;
    const isOurs = error.status >= 500 && error.status !== 501;
    if (!exchange || exchange.live || error.status === 401 || isOurs) return error;
    try {
      const state = await this.tokens.tokenState(exchange.caller);
      if (state.status === 'live') return error;
      if (state.status === 'paused') return paused();
      exchange.deadToken = state;
      return unauthorized();
    } catch {
      return unavailable();
    }
  }
}

/** For the request log, which speaks of refused requests too (C01): its readers may know why a token is dead, the caller may not. */
function remember(exchange: ScimExchange, error: ScimError): void {
  const { deadToken } = exchange;
  const detail = deadToken ? deadTokenSentence(deadToken) : error.detail;
  exchange.error = { detail, ...(error.scimType ? { scimType: error.scimType } : {}) };
  exchange.refusal = JSON.stringify(error.toBody());
}

export function writeScimError(reply: FastifyReply, error: ScimError): void {
  if (error.status === 401) void reply.header('www-authenticate', CHALLENGE);
  if (error.status === 503) void reply.header('retry-after', String(5 + Math.floor(Math.random() * 20)));
  sendJson(reply, error.status, error.toBody());
}

interface ClientError {
  readonly statusCode: number;
}

/** What Fastify itself refuses: media type, size, a broken request. */
function isClientError(thrown: unknown): thrown is ClientError {
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return false;
  return typeof thrown.statusCode === 'number' && thrown.statusCode >= 400 && thrown.statusCode < 500;
}

/** What the framework refused before a handler ran, as a client may read it. */
export function frameworkError(status: number): ScimError {
  switch (status) {
    case 400:
      return new ScimError(400, 'invalidSyntax', 'The request is not valid.');
    case 404:
      return new ScimError(404, undefined, 'There is no such endpoint.');
    case 413:
      return payloadTooLarge(`The body is too large: at most ${BODY_MAX} bytes are taken. Send less at a time.`);
    case 415:
      return new ScimError(415, undefined, 'Send the body as application/scim+json or application/json, in UTF-8.');
    default:
      return new ScimError(status, undefined, 'The request cannot be served.');
  }
}
