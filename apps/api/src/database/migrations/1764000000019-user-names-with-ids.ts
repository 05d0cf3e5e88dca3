import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search for the beginning of userNames learns from the index whose they are, instead of from 17,000 rows. The unique index of the same
 * name carries the id: no write has an entry more, each entry is 16 bytes longer.
 */
export class UserNamesWithIds1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index scim_user_user_name_key;
      create unique index scim_user_user_name_key on scim_user (tenant_id, integration_id, user_name_key) include (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index scim_user_user_name_key;
      create unique index scim_user_user_name_key on scim_user (tenant_id, integration_id, user_name_key);
    `);
  }
}
