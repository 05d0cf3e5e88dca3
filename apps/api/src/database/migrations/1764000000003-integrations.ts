import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Integrations and their bearer tokens. */
export class Integrations1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table integration (
        tenant_id uuid not null,
        id uuid not null,
        name text not null,
        name_key text not null,
        provider text not null,
        created_at timestamptz(3) not null default now(),
        created_by text not null,
        created_by_id uuid,
        paused_until timestamptz(3),
        deleted_at timestamptz(3),
        deleted_by text,
        constraint integration_pkey primary key (tenant_id, id),
        constraint integration_provider_check check (provider in ('entra', 'okta', 'onelogin', 'jumpcloud', 'ping', 'other')),
        constraint integration_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
      );
      create unique index integration_name_key on integration (tenant_id, name_key) where deleted_at is null;

      create table token (
        tenant_id uuid not null,
        integration_id uuid not null,
        id uuid not null,
        public_id text not null,
        digest bytea not null,
        last_four text not null,
        created_at timestamptz(3) not null default now(),
        created_by text not null,
        created_by_id uuid,
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        revoked_by text,
        constraint token_pkey primary key (tenant_id, integration_id, id),
        constraint token_digest_key unique (digest),
        constraint token_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
      );
      comment on column token.digest is 'HMAC-SHA-256 of the secret under a pepper that is kept outside the database (SEC-02).';
      comment on column token.expires_at is 'End of a rotation''s overlap, or an end date that the admin chose; null lives until revoked.';

      create table token_use (
        tenant_id uuid not null,
        integration_id uuid not null,
        token_id uuid not null,
        first_used_at timestamptz(3) not null,
        last_used_at timestamptz(3) not null,
        last_address text,
        last_client text,
        constraint token_use_pkey primary key (tenant_id, integration_id, token_id),
        constraint token_use_token_fk foreign key (tenant_id, integration_id, token_id) references token (tenant_id, integration_id, id) on delete cascade
      );
      comment on table token_use is 'Kept apart so that the token''s row stays still.';

      grant select, insert, update on integration, token to rollcall_console;
      grant select on token_use to rollcall_console;
      grant select on integration, token to rollcall_scim;
      grant select on integration, token to rollcall_worker;
      grant select, insert, update on token_use to rollcall_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table token_use, token, integration`);
  }
}
