import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The password of the login that is made for the program where the operator names none. Nobody is granted anything: only
 * the owner, who made the login, can read it.
 */
export class ProgramLogin1700000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_login (
        only_row boolean NOT NULL DEFAULT true CONSTRAINT program_login_pkey PRIMARY KEY
          CONSTRAINT program_login_only_row CHECK (only_row),
        password text NOT NULL
      );
      -- Databases that came from PostgreSQL 14 let everybody create objects there.
      REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE program_login');
  }
}
