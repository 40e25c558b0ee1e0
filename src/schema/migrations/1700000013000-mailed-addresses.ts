import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers for every mail that somebody brings about who is not logged in, not only for registrations, when it was sent. */
export class MailedAddresses1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Even the owner sees no rows of tenants while row-level security is forced.
    await runner.query(`
      ALTER TABLE registration_addresses RENAME TO mailed_addresses;
      ALTER TABLE mailed_addresses RENAME CONSTRAINT registration_addresses_pkey TO mailed_addresses_pkey;
      ALTER TABLE mailed_addresses RENAME CONSTRAINT registration_addresses_address TO mailed_addresses_address;
      ALTER TABLE mailed_addresses ADD COLUMN mails jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
      ALTER TABLE mailed_addresses NO FORCE ROW LEVEL SECURITY;
      UPDATE mailed_addresses SET mails = jsonb_build_array(
        jsonb_build_object('id', mail_id, 'kind', 'REGISTRATION', 'at', mailed_at)) WHERE mail_id IS NOT NULL;
      ALTER TABLE mailed_addresses FORCE ROW LEVEL SECURITY;
      ALTER TABLE mailed_addresses DROP COLUMN mail_id, DROP COLUMN mailed_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mailed_addresses DROP COLUMN mails, DROP COLUMN updated_at, ADD COLUMN mail_id uuid,
        ADD COLUMN mailed_at timestamptz;
      ALTER TABLE mailed_addresses RENAME CONSTRAINT mailed_addresses_pkey TO registration_addresses_pkey;
      ALTER TABLE mailed_addresses RENAME CONSTRAINT mailed_addresses_address TO registration_addresses_address;
      ALTER TABLE mailed_addresses RENAME TO registration_addresses`);
  }
}
