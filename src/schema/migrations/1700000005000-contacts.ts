import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, SEARCH_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';

/** Customers, their contacts, and the search for customers; numbers that people read. */
export class Contacts1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(numberSequences);
    await runner.query(customers);
    await runner.query(contacts);
    await runner.query(customerSearch);
    await runner.query(searchCustomers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION search_customers(text, integer);
      DROP TABLE customer_search, contacts, customers, number_sequences;
      DROP FUNCTION index_customer, fold_customer_name, search_words;
    `);
  }
}

const numberSequences = `
  CREATE TABLE number_sequences (
    tenant_id uuid NOT NULL,
    name text NOT NULL,
    value bigint NOT NULL,
    CONSTRAINT number_sequences_pkey PRIMARY KEY (tenant_id, name)
  );
  ${tenantTable('number_sequences', ['SELECT', 'INSERT', 'UPDATE'])}`;

// The sort column is no expression index: functions on columns are not leakproof, so behind row-level security the
// planner would not seek with them.
const customers = `
  CREATE TABLE customers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    street text,
    postal_code text,
    city text,
    country text NOT NULL DEFAULT 'DE',
    phone text,
    email text,
    website text,
    notes text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT customers_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT customers_number UNIQUE (tenant_id, number)
  );
  CREATE INDEX customers_name ON customers (tenant_id, sort_name, id);
  CREATE INDEX customers_newest ON customers (tenant_id, created_at, id);
  ${tenantTable('customers', ['SELECT', 'INSERT', 'UPDATE'])}
  CREATE FUNCTION fold_customer_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.sort_name := search_fold(NEW.name);
    RETURN NEW;
  END $$;
  CREATE TRIGGER fold_name BEFORE INSERT OR UPDATE ON customers
    FOR EACH ROW EXECUTE FUNCTION fold_customer_name();`;

const contacts = `
  CREATE TABLE contacts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    customer_id uuid NOT NULL,
    first_name text,
    last_name text NOT NULL,
    email text,
    phone text,
    mobile text,
    position text,
    language text CONSTRAINT contacts_language CHECK (language IN ('de', 'en')),
    notes text,
    ticket_mails boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT contacts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT contacts_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id)
  );
  CREATE INDEX contacts_of_customer ON contacts (tenant_id, customer_id);
  CREATE UNIQUE INDEX contacts_email ON contacts (tenant_id, lower(email)) WHERE email IS NOT NULL;
  ${tenantTable('contacts', ['SELECT', 'INSERT', 'UPDATE'])}`;

// A table of its own, because the operators of the search are not leakproof either: under the policy of the customers
// PostgreSQL would test every customer of the tenant. The program's role writes here (by trigger), the search role reads.
const customerSearch = `
  CREATE FUNCTION search_words(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    -- Names that sound alike: Meyer, Maier, Mayer; Schmidt, Schmitt; Becker, Beker; Philipp, Filipp; Günther, Günter.
    SELECT replace(replace(replace(replace(replace(replace(replace(
      btrim(regexp_replace(public.search_fold(value), '[^[:alnum:]]+', ' ', 'g')),
      'y', 'i'), 'ai', 'ei'), 'dt', 'tt'), 'ck', 'k'), 'tz', 'z'), 'ph', 'f'), 'th', 't')
  $$;
  CREATE TABLE customer_search (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    number text NOT NULL,
    text text NOT NULL,
    CONSTRAINT customer_search_pkey PRIMARY KEY (tenant_id, customer_id),
    CONSTRAINT customer_search_customer FOREIGN KEY (tenant_id, customer_id)
      REFERENCES customers (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX customer_search_number ON customer_search (tenant_id, number);
  CREATE INDEX customer_search_prefix ON customer_search (tenant_id, text text_pattern_ops);
  CREATE INDEX customer_search_words ON customer_search USING gin (tenant_id, text gin_trgm_ops);
  ${tenantTable('customer_search', ['SELECT', 'INSERT', 'UPDATE'])}
  ALTER POLICY tenant ON customer_search TO ${APP_ROLE};
  CREATE POLICY search ON customer_search FOR SELECT TO ${SEARCH_ROLE} USING (true);
  GRANT SELECT ON customer_search TO ${SEARCH_ROLE};

  CREATE FUNCTION index_customer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    number text := search_words(NEW.number);
  BEGIN
    INSERT INTO customer_search (tenant_id, customer_id, number, text)
    VALUES (NEW.tenant_id, NEW.id, number,
      ' ' || search_words(concat_ws(' ', NEW.name, number, replace(number, ' ', ''), NEW.postal_code, NEW.city)))
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET number = EXCLUDED.number, text = EXCLUDED.text;
    RETURN NULL;
  END $$;
  CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE ON customers
    FOR EACH ROW EXECUTE FUNCTION index_customer();`;

// A number, the beginning of a name, then whatever resembles the longest word and has the other words, too. Candidates
// are capped, so that a word such as GmbH, which everybody has, costs no more than a rare one. An owner who is no
// superuser can hand the function over only while the new owner may create in the schema.
const searchCustomers = `
  CREATE FUNCTION search_customers(query text, most integer) RETURNS TABLE (customer_id uuid, rank real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
  SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan
  SET pg_trgm.word_similarity_threshold = 0.5
  AS $$
  DECLARE
    tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
    wanted text := search_words(query);
    words text[] := string_to_array(wanted, ' ');
    longest text := (SELECT w FROM unnest(words) w ORDER BY length(w) DESC LIMIT 1);
  BEGIN
    IF wanted = '' THEN RETURN; END IF;
    RETURN QUERY
    WITH found AS (
      (SELECT c.customer_id, c.number, c.text FROM customer_search c
       WHERE c.tenant_id = tenant AND c.number = wanted)
      UNION
      (SELECT c.customer_id, c.number, c.text FROM customer_search c
       WHERE c.tenant_id = tenant AND c.text LIKE ' ' || wanted || '%' ORDER BY c.text LIMIT most)
      UNION
      (SELECT c.customer_id, c.number, c.text FROM customer_search c
       WHERE c.tenant_id = tenant AND length(longest) < 3 AND c.text LIKE '% ' || longest || '%'
         AND NOT EXISTS (SELECT FROM unnest(words) w WHERE c.text NOT LIKE '% ' || w || '%')
       LIMIT 2000)
      UNION
      (SELECT c.customer_id, c.number, c.text FROM customer_search c
       WHERE c.tenant_id = tenant AND length(longest) >= 3 AND c.text %> longest
         AND NOT EXISTS (
           SELECT FROM unnest(words) w
           WHERE c.text NOT LIKE '% ' || w || '%' AND (length(w) < 3 OR NOT c.text %> w))
       LIMIT 2000)
    ), ranked AS (
      SELECT f.customer_id, (
        CASE WHEN replace(f.number, ' ', '') = replace(wanted, ' ', '') THEN 3
             WHEN f.text LIKE ' ' || wanted || '%' THEN 2
             WHEN f.text LIKE '% ' || wanted || '%' THEN 1
             ELSE 0 END + word_similarity(wanted, f.text) + similarity(wanted, f.text) / 10)::real AS rank
      FROM found f
    )
    SELECT r.customer_id, r.rank FROM ranked r ORDER BY r.rank DESC, r.customer_id LIMIT most;
  END $$;
  REVOKE ALL ON FUNCTION search_customers(text, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION search_customers(text, integer) TO ${APP_ROLE};
  GRANT CREATE ON SCHEMA public TO ${SEARCH_ROLE};
  ALTER FUNCTION search_customers(text, integer) OWNER TO ${SEARCH_ROLE};
  REVOKE CREATE ON SCHEMA public FROM ${SEARCH_ROLE};`;
