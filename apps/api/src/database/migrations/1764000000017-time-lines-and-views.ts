import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a group was deleted is found without reading all its changes of members; only deletions pay for that index. Saved views of the
 * activity log can be renamed.
 */
export class TimeLinesAndViews1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index event_deleted_idx on event (tenant_id, integration_id, resource_id, xid, id) where kind = 'deleted';
      grant update (name) on activity_view to rollcall_console;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (name) on activity_view from rollcall_console;
      drop index event_deleted_idx;
    `);
  }
}
