import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the console needs to answer about people: their memberships' story, who was deleted, and who works where. The index of members
 * has no pending list, so that no writer ever pays for others; it costs a member's change about 10 µs (docs/decisions/0004).
 */
export class DirectoryAnswers1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index event_member_ids_idx on event using gin (member_ids) with (fastupdate = off)
        where kind in ('membersAdded', 'membersRemoved');
      create index deleted_resource_time_idx on deleted_resource (tenant_id, integration_id, resource_type, deleted_at, id);
      create index scim_user_work_idx on scim_user (tenant_id, integration_id, department, title)
        where department is not null or title is not null;

      create function membership_events(of_integration uuid, of_member uuid, most integer) returns setof event
        language sql stable security definer set search_path = pg_catalog, public as $$
        select e.* from event e
         where e.tenant_id = current_setting('app.tenant')::uuid and e.integration_id = of_integration
           and e.kind in ('membersAdded', 'membersRemoved') and e.member_ids @> array[of_member]
         order by e.xid desc, e.id desc limit most
      $$;
      comment on function membership_events is 'Newest changes of groups that name a member. Below row-level security the index of members is not used, because containment of arrays is not leakproof; the organisation is the one that the transaction is held to.';
      revoke all on function membership_events(uuid, uuid, integer) from public;
      grant execute on function membership_events(uuid, uuid, integer) to rollcall_console;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function membership_events(uuid, uuid, integer);
      drop index scim_user_work_idx, deleted_resource_time_idx, event_member_ids_idx;
    `);
  }
}
