import type { MigrationInterface, QueryRunner } from 'typeorm';

const TENANT_TABLES = ['tenant', 'tenant_host', 'member', 'member_session', 'activity', 'scim_request'];
const INTEGRATION_TABLES = [
  'token',
  'token_use',
  'scim_user',
  'scim_user_email',
  'scim_group',
  'group_member',
  'deleted_resource',
  'event',
  'resource_count',
];

const OF_TENANT = `tenant_id = current_setting('app.tenant')::uuid`;
const OF_INTEGRATION = (column: string) => `${OF_TENANT} and ${column} = current_setting('app.integration')::uuid`;

/**
 * The second wall behind the explicit predicates (SEC-36, SEC-37): whoever forgets one sees nothing. The SCIM role is held to one
 * integration, console and worker to one organisation. Without the setting a statement fails; it never finds an empty list.
 */
export class RowLevelSecurity1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...TENANT_TABLES, ...INTEGRATION_TABLES, 'integration']) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`alter table ${table} force row level security`);
      await runner.query(`create policy of_tenant on ${table} to rollcall_console, rollcall_worker
        using (${OF_TENANT}) with check (${OF_TENANT})`);
      await runner.query(`create policy of_owner on ${table} to current_user using (true) with check (true)`);
    }
    for (const table of INTEGRATION_TABLES) {
      const own = OF_INTEGRATION('integration_id');
      await runner.query(
        `create policy of_integration on ${table} to rollcall_scim using (${own}) with check (${own})`,
      );
    }
    await runner.query(
      `create policy of_integration on integration for select to rollcall_scim using (${OF_INTEGRATION('id')})`,
    );
    await runner.query(LOOKUPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function token_by_digest(bytea);
      drop function session_by_digest(bytea);
      drop function members_by_email(text);
      drop function tenants();
    `);
    for (const table of [...TENANT_TABLES, ...INTEGRATION_TABLES, 'integration']) {
      await runner.query(`drop policy if exists of_integration on ${table}`);
      await runner.query(`drop policy of_tenant on ${table}`);
      await runner.query(`drop policy of_owner on ${table}`);
      await runner.query(`alter table ${table} no force row level security`);
      await runner.query(`alter table ${table} disable row level security`);
    }
  }
}

/** The few questions that must be asked before the organisation is known; each answers about one exact key. */
const LOOKUPS = `
  create function token_by_digest(wanted bytea)
    returns table (tenant_id uuid, integration_id uuid, id uuid, digest bytea, integration_name text, provider text)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select t.tenant_id, t.integration_id, t.id, t.digest, i.name, i.provider
      from token t join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id
     where t.digest = wanted
  $$;

  create function session_by_digest(wanted bytea)
    returns table (tenant_id uuid, id uuid, member_id uuid, last_seen_at timestamptz, expires_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select s.tenant_id, s.id, s.member_id, s.last_seen_at, s.expires_at from member_session s where s.digest = wanted
  $$;

  create function members_by_email(wanted text)
    returns table (tenant_id uuid, id uuid, password_hash text, status text)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select m.tenant_id, m.id, m.password_hash, m.status from member m where m.email_key = wanted order by m.created_at
  $$;

  create function tenants()
    returns table (tenant_id uuid, slug text, name text, hosts text[])
    language sql stable security definer set search_path = pg_catalog, public as $$
    select t.tenant_id, t.slug, t.name, array(select h.host from tenant_host h where h.tenant_id = t.tenant_id order by h.host)
      from tenant t order by t.created_at
  $$;

  revoke all on function token_by_digest(bytea), session_by_digest(bytea), members_by_email(text), tenants() from public;
  grant execute on function token_by_digest(bytea) to rollcall_scim;
  grant execute on function session_by_digest(bytea), members_by_email(text) to rollcall_console;
  grant execute on function tenants() to rollcall_scim, rollcall_console, rollcall_worker;
`;
