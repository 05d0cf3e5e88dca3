import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, the hosts that name them, and the people of the console. */
export class Organisation1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table installation (
        key text not null,
        value text not null,
        constraint installation_pkey primary key (key)
      );
      comment on table installation is 'Facts about this installation, such as the fingerprint of its secret; no row of an organisation.';

      create table setup_link (
        digest bytea not null,
        created_at timestamptz(3) not null default now(),
        redeemed_at timestamptz(3),
        constraint setup_link_pkey primary key (digest)
      );
      comment on table setup_link is 'One-time links to create the first organisation; only the SHA-256 is kept.';

      create table tenant (
        tenant_id uuid not null,
        slug text not null,
        name text not null,
        created_at timestamptz(3) not null default now(),
        constraint tenant_pkey primary key (tenant_id),
        constraint tenant_slug_key unique (slug)
      );

      create table tenant_host (
        tenant_id uuid not null,
        host text not null,
        created_at timestamptz(3) not null default now(),
        constraint tenant_host_pkey primary key (tenant_id, host),
        constraint tenant_host_host_key unique (host),
        constraint tenant_host_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
      );
      comment on table tenant_host is 'Hosts beyond <slug>.api.<domain> that name an organisation.';

      create table member (
        tenant_id uuid not null,
        id uuid not null,
        name text not null,
        email text not null,
        email_key text not null,
        password_hash text not null,
        role text not null,
        status text not null default 'active',
        created_at timestamptz(3) not null default now(),
        last_sign_in_at timestamptz(3),
        constraint member_pkey primary key (tenant_id, id),
        constraint member_email_key unique (tenant_id, email_key),
        constraint member_role_check check (role in ('owner', 'admin', 'support', 'auditor')),
        constraint member_status_check check (status in ('active', 'suspended')),
        constraint member_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
      );

      create table member_session (
        tenant_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        digest bytea not null,
        created_at timestamptz(3) not null default now(),
        last_seen_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        address text,
        user_agent text,
        constraint member_session_pkey primary key (tenant_id, id),
        constraint member_session_digest_key unique (digest),
        constraint member_session_member_fk foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
      );
      create index member_session_member_idx on member_session (tenant_id, member_id);

      create table activity (
        tenant_id uuid not null,
        id bigint generated always as identity,
        at timestamptz(3) not null default now(),
        actor_type text not null,
        actor_id uuid,
        actor_name text not null,
        action text not null,
        object_type text,
        object_id uuid,
        object_name text,
        result text not null default 'success',
        address text,
        request_id uuid,
        details jsonb not null default '{}',
        constraint activity_pkey primary key (tenant_id, id)
      );
      comment on table activity is 'Who did what in the console; written in the transaction of the deed, never changed.';

      grant select, insert, update on installation, setup_link to rollcall_console;
      grant select, insert, update on tenant, tenant_host, member to rollcall_console;
      grant select, insert, update, delete on member_session to rollcall_console;
      grant select, insert on activity to rollcall_console;
      grant select, insert on activity to rollcall_worker;
      grant select on installation to rollcall_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity, member_session, member, tenant_host, tenant, setup_link, installation`);
  }
}
