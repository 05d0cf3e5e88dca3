import { All, HttpCode, Post, Req, Res } from '@nestjs/common';
import { readListQuery, readSearchRequest } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GroupListing } from '../groups/group-listing';
import { ScimTypes } from '../registry';
import { UserListing } from '../users/user-listing';
import { bodyOf } from '../wire/body-parsers';
import { exchangeOf } from '../wire/exchange';
import { methodNotAllowed } from '../wire/method-not-allowed';
import { sendList } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { ListingService } from './listing.service';
import { RootListingService } from './root-listing.service';

/** Queries over all types at once, and those in a body, for clients that keep personal values out of URLs (RFC 7644 §3.4.2.1, §3.4.3). */
@ScimController('')
export class SearchController {
  constructor(
    private readonly listing: ListingService,
    private readonly root: RootListingService,
    private readonly users: UserListing,
    private readonly groups: GroupListing,
    private readonly types: ScimTypes,
  ) {}

  /** One handler for all methods, because Nest has no route for one method beside a route for the others. */
  @All()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed(request.method);
    const parameters = request.query as Record<string, string>;
    const user = readListQuery(parameters, this.types.user);
    const group = readListQuery(parameters, this.types.group);
    sendList(reply, await this.root.list(exchangeOf(request), { user, group }));
  }

  @Post('.search')
  @HttpCode(200)
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request);
    const user = readSearchRequest(body, this.types.user);
    const group = readSearchRequest(body, this.types.group);
    sendList(reply, await this.root.list(exchangeOf(request), { user, group }));
  }

  @Post('Users/.search')
  @HttpCode(200)
  async searchUsers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readSearchRequest(bodyOf(request), this.types.user);
    sendList(reply, await this.listing.list(exchangeOf(request), this.users, query));
  }

  @Post('Groups/.search')
  @HttpCode(200)
  async searchGroups(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readSearchRequest(bodyOf(request), this.types.group);
    sendList(reply, await this.listing.list(exchangeOf(request), this.groups, query));
  }
}
