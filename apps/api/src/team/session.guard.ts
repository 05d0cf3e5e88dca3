import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS, RECENT_SIGN_IN, type Access } from '../access/access.decorators';
import { HostsConfig } from '../config/hosts.config';
import { notAllowed, signedOut, stepUpRequired } from '../console/console-error';
import { refuseCrossSite } from '../console/cross-site';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';

/** Who may call a route of the console: nobody from a foreign page, and what is not public only a signed-in person of a named role (A30). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly hosts: HostsConfig,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseCrossSite(request.method, request.headers, this.hosts.publicUrl);
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access?.kind === 'public') return true;
    if (access?.kind !== 'console') throw notAllowed();
    const secret = this.cookie.read(request.headers.cookie);
    const member = secret === undefined ? undefined : await this.sessions.find(secret, originOf(request));
    if (!member) throw signedOut();
    request.member = member;
    if (access.roles.length > 0 && !access.roles.includes(member.role)) throw notAllowed();
    if (this.needsRecentSignIn(context) && !member.signedInRecently) throw stepUpRequired();
    return true;
  }

  private needsRecentSignIn(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(RECENT_SIGN_IN, context.getHandler()) === true;
  }
}

export function originOf(request: FastifyRequest): {
  address: string;
  userAgent: string | undefined;
  requestId: string;
} {
  return { address: request.ip, userAgent: request.headers['user-agent'], requestId: request.id };
}
