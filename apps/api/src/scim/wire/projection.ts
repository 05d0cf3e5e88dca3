import { invalidValue, readProjection, type Projection, type ResourceType } from '@rollcall/scim-protocol';
import type { FastifyRequest } from 'fastify';

/**
 * `attributes` and `excludedAttributes` of a request for one resource; undefined when the whole of it is wanted (RFC 7644 §3.9).
 * @throws ScimError 400 invalidValue when one of them stands twice (H-26)
 */
export function projectionOf(request: FastifyRequest, type: ResourceType): Projection | undefined {
  const sent = new Map<string, string>();
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const key = name.toLowerCase();
    if (key !== 'attributes' && key !== 'excludedattributes') continue;
    if (typeof value !== 'string' || sent.has(key)) throw invalidValue(`${name}: stands twice in the query`);
    sent.set(key, value);
  }
  return sent.size === 0 ? undefined : readProjection(type, sent.get('attributes'), sent.get('excludedattributes'));
}
