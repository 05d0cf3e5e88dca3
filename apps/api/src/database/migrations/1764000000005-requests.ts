import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of SCIM requests, a partition a day, and the leases of scheduled work. */
export class Requests1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_request (
        tenant_id uuid not null,
        at timestamptz(3) not null,
        id uuid not null,
        integration_id uuid,
        token_id uuid,
        method text not null,
        path text not null,
        query text,
        status smallint not null,
        duration_ms real not null,
        client text,
        user_agent text,
        address text,
        resource_type text,
        resource_id uuid,
        resource_name text,
        summary text not null,
        trail jsonb,
        request_body text,
        response_body text,
        constraint scim_request_pkey primary key (tenant_id, at, id)
      ) partition by range (at);
      comment on table scim_request is 'Every SCIM request with its decision trail; written in batches outside the answer''s path.';
      create index scim_request_integration_idx on scim_request (tenant_id, integration_id, at desc);
      create index scim_request_resource_idx on scim_request (tenant_id, resource_id, at desc) where resource_id is not null;
      create index scim_request_failure_idx on scim_request (tenant_id, at desc) where status >= 400;

      create function ensure_scim_request_partitions() returns void
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        day date;
        part text;
      begin
        for day in select generate_series(current_date - 1, current_date + 2, interval '1 day')::date loop
          part := 'scim_request_' || to_char(day, 'YYYYMMDD');
          if to_regclass('public.' || part) is null then
            perform pg_advisory_xact_lock(7262002);
            if to_regclass('public.' || part) is null then
              execute format('create table public.%I partition of public.scim_request for values from (%L) to (%L)',
                part, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
              execute format('alter table public.%I enable row level security', part);
              execute format('alter table public.%I force row level security', part);
            end if;
          end if;
        end loop;
      end $$;
      comment on function ensure_scim_request_partitions is 'Makes the partitions of yesterday to the day after tomorrow (UTC).';

      create function drop_scim_request_partitions(before date) returns integer
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        part record;
        dropped integer := 0;
      begin
        for part in
          select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
           where i.inhparent = 'public.scim_request'::regclass and c.relname < 'scim_request_' || to_char(before, 'YYYYMMDD')
        loop
          execute format('drop table public.%I', part.relname);
          dropped := dropped + 1;
        end loop;
        return dropped;
      end $$;

      create table job_lease (
        name text not null,
        holder uuid not null,
        fence bigint not null,
        until timestamptz(3) not null,
        constraint job_lease_pkey primary key (name)
      );
      comment on table job_lease is 'Which process runs a scheduled job, with a fencing number; no row of an organisation.';

      grant select, insert, delete on scim_request to rollcall_worker;
      grant select on scim_request to rollcall_console;
      grant select, insert, update on job_lease to rollcall_worker;
      revoke all on function ensure_scim_request_partitions(), drop_scim_request_partitions(date) from public;
      grant execute on function ensure_scim_request_partitions(), drop_scim_request_partitions(date) to rollcall_worker;
      select ensure_scim_request_partitions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table job_lease, scim_request;
      drop function ensure_scim_request_partitions();
      drop function drop_scim_request_partitions(date);
    `);
  }
}
