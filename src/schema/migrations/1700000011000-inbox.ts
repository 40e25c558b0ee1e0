import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';

/** The Postkorb: what customers sent, who works on it, what was decided, and notes about it. */
export class Inbox1700000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(items);
    await runner.query(notes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox_notes, inbox_items');
  }
}

// What a customer sent cannot be changed by the program: only the columns about the work on it are granted. Customer and
// contact are among them because a registration gets both when it is accepted. Deleted is only what has to be forgotten.
const items = `
  CREATE TABLE inbox_items (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    type text NOT NULL CONSTRAINT inbox_items_type CHECK (type IN ('ORDER', 'QUOTE_REQUEST', 'REGISTRATION')),
    state text NOT NULL,
    number text,
    subject_id uuid NOT NULL,
    customer_id uuid,
    contact_id uuid,
    summary text NOT NULL,
    payload jsonb NOT NULL,
    verified_at timestamptz,
    assignee_id uuid,
    created_at timestamptz NOT NULL,
    decided_at timestamptz,
    outcome jsonb,
    CONSTRAINT inbox_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT inbox_items_subject UNIQUE (tenant_id, subject_id),
    CONSTRAINT inbox_items_state CHECK (
      CASE state WHEN 'NEW' THEN assignee_id IS NULL WHEN 'IN_PROGRESS' THEN assignee_id IS NOT NULL
        ELSE state IN ('DONE', 'REJECTED') END
      AND (state IN ('DONE', 'REJECTED')) = (outcome IS NOT NULL)),
    CONSTRAINT inbox_items_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
    CONSTRAINT inbox_items_contact FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
    CONSTRAINT inbox_items_assignee FOREIGN KEY (tenant_id, assignee_id) REFERENCES staff_users (tenant_id, id)
  );
  CREATE INDEX inbox_items_open ON inbox_items (tenant_id, created_at, id) WHERE state IN ('NEW', 'IN_PROGRESS');
  CREATE INDEX inbox_items_of_assignee ON inbox_items (tenant_id, assignee_id, created_at, id)
    WHERE state IN ('NEW', 'IN_PROGRESS');
  CREATE INDEX inbox_items_oldest ON inbox_items (tenant_id, created_at, id);
  CREATE INDEX inbox_items_of_customer ON inbox_items (tenant_id, customer_id, created_at, id);
  CREATE INDEX inbox_items_number ON inbox_items (tenant_id, number);
  CREATE INDEX inbox_items_counts ON inbox_items (tenant_id, type, state);
  CREATE STATISTICS inbox_items_owners (dependencies) ON tenant_id, customer_id FROM inbox_items;
  ${tenantTable('inbox_items', ['SELECT', 'INSERT', 'DELETE'])}
  GRANT UPDATE (version, state, customer_id, contact_id, verified_at, assignee_id, decided_at, outcome)
    ON inbox_items TO ${APP_ROLE};`;

const notes = `
  CREATE TABLE inbox_notes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    event text NOT NULL,
    author_id uuid,
    author_name text,
    body text,
    created_at timestamptz NOT NULL,
    CONSTRAINT inbox_notes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT inbox_notes_author CHECK ((event = 'NOTE') = (author_id IS NOT NULL)),
    CONSTRAINT inbox_notes_item FOREIGN KEY (tenant_id, item_id)
      REFERENCES inbox_items (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX inbox_notes_of_item ON inbox_notes (tenant_id, item_id, created_at, id);
  ${tenantTable('inbox_notes', ['SELECT', 'INSERT'])}`;
