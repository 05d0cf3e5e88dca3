import { sql, type Sql } from './sql';

/** Whose resources a statement is about, and where they are shown. */
export interface SourceScope {
  /** As fragments, because the surrounding statement has usually numbered them already: `parameterAt(1)`. */
  readonly tenantId: Sql;
  readonly integrationId: Sql;
  /** Of the SCIM service, without a slash at the end; locations and references begin with it. */
  readonly baseUrl: string;
}

/** Every sub-select names its organisation and integration, as the statement around it does; row-level security is the second wall. */
export function within(alias: Sql, { tenantId, integrationId }: SourceScope): Sql {
  return sql`${alias}.tenant_id = ${tenantId} and ${alias}.integration_id = ${integrationId}`;
}
