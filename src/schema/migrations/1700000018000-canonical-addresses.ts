import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillKeys, respell } from '../row-keys';
import { emailKey, readableEmail } from '../text-keys';

/** Who can log in goes before who was invited, and the older before the younger. */
const STATES = `ARRAY['ACTIVE', 'INVITED', 'DEACTIVATED']`;
const KEYED = [
  { table: 'accounts', first: `array_position(${STATES}, t.state)` },
  {
    table: 'contacts',
    first: `(SELECT array_position(${STATES}, a.state) FROM accounts a WHERE a.tenant_id = t.tenant_id AND a.id = t.id)`,
  },
  { table: 'registrations', first: 't.created_at', among: `t.state = 'PENDING'` },
] as const;
const ADDRESSES = [
  ...KEYED.map(({ table }) => ({ table, column: 'email', where: `t.email_key NOT LIKE '% %'` })),
  { table: 'staff_users', column: 'email' },
  { table: 'customers', column: 'email' },
  { table: 'tenant_settings', column: 'reply_to' },
  { table: 'tenant_settings', column: 'sender_address' },
];

/**
 * Addresses in their one form. The key is made by the program, which knows the forms of a domain; lower() of the database
 * goes by its locale. As long as instances of the version before run, what they write gets the key that it got before.
 */
export class CanonicalAddresses1700000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registrations ADD COLUMN email_key text;
      DROP TRIGGER keep_email_key ON accounts;
      DROP TRIGGER keep_email_key ON contacts;
      DROP INDEX accounts_email;
      DROP INDEX contacts_email`);
    for (const keys of KEYED)
      await fillKeys(runner, { ...keys, column: 'email_key', from: 't.email', keyOf: emailKey });
    for (const place of ADDRESSES) await respell(runner, place, readableEmail);
    await runner.query(`
      CREATE UNIQUE INDEX accounts_email ON accounts (tenant_id, email_key) WHERE email_key IS NOT NULL;
      CREATE UNIQUE INDEX contacts_email ON contacts (tenant_id, email_key) WHERE email_key IS NOT NULL;
      CREATE UNIQUE INDEX registrations_pending_key ON registrations (tenant_id, email_key) WHERE state = 'PENDING';
      CREATE OR REPLACE FUNCTION keep_email_key() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.email IS NULL THEN
          NEW.email_key := NULL;
        ELSIF NEW.email_key IS NULL OR TG_OP = 'UPDATE'
            AND lower(NEW.email) IS DISTINCT FROM lower(OLD.email) AND NEW.email_key = OLD.email_key THEN
          NEW.email_key := lower(NEW.email);
        END IF;
        RETURN NEW;
      END $$;
      ${KEYED.map(({ table }) => keptBy(table)).join('')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_email_key;
      ALTER TABLE contacts DROP CONSTRAINT contacts_email_key;
      DROP TRIGGER keep_email_key ON registrations;
      ALTER TABLE registrations DROP COLUMN email_key;
      CREATE OR REPLACE FUNCTION keep_email_key() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.email_key := lower(NEW.email);
        RETURN NEW;
      END $$`);
  }
}

function keptBy(table: string): string {
  return `
    CREATE TRIGGER keep_email_key BEFORE INSERT OR UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION keep_email_key();
    ALTER TABLE ${table} ADD CONSTRAINT ${table}_email_key CHECK (email_key = lower(email_key COLLATE "C"));`;
}
