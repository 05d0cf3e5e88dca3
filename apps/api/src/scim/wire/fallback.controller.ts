import { All, Req } from '@nestjs/common';
import { notFound, ScimError } from '@rollcall/scim-protocol';
import type { FastifyRequest } from 'fastify';
import { ScimTypes } from '../registry';
import { allowedMethods } from './allowed-methods';
import { methodNotAllowed } from './method-not-allowed';
import { ScimController } from './scim-controller.decorator';
import { pathOf, SCIM_BASE } from './scim-url';

/** Whatever no other controller takes: 405 with the methods there are, 501 for what is not offered, else 404; always a SCIM body. */
@ScimController('')
export class FallbackController {
  constructor(private readonly types: ScimTypes) {}

  @All('*')
  anything(@Req() request: FastifyRequest): void {
    const path = pathOf(request.url);
    if (path === `${SCIM_BASE}/Me`) throw meNotOffered();
    const methods = allowedMethods(path, this.types.endpoints);
    // An id too long for the router ends here with a method that is fine.
    if (!methods || methods.includes(request.method)) throw noEndpoint();
    throw methodNotAllowed(request.method);
  }
}

function noEndpoint(): ScimError {
  return notFound(
    'There is no such endpoint. The SCIM API URL of the console is the base; /Users and /Groups follow it.',
  );
}

/** RFC 7644 §3.11: a bearer token of an integration stands for no user. */
function meNotOffered(): ScimError {
  return new ScimError(501, undefined, '/Me is not offered: a token belongs to an integration, not to a person.');
}
