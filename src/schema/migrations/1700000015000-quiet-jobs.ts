import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/**
 * Lets jobs be queued without a NOTIFY in the same transaction. Transactions with one commit one after the other, whoever's
 * they are: each holds a lock of the whole server while it waits for the disk.
 */
export class QuietJobs1700000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The job library calls pg_notify without naming its schema, and finds the one here that does nothing.
    await runner.query(`
      CREATE SCHEMA quiet;
      CREATE FUNCTION quiet.pg_notify(channel text, payload text) RETURNS void LANGUAGE sql AS '';
      CREATE FUNCTION queue_jobs(specs json) RETURNS void LANGUAGE plpgsql SET search_path = quiet, pg_catalog AS $$
        BEGIN
          PERFORM graphile_worker.add_jobs(ARRAY(
            SELECT json_populate_record(NULL::graphile_worker.job_spec, spec) FROM json_array_elements(specs) spec));
        END $$;
      GRANT USAGE ON SCHEMA quiet TO ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION queue_jobs;
      DROP FUNCTION quiet.pg_notify;
      DROP SCHEMA quiet`);
  }
}
