import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, SEARCH_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';

/** Tickets with their comments, history and attachments, and the search for them. */
export class Tickets1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tickets);
    await runner.query(comments);
    await runner.query(history);
    await runner.query(attachments);
    await runner.query(ticketSearch);
    await runner.query(searchTickets);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION search_tickets(text, text, text, bigint, text, boolean, uuid, uuid);
      DROP TABLE ticket_search, ticket_attachment_chunks, ticket_attachments, ticket_history, ticket_comments, tickets;
      DROP FUNCTION index_ticket, index_ticket_of_comment, refresh_ticket_search, ticket_words, words_of_tenant;
    `);
  }
}

// tenant_id and customer_id say much about each other; without the statistics the planner expects a handful of tickets
// where a customer has hundreds, and sorts.
const tickets = `
  CREATE TABLE tickets (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    customer_id uuid NOT NULL,
    contact_id uuid,
    subject text NOT NULL,
    description text NOT NULL,
    status text NOT NULL CONSTRAINT tickets_status
      CHECK (status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED')),
    priority text NOT NULL CONSTRAINT tickets_priority CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    category text,
    assignee_id uuid,
    created_by_id uuid NOT NULL,
    created_by_kind text NOT NULL CONSTRAINT tickets_created_by_kind CHECK (created_by_kind IN ('STAFF', 'CONTACT')),
    created_at timestamptz NOT NULL,
    public_activity_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    resolved_at timestamptz,
    closed_at timestamptz,
    CONSTRAINT tickets_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT tickets_number UNIQUE (tenant_id, number),
    CONSTRAINT tickets_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
    CONSTRAINT tickets_contact FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
    CONSTRAINT tickets_assignee FOREIGN KEY (tenant_id, assignee_id) REFERENCES staff_users (tenant_id, id)
  );
  CREATE INDEX tickets_of_customer_running ON tickets (tenant_id, customer_id, public_activity_at, id)
    WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER');
  CREATE INDEX tickets_of_customer ON tickets (tenant_id, customer_id, public_activity_at, id);
  CREATE INDEX tickets_of_contact ON tickets (tenant_id, contact_id, public_activity_at, id);
  CREATE INDEX tickets_running ON tickets (tenant_id, updated_at, id)
    WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER');
  CREATE INDEX tickets_of_assignee ON tickets (tenant_id, assignee_id, updated_at, id)
    WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER');
  CREATE INDEX tickets_recent ON tickets (tenant_id, updated_at, id);
  CREATE INDEX tickets_newest ON tickets (tenant_id, created_at, id);
  CREATE STATISTICS tickets_owners (dependencies) ON tenant_id, customer_id, contact_id FROM tickets;
  ${tenantTable('tickets')}`;

const comments = `
  CREATE TABLE ticket_comments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    author_id uuid NOT NULL,
    author_kind text NOT NULL CONSTRAINT ticket_comments_author_kind CHECK (author_kind IN ('STAFF', 'CONTACT')),
    author_name text NOT NULL,
    visibility text NOT NULL CONSTRAINT ticket_comments_visibility CHECK (visibility IN ('PUBLIC', 'INTERNAL')),
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT ticket_comments_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_comments_ticket FOREIGN KEY (tenant_id, ticket_id)
      REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX ticket_comments_of_ticket ON ticket_comments (tenant_id, ticket_id, created_at, id);
  CREATE STATISTICS ticket_comments_owners (dependencies) ON tenant_id, ticket_id FROM ticket_comments;
  ${tenantTable('ticket_comments', ['SELECT', 'INSERT'])}`;

const history = `
  CREATE TABLE ticket_history (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid NOT NULL,
    actor_kind text NOT NULL CONSTRAINT ticket_history_actor_kind CHECK (actor_kind IN ('STAFF', 'CONTACT')),
    actor_name text NOT NULL,
    event text NOT NULL,
    old_value text,
    new_value text,
    is_public boolean NOT NULL,
    CONSTRAINT ticket_history_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_history_ticket FOREIGN KEY (tenant_id, ticket_id)
      REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX ticket_history_of_ticket ON ticket_history (tenant_id, ticket_id, id);
  ${tenantTable('ticket_history', ['SELECT', 'INSERT'])}`;

// What people upload is mostly compressed already: EXTERNAL saves the attempt.
const attachments = `
  CREATE TABLE ticket_attachments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    comment_id uuid,
    file_name text NOT NULL,
    content_type text NOT NULL,
    size integer NOT NULL CONSTRAINT ticket_attachments_size CHECK (size >= 0),
    sha256 text NOT NULL,
    visibility text NOT NULL CONSTRAINT ticket_attachments_visibility CHECK (visibility IN ('PUBLIC', 'INTERNAL')),
    uploaded_by_id uuid NOT NULL,
    uploaded_by_kind text NOT NULL
      CONSTRAINT ticket_attachments_uploaded_by_kind CHECK (uploaded_by_kind IN ('STAFF', 'CONTACT')),
    uploaded_by_name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT ticket_attachments_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ticket_attachments_ticket FOREIGN KEY (tenant_id, ticket_id)
      REFERENCES tickets (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT ticket_attachments_comment FOREIGN KEY (tenant_id, comment_id)
      REFERENCES ticket_comments (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX ticket_attachments_of_ticket ON ticket_attachments (tenant_id, ticket_id, id);
  CREATE INDEX ticket_attachments_of_comment ON ticket_attachments (tenant_id, comment_id) WHERE comment_id IS NOT NULL;
  ${tenantTable('ticket_attachments', ['SELECT', 'INSERT', 'DELETE'])}

  CREATE TABLE ticket_attachment_chunks (
    tenant_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    position integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT ticket_attachment_chunks_pkey PRIMARY KEY (tenant_id, attachment_id, position),
    CONSTRAINT ticket_attachment_chunks_attachment FOREIGN KEY (tenant_id, attachment_id)
      REFERENCES ticket_attachments (tenant_id, id) ON DELETE CASCADE
  );
  ALTER TABLE ticket_attachment_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ${tenantTable('ticket_attachment_chunks', ['SELECT', 'INSERT', 'DELETE'])}`;

// A table of its own: the operator of the full-text search is not leakproof, so under the policy of the tickets
// PostgreSQL would not use the index. The program's role writes here (by trigger), the search role reads.
// Words are indexed with their tenant in front: the index keeps all matches of a word together, and a search for the
// beginning of one reads them all; so it reads those of one tenant only. Six characters do, collisions are filtered out. A word
// of 2,046 bytes is the longest: those that would become longer with their tenant are left out.
// internal_text is empty without internal comments; with some, it holds everything, so that words of both are found.
// A tsvector holds 1 MB at most: 100,000 characters of four bytes each fit, whatever they are, with what is put in front.
const ticketSearch = `
  CREATE TABLE ticket_search (
    tenant_id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    contact_id uuid,
    number text NOT NULL,
    sequence bigint NOT NULL,
    public_text tsvector NOT NULL,
    internal_text tsvector NOT NULL,
    CONSTRAINT ticket_search_pkey PRIMARY KEY (tenant_id, ticket_id),
    CONSTRAINT ticket_search_ticket FOREIGN KEY (tenant_id, ticket_id)
      REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX ticket_search_sequence ON ticket_search (tenant_id, sequence);
  CREATE INDEX ticket_search_public ON ticket_search USING gin (customer_id, public_text);
  CREATE INDEX ticket_search_internal ON ticket_search USING gin (tenant_id, internal_text);
  ${tenantTable('ticket_search', ['SELECT', 'INSERT', 'UPDATE'])}
  ALTER POLICY tenant ON ticket_search TO ${APP_ROLE};
  CREATE POLICY search ON ticket_search FOR SELECT TO ${SEARCH_ROLE} USING (true);
  GRANT SELECT ON ticket_search TO ${SEARCH_ROLE};

  CREATE FUNCTION words_of_tenant(tenant uuid, words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(words, $$'((?:[^']|'')*)'$$, '''' || right(tenant::text, 6) || $$\\1'$$, 'g');

  CREATE FUNCTION ticket_words(tenant uuid, content text) RETURNS tsvector LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
    SELECT words_of_tenant(tenant, ts_delete(words, ARRAY(
      SELECT lexeme FROM unnest(words) WHERE octet_length(lexeme) > 2000))::text)::tsvector
    FROM to_tsvector('german', left(content, 100000)) words
  $$;

  CREATE FUNCTION refresh_ticket_search(tenant uuid, ticket uuid) RETURNS void LANGUAGE sql
  SET search_path = public, pg_temp AS $$
    INSERT INTO ticket_search (tenant_id, ticket_id, customer_id, contact_id, number, sequence, public_text, internal_text)
    SELECT t.tenant_id, t.id, t.customer_id, t.contact_id, t.number, substring(t.number from '\\d+$')::bigint,
      ticket_words(tenant, concat_ws(E'\\n', t.subject, t.description, c.public)),
      CASE WHEN c.internal IS NULL THEN ''
        ELSE ticket_words(tenant, concat_ws(E'\\n', t.subject, t.description, c.internal, c.public)) END
    FROM tickets t, (
      SELECT string_agg(body, E'\\n' ORDER BY id DESC) FILTER (WHERE visibility = 'PUBLIC') AS public,
        string_agg(body, E'\\n' ORDER BY id DESC) FILTER (WHERE visibility = 'INTERNAL') AS internal
      FROM ticket_comments WHERE tenant_id = tenant AND ticket_id = ticket
    ) c
    WHERE t.tenant_id = tenant AND t.id = ticket
    ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET customer_id = EXCLUDED.customer_id,
      contact_id = EXCLUDED.contact_id, public_text = EXCLUDED.public_text, internal_text = EXCLUDED.internal_text
  $$;

  CREATE FUNCTION index_ticket() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM refresh_ticket_search(NEW.tenant_id, NEW.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER index_new_for_search AFTER INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION index_ticket();
  CREATE TRIGGER index_changed_for_search AFTER UPDATE ON tickets FOR EACH ROW
    WHEN ((OLD.subject, OLD.description, OLD.customer_id, OLD.contact_id)
      IS DISTINCT FROM (NEW.subject, NEW.description, NEW.customer_id, NEW.contact_id))
    EXECUTE FUNCTION index_ticket();

  CREATE FUNCTION index_ticket_of_comment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM refresh_ticket_search(NEW.tenant_id, NEW.ticket_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER index_for_search AFTER INSERT ON ticket_comments
    FOR EACH ROW EXECUTE FUNCTION index_ticket_of_comment();`;

// Filters by tenant itself, because its role is not held back by the policy. The customer is part of the index that contacts
// search: else every match of the tenant would be read; what is not asked for is gone from the plan. The newest 1,000 are
// enough to page through. An owner who is no superuser can hand the function over only while the new owner may
// create in the schema.
const searchTickets = `
  CREATE FUNCTION search_tickets(words text, words_before text, beginning text, wanted_sequence bigint,
    wanted_number text, with_internal boolean, only_customer uuid, only_contact uuid)
  RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
  SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
    wanted tsquery := websearch_to_tsquery('german', words);
  BEGIN
    IF beginning IS NOT NULL THEN
      wanted := wanted || (websearch_to_tsquery('german', words_before)
        && to_tsquery('german', quote_literal(beginning) || ':*'));
    END IF;
    wanted := words_of_tenant(tenant, wanted::text)::tsquery;
    RETURN QUERY
    SELECT s.ticket_id FROM ticket_search s
    WHERE s.tenant_id = tenant
      AND (only_customer IS NULL OR s.customer_id = only_customer)
      AND (only_contact IS NULL OR s.contact_id = only_contact)
      AND (s.public_text @@ wanted
        OR with_internal AND s.internal_text @@ wanted
        OR s.sequence = wanted_sequence AND (wanted_number IS NULL OR s.number = wanted_number))
    ORDER BY s.ticket_id DESC LIMIT 1000;
  END $$;
  REVOKE ALL ON FUNCTION search_tickets(text, text, text, bigint, text, boolean, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION search_tickets(text, text, text, bigint, text, boolean, uuid, uuid) TO ${APP_ROLE};
  GRANT CREATE ON SCHEMA public TO ${SEARCH_ROLE};
  ALTER FUNCTION search_tickets(text, text, text, bigint, text, boolean, uuid, uuid) OWNER TO ${SEARCH_ROLE};
  REVOKE CREATE ON SCHEMA public FROM ${SEARCH_ROLE};`;
