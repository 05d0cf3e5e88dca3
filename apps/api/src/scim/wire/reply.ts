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
import { hasRequestedAttributes } from './requested-attributes';

/** The registered type has no parameters (H-08). */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** One resource on its way out: its whole JSON text, and what the headers say of it. */
export interface ResourceAnswer {
  readonly text: string;
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
  sendJson(reply, status, projectedText(type, answer.text, projection, answer.written));
}

/** 204, or 304 for a conditional read: no body and no media type. */
export function sendNothing(reply: FastifyReply, status: 204 | 304, answer?: Omit<ResourceAnswer, 'text'>): void {
  if (answer) void reply.header('etag', etagOf(answer.version)).header('location', answer.location);
  void reply.code(status).send();
}

export interface ListPage {
  readonly totalResults: number;
  /** Only with index paging (RFC 7644 §3.4.2.4). */
  readonly startIndex?: number;
  /** Only with cursor paging (RFC 9865 §2). */
  readonly nextCursor?: string;
  readonly resources: readonly string[];
}

/** A ListResponse of resource texts, joined without parsing them (RFC 7644 §3.4.2). */
export function listText(page: ListPage): string {
  const start = page.startIndex === undefined ? '' : `"startIndex":${page.startIndex},`;
  const next = page.nextCursor === undefined ? '' : `"nextCursor":${JSON.stringify(page.nextCursor)},`;
  return `{"schemas":["${LIST_URN}"],"totalResults":${page.totalResults},${start}"itemsPerPage":${page.resources.length},${next}"Resources":[${page.resources.join(',')}]}`;
}

export function sendList(reply: FastifyReply, page: ListPage): void {
  sendJson(reply, 200, listText(page));
}

/** A serializer of our own, because Fastify adds a charset to JSON that it takes for its own. */
export function sendJson(reply: FastifyReply, status: number, text: string): void {
  void reply.code(status).type(SCIM_MEDIA_TYPE).serializer(asItIs).send(text);
}

function asItIs(text: unknown): string {
  return text as string;
}

/** The part of a resource's text that the client is to see. */
export function projectedText(
  type: ResourceType,
  text: string,
  projection?: Projection,
  written?: ReadonlySet<string>,
): string {
  const isWhole = projection === undefined || projectionIsWhole(projection);
  if (isWhole && !hasRequestedAttributes(type)) return text;
  return JSON.stringify(project(type, JSON.parse(text) as JsonObject, projection, written));
}
