import type { ConsoleErrorBody } from '@rollcall/admin-contracts';
import { ScimError } from '@rollcall/scim-protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isScimUrl } from '../scim/wire/scim-url';
import { writeScimError } from '../scim/wire/scim-error.filter';

/** Below /api an unknown address is an error in JSON, never the console's page. */
export function refuseUnknownApi(fastify: FastifyInstance): void {
  for (const path of ['/api', '/api/*']) {
    fastify.all(path, (request, reply) => {
      const body: ConsoleErrorBody = {
        code: 'notFound',
        message: 'There is nothing at this address.',
        requestId: request.id,
      };
      return reply.status(404).send(body);
    });
  }
}

/** What is refused before any route is known, such as an address with a broken percent sign. No hook has run then. */
export function refuseBadUrl(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  if (isScimUrl(request.url)) {
    writeScimError(reply, new ScimError(400, 'invalidSyntax', 'The address is not valid.'));
    return;
  }
  const body: ConsoleErrorBody = {
    code: 'badRequest',
    message: 'The address is not valid.',
    requestId: request.id,
  };
  void reply.status(error.statusCode ?? 400).send(body);
}
