import { Delete, Get, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { projectionExcludes, readListQuery, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListingService } from '../listing/listing.service';
import { bodyOf } from '../wire/body-parsers';
import { IfMatch, isUnchanged } from '../wire/conditions';
import { exchangeOf } from '../wire/exchange';
import { ScimIdPipe } from '../wire/method-not-allowed';
import { sentMinimal } from '../wire/preferences';
import { projectionOf } from '../wire/projection';
import { sendList, sendNothing, sendResource } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { etagOf } from '../wire/conditions';
import { ScimTypes } from '../registry';
import { GroupListing } from './group-listing';
import { GroupsService } from './groups.service';

/** RFC 7644 §3.2: /Groups. Members are read only when somebody wants to see them. */
@ScimController('Groups')
export class GroupsController {
  private readonly type: ResourceType;

  constructor(
    private readonly groups: GroupsService,
    private readonly listing: ListingService,
    private readonly groupListing: GroupListing,
    types: ScimTypes,
  ) {
    this.type = types.group;
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readListQuery(request.query as Record<string, string>, this.type);
    sendList(reply, await this.listing.list(exchangeOf(request), this.groupListing, query));
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.groups.create(exchangeOf(request), bodyOf(request), wantsMembers(projection));
    sendResource(reply, 201, answer, this.type, projection);
  }

  @Get(':id')
  async get(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.groups.get(exchangeOf(request), id, wantsMembers(projection));
    if (isUnchanged(request.headers['if-none-match'], answer.version)) sendNothing(reply, 304, answer);
    else sendResource(reply, 200, answer, this.type, projection);
  }

  @Put(':id')
  async replace(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.groups.replace(exchangeOf(request), id, bodyOf(request), {
      ifMatch: IfMatch.of(request.headers['if-match']),
      withMembers: wantsMembers(projection),
    });
    if (projection === undefined && sentMinimal(request, reply, answer)) return;
    sendResource(reply, 200, answer, this.type, projection);
  }

  /** No body: a group may hold 100,000 members, and Entra reads none of them back (RFC 7644 §3.5.2, P-47). */
  @Patch(':id')
  async patch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    const exchange = exchangeOf(request);
    const projection = projectionOf(request, this.type);
    const version = await this.groups.patch(exchange, id, bodyOf(request), IfMatch.of(request.headers['if-match']));
    if (projection !== undefined) {
      const { outcome } = exchange;
      const answer = await this.groups.get(exchange, id, wantsMembers(projection));
      exchange.outcome = outcome;
      sendResource(reply, 200, answer, this.type, projection);
      return;
    }
    if (version !== undefined) void reply.header('etag', etagOf(version));
    void reply.header('location', `${exchange.baseUrl}/Groups/${id}`);
    sendNothing(reply, 204);
  }

  @Delete(':id')
  async remove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    await this.groups.remove(exchangeOf(request), id, IfMatch.of(request.headers['if-match']));
    sendNothing(reply, 204);
  }
}

function wantsMembers(projection: Projection | undefined): boolean {
  return projection === undefined || !projectionExcludes(projection, 'members');
}
