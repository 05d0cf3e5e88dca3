import { foldCase, userNameKey } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { isId } from './request-id';

/** By what the log may know a person: ids of records, and names as they were sent. */
export interface PersonKeys {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

interface FoundRow {
  readonly id: string;
  readonly user_name: string | null;
  readonly email: string | null;
  readonly external_id: string | null;
}

const FOUND_MAX = 50;

const userBy = (condition: string) => `
  select u.id, u.user_name, u.email, u.external_id
    from integration i join scim_user u on u.tenant_id = i.tenant_id and u.integration_id = i.id
   where i.tenant_id = $1 and ${condition}`;

/** $1 tenant, $2 userName and $3 e-mail folded, $4 externalId as sent, $5 id or null. Each line has an index of its own. */
const PERSON = `
  ${userBy('u.user_name_key = $2')}
  union ${userBy('u.email_key = $3')}
  union ${userBy('u.external_id = $4')}
  union ${userBy('u.id = $5::uuid')}
  union select u.id, u.user_name, u.email, u.external_id
    from integration i
    join scim_user_email e on e.tenant_id = i.tenant_id and e.integration_id = i.id and e.email_key = $3
    join scim_user u on u.tenant_id = e.tenant_id and u.integration_id = e.integration_id and u.id = e.user_id
   where i.tenant_id = $1
  union select d.id, null, d.email, d.external_id
    from integration i join deleted_resource d on d.tenant_id = i.tenant_id and d.integration_id = i.id
   where i.tenant_id = $1 and (d.external_id = $4 or d.id = $5::uuid)
  limit ${FOUND_MAX}`;

/** Who is meant by a whole id, userName, e-mail or externalId (C03): everybody of that name in any integration, deleted people too. */
export async function personKeys(em: EntityManager, tenantId: string, text: string): Promise<PersonKeys> {
  const wanted = text.trim();
  const id = isId(wanted) ? wanted.toLowerCase() : null;
  const values = [tenantId, userNameKey(wanted), foldCase(wanted), wanted, id];
  const found = await em.query<FoundRow[]>(PERSON, values);
  const names = found.flatMap(({ user_name, email, external_id }) => [user_name, email, external_id]);
  return {
    ids: [...new Set([...found.map((row) => row.id), ...(id === null ? [] : [id])])],
    texts: [...new Set([wanted, ...names.filter((name): name is string => name !== null && name !== '')])],
  };
}
