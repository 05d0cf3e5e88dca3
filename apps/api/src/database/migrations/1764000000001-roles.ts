import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three roles that serve traffic. None owns anything; each gets only its grants in the migrations that follow (SEC-36). */
export class Roles1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare wanted text;
      begin
        foreach wanted in array array['rollcall_scim', 'rollcall_console', 'rollcall_worker'] loop
          if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
          end if;
          if not pg_has_role(current_user, wanted, 'member') then
            execute format('grant %I to %I', wanted, current_user);
          end if;
        end loop;
      end $$;
      revoke create on schema public from public;
      grant usage on schema public to rollcall_scim, rollcall_console, rollcall_worker;
    `);
  }

  /** Roles belong to the whole server and may serve another database: only what this database gave them goes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke usage on schema public from rollcall_scim, rollcall_console, rollcall_worker`);
  }
}
