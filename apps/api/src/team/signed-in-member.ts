import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@rollcall/admin-contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../activity/actor';

/** The person behind a request of the console, as the session guard found out. */
export interface SignedInMember extends Actor {
  readonly type: 'member';
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly tenantName: string;
  readonly tenantSlug: string;
  readonly sessionId: string;
  /** The password was given within RECENT_SIGN_IN_SECONDS (SEC-49). */
  readonly signedInRecently: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    member?: SignedInMember;
  }
}

export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): SignedInMember => {
  const { member } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!member) throw new Error('a console handler ran without its guard');
  return member;
});
