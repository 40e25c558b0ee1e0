import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that people search, by what their search tables are named after. */
const SEARCHED: Readonly<Record<string, string>> = {
  article: 'articles',
  customer: 'customers',
  device: 'devices',
  order: 'orders',
  printer_model: 'printer_models',
  ticket: 'tickets',
};

/**
 * Rows of the search tables are written by triggers of the rows they stand for, so a foreign key has nothing to find out. Its
 * check cost a look-up for each row, which PostgreSQL plans once in a session: for a table that was empty then, it took any
 * index of the tenant, and an import of 50,000 customers read all of them for each.
 */
export class SearchWithoutChecks1700000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, table] of Object.entries(SEARCHED)) {
      await runner.query(`
        ALTER TABLE ${name}_search DROP CONSTRAINT ${name}_search_${name};
        CREATE FUNCTION remove_${name}_from_search() RETURNS trigger LANGUAGE plpgsql
          SET search_path = public, pg_temp AS $$
        BEGIN
          DELETE FROM ${name}_search s WHERE s.tenant_id = OLD.tenant_id AND s.${name}_id = OLD.id;
          RETURN NULL;
        END $$;
        CREATE TRIGGER remove_from_search AFTER DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION remove_${name}_from_search();`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of Object.entries(SEARCHED)) {
      await runner.query(`
        DROP FUNCTION remove_${name}_from_search() CASCADE;
        ALTER TABLE ${name}_search ADD CONSTRAINT ${name}_search_${name} FOREIGN KEY (tenant_id, ${name}_id)
          REFERENCES ${table} (tenant_id, id) ON DELETE CASCADE;`);
    }
  }
}
