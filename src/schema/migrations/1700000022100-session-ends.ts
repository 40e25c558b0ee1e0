import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells every instance of sessions that end, wherever and however they do: what is open for them ends, too. */
export class SessionEnds1700000022100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_sessions_end() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE gone jsonb := to_jsonb(OLD);
        BEGIN
          PERFORM pg_notify('kundenportal_live', json_build_object(
            'tenantId', OLD.tenant_id, 'accountId', coalesce(gone ->> 'account_id', gone ->> 'id'))::text);
          RETURN NULL;
        END $$;
      CREATE TRIGGER tell_session_ended AFTER UPDATE OF ended_at ON sessions FOR EACH ROW
        WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_sessions_end();
      CREATE TRIGGER tell_session_deleted AFTER DELETE ON sessions FOR EACH ROW
        WHEN (OLD.ended_at IS NULL AND OLD.expires_at > now()) EXECUTE FUNCTION tell_sessions_end();
      CREATE TRIGGER tell_account_closed AFTER UPDATE OF state, password_change_required ON accounts FOR EACH ROW
        WHEN (NEW.state = 'DEACTIVATED' AND OLD.state <> 'DEACTIVATED'
          OR NEW.password_change_required AND NOT OLD.password_change_required)
        EXECUTE FUNCTION tell_sessions_end()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION tell_sessions_end CASCADE');
  }
}
