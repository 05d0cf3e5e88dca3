/** The server's tables as far as statements of this library read them, with the server's indexes and row-level security. */
export const DIRECTORY_TABLES = `
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
  );
  create unique index scim_user_user_name_key on scim_user (tenant_id, integration_id, user_name_key);
  create index scim_user_external_id_idx on scim_user (tenant_id, integration_id, external_id) where external_id is not null;
  create index scim_user_display_name_idx on scim_user (tenant_id, integration_id, display_name_key) where display_name_key is not null;
  create index scim_user_email_idx on scim_user (tenant_id, integration_id, email_key) where email_key is not null;
  create index scim_user_employee_number_idx on scim_user (tenant_id, integration_id, employee_number) where employee_number is not null;

  create table scim_user_email (
    tenant_id uuid not null,
    integration_id uuid not null,
    user_id uuid not null,
    email_key text collate "C" not null,
    constraint scim_user_email_pkey primary key (tenant_id, integration_id, user_id, email_key)
  );
  create index scim_user_email_idx2 on scim_user_email (tenant_id, integration_id, email_key);

  create table scim_group (
    tenant_id uuid not null,
    integration_id uuid not null,
    id uuid not null,
    version integer not null default 1,
    created_at timestamptz(3) not null default now(),
    last_modified timestamptz(3) not null default now(),
    display_name text not null,
    display_name_key text collate "C" not null,
    external_id text collate "C",
    resource text not null,
    constraint scim_group_pkey primary key (tenant_id, integration_id, id)
  );
  create unique index scim_group_display_name_key on scim_group (tenant_id, integration_id, display_name_key);
  create index scim_group_external_id_idx on scim_group (tenant_id, integration_id, external_id) where external_id is not null;

  create table group_member (
    tenant_id uuid not null,
    integration_id uuid not null,
    group_id uuid not null,
    member_id uuid not null,
    is_group boolean not null,
    constraint group_member_pkey primary key (tenant_id, integration_id, group_id, member_id)
  );
  create index group_member_member_idx on group_member (tenant_id, integration_id, member_id, group_id);
`;

const TABLES = ['scim_user', 'scim_user_email', 'scim_group', 'group_member'];

/** Walls off organisations from each other for everyone but the owner, as the server does (SEC-36). */
export function rowLevelSecurity(role: string): string {
  return TABLES.map(
    (table) => `
      alter table ${table} enable row level security;
      create policy ${table}_own on ${table}
        using (tenant_id = current_setting('app.tenant')::uuid and integration_id = current_setting('app.integration')::uuid);
      grant select on ${table} to ${role};`,
  ).join('');
}
