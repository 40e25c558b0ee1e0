import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Requests for access by people who have none, and when an address last got a mail about one. */
export class Registration1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registrations (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        company text NOT NULL,
        first_name text,
        last_name text NOT NULL,
        email text NOT NULL,
        phone text,
        message text,
        language text CONSTRAINT registrations_language CHECK (language IN ('de', 'en')),
        privacy_accepted_at timestamptz,
        state text NOT NULL DEFAULT 'PENDING'
          CONSTRAINT registrations_state CHECK (state IN ('PENDING', 'ACCEPTED', 'REJECTED')),
        verified_at timestamptz,
        confirmation_id uuid,
        confirmation_hash text,
        confirmation_expires_at timestamptz,
        repeats integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        decision_message text,
        customer_id uuid,
        contact_id uuid,
        anonymised_at timestamptz,
        CONSTRAINT registrations_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT registrations_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
        CONSTRAINT registrations_contact FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id)
      );
      CREATE UNIQUE INDEX registrations_pending ON registrations (tenant_id, lower(email)) WHERE state = 'PENDING';
      ${tenantTable('registrations', ['SELECT', 'INSERT', 'UPDATE'])}

      CREATE TABLE registration_addresses (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        address_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        mail_id uuid,
        mailed_at timestamptz,
        CONSTRAINT registration_addresses_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT registration_addresses_address UNIQUE (tenant_id, address_hash)
      );
      ${tenantTable('registration_addresses')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registration_addresses, registrations');
  }
}
