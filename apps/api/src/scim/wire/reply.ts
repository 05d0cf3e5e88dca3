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

/** The registered type has no parameters (H-08). */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** One resource on its way out: its whole JSON text, and what the headers say of it. */
export interface ResourceAnswer {
  readonly text: string;
  readonly version: number | string;
  readonly location: string;
}

/** Sends one resource; the stored text goes out as it is unless the client asked for a part (RFC 7644 §3.9). */
export function sendResource(
  reply: FastifyReply,
  status: 200 | 201,
  answer: ResourceAnswer,
  type: ResourceType,
  projection?: Projection,
): void {
  void reply
    .code(status)
    .header('etag', etagOf(answer.version))
    .header('location', answer.location)
    .type(SCIM_MEDIA_TYPE)
    .send(projectedText(type, answer.text, projection));
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

export function sendJson(reply: FastifyReply, status: number, text: string): void {
  void reply.code(status).type(SCIM_MEDIA_TYPE).send(text);
}

/** The part of a resource's text that the client asked for. */
export function projectedText(type: ResourceType, text: string, projection?: Projection): string {
  if (projection === undefined || projectionIsWhole(projection)) return text;
  return JSON.stringify(project(type, JSON.parse(text) as JsonObject, projection));
}
