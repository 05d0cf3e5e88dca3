import { arbitraryPublished, type PublishedSchema, type PublishedType } from '@rollcall/scim-protocol/testing';
import type fc from 'fast-check';
import type { Body, ScimConnection } from '../../testing/scim-connection';

/** Bodies that a client can make up from the documents that this server sends, and from nothing else. */
export async function publishedResources(scim: ScimConnection, endpoint: string): Promise<fc.Arbitrary<Body>> {
  const types = (await scim.get('/ResourceTypes')).body.Resources as (PublishedType & { endpoint: string })[];
  const schemas = (await scim.get('/Schemas')).body.Resources as PublishedSchema[];
  const type = types.find((each) => each.endpoint === endpoint);
  if (!type) throw new Error(`${endpoint} is not published`);
  return arbitraryPublished(type, schemas);
}

/** Users made so; a new user is active unless something is said about it, so something is. */
export async function publishedUsers(scim: ScimConnection): Promise<fc.Arbitrary<Body>> {
  return (await publishedResources(scim, '/Users')).map((body) => ({ active: true, ...body }));
}

/** What a client wrote, without what the server adds to it. */
export function written({ id: _id, meta: _meta, groups: _groups, ...attributes }: Body): Body {
  return attributes;
}
