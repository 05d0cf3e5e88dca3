import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_TENANT = `tenant_id = current_setting('app.tenant')::uuid`;
const OF_INTEGRATION = `${OF_TENANT} and integration_id = current_setting('app.integration')::uuid`;

/**
 * Resources of the types that an operator registers (docs/extend-schemas.md), empty while there are none; and a look at what SCIM requests
 * have under way, for whoever revokes a token.
 */
export class CustomResources1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_custom_resource (
        tenant_id uuid not null,
        integration_id uuid not null,
        resource_type text collate "C" not null,
        id uuid not null,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        last_modified timestamptz(3) not null default now(),
        external_id text collate "C",
        display_name text not null,
        resource text not null,
        constraint scim_custom_resource_pkey primary key (tenant_id, integration_id, resource_type, id)
      ) with (fillfactor = 80, autovacuum_analyze_scale_factor = 0.02);
      comment on column scim_custom_resource.resource is 'Canonical JSON without id and meta; sent as it is when nothing is projected away.';
      comment on column scim_custom_resource.display_name is 'What people see: displayName, else name, else a unique value, else the id.';
      create index scim_custom_resource_external_id_idx on scim_custom_resource (tenant_id, integration_id, resource_type, external_id)
        where external_id is not null;

      create table scim_custom_key (
        tenant_id uuid not null,
        integration_id uuid not null,
        resource_type text collate "C" not null,
        attribute text collate "C" not null,
        value_key text collate "C" not null,
        resource_id uuid not null,
        constraint scim_custom_key_pkey primary key (tenant_id, integration_id, resource_type, attribute, value_key),
        constraint scim_custom_key_resource_fk foreign key (tenant_id, integration_id, resource_type, resource_id)
          references scim_custom_resource (tenant_id, integration_id, resource_type, id) on delete cascade
      );
      create index scim_custom_key_resource_idx on scim_custom_key (tenant_id, integration_id, resource_type, resource_id, attribute);
      comment on table scim_custom_key is 'Folded values of the attributes that are unique: the primary key answers a clash, and a look-up.';

      grant select, insert, update, delete on scim_custom_resource, scim_custom_key to rollcall_scim;
      grant select on scim_custom_resource, scim_custom_key to rollcall_console;
      grant select, delete on scim_custom_resource, scim_custom_key to rollcall_worker;
    `);
    for (const table of ['scim_custom_resource', 'scim_custom_key']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy of_tenant on ${table} to rollcall_console, rollcall_worker using (${OF_TENANT}) with check (${OF_TENANT});
        create policy of_owner on ${table} to current_user using (true) with check (true);
        create policy of_integration on ${table} to rollcall_scim using (${OF_INTEGRATION}) with check (${OF_INTEGRATION});
      `);
    }
    await runner.query(UNDER_WAY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function end_scim_transactions(uuid, integer[], timestamptz[], boolean);
      drop function scim_transactions(uuid);
      drop table scim_custom_key, scim_custom_resource;
    `);
  }
}

/**
 * A connection that serves an integration bears its id in its application_name. Both run as the tables' owner, because nobody else sees
 * what other sessions do. An ended transaction is told from the next one of the same session by its start.
 */
const UNDER_WAY = `
  create function scim_transactions(wanted uuid) returns table (pid integer, since timestamptz)
    language sql volatile security definer set search_path = pg_catalog, public as $$
    select a.pid, a.xact_start from pg_stat_activity a
     where a.datname = current_database() and a.application_name = 'rollcall-scim ' || wanted::text
       and a.xact_start is not null and a.pid <> pg_backend_pid()
  $$;
  comment on function scim_transactions is 'Transactions that requests of an integration have under way at this moment, on every server.';

  create function end_scim_transactions(wanted uuid, pids integer[], starts timestamptz[], by_force boolean) returns integer
    language sql volatile security definer set search_path = pg_catalog, public as $$
    select count(case when by_force or a.state <> 'active' then pg_terminate_backend(a.pid) else pg_cancel_backend(a.pid) end)::int
      from unnest(pids, starts) t (pid, since)
      join pg_stat_activity a on a.pid = t.pid and a.xact_start = t.since
     where a.datname = current_database() and a.application_name = 'rollcall-scim ' || wanted::text
  $$;
  comment on function end_scim_transactions is 'Ends those of an integration''s transactions that are still under way: nothing of them is kept.';

  revoke all on function scim_transactions(uuid), end_scim_transactions(uuid, integer[], timestamptz[], boolean) from public;
  grant execute on function scim_transactions(uuid), end_scim_transactions(uuid, integer[], timestamptz[], boolean) to rollcall_console;
`;
