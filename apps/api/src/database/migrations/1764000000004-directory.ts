import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Users, groups and memberships as identity providers push them. Look-up keys are columns that the server folds itself: with row-level
 * security an index on lower(x) is not used, because lower is not leakproof (performance.md, SEC-39).
 */
export class Directory1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_user (
        tenant_id uuid not null,
        integration_id uuid not null,
        id uuid not null,
        version integer not null default 1,
        active boolean,
        created_at timestamptz(3) not null default now(),
        last_modified timestamptz(3) not null default now(),
        user_name text not null,
        user_name_key text collate "C" not null,
        external_id text collate "C",
        display_name text not null,
        display_name_key text collate "C",
        email text,
        email_key text collate "C",
        employee_number text collate "C",
        title text,
        department text,
        manager_id uuid,
        resource text not null,
        constraint scim_user_pkey primary key (tenant_id, integration_id, id)
      ) with (fillfactor = 80, autovacuum_analyze_scale_factor = 0.02);
      comment on column scim_user.resource is 'Canonical JSON without id, groups and meta; sent as it is when nothing is projected away.';
      create unique index scim_user_user_name_key on scim_user (tenant_id, integration_id, user_name_key);
      create index scim_user_external_id_idx on scim_user (tenant_id, integration_id, external_id) where external_id is not null;
      create index scim_user_display_name_idx on scim_user (tenant_id, integration_id, display_name_key) where display_name_key is not null;
      create index scim_user_email_idx on scim_user (tenant_id, integration_id, email_key) where email_key is not null;
      create index scim_user_employee_number_idx on scim_user (tenant_id, integration_id, employee_number) where employee_number is not null;

      create index scim_user_manager_idx on scim_user (tenant_id, integration_id, manager_id) where manager_id is not null;
      comment on column scim_user.display_name is 'What people see: displayName, else name.formatted, else given and family name, else userName.';
      comment on column scim_user.display_name_key is 'Folded displayName as received, for filters; null when none was.';

      create table scim_user_email (
        tenant_id uuid not null,
        integration_id uuid not null,
        user_id uuid not null,
        email_key text collate "C" not null,
        constraint scim_user_email_pkey primary key (tenant_id, integration_id, user_id, email_key),
        constraint scim_user_email_user_fk foreign key (tenant_id, integration_id, user_id)
          references scim_user (tenant_id, integration_id, id) on delete cascade
      );
      comment on table scim_user_email is 'The second and further e-mails of a user, for look-ups; the first is in scim_user.';
      create index scim_user_email_idx2 on scim_user_email (tenant_id, integration_id, email_key);

      create table scim_group (
        tenant_id uuid not null,
        integration_id uuid not null,
        id uuid not null,
        created_at timestamptz(3) not null default now(),
        version_base bigint not null default 0,
        version_anchor xid8 not null default '0',
        last_modified timestamptz(3) not null default now(),
        display_name text not null,
        display_name_key text collate "C" not null,
        external_id text collate "C",
        resource text not null,
        constraint scim_group_pkey primary key (tenant_id, integration_id, id)
      ) with (fillfactor = 80, autovacuum_analyze_scale_factor = 0.02);
      comment on column scim_group.version_base is 'Changes counted before version_anchor; the version is this plus the events since (docs/decisions/0002).';
      create unique index scim_group_display_name_key on scim_group (tenant_id, integration_id, display_name_key);
      create index scim_group_external_id_idx on scim_group (tenant_id, integration_id, external_id) where external_id is not null;

      create table group_member (
        tenant_id uuid not null,
        integration_id uuid not null,
        group_id uuid not null,
        member_id uuid not null,
        is_group boolean not null,
        constraint group_member_pkey primary key (tenant_id, integration_id, group_id, member_id)
      ) with (autovacuum_analyze_scale_factor = 0.02);
      comment on table group_member is 'One row a membership. Writers hold FOR KEY SHARE on the group and its member; the deletion triggers clear the rows.';
      create index group_member_member_idx on group_member (tenant_id, integration_id, member_id, group_id);

      create function clear_memberships() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        -- A statement of its own, so with a snapshot of its own: sees members added while the deletion waited for their locks.
        if tg_table_name = 'scim_group' then
          delete from group_member m
           where m.tenant_id = old.tenant_id and m.integration_id = old.integration_id and m.group_id = old.id;
        end if;
        -- The groups have changed as well: their versions count these events.
        with gone as (
          delete from group_member m
           where m.tenant_id = old.tenant_id and m.integration_id = old.integration_id and m.member_id = old.id
          returning m.group_id
        )
        insert into event (tenant_id, integration_id, resource_id, kind, resource_type, member_ids)
        select old.tenant_id, old.integration_id, group_id, 'membersRemoved', 'Group', array[old.id] from gone;
        return null;
      end $$;
      create trigger scim_user_clear_memberships after delete on scim_user for each row execute function clear_memberships();
      create trigger scim_group_clear_memberships after delete on scim_group for each row execute function clear_memberships();

      create table deleted_resource (
        tenant_id uuid not null,
        integration_id uuid not null,
        id uuid not null,
        resource_type text not null,
        external_id text collate "C",
        label text not null,
        email text,
        resource text not null,
        version bigint not null,
        created_at timestamptz(3) not null,
        deleted_at timestamptz(3) not null default now(),
        linked_ids uuid[] not null default '{}',
        constraint deleted_resource_pkey primary key (tenant_id, integration_id, id)
      );
      comment on table deleted_resource is 'Restorable for 30 days under the same id; linked_ids are a user''s groups, or a group''s members.';
      create index deleted_resource_external_id_idx on deleted_resource (tenant_id, integration_id, external_id) where external_id is not null;

      create table event (
        tenant_id uuid not null,
        integration_id uuid not null,
        resource_id uuid not null,
        xid xid8 not null default pg_current_xact_id(),
        id bigint generated always as identity,
        at timestamptz(3) not null default now(),
        kind text not null,
        resource_type text not null,
        request_id uuid,
        member_ids uuid[],
        data jsonb,
        constraint event_pkey primary key (tenant_id, integration_id, resource_id, xid, id)
      );
      comment on table event is 'One row a change, written by the statement that makes the change. kind: created, updated, deleted, revived, restored, membersAdded, membersRemoved.';
      create index event_population_idx on event (tenant_id, integration_id, resource_type, xid) include (kind)
        where kind in ('created', 'deleted', 'revived', 'restored');

      create table resource_count (
        tenant_id uuid not null,
        integration_id uuid not null,
        resource_type text not null,
        base bigint not null default 0,
        anchor xid8 not null default '0',
        constraint resource_count_pkey primary key (tenant_id, integration_id, resource_type)
      );
      comment on table resource_count is 'Resources counted before anchor; the exact count is this plus arrivals less departures since (docs/decisions/0002).';

      create function analyze_directory() returns void
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        analyze scim_user, scim_user_email, scim_group, group_member, event, token, integration;
      end $$;
      comment on function analyze_directory is 'Plans made on empty tables choose among indexes by chance; called as the directory grows.';
      revoke all on function analyze_directory() from public;
      grant execute on function analyze_directory() to rollcall_worker;

      grant select, insert, update, delete on scim_user, scim_user_email, scim_group, group_member, deleted_resource to rollcall_scim;
      grant select, insert on event to rollcall_scim;
      grant select on resource_count to rollcall_scim;
      grant select on scim_user, scim_user_email, scim_group, group_member, deleted_resource, event, resource_count to rollcall_console;
      grant select on scim_user, scim_group, group_member, event to rollcall_worker;
      grant select, delete on deleted_resource to rollcall_worker;
      grant update (version_base, version_anchor, last_modified) on scim_group to rollcall_worker;
      grant select, insert, update on resource_count to rollcall_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table resource_count, event, deleted_resource, group_member, scim_group, scim_user_email, scim_user;
      drop function analyze_directory();
      drop function clear_memberships();
    `);
  }
}
