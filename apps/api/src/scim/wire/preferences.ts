import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ResourceAnswer } from './reply';
import { sendNothing } from './reply';

/** RFC 7240 §4.2: the client wants no body back. */
function wantsMinimal(request: FastifyRequest): boolean {
  const prefer = request.headers['prefer'];
  return typeof prefer === 'string' && /(^|[,\s])return=minimal($|[,;\s])/i.test(prefer);
}

/** Sends 204 when the client prefers so; false when it does not (P-47). */
export function sentMinimal(request: FastifyRequest, reply: FastifyReply, answer: ResourceAnswer): boolean {
  if (!wantsMinimal(request)) return false;
  void reply.header('preference-applied', 'return=minimal');
  sendNothing(reply, 204, answer);
  return true;
}
