import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SEARCH_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';
import { searchedByProgram } from '../word-search';

/** Contacts who see a ticket that is not theirs, and find it. */
export class TicketWatchers1700000037000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_watchers (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        CONSTRAINT ticket_watchers_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT ticket_watchers_once UNIQUE (tenant_id, ticket_id, contact_id),
        CONSTRAINT ticket_watchers_ticket FOREIGN KEY (tenant_id, ticket_id)
          REFERENCES tickets (tenant_id, id) ON DELETE CASCADE,
        CONSTRAINT ticket_watchers_contact FOREIGN KEY (tenant_id, contact_id)
          REFERENCES contacts (tenant_id, id) ON DELETE CASCADE
      );
      CREATE INDEX ticket_watchers_of_contact ON ticket_watchers (tenant_id, contact_id, ticket_id);
      ${tenantTable('ticket_watchers', ['SELECT', 'INSERT', 'DELETE'])}
      CREATE POLICY search ON ticket_watchers FOR SELECT TO ${SEARCH_ROLE} USING (true);
      GRANT SELECT ON ticket_watchers TO ${SEARCH_ROLE};
      ${searchTickets(`(only_contact_id IS NULL OR s.contact_id = only_contact_id OR s.ticket_id IN (
        SELECT w.ticket_id FROM ticket_watchers w WHERE w.tenant_id = tenant AND w.contact_id = only_contact_id))`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${searchTickets('(only_contact_id IS NULL OR s.contact_id = only_contact_id)')}
      DROP TABLE ticket_watchers`);
  }
}

/** @param visible which tickets are found for one contact alone */
function searchTickets(visible: string): string {
  const called = 'search_tickets(uuid, text, bigint, text, boolean, uuid, uuid)';
  return `
    DROP FUNCTION ${called};
    CREATE FUNCTION search_tickets(tenant uuid, query text, wanted_sequence bigint, wanted_number text,
      with_internal boolean, only_customer_id uuid, only_contact_id uuid)
    RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
    AS $$
    DECLARE
      wanted tsquery := ticket_query(tenant, query);
    BEGIN
      IF tenant IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN RETURN; END IF;
      RETURN QUERY
      SELECT s.ticket_id FROM ticket_search s
      WHERE s.tenant_id = tenant
        AND (only_customer_id IS NULL OR s.customer_id = only_customer_id)
        AND ${visible}
        AND (s.public_text @@ wanted
          OR with_internal AND s.internal_text @@ wanted
          OR s.sequence = wanted_sequence AND (wanted_number IS NULL OR s.number = wanted_number));
    END $$;
    ${searchedByProgram(called)}`;
}
