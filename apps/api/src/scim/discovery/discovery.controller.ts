import { Get, Param, Req, Res } from '@nestjs/common';
import {
  listResponse,
  notFound,
  resourceTypeResource,
  schemaResource,
  ScimError,
  serviceProviderConfig,
  type JsonObject,
} from '@rollcall/scim-protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TenantHosts } from '../../tenants/tenant-hosts';
import { TokenVerifier } from '../../tokens/token-verifier';
import { requireAcceptable } from '../wire/accept';
import { exchangeOf } from '../wire/exchange';
import { sendJson } from '../wire/reply';
import { PublicScimController, ScimController } from '../wire/scim-controller.decorator';
import { unauthorizedOrGone } from '../wire/unauthorized';
import { ScimTypes } from '../registry';

/** RFC 7644 §4: what this server can do, readable before a client has a token (D-04). */
@PublicScimController('ServiceProviderConfig')
export class ServiceProviderConfigController {
  constructor(private readonly hosts: TenantHosts) {}

  @Get()
  config(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    requireAcceptable(request.headers.accept);
    const host = request.headers.host ?? '';
    const owner = this.hosts.tenantOfHost(host);
    const baseUrl = this.hosts.scimUrlFor(owner.kind === 'tenant' ? owner.tenantId : '', host);
    sendJson(reply, 200, serviceProviderConfig(baseUrl));
  }
}

/** RFC 7644 §4: the schemas, whole and unpaged; a filter is refused rather than ignored (D-06 - D-09). */
@ScimController('Schemas')
export class SchemasController {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly types: ScimTypes,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await requireLive(this.tokens, request);
    refuseFilter(request);
    const { baseUrl } = exchangeOf(request);
    sendDocument(reply, listResponse(this.types.registry.schemas.map((schema) => schemaResource(schema, baseUrl))));
  }

  @Get(':urn')
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('urn') urn: string): Promise<void> {
    await requireLive(this.tokens, request);
    const schema = this.types.registry.schema(urn);
    if (!schema) throw notFound(`There is no schema ${JSON.stringify(urn.slice(0, 100))}.`);
    sendDocument(reply, schemaResource(schema, exchangeOf(request).baseUrl));
  }
}

/** RFC 7644 §4. */
@ScimController('ResourceTypes')
export class ResourceTypesController {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly types: ScimTypes,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await requireLive(this.tokens, request);
    refuseFilter(request);
    const { baseUrl } = exchangeOf(request);
    sendDocument(
      reply,
      listResponse(this.types.registry.resourceTypes.map((type) => resourceTypeResource(type, baseUrl))),
    );
  }

  @Get(':name')
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('name') name: string): Promise<void> {
    await requireLive(this.tokens, request);
    const type = this.types.registry.byName(name);
    if (!type) throw notFound(`There is no resource type ${JSON.stringify(name.slice(0, 100))}.`);
    sendDocument(reply, resourceTypeResource(type, exchangeOf(request).baseUrl));
  }
}

/** These answers need no statement of their own, so the token's last check is one. */
async function requireLive(tokens: TokenVerifier, request: FastifyRequest): Promise<void> {
  const exchange = exchangeOf(request);
  exchange.outcome = 'discovered';
  exchange.live = (await tokens.tokenStatus(exchange.caller)) === 'live';
  if (!exchange.live) throw unauthorizedOrGone();
}

function refuseFilter(request: FastifyRequest): void {
  if (Object.keys(request.query as object).some((name) => name.toLowerCase() === 'filter')) {
    throw new ScimError(403, undefined, 'Schemas and resource types are not filtered: they are few, read them all.');
  }
}

function sendDocument(reply: FastifyReply, document: JsonObject): void {
  sendJson(reply, 200, document);
}
