import { All, Req, Res } from '@nestjs/common';
import { notFound, ScimError } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedMethods } from './allowed-methods';
import { ScimController } from './scim-controller.decorator';

/** Whatever no other controller takes: 405 with the methods there are, 501 for what is not offered, else 404; always a SCIM body. */
@ScimController('')
export class FallbackController {
  @All()
  root(): void {
    throw new ScimError(
      501,
      undefined,
      'Queries over all resource types at once are not offered: query /Users or /Groups.',
    );
  }

  @All('*')
  anything(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const path = pathOf(request);
    if (path.endsWith('/Me') || path.endsWith('/.search')) throw notOffered(path);
    const methods = allowedMethods(path);
    if (!methods) throw noEndpoint();
    void reply.header('allow', methods.join(', '));
    throw new ScimError(405, undefined, `${request.method} is not possible here; these are: ${methods.join(', ')}.`);
  }
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

function noEndpoint(): ScimError {
  return notFound(
    'There is no such endpoint. The SCIM API URL of the console is the base; /Users and /Groups follow it.',
  );
}

/** RFC 7644 §3.11: a bearer token of an integration stands for no user. */
function notOffered(path: string): ScimError {
  return path.endsWith('/Me')
    ? new ScimError(501, undefined, '/Me is not offered: a token belongs to an integration, not to a person.')
    : new ScimError(405, undefined, 'Send a SearchRequest by POST here.');
}
