import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_TENANT = `tenant_id = current_setting('app.tenant')::uuid`;

/** Pauses that remember when they began, traffic counted by the hour, mapping health, and the end of deleted integrations. */
export class IntegrationLifecycle1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['request_hour', 'mapping_health']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy of_tenant on ${table} to rollcall_console, rollcall_worker using (${OF_TENANT}) with check (${OF_TENANT});
        create policy of_owner on ${table} to current_user using (true) with check (true);
      `);
    }
    await runner.query(PURGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function purge_deleted_integration(uuid, uuid, integer);
      drop index scim_request_trouble_idx;
      drop table mapping_health, request_hour;
      alter table integration drop column paused_since, drop column paused_by;
    `);
  }
}

const TABLES = `
  alter table integration add column paused_since timestamptz(3), add column paused_by text;
  comment on column integration.paused_since is 'When the pause began, however often it was renewed since: the clock by which a provider backs off.';

  create table request_hour (
    tenant_id uuid not null,
    integration_id uuid not null,
    hour timestamptz(3) not null,
    requests integer not null,
    errors integer not null,
    constraint request_hour_pkey primary key (tenant_id, integration_id, hour)
  ) with (fillfactor = 50);
  comment on table request_hour is 'Requests an hour, counted by the batch that logs them, so that nobody has to count the log.';

  create index scim_request_trouble_idx on scim_request (tenant_id, integration_id, at desc)
    where status >= 400 and status not in (404, 409, 412);

  create table mapping_health (
    tenant_id uuid not null,
    integration_id uuid not null,
    started_at timestamptz(3) not null,
    computed_at timestamptz(3),
    took_ms integer,
    report jsonb,
    constraint mapping_health_pkey primary key (tenant_id, integration_id),
    constraint mapping_health_integration_fk foreign key (tenant_id, integration_id)
      references integration (tenant_id, id) on delete cascade
  );
  comment on table mapping_health is 'What the last look over all people and groups of an integration found; made outside requests.';

  grant select on request_hour, mapping_health to rollcall_console;
  grant select, insert, update, delete on request_hour to rollcall_worker;
  grant select, insert, update on mapping_health to rollcall_worker;
`;

/**
 * Deleting needs rights on every table of an integration; the worker gets none of them, but this one question, which refuses whatever is
 * not deleted for 30 days. Memberships go first, so that the triggers on people and groups find none; the log has a retention of its own.
 */
const PURGE = `
  create function purge_deleted_integration(wanted_tenant uuid, wanted uuid, rows_max integer) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    part text;
    gone integer;
    rest integer := rows_max;
  begin
    perform from integration i
      where i.tenant_id = wanted_tenant and i.id = wanted and i.deleted_at < now() - interval '30 days' for update;
    if not found then
      raise exception 'integration % is not due', wanted;
    end if;
    for part in
      select c.relname from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
         and (select count(*) from pg_attribute a
               where a.attrelid = c.oid and a.attname in ('tenant_id', 'integration_id') and not a.attisdropped) = 2
       order by coalesce(array_position(array['group_member', 'scim_user_email', 'scim_user', 'scim_group']::name[], c.relname), 5),
                c.relname = 'token', c.relname = 'event', c.relname
    loop
      execute format('delete from public.%1$I where ctid = any (array(
        select ctid from public.%1$I where tenant_id = $1 and integration_id = $2 limit $3))', part)
        using wanted_tenant, wanted, rest;
      get diagnostics gone = row_count;
      rest := rest - gone;
      if rest <= 0 then
        return false;
      end if;
    end loop;
    delete from integration i where i.tenant_id = wanted_tenant and i.id = wanted;
    return true;
  end $$;
  comment on function purge_deleted_integration is 'Removes at most so many rows of an integration that was deleted more than 30 days ago; true when nothing of it is left.';
  revoke all on function purge_deleted_integration(uuid, uuid, integer) from public;
  grant execute on function purge_deleted_integration(uuid, uuid, integer) to rollcall_worker;
`;
