import { randomUUID } from 'node:crypto';
import { GROUP, parseFilter, readSortAttribute, type ScimResource, USER } from '@rollcall/scim-protocol';
import pg from 'pg';
import { compileFilter } from '../compile-filter';
import { compileOrder, type Keyset } from '../compile-order';
import { groupSource } from '../groups';
import { userLookupColumns } from '../lookup-columns';
import { isId } from '../operand';
import type { ResourceSource } from '../resource-source';
import type { SourceScope } from '../scope';
import { param, sql, type Statement, toStatement } from '../sql';
import { userSource } from '../users';
import { DIRECTORY_TABLES } from './directory-tables';
import { TYPED_USER } from './model-attributes';

export const BASE_URL = 'https://h/scim';

export interface StoredResource {
  readonly id: string;
  readonly resource: ScimResource;
  readonly created?: string;
  readonly lastModified?: string;
  readonly version?: number;
}

export interface StoredGroup extends StoredResource {
  readonly members?: readonly { readonly id: string; readonly isGroup?: boolean }[];
}

export interface Listing {
  readonly sortBy?: string;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly after?: Keyset;
}

export interface ListedRow {
  readonly id: string;
  readonly key: string | null;
}

/** A database of its own on the real PostgreSQL of the test run. */
export class TestDirectory {
  readonly tenantId = randomUUID();
  readonly integrationId = randomUUID();
  readonly scope: SourceScope = {
    tenantId: param(this.tenantId, 'uuid'),
    integrationId: param(this.integrationId, 'uuid'),
    baseUrl: BASE_URL,
  };
  readonly users: ResourceSource = userSource(this.scope);
  readonly groups: ResourceSource = groupSource(this.scope, {
    version: sql`g.version`,
    lastModified: sql`g.last_modified`,
  });

  private constructor(
    readonly client: pg.Client,
    readonly name: string,
  ) {}

  static async open(): Promise<TestDirectory> {
    const name = `scim_sql_${randomUUID().replaceAll('-', '')}`;
    await asAdministrator(`create database ${name}`);
    const client = new pg.Client({ connectionString: urlOf(name) });
    await client.connect();
    await client.query(DIRECTORY_TABLES);
    return new TestDirectory(client, name);
  }

  async close(): Promise<void> {
    await this.client.end();
    await asAdministrator(`drop database ${this.name} with (force)`);
  }

  async clear(): Promise<void> {
    await this.client.query('truncate scim_user, scim_user_email, scim_group, group_member');
  }

  async hasUser({ id, resource, created, lastModified, version = 1 }: StoredResource): Promise<void> {
    const columns = userLookupColumns(resource);
    const displayName = resource['displayName'] ?? columns.userName;
    const createdAt = created ?? '2026-01-01T00:00:00Z';
    await this.client.query(
      `insert into scim_user (tenant_id, integration_id, id, version, active, created_at, last_modified, user_name, user_name_key,
         external_id, display_name, display_name_key, email, email_key, employee_number, title, department, manager_id, resource)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        ...[this.tenantId, this.integrationId, id, version, columns.active, createdAt, lastModified ?? createdAt],
        ...[columns.userName, columns.userNameKey, columns.externalId, displayName, columns.displayNameKey],
        ...[columns.email, columns.emailKey, columns.employeeNumber, columns.title, columns.department],
        ...[managerOf(resource), JSON.stringify(resource)],
      ],
    );
    await this.client.query(`insert into scim_user_email select $1, $2, $3, unnest($4::text[])`, [
      ...[this.tenantId, this.integrationId, id, columns.furtherEmailKeys],
    ]);
  }

  async hasGroup({ id, resource, created, lastModified, version = 1, members = [] }: StoredGroup): Promise<void> {
    const columns = userLookupColumns(resource);
    const createdAt = created ?? '2026-01-01T00:00:00Z';
    await this.client.query(
      `insert into scim_group (tenant_id, integration_id, id, version, created_at, last_modified, display_name, display_name_key,
         external_id, resource)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[this.tenantId, this.integrationId, id, version, createdAt, lastModified ?? createdAt],
        ...[resource['displayName'], columns.displayNameKey, columns.externalId, JSON.stringify(resource)],
      ],
    );
    await this.client.query(
      `insert into group_member select $1, $2, $3, m.id, m.is_group
         from unnest($4::uuid[], $5::boolean[]) m(id, is_group)`,
      [
        ...[this.tenantId, this.integrationId, id],
        ...[members.map((member) => member.id), members.map((member) => member.isGroup === true)],
      ],
    );
  }

  /** The statement that a list of users makes of the filter. */
  userQuery(filter: string): Statement {
    return this.query(this.users, 'scim_user u', filter);
  }

  async userIdsWhere(filter: string): Promise<string[]> {
    return this.idsOf(this.userQuery(filter));
  }

  async groupIdsWhere(filter: string): Promise<string[]> {
    return this.idsOf(this.query(this.groups, 'scim_group g', filter, 'Group'));
  }

  async listUsers(listing: Listing): Promise<ListedRow[]> {
    const order = compileOrder(orderOf(listing), this.users);
    const after = listing.after ? sql` and ${order.after(listing.after)}` : sql``;
    const join = this.users.documentJoin(order.by);
    const statement = toStatement(
      sql`select u.id, ${order.keyText} as key from scim_user u${join} where u.tenant_id = ${this.scope.tenantId}${after} order by ${order.by}`,
    );
    const limit = listing.limit === undefined ? '' : ` limit ${listing.limit}`;
    return (await this.client.query<ListedRow>(`${statement.text}${limit}`, [...statement.parameters])).rows;
  }

  private query(source: ResourceSource, table: string, filter: string, type: 'User' | 'Group' = 'User'): Statement {
    const condition = compileFilter(parseFilter(filter, type === 'User' ? USER : GROUP), source);
    const { text, parameters } = toStatement(
      sql`${source.documentJoin(condition)} where ${this.scope.tenantId} = tenant_id and ${this.scope.integrationId} = integration_id and ${condition}`,
    );
    return { text: `select id from ${table}${text} order by id`, parameters };
  }

  private async idsOf({ text, parameters }: Statement): Promise<string[]> {
    return (await this.client.query<{ id: string }>(text, [...parameters])).rows.map((row) => row.id);
  }
}

function orderOf({ sortBy, descending = false }: Listing) {
  return sortBy === undefined ? { descending } : { path: readSortAttribute(TYPED_USER, sortBy), descending };
}

function managerOf(resource: ScimResource): string | null {
  const enterprise = resource['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'];
  const manager: unknown = JSON.parse(JSON.stringify(enterprise ?? {}));
  const value = (manager as { manager?: { value?: string } }).manager?.value;
  return value !== undefined && isId(value) ? value : null;
}

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function urlOf(database?: string, role?: string): string {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined)
    throw new Error('TEST_DATABASE_URL names no PostgreSQL: run through jest, which starts one');
  const url = new URL(server);
  if (database !== undefined) url.pathname = `/${database}`;
  if (role !== undefined) url.searchParams.set('options', `-c role=${role}`);
  return url.toString();
}
