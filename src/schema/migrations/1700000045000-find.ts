import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, SEARCH_ROLE } from '../app-role';
import { FIND_TICKETS, findFunction } from '../find-function';
import { tenantTable } from '../tenant-table';
import { keepIndex } from '../word-search';
import { CONTACT_SEARCH, WORD_SEARCHES } from '../word-searches';

const SEARCHED = ['first_name', 'last_name', 'email', 'phone', 'mobile'];

/** The best few of each kind, for the one search over everything; contacts are searched from now on. The next migration indexes those there are. */
export class Find1700000045000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contactSearch);
    await runner.query(triggers);
    for (const index of [...WORD_SEARCHES, CONTACT_SEARCH]) await runner.query(findFunction(index));
    await runner.query(FIND_TICKETS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE ${SEARCH_ROLE};
      DROP FUNCTION find_customers(uuid, text, integer, boolean), find_contacts(uuid, text, integer, boolean),
        find_articles(uuid, text, integer, boolean), find_printer_models(uuid, text, integer, boolean),
        find_devices(uuid, text, integer, boolean), find_orders(uuid, text, bigint, text[], integer, boolean),
        find_tickets(uuid, text, bigint, text, integer, boolean);
      RESET ROLE;
      DROP FUNCTION index_contact() CASCADE;
      DROP FUNCTION remove_contact_from_search() CASCADE;
      DROP TABLE contact_search;`);
  }
}

const contactSearch = `
  CREATE TABLE contact_search (
    tenant_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    codes text[] NOT NULL,
    text text NOT NULL,
    CONSTRAINT contact_search_pkey PRIMARY KEY (tenant_id, contact_id)
  );
  CREATE INDEX contact_search_codes ON contact_search USING gin (tenant_id, codes);
  CREATE INDEX contact_search_prefix ON contact_search (tenant_id, text text_pattern_ops);
  CREATE INDEX contact_search_words ON contact_search USING gin (tenant_id, text gin_trgm_ops);
  ${tenantTable('contact_search', ['SELECT', 'INSERT', 'UPDATE', 'DELETE'])}
  ALTER POLICY tenant ON contact_search TO ${APP_ROLE};
  CREATE POLICY search ON contact_search FOR SELECT TO ${SEARCH_ROLE} USING (true);
  GRANT SELECT ON contact_search TO ${SEARCH_ROLE};
  ${keepIndex(CONTACT_SEARCH)}`;

// A change of anything else leaves the index alone.
const triggers = `
  CREATE TRIGGER index_new_for_search AFTER INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION index_contact();
  CREATE TRIGGER index_changed_for_search AFTER UPDATE ON contacts FOR EACH ROW
    WHEN ((${SEARCHED.map((column) => `OLD.${column}`).join(', ')})
      IS DISTINCT FROM (${SEARCHED.map((column) => `NEW.${column}`).join(', ')}))
    EXECUTE FUNCTION index_contact();
  CREATE FUNCTION remove_contact_from_search() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM contact_search s WHERE s.tenant_id = OLD.tenant_id AND s.contact_id = OLD.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER remove_from_search AFTER DELETE ON contacts
    FOR EACH ROW EXECUTE FUNCTION remove_contact_from_search();`;
