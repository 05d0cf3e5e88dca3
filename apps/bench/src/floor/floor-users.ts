import type pg from 'pg';
import { listAnswer, NO_CONTENT, NOT_FOUND, type FloorAnswer } from './floor-answer';
import type { FloorStatement, FloorStatements } from './floor-statements';
import { newResourceId } from './resource-id';

interface UserBody {
  readonly userName: string;
  readonly externalId?: string;
}

interface PatchBody {
  readonly Operations: readonly { readonly path: string; readonly value: unknown }[];
}

const ENTERPRISE_PREFIX = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:';

/** Keeps what came as it came; the id goes in front. */
export async function createUser(pool: pg.Pool, statements: FloorStatements, text: string): Promise<FloorAnswer> {
  const { userName, externalId } = JSON.parse(text) as UserBody;
  const id = newResourceId();
  const body = `{"id":"${id}",${text.slice(1)}`;
  await pool.query({ ...statements.insertUser, values: [id, userName.toLowerCase(), externalId, body] });
  return { status: 201, body };
}

export async function getUser(pool: pg.Pool, statements: FloorStatements, id: string): Promise<FloorAnswer> {
  const body = await findResource(pool, statements.getUser, id);
  return body === undefined ? NOT_FOUND : { status: 200, body };
}

export async function patchUser(
  pool: pg.Pool,
  statements: FloorStatements,
  id: string,
  text: string,
): Promise<FloorAnswer> {
  const changes = changesIn(JSON.parse(text) as PatchBody);
  const { rows } = await pool.query<{ resource: string }>({ ...statements.patchUser, values: [id, ...changes] });
  const body = rows[0]?.resource;
  return body === undefined ? NOT_FOUND : { status: 200, body };
}

export async function deleteUser(pool: pg.Pool, statements: FloorStatements, id: string): Promise<FloorAnswer> {
  const { rows } = await pool.query({ ...statements.deleteUser, values: [id] });
  return rows.length === 0 ? NOT_FOUND : NO_CONTENT;
}

/** `userName eq "x"`, `externalId eq "x"`, or a page. */
export async function listUsers(
  pool: pg.Pool,
  statements: FloorStatements,
  query: URLSearchParams,
): Promise<FloorAnswer> {
  const filter = query.get('filter');
  if (filter === null) return pageOfUsers(pool, statements, query);
  const [attribute = '', , quoted = ''] = filter.split(' ');
  const value = quoted.slice(1, -1);
  const found = await (attribute === 'userName'
    ? findResource(pool, statements.findByUserName, value.toLowerCase())
    : findResource(pool, statements.findByExternalId, value));
  return found === undefined ? listAnswer(0, 0, '') : listAnswer(1, 1, found);
}

async function pageOfUsers(pool: pg.Pool, statements: FloorStatements, query: URLSearchParams): Promise<FloorAnswer> {
  const skipped = Number(query.get('startIndex') ?? 1) - 1;
  const values = [skipped, Number(query.get('count') ?? 100)];
  const { rows } = await pool.query<{ total: string; size: string; resources: string | null }>({
    ...statements.pageOfUsers,
    values,
  });
  return listAnswer(Number(rows[0]?.total), Number(rows[0]?.size), rows[0]?.resources ?? '');
}

async function findResource(pool: pg.Pool, statement: FloorStatement, key: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ resource: string }>({ ...statement, values: [key] });
  return rows[0]?.resource;
}

/** Only what the load sends: `Replace` on plain attributes, on the name's and on the enterprise extension's. */
function changesIn({ Operations }: PatchBody): readonly [top: object, name: object, enterprise: object] {
  const top: Record<string, unknown> = {};
  const name: Record<string, unknown> = {};
  const enterprise: Record<string, unknown> = {};
  for (const { path, value } of Operations) {
    if (path === 'active') top.active = value === 'True';
    else if (path.startsWith('name.')) name[path.slice('name.'.length)] = value;
    else if (path.startsWith(ENTERPRISE_PREFIX)) enterprise[path.slice(ENTERPRISE_PREFIX.length)] = value;
    else top[path] = value;
  }
  return [top, name, enterprise];
}
