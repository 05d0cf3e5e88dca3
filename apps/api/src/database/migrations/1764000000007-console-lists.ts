import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for the console's lists of people. Both are partial: the everyday user, active and with a displayName, is in neither, so that
 * the writes of a provider's first cycle pay nothing for them.
 */
export class ConsoleLists1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index scim_user_inactive_idx on scim_user (tenant_id, integration_id, id) where active = false;
      create index scim_user_unnamed_idx on scim_user (tenant_id, integration_id, id) where display_name_key is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index scim_user_inactive_idx, scim_user_unnamed_idx`);
  }
}
