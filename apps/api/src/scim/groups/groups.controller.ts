import { Param, Patch, Req, Res } from '@nestjs/common';
import { projectionExcludes, type Projection } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListingService } from '../listing/listing.service';
import type { ResourceOperations } from '../resources/resource-operations';
import { ResourceController } from '../resources/resource.controller';
import { bodyOf } from '../wire/body-parsers';
import { etagOf, IfMatch } from '../wire/conditions';
import { exchangeOf } from '../wire/exchange';
import { ScimIdPipe } from '../wire/method-not-allowed';
import { projectionOf } from '../wire/projection';
import { sendNothing } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { GroupListing } from './group-listing';
import { GroupsService } from './groups.service';

/** RFC 7644 §3.2: /Groups. Members are read only when somebody wants to see them. */
@ScimController('Groups')
export class GroupsController extends ResourceController {
  constructor(
    private readonly groups: GroupsService,
    listing: ListingService,
    private readonly groupListing: GroupListing,
  ) {
    super(withMembersIfShown(groups), listing, groupListing);
  }

  /** No body unless a part is asked for: a group may hold 100,000 members, and Entra reads none of them back (RFC 7644 §3.5.2, P-47). */
  @Patch(':id')
  override async patch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    if (projectionOf(request, this.groupListing.type) !== undefined) return super.patch(request, reply, id);
    const exchange = exchangeOf(request);
    const version = await this.groups.patch(exchange, id, bodyOf(request), IfMatch.of(request.headers['if-match']));
    if (version !== undefined) void reply.header('etag', etagOf(version));
    void reply.header('location', `${exchange.baseUrl}/Groups/${id}`);
    sendNothing(reply, 204);
  }
}

function withMembersIfShown(groups: GroupsService): ResourceOperations {
  return {
    create: (exchange, body, shown) => groups.create(exchange, body, wantsMembers(shown)),
    get: (exchange, id, shown) => groups.get(exchange, id, wantsMembers(shown)),
    replace: (exchange, id, body, ifMatch, shown) =>
      groups.replace(exchange, id, body, { ifMatch, withMembers: wantsMembers(shown) }),
    patch: async (exchange, id, body, ifMatch, shown) => {
      await groups.patch(exchange, id, body, ifMatch);
      const { outcome } = exchange;
      const answer = await groups.get(exchange, id, wantsMembers(shown));
      exchange.outcome = outcome;
      return answer;
    },
    remove: (exchange, id, ifMatch) => groups.remove(exchange, id, ifMatch),
  };
}

function wantsMembers(projection: Projection | undefined): boolean {
  return projection === undefined || !projectionExcludes(projection, 'members');
}
