import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses as they are compared, in columns of their own: lower() is not leakproof, so behind row-level security an index on
 * it is no use, and each login read all accounts of the tenant.
 */
export class EmailKeys1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION keep_email_key() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.email_key := lower(NEW.email);
        RETURN NEW;
      END $$`);
    for (const table of ['accounts', 'contacts']) {
      // Even the owner sees no rows of tenants while row-level security is forced.
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN email_key text;
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
        UPDATE ${table} SET email_key = lower(email);
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE TRIGGER keep_email_key BEFORE INSERT OR UPDATE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION keep_email_key();
        DROP INDEX ${table}_email;
        CREATE UNIQUE INDEX ${table}_email ON ${table} (tenant_id, email_key) WHERE email_key IS NOT NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts DROP COLUMN email_key;
      ALTER TABLE contacts DROP COLUMN email_key;
      CREATE UNIQUE INDEX accounts_email ON accounts (tenant_id, lower(email));
      CREATE UNIQUE INDEX contacts_email ON contacts (tenant_id, lower(email)) WHERE email IS NOT NULL;
      DROP FUNCTION keep_email_key() CASCADE`);
  }
}
