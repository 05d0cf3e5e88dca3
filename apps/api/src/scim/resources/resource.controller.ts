import { Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { readListQuery, readSearchRequest, type Projection } from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ListSource } from '../listing/list-source';
import type { ListingService } from '../listing/listing.service';
import { bodyOf } from '../wire/body-parsers';
import { IfMatch, isUnchanged } from '../wire/conditions';
import { exchangeOf, type ScimExchange } from '../wire/exchange';
import { ScimIdPipe } from '../wire/method-not-allowed';
import { sentMinimal } from '../wire/preferences';
import { projectionOf } from '../wire/projection';
import { sendList, sendNothing, sendResource, type ResourceAnswer } from '../wire/reply';
import type { ResourceOperations } from './resource-operations';

/** RFC 7644 §3.2: the endpoint of one resource type. What differs from type to type is in the operations and the source. */
export abstract class ResourceController {
  protected constructor(
    private readonly resources: ResourceOperations,
    private readonly listing: ListingService,
    private readonly source: ListSource,
  ) {}

  private get type() {
    return this.source.type;
  }

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readListQuery(request.query as Record<string, string>, this.type);
    sendList(reply, await this.listing.list(exchangeOf(request), this.source, query));
  }

  /** RFC 7644 §3.4.3: the query in a body. */
  @Post('.search')
  @HttpCode(200)
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = readSearchRequest(bodyOf(request), this.type);
    sendList(reply, await this.listing.list(exchangeOf(request), this.source, query));
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.resources.create(exchangeOf(request), bodyOf(request), projection);
    sendResource(reply, 201, answer, this.type, projection);
  }

  @Get(':id')
  async get(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await this.resources.get(exchangeOf(request), id, projection);
    if (isUnchanged(request.headers['if-none-match'], answer.version)) sendNothing(reply, 304, answer);
    else sendResource(reply, 200, answer, this.type, projection);
  }

  @Put(':id')
  replace(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    return this.change(request, reply, (exchange, ifMatch, projection) =>
      this.resources.replace(exchange, id, bodyOf(request), ifMatch, projection),
    );
  }

  /** The whole resource goes back: providers compare it with what they meant (P-47, entra.md 1.23). */
  @Patch(':id')
  patch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    return this.change(request, reply, (exchange, ifMatch, projection) =>
      this.resources.patch(exchange, id, bodyOf(request), ifMatch, projection),
    );
  }

  @Delete(':id')
  async remove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id', ScimIdPipe) id: string,
  ): Promise<void> {
    await this.resources.remove(exchangeOf(request), id, IfMatch.of(request.headers['if-match']));
    sendNothing(reply, 204);
  }

  private async change(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (exchange: ScimExchange, ifMatch?: IfMatch, projection?: Projection) => Promise<ResourceAnswer>,
  ): Promise<void> {
    const projection = projectionOf(request, this.type);
    const answer = await work(exchangeOf(request), IfMatch.of(request.headers['if-match']), projection);
    if (projection === undefined && sentMinimal(request, reply, answer)) return;
    sendResource(reply, 200, answer, this.type, projection);
  }
}
