import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Restoration of what was deleted, and the brake on mass deprovisioning. */
export class RestorationAndBrake1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESTORATION);
    await runner.query(BRAKE);
    for (const table of TABLES) await protect(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function analyze_brake();
      drop table brake_job, brake_effect, brake_trip, brake_progress, brake_setting;
      drop index event_loss_idx;
      alter table deleted_resource drop column parent_ids, drop column held_by;
      revoke insert, update on scim_user, scim_group from rollcall_console;
      revoke insert, delete on scim_user_email from rollcall_console;
      revoke insert on group_member, event from rollcall_console;
      revoke update, delete on deleted_resource from rollcall_console;
    `);
  }
}

const TABLES = ['brake_setting', 'brake_progress', 'brake_trip', 'brake_effect', 'brake_job'];

const RESTORATION = `
  alter table deleted_resource add column parent_ids uuid[] not null default '{}', add column held_by uuid;
  comment on column deleted_resource.parent_ids is 'The groups that a deleted group was in.';
  comment on column deleted_resource.held_by is 'The trip of the brake that keeps the purge away until somebody answers it.';

  grant insert, update on scim_user, scim_group to rollcall_console;
  grant insert, delete on scim_user_email to rollcall_console;
  grant insert on group_member, event to rollcall_console;
  grant update, delete on deleted_resource to rollcall_console;
  grant update (held_by) on deleted_resource to rollcall_worker;
`;

/** The index holds only what takes something away, so arrivals and members added pay nothing for it but the look at their kind. */
const BRAKE = `
  create index event_loss_idx on event (tenant_id, integration_id, xid)
    where request_id is not null and (kind in ('deleted', 'membersRemoved') or kind = 'updated' and resource_type = 'User' and (
      data @> '[{"path": "active", "after": false}]' or data @> '[{"path": "userName"}]'
      or data @> '[{"path": "externalId"}]' or data @> '[{"path": "emails"}]'));

  create table brake_setting (
    tenant_id uuid not null,
    integration_id uuid not null,
    people_min integer not null,
    percent numeric(5, 2) not null,
    updated_at timestamptz(3) not null default now(),
    updated_by text not null,
    constraint brake_setting_pkey primary key (tenant_id, integration_id),
    constraint brake_setting_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
  );
  comment on table brake_setting is 'Thresholds that an admin chose; without a row the default holds.';

  create table brake_progress (
    tenant_id uuid not null,
    integration_id uuid not null,
    anchor xid8 not null default '0',
    constraint brake_progress_pkey primary key (tenant_id, integration_id),
    constraint brake_progress_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
  );
  comment on table brake_progress is 'Events of transactions before anchor are in brake_effect; its row is the turn of the one process that looks.';

  create table brake_trip (
    tenant_id uuid not null,
    integration_id uuid not null,
    id uuid not null,
    opened_at timestamptz(3) not null default now(),
    effect text not null,
    window_minutes integer not null,
    counted integer not null,
    limit_people integer not null,
    population integer not null,
    first_at timestamptz(3) not null,
    last_at timestamptz(3) not null,
    people jsonb not null default '{}',
    people_total integer not null default 0,
    first_request jsonb,
    last_request jsonb,
    release_asked_at timestamptz(3),
    release_asked_by text,
    release_asked_by_id uuid,
    closed_at timestamptz(3),
    closed_by text,
    constraint brake_trip_pkey primary key (tenant_id, integration_id, id),
    constraint brake_trip_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
  );
  comment on table brake_trip is 'One time that the brake tripped; open until every effect on it is released or restored.';
  create index brake_trip_open_idx on brake_trip (tenant_id, integration_id) where closed_at is null;

  create table brake_effect (
    tenant_id uuid not null,
    integration_id uuid not null,
    event_id bigint not null,
    person_id uuid not null,
    effect text not null,
    resource_id uuid not null,
    xid xid8 not null,
    at timestamptz(3) not null,
    request_id uuid,
    trip_id uuid,
    settled text,
    constraint brake_effect_pkey primary key (tenant_id, integration_id, event_id, person_id, effect),
    constraint brake_effect_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
  );
  comment on table brake_effect is 'What a change took from a person, folded from the events: one row a person and kind of effect.';
  create index brake_effect_at_idx on brake_effect (tenant_id, integration_id, at);
  create index brake_effect_trip_idx on brake_effect (tenant_id, integration_id, trip_id, person_id) where trip_id is not null;

  create table brake_job (
    tenant_id uuid not null,
    integration_id uuid not null,
    id uuid not null,
    trip_id uuid not null,
    action text not null,
    person_ids uuid[],
    total integer not null,
    outcome jsonb not null default '{}',
    position uuid,
    round integer not null default 1,
    settled_in_round integer not null default 0,
    created_at timestamptz(3) not null default now(),
    created_by text not null,
    created_by_id uuid,
    finished_at timestamptz(3),
    constraint brake_job_pkey primary key (tenant_id, integration_id, id),
    constraint brake_job_trip_fk foreign key (tenant_id, integration_id, trip_id)
      references brake_trip (tenant_id, integration_id, id) on delete cascade,
    constraint brake_job_action_check check (action in ('release', 'restore'))
  );
  comment on table brake_job is 'A release or restoration under way: each step and its progress are one transaction, so it goes on where it stopped.';
  create index brake_job_running_idx on brake_job (tenant_id, created_at) where finished_at is null;

  create function analyze_brake() returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    analyze deleted_resource, brake_effect;
  end $$;
  comment on function analyze_brake is 'A storm fills these tables within seconds; plans made for empty ones would read all of it for each record.';
  revoke all on function analyze_brake() from public;
  grant execute on function analyze_brake() to rollcall_worker;

  grant select, insert, update on brake_setting, brake_job to rollcall_console;
  grant select, update on brake_trip, brake_effect to rollcall_console;
  grant select on brake_setting, brake_job to rollcall_worker;
  grant select, insert, update on brake_progress, brake_trip to rollcall_worker;
  grant select, insert, update, delete on brake_effect to rollcall_worker;
`;

const OF_TENANT = `tenant_id = current_setting('app.tenant')::uuid`;

async function protect(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy of_tenant on ${table} to rollcall_console, rollcall_worker using (${OF_TENANT}) with check (${OF_TENANT});
    create policy of_owner on ${table} to current_user using (true) with check (true);
  `);
}
