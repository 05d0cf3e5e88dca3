import type pg from 'pg';
import { NOT_FOUND, type FloorAnswer } from './floor-answer';
import { createGroup, findGroup, getGroup, patchGroup } from './floor-groups';
import { spaceStatements, spaceTables, type FloorStatements } from './floor-statements';
import { createUser, deleteUser, getUser, listUsers, patchUser } from './floor-users';

/** Spaces are made by `PUT /{space}`, and hold `/{space}/Users` and `/{space}/Groups`. */
export class FloorRoutes {
  private readonly spaces = new Map<string, FloorStatements>();

  constructor(private readonly pool: pg.Pool) {}

  async answer(method: string, url: string, body: string): Promise<FloorAnswer> {
    const mark = url.indexOf('?');
    const [, space = '', endpoint, id] = (mark === -1 ? url : url.slice(0, mark)).split('/');
    if (method === 'PUT') return this.createSpace(space);
    const statements = this.spaces.get(space);
    if (statements === undefined) return NOT_FOUND;
    const query = mark === -1 ? '' : url.slice(mark + 1);
    if (endpoint === 'Users') return this.answerUsers(statements, method, id, query, body);
    return this.answerGroups(statements, method, id, query, body);
  }

  private async createSpace(space: string): Promise<FloorAnswer> {
    await this.pool.query(spaceTables(space));
    this.spaces.set(space, spaceStatements(space));
    return { status: 201 };
  }

  private async answerUsers(
    statements: FloorStatements,
    method: string,
    id: string | undefined,
    query: string,
    body: string,
  ): Promise<FloorAnswer> {
    if (method === 'POST') return createUser(this.pool, statements, body);
    if (id === undefined) return listUsers(this.pool, statements, new URLSearchParams(query));
    if (method === 'GET') return getUser(this.pool, statements, id);
    return method === 'PATCH' ? patchUser(this.pool, statements, id, body) : deleteUser(this.pool, statements, id);
  }

  private async answerGroups(
    statements: FloorStatements,
    method: string,
    id: string | undefined,
    query: string,
    body: string,
  ): Promise<FloorAnswer> {
    if (method === 'POST') return createGroup(this.pool, statements, body);
    if (id === undefined) return findGroup(this.pool, statements, new URLSearchParams(query));
    if (method === 'PATCH') return patchGroup(this.pool, statements, id, body);
    return getGroup(this.pool, statements, id, !query.includes('excludedAttributes=members'));
  }
}
