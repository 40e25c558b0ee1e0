import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Accounts of staff and contacts, their sessions and tokens. */
export class Auth1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT accounts_kind CHECK (kind IN ('STAFF', 'CONTACT')),
        role text NOT NULL,
        customer_id uuid,
        email text NOT NULL,
        name text NOT NULL,
        company text,
        language text,
        state text NOT NULL CONSTRAINT accounts_state CHECK (state IN ('INVITED', 'ACTIVE', 'DEACTIVATED')),
        password_hash text,
        password_change_required boolean NOT NULL DEFAULT false,
        initial_password_expires_at timestamptz,
        invited_at timestamptz NOT NULL,
        activated_at timestamptz,
        deactivated_at timestamptz,
        last_login_at timestamptz,
        CONSTRAINT accounts_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT accounts_role CHECK (
          CASE kind WHEN 'STAFF' THEN role IN ('ADMIN', 'AGENT') AND customer_id IS NULL
                    ELSE role IN ('MAIN_USER', 'USER') AND customer_id IS NOT NULL END)
      );
      CREATE UNIQUE INDEX accounts_email ON accounts (tenant_id, lower(email));
      CREATE INDEX accounts_customer ON accounts (tenant_id, customer_id);
      ${tenantTable('accounts', ['SELECT', 'INSERT', 'UPDATE'])}

      CREATE TABLE sessions (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT sessions_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT sessions_account FOREIGN KEY (tenant_id, account_id) REFERENCES accounts (tenant_id, id)
      );
      CREATE INDEX sessions_open ON sessions (tenant_id, account_id) WHERE ended_at IS NULL;
      ${tenantTable('sessions')}

      CREATE TABLE refresh_tokens (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        session_id uuid NOT NULL,
        token_hash text NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT refresh_tokens_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT refresh_tokens_session FOREIGN KEY (tenant_id, session_id)
          REFERENCES sessions (tenant_id, id) ON DELETE CASCADE
      );
      CREATE INDEX refresh_tokens_family ON refresh_tokens (tenant_id, session_id);
      ${tenantTable('refresh_tokens')}

      CREATE TABLE one_time_tokens (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        purpose text NOT NULL CONSTRAINT one_time_tokens_purpose CHECK (purpose IN ('FIRST_PASSWORD', 'PASSWORD_RESET')),
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT one_time_tokens_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT one_time_tokens_account FOREIGN KEY (tenant_id, account_id) REFERENCES accounts (tenant_id, id)
      );
      CREATE INDEX one_time_tokens_of ON one_time_tokens (tenant_id, account_id, created_at);
      ${tenantTable('one_time_tokens')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE one_time_tokens, refresh_tokens, sessions, accounts');
  }
}
