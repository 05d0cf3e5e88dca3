import { Delete, Get, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { readListQuery, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListingService } from '../listing/listing.service';
import { bodyOf } from '../wire/body-parsers';
import { IfMatch, isUnchanged } from '../wire/conditions';
import { exchangeOf } from '../wire/exchange';
import { ScimIdPipe } from '../wire/method-not-allowed';
import { sentMinimal } from '../wire/preferences';
import { projectionOf } from '../wire/projection';
import { sendList, sendNothing, sendResource, type ResourceAnswer } from '../wire/reply';
import { ScimController } from '../wire/scim-controller.decorator';
import { ScimTypes } from '../registry';
import { UserListing } from './user-listing';
import { UsersService } from './users.service';

/** RFC 7644 §3.2: /Users. */
@ScimController('Users')
export class UsersController {
  private readonly type: ResourceType;

  constructor(
    private readonly users: UsersService,
    private readonly listing: ListingService,
    private readonly userListing: UserListing,
    types: ScimTypes,
  ) {
    this.type = types.user;
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readListQuery(request.query as Record<string, string>, this.type);
    sendList(reply, await this.listing.list(exchangeOf(request), this.userListing, query));
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.users.create(exchangeOf(request), bodyOf(request));
    sendResource(reply, 201, answer, this.type, projection);
  }

  @Get(':id')
  async get(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.users.get(exchangeOf(request), id);
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
    const ifMatch = IfMatch.of(request.headers['if-match']);
    const answer = await this.users.replace(exchangeOf(request), id, bodyOf(request), ifMatch);
    this.changed(request, reply, answer, projection);
  }

  /** The whole user goes back: providers compare it with what they meant (P-47, entra.md 1.23). */
  @Patch(':id')
  async patch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    const projection = projectionOf(request, this.type);
    const ifMatch = IfMatch.of(request.headers['if-match']);
    const answer = await this.users.patch(exchangeOf(request), id, bodyOf(request), ifMatch);
    this.changed(request, reply, answer, projection);
  }

  @Delete(':id')
  async remove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    await this.users.remove(exchangeOf(request), id, IfMatch.of(request.headers['if-match']));
    sendNothing(reply, 204);
  }

  private changed(request: FastifyRequest, reply: FastifyReply, answer: ResourceAnswer, projection?: Projection): void {
    if (projection === undefined && sentMinimal(request, reply, answer)) return;
    sendResource(reply, 200, answer, this.type, projection);
  }
}
