import { HttpCode, Post, Req, Res } from '@nestjs/common';
import { BULK_RESPONSE_URN, readBulkRequest } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TokenVerifier } from '../../tokens/token-verifier';
import { bodyOf } from '../wire/body-parsers';
import { exchangeOf } from '../wire/exchange';
import { sendJson } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { unauthorizedOrGone } from '../wire/unauthorized';
import { BulkService } from './bulk.service';

/** RFC 7644 §3.7. The request as a whole is not atomic: what succeeded stays (B-22). */
@ScimController('Bulk')
export class BulkController {
  constructor(
    private readonly bulk: BulkService,
    private readonly tokens: TokenVerifier,
  ) {}

  @Post()
  @HttpCode(200)
  async run(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exchange = exchangeOf(request);
    const bulk = readBulkRequest(bodyOf(request));
    exchange.live = (await this.tokens.tokenStatus(exchange.caller)) === 'live';
    if (!exchange.live) throw unauthorizedOrGone();
    const results = await this.bulk.run(exchange, bulk);
    sendJson(reply, 200, { schemas: [BULK_RESPONSE_URN], Operations: results });
  }
}
