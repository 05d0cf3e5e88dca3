import type pg from 'pg';
import { listAnswer, NO_CONTENT, NOT_FOUND, type FloorAnswer } from './floor-answer';
import type { FloorStatements } from './floor-statements';
import { newResourceId } from './resource-id';

interface PatchBody {
  readonly Operations: readonly [{ op: string; path: string; value?: readonly { readonly value: string }[] }];
}

export async function createGroup(pool: pg.Pool, statements: FloorStatements, text: string): Promise<FloorAnswer> {
  const { displayName } = JSON.parse(text) as { displayName: string };
  const id = newResourceId();
  // The load creates groups empty; kept is everything but that empty list, because members have a table of their own.
  const body = `{"id":"${id}",${text.slice(1).replace('"members":[],', '')}`;
  await pool.query({ ...statements.insertGroup, values: [id, displayName.toLowerCase(), body] });
  return { status: 201, body };
}

export async function getGroup(
  pool: pg.Pool,
  statements: FloorStatements,
  id: string,
  withMembers: boolean,
): Promise<FloorAnswer> {
  const statement = withMembers ? statements.getGroupWithMembers : statements.getGroup;
  const { rows } = await pool.query<{ resource: string; members?: string | null }>({ ...statement, values: [id] });
  const row = rows[0];
  if (row === undefined) return NOT_FOUND;
  return { status: 200, body: row.members ? `${row.resource.slice(0, -1)},"members":[${row.members}]}` : row.resource };
}

export async function findGroup(
  pool: pg.Pool,
  statements: FloorStatements,
  query: URLSearchParams,
): Promise<FloorAnswer> {
  const value = /"(.*)"/.exec(query.get('filter') ?? '')?.[1] ?? '';
  const { rows } = await pool.query<{ resource: string }>({ ...statements.findGroup, values: [value.toLowerCase()] });
  return rows[0] === undefined ? listAnswer(0, 0, '') : listAnswer(1, 1, rows[0].resource);
}

/** Only what the load sends: one operation, members added or removed, the latter in both dialects. */
export async function patchGroup(
  pool: pg.Pool,
  statements: FloorStatements,
  id: string,
  text: string,
): Promise<FloorAnswer> {
  const [{ op, path, value }] = (JSON.parse(text) as PatchBody).Operations;
  const ids = value?.map((member) => member.value) ?? [path.slice(path.indexOf('"') + 1, path.lastIndexOf('"'))];
  const statement = op === 'Add' ? statements.addMembers : statements.removeMembers;
  await pool.query({ ...statement, values: [id, ids] });
  return NO_CONTENT;
}
