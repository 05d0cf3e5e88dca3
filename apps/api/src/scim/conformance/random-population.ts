import { randomDirectory, TYPES_URN } from '@rollcall/scim-sql/testing';
import fc from 'fast-check';
import { G, type Body, type ScimConnection } from '../../testing/scim-connection';

const PAGE = 'count=1000';

/** Users and groups as this server shows them, and the ids that it gave to those of the generator. */
export interface Population {
  readonly users: readonly Body[];
  readonly groups: readonly Body[];
  /** The same value with this server's ids in it. */
  meant<Value>(value: Value): Value;
}

/** Pushes a random directory; whoever has more than one primary value is refused, and is not in it. */
export async function populate(scim: ScimConnection, seed: number): Promise<Population> {
  const [random] = fc.sample(randomDirectory, { seed, numRuns: 1 });
  if (!random) throw new Error('no directory');
  const ids = new Map<string, string>();
  const meant = <Value>(value: Value): Value => {
    let text = JSON.stringify(value);
    for (const [id, own] of ids) text = text.replaceAll(id, own).replaceAll(id.toUpperCase(), own.toUpperCase());
    return JSON.parse(text) as Value;
  };
  for (const { id, resource } of random.users) {
    const { [TYPES_URN]: _types, ...attributes } = resource;
    const { status, body } = await scim.post('/Users', meant(attributes));
    if (status === 201) ids.set(id, body.id);
  }
  for (const { id, resource, members = [] } of random.groups) {
    const known = members.filter((member) => ids.has(member.id)).map((member) => ({ value: ids.get(member.id) }));
    const { status, body } = await scim.post('/Groups', { ...resource, schemas: [G], members: known });
    if (status === 201) ids.set(id, body.id);
  }
  const [users, groups] = [await scim.get(`/Users?${PAGE}`), await scim.get(`/Groups?${PAGE}`)];
  return { users: users.body.Resources, groups: groups.body.Resources, meant };
}
