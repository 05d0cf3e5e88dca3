import { All, HttpCode, Post, Req, Res } from '@nestjs/common';
import { readListQuery, readSearchRequest } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from '../wire/body-parsers';
import { exchangeOf } from '../wire/exchange';
import { methodNotAllowed } from '../wire/method-not-allowed';
import { sendList } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { RootListingService } from './root-listing.service';

/** Queries over all types at once, in the URL or in a body, for clients that keep personal values out of URLs (RFC 7644 §3.4.2.1, §3.4.3). */
@ScimController('')
export class SearchController {
  constructor(private readonly root: RootListingService) {}

  /** One handler for all methods, because Nest has no route for one method beside a route for the others. */
  @All()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed(request.method);
    const parameters = request.query as Record<string, string>;
    sendList(reply, await this.root.list(exchangeOf(request), (type) => readListQuery(parameters, type)));
  }

  @Post('.search')
  @HttpCode(200)
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request);
    sendList(reply, await this.root.list(exchangeOf(request), (type) => readSearchRequest(body, type)));
  }
}
