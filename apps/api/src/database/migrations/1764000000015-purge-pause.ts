import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation can hold the purge back; what is past its 30 days then stays, and can still be restored. */
export class PurgePause1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table purge_pause (
        tenant_id uuid not null,
        paused_at timestamptz(3) not null default now(),
        paused_by text not null,
        paused_by_id uuid,
        reason text not null,
        constraint purge_pause_pkey primary key (tenant_id),
        constraint purge_pause_tenant_fk foreign key (tenant_id) references tenant (tenant_id) on delete cascade
      );
      comment on table purge_pause is 'Organisations whose purge is paused: who paused it, when and why; no row where it runs.';

      alter table purge_pause enable row level security;
      alter table purge_pause force row level security;
      create policy of_tenant on purge_pause to rollcall_console, rollcall_worker
        using (tenant_id = current_setting('app.tenant')::uuid) with check (tenant_id = current_setting('app.tenant')::uuid);
      create policy of_owner on purge_pause to current_user using (true) with check (true);
      grant select, insert, delete on purge_pause to rollcall_console;
      grant select on purge_pause to rollcall_worker;

      create function restorable_since(wanted_tenant uuid) returns timestamptz language sql stable as $$
        select case when exists (select from purge_pause p where p.tenant_id = wanted_tenant)
                    then '-infinity'::timestamptz else now() - interval '30 days' end
      $$;
      comment on function restorable_since is 'What an organisation deleted after this moment can come back; the purge takes what is older. Paused, it takes nothing.';
      revoke all on function restorable_since(uuid) from public;
      grant execute on function restorable_since(uuid) to rollcall_console, rollcall_worker;

      alter table integration add column purge_began_at timestamptz(3);
      comment on column integration.purge_began_at is 'From then on it is no longer whole: it cannot be restored, and a pause of the purge comes too late for it.';
      grant update (purge_began_at) on integration to rollcall_worker;

      create index deleted_resource_held_idx on deleted_resource (tenant_id, resource_type, deleted_at) where held_by is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index deleted_resource_held_idx;
      alter table integration drop column purge_began_at;
      drop function restorable_since(uuid);
      drop table purge_pause;
    `);
  }
}
