import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an integration is deleted or paused stands on its tokens too, so that the check in every SCIM statement reads one row
 * (performance.md 6). Triggers keep it: nobody else writes these columns.
 */
export class TokenState1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table token
        add column integration_deleted boolean not null default false,
        add column integration_paused_until timestamptz(3);
      comment on column token.integration_deleted is 'Kept by triggers: a token of a deleted integration is refused.';
      comment on column token.integration_paused_until is 'Kept by triggers: until then requests are told to come back (503).';

      create function take_integration_state() returns trigger
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        -- Waits for a pause or deletion that is under way, and makes the next one wait until this token can be seen.
        select i.deleted_at is not null, i.paused_until into new.integration_deleted, new.integration_paused_until
          from integration i where i.tenant_id = new.tenant_id and i.id = new.integration_id for share;
        return new;
      end $$;
      create trigger token_takes_integration_state before insert on token
        for each row execute function take_integration_state();

      create function pass_integration_state() returns trigger
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update token set integration_deleted = new.deleted_at is not null, integration_paused_until = new.paused_until
         where tenant_id = new.tenant_id and integration_id = new.id;
        return null;
      end $$;
      create trigger integration_passes_state after update of deleted_at, paused_until on integration
        for each row when (old.deleted_at is distinct from new.deleted_at or old.paused_until is distinct from new.paused_until)
        execute function pass_integration_state();

      update token t set integration_deleted = i.deleted_at is not null, integration_paused_until = i.paused_until
        from integration i where i.tenant_id = t.tenant_id and i.id = t.integration_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger integration_passes_state on integration;
      drop trigger token_takes_integration_state on token;
      drop function pass_integration_state();
      drop function take_integration_state();
      alter table token drop column integration_deleted, drop column integration_paused_until;
    `);
  }
}
