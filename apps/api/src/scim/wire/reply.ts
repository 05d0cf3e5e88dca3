import {
  project,
  projectionIsWhole,
  LIST_URN,
  type JsonObject,
  type Projection,
  type ResourceType,
} from '@rollcall/scim-protocol';
import type { FastifyReply } from 'fastify';
import { etagOf } from './conditions';
import { bodyOf, type JsonPieces } from './json-pieces';

import { hasRequestedAttributes } from './requested-attributes';

/** The registered type has no parameters (H-08). */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** One resource on its way out: its whole JSON, and what the headers say of it. */
export interface ResourceAnswer {
  readonly json: JsonPieces;
  readonly version: number | string;
  readonly location: string;
  /** Attributes that the client has just written, among those that otherwise show on request only (RFC 7643 §7 "returned"). */
  readonly written?: ReadonlySet<string>;
}

/** Sends one resource; the stored text goes out as it is unless the client asked for a part (RFC 7644 §3.9). */
export function sendResource(
  reply: FastifyReply,
  status: 200 | 201,
  answer: ResourceAnswer,
  type: ResourceType,
  projection?: Projection,
): void {
  void reply.header('etag', etagOf(answer.version)).header('location', answer.location);
  sendBody(reply, status, bodyOf(projected(type, answer.json, projection, answer.written)));
}

/** 204, or 304 for a conditional read: no body and no media type. */
export function sendNothing(reply: FastifyReply, status: 204 | 304, answer?: Omit<ResourceAnswer, 'json'>): void {
  if (answer) void reply.header('etag', etagOf(answer.version)).header('location', answer.location);
  void reply.code(status).send();
}

export interface ListPage {
  readonly totalResults: number;
  /** Only with index paging (RFC 7644 §3.4.2.4). */
  readonly startIndex?: number;
  /** Only with cursor paging (RFC 9865 §2). */
  readonly nextCursor?: string;
  readonly resources: readonly JsonPieces[];
}

/** A ListResponse, put together without parsing the resources (RFC 7644 §3.4.2). */
export function listPieces(page: ListPage): string[] {
  const start = page.startIndex === undefined ? '' : `"startIndex":${page.startIndex},`;
  const next = page.nextCursor === undefined ? '' : `"nextCursor":${JSON.stringify(page.nextCursor)},`;
  const pieces = [
    `{"schemas":["${LIST_URN}"],"totalResults":${page.totalResults},${start}"itemsPerPage":${page.resources.length},${next}"Resources":[`,
  ];
  for (const [index, resource] of page.resources.entries()) {
    if (index > 0) pieces.push(',');
    for (const piece of resource) pieces.push(piece);
  }
  pieces.push(']}');
  return pieces;
}

export function sendList(reply: FastifyReply, page: ListPage): void {
  sendBody(reply, 200, bodyOf(listPieces(page)));
}

export function sendJson(reply: FastifyReply, status: number, json: object): void {
  sendBody(reply, status, JSON.stringify(json));
}

/** A serializer of our own, because Fastify adds a charset to JSON that it takes for its own. */
function sendBody(reply: FastifyReply, status: number, body: string | Buffer): void {
  void reply.code(status).type(SCIM_MEDIA_TYPE).serializer(asItIs).send(body);
}

/** Fastify writes bytes as well as text. */
function asItIs(body: unknown): string {
  return body as string;
}

/** The part of a resource that the client is to see. */
export function projected(
  type: ResourceType,
  resource: JsonPieces,
  projection?: Projection,
  written?: ReadonlySet<string>,
): JsonPieces {
  const isWhole = projection === undefined || projectionIsWhole(projection);
  if (isWhole && !hasRequestedAttributes(type)) return resource;
  return [JSON.stringify(project(type, JSON.parse(resource.join('')) as JsonObject, projection, written))];
}
