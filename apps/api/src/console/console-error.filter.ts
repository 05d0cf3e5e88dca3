import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ConsoleErrorBody, ConsoleErrorCode } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { isUnavailable } from '../database/constraint-errors';
import { frameworkError, writeScimError } from '../scim/wire/scim-error.filter';
import { isScimUrl } from '../scim/wire/scim-url';
import { AccessRefusals } from '../team/access-refusals';
import { ConsoleError, unavailable } from './console-error';

/** The one place that writes an error of the console's API. What nobody foresaw is a 500 without detail, logged whole (SEC-35). */
@Catch()
export class ConsoleErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('console');

  constructor(private readonly refusals: AccessRefusals) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const status = clientErrorStatus(thrown);
    if (status !== undefined && isScimUrl(request.url)) {
      writeScimError(reply, frameworkError(status));
      return;
    }
    const error = this.read(thrown, request);
    if (error.code === 'notAllowed' && request.member !== undefined)
      this.refusals.note(request.member, { method: request.method, route: request.routeOptions.url ?? '' });
    const { fields, holder, retryAfterSeconds } = error.extras;
    const body: ConsoleErrorBody = {
      code: error.code,
      message: error.message,
      ...(fields === undefined ? {} : { fields }),
      ...(holder === undefined ? {} : { holder }),
      requestId: request.id,
    };
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    void reply.header('cache-control', 'no-store').code(statusOf(error.code)).send(body);
  }

  private read(thrown: unknown, request: FastifyRequest): ConsoleError {
    if (thrown instanceof ConsoleError) return thrown;
    const status = thrown instanceof HttpException ? thrown.getStatus() : clientErrorStatus(thrown);
    if (status !== undefined && status < 500) return ofStatus(status);
    if (isUnavailable(thrown)) return unavailable();
    if (isUnreadableValue(thrown)) return ofStatus(400);
    this.logger.error({
      event: 'console.failed',
      requestId: request.id,
      error: thrown instanceof Error ? thrown.stack : thrown,
    });
    return new ConsoleError('internal', 'Something went wrong on our side.');
  }
}

/** HTTP status of each code; a new code fails to compile until it has one. */
export function statusOf(code: ConsoleErrorCode): number {
  switch (code) {
    case 'badRequest':
    case 'confirmationMismatch':
    case 'setupLinkInvalid':
    case 'invitationInvalid':
    case 'wrongPassword':
      return 400;
    case 'signedOut':
    case 'wrongCredentials':
      return 401;
    case 'notAllowed':
    case 'crossSite':
    case 'step_up_required':
      return 403;
    case 'notFound':
      return 404;
    case 'nameTaken':
    case 'tooManyTokens':
    case 'tokenNotLive':
    case 'setupDone':
    case 'lastOwner':
    case 'alreadyMember':
    case 'name_taken':
    case 'conflict':
      return 409;
    case 'gone':
      return 410;
    case 'tooManyTries':
      return 429;
    case 'internal':
      return 500;
    case 'unavailable':
      return 503;
    default:
      return assertNever(code);
  }
}

/** A value that the database cannot read as what it should be, such as a text with a NUL or an edited cursor: SQLSTATE class 22. */
function isUnreadableValue(thrown: unknown): boolean {
  if (!(thrown instanceof QueryFailedError)) return false;
  const cause: unknown = thrown.driverError;
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('22');
}

/** What is refused before a handler runs: media type, size, JSON that does not parse. */
function clientErrorStatus(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { statusCode, status } = thrown as { statusCode?: unknown; status?: unknown };
  const code = statusCode ?? status;
  return typeof code === 'number' && code >= 400 && code < 500 ? code : undefined;
}

function ofStatus(status: number): ConsoleError {
  if (status === 404) return new ConsoleError('notFound', 'There is nothing at this address.');
  if (status === 401) return new ConsoleError('signedOut', 'You are signed out. Sign in again.');
  if (status === 403) return new ConsoleError('notAllowed', 'Your role does not allow this.');
  return new ConsoleError('badRequest', 'The request is not valid.');
}
