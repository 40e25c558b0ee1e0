import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';
import { QuietJobs1700000015000 } from './1700000015000-quiet-jobs';

/** Jobs are written here by business transactions and handed to the job library by a relay; see docs/adr/0010. */
export class JobOutbox1700000029000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        identifier text NOT NULL,
        payload json NOT NULL,
        run_at timestamptz,
        max_attempts smallint NOT NULL,
        job_key text
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON job_outbox TO ${APP_ROLE};
      DROP FUNCTION queue_jobs;
      DROP SCHEMA quiet CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new QuietJobs1700000015000().up(runner);
    await runner.query('DROP TABLE job_outbox');
  }
}
