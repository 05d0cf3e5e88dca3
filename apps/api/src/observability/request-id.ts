import { randomFillSync } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
const block = new Uint8Array(256 * RANDOM_BYTES);
let used = block.length;

/**
 * Ids in the order of time, made by us: what a client sends as an id is never taken for one. Random bytes are drawn for many ids at once.
 */
export function newRequestId(): string {
  if (used === block.length) {
    randomFillSync(block);
    used = 0;
  }
  used += RANDOM_BYTES;
  return v7({ random: block.subarray(used - RANDOM_BYTES, used) });
}

/** Every answer names its request (C11). */
export function tellRequestId(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
