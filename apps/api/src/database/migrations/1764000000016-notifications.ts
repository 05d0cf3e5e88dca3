import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told of what, what there was to tell, and each message until it has arrived; when a token's end was chosen. */
export class Notifications1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOKEN_END);
    await runner.query(SETTINGS);
    await runner.query(OUTBOX);
    for (const table of TABLES) await protect(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notification_message, notification, notification_episode, notification_channel, member_notification, notification_setting;
      revoke select (tenant_id, id, name, email, role, status) on member from rollcall_worker;
      alter table token drop column expires_set_at;
    `);
  }
}

const TABLES = [
  'notification_setting',
  'member_notification',
  'notification_channel',
  'notification_episode',
  'notification',
  'notification_message',
];

const TOKEN_END = `
  alter table token add column expires_set_at timestamptz(3);
  comment on column token.expires_set_at is 'When its end was chosen: nobody is warned of a moment that had passed by then.';
  update token set expires_set_at = created_at where expires_at is not null;
`;

const SETTINGS = `
  create table notification_setting (
    tenant_id uuid not null,
    language text not null default 'en',
    constraint notification_setting_pkey primary key (tenant_id),
    constraint notification_setting_language_check check (language in ('en', 'de')),
    constraint notification_setting_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
  );
  comment on table notification_setting is 'What an organisation chose for its messages; without a row the default holds.';

  create table member_notification (
    tenant_id uuid not null,
    member_id uuid not null,
    kinds text[],
    language text,
    constraint member_notification_pkey primary key (tenant_id, member_id),
    constraint member_notification_language_check check (language in ('en', 'de')),
    constraint member_notification_member_fk foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
  );
  comment on table member_notification is 'What a member chose to get by e-mail; null, or no row, is the default.';

  create table notification_channel (
    tenant_id uuid not null,
    id uuid not null,
    type text not null,
    name text not null,
    address bytea not null,
    hint text not null,
    enabled boolean not null default true,
    kinds text[] not null,
    integration_ids uuid[],
    created_at timestamptz(3) not null default now(),
    created_by text not null,
    constraint notification_channel_pkey primary key (tenant_id, id),
    constraint notification_channel_type_check check (type in ('email', 'slack', 'teams')),
    constraint notification_channel_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
  );
  comment on table notification_channel is 'Places that messages go to; the address of a webhook is a secret and kept sealed (decision 0011).';

  grant select, insert, update on notification_setting, member_notification to rollcall_console;
  grant select, insert, update, delete on notification_channel to rollcall_console;
  grant select on notification_setting, member_notification, notification_channel to rollcall_worker;
  grant select (tenant_id, id, name, email, role, status) on member to rollcall_worker;
`;

const OUTBOX = `
  create table notification_episode (
    tenant_id uuid not null,
    integration_id uuid not null,
    kind text not null,
    seen_since timestamptz(3),
    clear_since timestamptz(3),
    began_at timestamptz(3),
    ended_at timestamptz(3),
    reopened boolean not null default false,
    constraint notification_episode_pkey primary key (tenant_id, integration_id, kind),
    constraint notification_episode_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
  );
  comment on table notification_episode is 'How long something has been seen, or not been seen, of an integration; began_at is set while people know of it.';

  create table notification (
    tenant_id uuid not null,
    id uuid not null,
    integration_id uuid not null,
    integration_name text not null,
    event text not null,
    episode text not null,
    at timestamptz(3) not null default now(),
    facts jsonb not null default '{}',
    noted_at timestamptz(3) not null default now(),
    gathered_at timestamptz(3),
    constraint notification_pkey primary key (tenant_id, id),
    constraint notification_episode_key unique (tenant_id, integration_id, event, episode),
    constraint notification_integration_fk foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
  );
  comment on table notification is 'What there was to tell, once an episode; written in the transaction that decided so. Gathered into messages shortly after.';
  create index notification_gather_idx on notification (tenant_id, noted_at) where gathered_at is null;
  create index notification_noted_idx on notification (tenant_id, noted_at);

  create table notification_message (
    tenant_id uuid not null,
    id uuid not null,
    channel_id uuid,
    member_id uuid,
    notification_ids uuid[] not null,
    state text not null default 'pending',
    attempts integer not null default 0,
    due_at timestamptz(3) not null default now(),
    created_at timestamptz(3) not null default now(),
    first_tried_at timestamptz(3),
    sent_at timestamptz(3),
    fault text,
    status integer,
    constraint notification_message_pkey primary key (tenant_id, id),
    constraint notification_message_state_check check (state in ('pending', 'sent', 'failed')),
    constraint notification_message_one_recipient_check check (num_nonnulls(channel_id, member_id) = 1),
    constraint notification_message_channel_fk foreign key (tenant_id, channel_id) references notification_channel (tenant_id, id) on delete cascade,
    constraint notification_message_member_fk foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
  );
  comment on table notification_message is 'One message to one recipient, until it has arrived or a day has passed; due_at of one that is being sent is when somebody else may try.';
  create index notification_message_due_idx on notification_message (tenant_id, due_at) where state = 'pending';
  create index notification_message_created_idx on notification_message (tenant_id, created_at, id);

  grant select on notification to rollcall_console;
  grant select, update on notification_message to rollcall_console;
  grant select, insert, update, delete on notification_episode, notification, notification_message to rollcall_worker;
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
