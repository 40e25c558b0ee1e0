import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, SEARCH_ROLE } from '../app-role';

/** Roles, extensions and what the platform itself keeps. */
export class Platform1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the whole cluster: another database, or a migration next door, may have made them already.
    for (const role of [APP_ROLE, SEARCH_ROLE]) {
      await runner.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`);
      await runner.query(`GRANT ${role} TO CURRENT_USER`);
    }
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      GRANT USAGE ON SCHEMA public TO ${APP_ROLE}, ${SEARCH_ROLE};
    `);
    // Folds what people type differently: case, umlauts (ä = ae), accents.
    await runner.query(`
      CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT public.unaccent('public.unaccent',
          replace(replace(replace(replace(lower(value), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'))
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION search_fold`);
  }
}
