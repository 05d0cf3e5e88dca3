import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ScimError } from '@rollcall/scim-protocol';
import type { FastifyRequest } from 'fastify';
import type { ScimCaller } from '../../tokens/scim-caller';
import { TenantHosts } from '../../tenants/tenant-hosts';
import { requireAcceptable } from './accept';
import { ScimExchange } from './exchange';
import { isRepeated } from './repeated-header';
import { unauthorized } from './unauthorized';

/**
 * Lets a request in that carries a known token, on a host of the token's organisation. A wrong token, a malformed header and another
 * organisation's host get the same answer (SEC-03); a host that names nobody is 421 (SEC-20).
 */
@Injectable()
export class ScimBearerGuard extends AuthGuard('scim-bearer') {
  constructor(private readonly hosts: TenantHosts) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    requireAcceptable(context.switchToHttp().getRequest<FastifyRequest>().headers.accept);
    return true;
  }

  override handleRequest<Caller>(
    error: unknown,
    user: Caller | false,
    _info: unknown,
    context: ExecutionContext,
  ): Caller {
    if (error instanceof Error) throw error;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // RFC 9112 §3.2: a request with more than one Host line is answered 400.
    if (isRepeated(request.raw.rawHeaders, 'host')) {
      throw new ScimError(400, undefined, 'The request names its host more than once.');
    }
    const host = this.hosts.tenantOfHost(request.headers.host ?? '');
    // A whole URL in the request line names a host of its own, which would go before Host (RFC 9112 §3.2.2); only proxies are sent such.
    if (host.kind === 'unknown' || !request.url.startsWith('/')) {
      throw new ScimError(
        421,
        undefined,
        'No organisation is served under this host name. Check the SCIM API URL in the console.',
      );
    }
    if (!user) throw unauthorized();
    const caller = user as unknown as ScimCaller;
    if (host.kind === 'tenant' && host.tenantId !== caller.tenantId) throw unauthorized();
    request.scim = new ScimExchange(
      request.id,
      caller,
      this.hosts.scimUrlFor(caller.tenantId, request.headers.host ?? ''),
    );
    return user;
  }
}
