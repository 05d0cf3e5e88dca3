import type { FastifyInstance } from 'fastify';
import { allowedMethods } from './allowed-methods';
import type { ScimTypes } from '../registry';
import { isScimUrl, pathOf } from './scim-url';

/**
 * RFC 9110 §9.3.7: which methods there are, told without a token, so that probes and CORS preflight get an answer (H-13). A hook, because
 * Nest has no route for one method beside a route for all of them.
 */
export function answerScimOptions(fastify: FastifyInstance, { endpoints }: ScimTypes): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'OPTIONS' || !isScimUrl(request.url)) {
      done();
      return;
    }
    const methods = allowedMethods(pathOf(request.url), endpoints) ?? [];
    void reply
      .code(methods.length > 0 ? 204 : 404)
      .header('allow', methods.join(', '))
      .send();
  });
}
