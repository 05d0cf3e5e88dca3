import { readProjection, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import type { FastifyRequest } from 'fastify';

/** `attributes` and `excludedAttributes` of a request for one resource; undefined when the whole of it is wanted (RFC 7644 §3.9). */
export function projectionOf(request: FastifyRequest, type: ResourceType): Projection | undefined {
  let attributes: string | undefined;
  let excluded: string | undefined;
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const key = name.toLowerCase();
    if (key === 'attributes') attributes = String(value);
    else if (key === 'excludedattributes') excluded = String(value);
  }
  return attributes === undefined && excluded === undefined ? undefined : readProjection(type, attributes, excluded);
}
