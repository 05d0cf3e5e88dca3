import { P, type ScimConnection } from '../../testing/scim-connection';

const IN_PARALLEL = 8;
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const A_BULK = 100;
const A_GROUP = 10;

/** So many people who have been there for long, as rows: creating them by requests would take most of a test's time. */
export async function givenPeople(entra: ScimConnection, count: number): Promise<string[]> {
  const { tenantId, integrationId } = entra.facts;
  const rows: { id: string }[] = await entra.look(
    `with made as (
       insert into scim_user (tenant_id, integration_id, id, active, user_name, user_name_key, display_name, display_name_key, email, email_key, resource)
       select $1, $2, ('01890000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, true, 'p' || n || '@acme.example', 'p' || n || '@acme.example',
              'Person ' || n, 'person ' || n, 'p' || n || '@acme.example', 'p' || n || '@acme.example',
              '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"p' || n || '@acme.example","displayName":"Person ' || n
                || '","emails":[{"value":"p' || n || '@acme.example","type":"work","primary":true}],"active":true}'
         from generate_series(1, $3::int) n returning id
     ), logged as (
       insert into event (tenant_id, integration_id, resource_id, kind, resource_type, request_id, at)
       select $1, $2, id, 'created', 'User', id, now() - interval '40 days' from made
     ) select id from made order by id`,
    [tenantId, integrationId, count],
  );
  return rows.map(({ id }) => id);
}

/** Each user's stored text, by id. */
export async function textsOf(entra: ScimConnection): Promise<Map<string, string>> {
  const rows: { id: string; resource: string }[] = await entra.look(
    'select id, resource from scim_user where integration_id = $1 order by id',
    [entra.facts.integrationId],
  );
  return new Map(rows.map(({ id, resource }) => [id, resource]));
}

type Storm = (entra: ScimConnection, ids: readonly string[]) => Promise<void>;

/** Every way in which a provider can take something from many people at once. */
export const STORMS: Readonly<Record<string, Storm>> = {
  'PATCH active false': (entra, ids) => each(ids, (id) => entra.patch(`/Users/${id}`, [turnOff()])),
  'PUT active false': (entra, ids) =>
    each(ids, async (id) => {
      const { body } = await entra.get(`/Users/${id}`);
      return entra.put(`/Users/${id}`, { ...(body as object), active: false });
    }),
  DELETE: (entra, ids) => each(ids, (id) => entra.delete(`/Users/${id}`)),
  'Bulk DELETE': (entra, ids) =>
    each(slices(ids, A_BULK), (slice) =>
      entra.post('/Bulk', {
        schemas: [BULK],
        Operations: slice.map((id) => ({ method: 'DELETE', path: `/Users/${id}` })),
      }),
    ),
  'emptying a group': async (entra, ids) => {
    const group = await entra.createGroup(`Everybody of ${ids[0]}`, ids);
    await entra.send('PATCH', `/Groups/${group.id}`, {
      schemas: [P],
      Operations: [{ op: 'remove', path: 'members' }],
    });
  },
  'deleting groups': async (entra, ids) => {
    const parts = slices(ids, A_GROUP);
    const groups: { id: string }[] = [];
    for (const part of parts) groups.push(await entra.createGroup(`Team of ${part[0]}`, part));
    await each(groups, ({ id }) => entra.delete(`/Groups/${id}`));
  },
  'userName scramble': (entra, ids) =>
    each(ids, (id) => entra.patch(`/Users/${id}`, [{ op: 'replace', path: 'userName', value: `x-${id}` }])),
  'e-mail scramble': (entra, ids) =>
    each(ids, (id) =>
      entra.patch(`/Users/${id}`, [
        { op: 'replace', path: 'emails[type eq "work"].value', value: `${id}@wrong.example` },
      ]),
    ),
};

export function turnOff() {
  return { op: 'replace', path: 'active', value: false };
}

async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<{ status: number; text: string }>) {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: IN_PARALLEL }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
        const answer = await work(item);
        if (answer.status >= 300) throw new Error(`the storm was refused: ${answer.status} ${answer.text}`);
      }
    }),
  );
}

function slices<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}
