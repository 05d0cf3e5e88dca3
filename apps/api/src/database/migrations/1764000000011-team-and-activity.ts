import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Step-up, invitations, alerts to Owners; the activity log with its saved views, and its stream of directory changes. */
export class TeamAndActivity1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table member_session add column confirmed_at timestamptz(3) not null default now();
      comment on column member_session.confirmed_at is 'When the password was last given; sensitive deeds need it to be recent (SEC-49).';
      grant delete on member to rollcall_console;

      create table invitation (
        tenant_id uuid not null,
        id uuid not null,
        email text not null,
        email_key text not null,
        role text not null,
        digest bytea not null,
        invited_by text not null,
        invited_by_id uuid not null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        constraint invitation_pkey primary key (tenant_id, id),
        constraint invitation_email_key unique (tenant_id, email_key),
        constraint invitation_digest_key unique (digest),
        constraint invitation_role_check check (role in ('owner', 'admin', 'support', 'auditor')),
        constraint invitation_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
      );
      comment on table invitation is 'Pending invitations; only the SHA-256 of a link is kept. Accepted and revoked ones are gone: the activity log tells of them.';
      grant select, insert, update, delete on invitation to rollcall_console;

      alter table activity add column actor_role text;
      comment on column activity.actor_role is 'The role that the member had at that moment.';
      create index activity_at_idx on activity (tenant_id, at desc, id desc);
      create index activity_actor_idx on activity (tenant_id, actor_id, at desc);
      create index activity_object_idx on activity (tenant_id, object_id, at desc);
      create index activity_alert_idx on activity (tenant_id, id) where action = 'token.revoked' and actor_role = 'support';
      create index event_at_idx on event (tenant_id, integration_id, at);

      alter table member add column alerts_seen_id bigint not null default 0;
      comment on column member.alerts_seen_id is 'The newest alert in the activity log that this person has put away.';

      create table activity_view (
        tenant_id uuid not null,
        member_id uuid not null,
        id uuid not null,
        name text not null,
        filter jsonb not null,
        created_at timestamptz(3) not null default now(),
        constraint activity_view_pkey primary key (tenant_id, member_id, id),
        constraint activity_view_name_key unique (tenant_id, member_id, name),
        constraint activity_view_member_fk foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
      );
      comment on table activity_view is 'Filters of the activity log that a member saved under a name.';
      grant select, insert, delete on activity_view to rollcall_console;
    `);
    for (const table of ['invitation', 'activity_view']) await protect(runner, table);
    await runner.query(`
      create function invitation_by_digest(wanted bytea)
        returns table (tenant_id uuid, id uuid, tenant_name text)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select i.tenant_id, i.id, t.name from invitation i join tenant t on t.tenant_id = i.tenant_id where i.digest = wanted
      $$;
      revoke all on function invitation_by_digest(bytea) from public;
      grant execute on function invitation_by_digest(bytea) to rollcall_console;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function invitation_by_digest(bytea);
      drop table activity_view, invitation;
      alter table member drop column alerts_seen_id;
      drop index event_at_idx, activity_at_idx, activity_actor_idx, activity_object_idx, activity_alert_idx;
      alter table activity drop column actor_role;
      revoke delete on member from rollcall_console;
      alter table member_session drop column confirmed_at;
    `);
  }
}

const OF_TENANT = `tenant_id = current_setting('app.tenant')::uuid`;

async function protect(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy of_tenant on ${table} to rollcall_console using (${OF_TENANT}) with check (${OF_TENANT});
    create policy of_owner on ${table} to current_user using (true) with check (true);
  `);
}
