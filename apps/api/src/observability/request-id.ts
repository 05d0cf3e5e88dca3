import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';

/** Ids in the order of time, made by us: what a client sends as an id is never taken for one. */
export function newRequestId(): string {
  return v7();
}

/** Every answer names its request (C11). */
export function tellRequestId(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
