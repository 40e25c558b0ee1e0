import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/** Lets go what has been kept for long enough, and takes addresses out of what has been kept until now. */
export class Retention1700000022200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT DELETE ON outgoing_mails TO ${APP_ROLE};

      -- The one way out of the audit log, for whoever may only add to it: nothing younger can be named.
      CREATE FUNCTION forget_old_audit_entries() RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, public AS $$
          DELETE FROM public.audit_entries
          WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
            AND occurred_at < now() - interval '3 years'
        $$;
      REVOKE EXECUTE ON FUNCTION forget_old_audit_entries() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION forget_old_audit_entries() TO ${APP_ROLE}`);
    // What mail servers said mostly repeats the address. Even the owner sees no rows while row-level security is forced.
    await runner.query(`
      ALTER TABLE outgoing_mails NO FORCE ROW LEVEL SECURITY;
      UPDATE outgoing_mails SET last_error =
        'SMTP: not sent' || coalesce(' (' || substring(last_error FROM '^SMTP: ([245][0-9]{2})') || ')', '')
      WHERE last_error LIKE 'SMTP: %';
      ALTER TABLE outgoing_mails FORCE ROW LEVEL SECURITY`);
    // Keys that are no hash: addresses in clear. They count for a minute only.
    await runner.query(`DELETE FROM rate_limits WHERE key !~ ':[A-Za-z0-9_-]{43}$'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION forget_old_audit_entries;
      REVOKE DELETE ON outgoing_mails FROM ${APP_ROLE}`);
  }
}
