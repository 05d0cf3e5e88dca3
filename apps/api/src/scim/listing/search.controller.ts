import { HttpCode, Post, Req, Res } from '@nestjs/common';
import { GROUP, readSearchRequest, ScimError, USER } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GroupListing } from '../groups/group-listing';
import { UserListing } from '../users/user-listing';
import { bodyOf } from '../wire/body-parsers';
import { exchangeOf } from '../wire/exchange';
import { sendList } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { ListingService } from './listing.service';

/** RFC 7644 §3.4.3: the query in the body, for clients that keep personal values out of URLs. */
@ScimController('')
export class SearchController {
  constructor(
    private readonly listing: ListingService,
    private readonly users: UserListing,
    private readonly groups: GroupListing,
  ) {}

  @Post('Users/.search')
  @HttpCode(200)
  async searchUsers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readSearchRequest(bodyOf(request), USER);
    sendList(reply, await this.listing.list(exchangeOf(request), this.users, query));
  }

  @Post('Groups/.search')
  @HttpCode(200)
  async searchGroups(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readSearchRequest(bodyOf(request), GROUP);
    sendList(reply, await this.listing.list(exchangeOf(request), this.groups, query));
  }

  @Post('.search')
  search(): void {
    throw new ScimError(
      501,
      undefined,
      'Searches over all resource types at once are not offered: search /Users or /Groups.',
    );
  }
}
