import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dropping a day of the log needs the whole log for a moment. Behind a long reader it gives up instead of making writers queue. */
export class RequestRetention1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function drop_scim_request_partitions(date) set lock_timeout = '1s'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function drop_scim_request_partitions(date) reset lock_timeout`);
  }
}
