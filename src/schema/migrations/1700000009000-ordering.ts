import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, SEARCH_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';

/** Orders and quote requests with their lines, and the search for them. */
export class Ordering1700000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(orders);
    await runner.query(lines);
    await runner.query(orderSearch);
    await runner.query(searchOrders);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION search_orders(text, bigint, text[]);
      DROP TABLE order_search, order_lines, orders;
      DROP FUNCTION index_order;
    `);
  }
}

// An order becomes at most one order: its unique key decides where an offer is accepted twice at once.
// tenant_id and customer_id say much about each other; without the statistics the planner expects a handful of orders
// where a customer has hundreds, and sorts.
const orders = `
  CREATE TABLE orders (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    shop text NOT NULL CONSTRAINT orders_shop CHECK (shop IN ('ONLINE_SHOP', 'PRINTER_SHOP')),
    customer_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    status text NOT NULL,
    reference text,
    cost_centre text,
    note text,
    delivery_address jsonb,
    currency text NOT NULL,
    total_net_cents bigint,
    total_gross_cents bigint,
    terms_url text,
    terms_version text,
    created_at timestamptz NOT NULL,
    message text,
    decided_at timestamptz,
    offer_valid_until date,
    answered_at timestamptz,
    answered_by_id uuid,
    answer_note text,
    quote_request_id uuid,
    CONSTRAINT orders_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT orders_number UNIQUE (tenant_id, number),
    CONSTRAINT orders_from_offer UNIQUE (tenant_id, quote_request_id),
    CONSTRAINT orders_status CHECK (kind = 'ORDER' AND status IN ('RECEIVED', 'ACCEPTED', 'REJECTED')
      OR kind = 'QUOTE_REQUEST' AND status IN ('RECEIVED', 'REJECTED', 'OFFER_MADE', 'OFFER_ACCEPTED', 'OFFER_DECLINED')),
    CONSTRAINT orders_totals CHECK (total_net_cents >= 0 AND total_gross_cents >= total_net_cents),
    CONSTRAINT orders_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
    CONSTRAINT orders_contact FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
    CONSTRAINT orders_quote_request FOREIGN KEY (tenant_id, quote_request_id) REFERENCES orders (tenant_id, id)
  );
  CREATE INDEX orders_of_customer ON orders (tenant_id, customer_id, created_at, id);
  CREATE INDEX orders_of_contact ON orders (tenant_id, contact_id, created_at, id);
  CREATE INDEX orders_newest ON orders (tenant_id, created_at, id);
  CREATE INDEX orders_open ON orders (tenant_id, created_at, id) WHERE status IN ('RECEIVED', 'OFFER_MADE');
  CREATE STATISTICS orders_owners (dependencies) ON tenant_id, customer_id, contact_id FROM orders;
  ${tenantTable('orders', ['SELECT', 'INSERT', 'UPDATE'])}`;

// What was ordered never changes, not even by the program: only an offer adds the prices.
const lines = `
  CREATE TABLE order_lines (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    position integer NOT NULL,
    article_id uuid NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    kind text,
    quantity integer NOT NULL CONSTRAINT order_lines_quantity CHECK (quantity BETWEEN 1 AND 999),
    vat_rate_permille integer NOT NULL CONSTRAINT order_lines_vat_rate CHECK (vat_rate_permille BETWEEN 0 AND 1000),
    net_price_cents integer CONSTRAINT order_lines_net_price CHECK (net_price_cents BETWEEN 0 AND 100000000),
    printer_id uuid,
    printer_name text,
    printer_model text,
    printer_location text,
    printer_room text,
    printer_serial_number text,
    CONSTRAINT order_lines_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT order_lines_position UNIQUE (tenant_id, order_id, position),
    CONSTRAINT order_lines_order FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX order_lines_of_printer ON order_lines (tenant_id, printer_id, article_id) WHERE printer_id IS NOT NULL;
  ${tenantTable('order_lines', ['SELECT', 'INSERT'])}
  GRANT UPDATE (net_price_cents) ON order_lines TO ${APP_ROLE};`;

// A table of its own: LIKE is not leakproof, so under the policy of the orders PostgreSQL would not use the index.
const orderSearch = `
  CREATE TABLE order_search (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    number text NOT NULL,
    sequence bigint NOT NULL,
    text text NOT NULL,
    CONSTRAINT order_search_pkey PRIMARY KEY (tenant_id, order_id),
    CONSTRAINT order_search_order FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX order_search_sequence ON order_search (tenant_id, sequence);
  CREATE INDEX order_search_text ON order_search USING gin (tenant_id, text gin_trgm_ops);
  ${tenantTable('order_search', ['SELECT', 'INSERT'])}
  ALTER POLICY tenant ON order_search TO ${APP_ROLE};
  CREATE POLICY search ON order_search FOR SELECT TO ${SEARCH_ROLE} USING (true);
  GRANT SELECT ON order_search TO ${SEARCH_ROLE};

  CREATE FUNCTION index_order() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO order_search (tenant_id, order_id, number, sequence, text)
    VALUES (NEW.tenant_id, NEW.id, NEW.number, substring(NEW.number from '\\d+$')::bigint,
      search_fold(concat_ws(E'\\n', NEW.reference, NEW.cost_centre)));
    RETURN NULL;
  END $$;
  CREATE TRIGGER index_for_search AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION index_order();`;

// Filters by tenant itself, because its role is not held back by the policy. For staff: it sees all customers' orders.
const searchOrders = `
  CREATE FUNCTION search_orders(words text, wanted_sequence bigint, wanted_numbers text[])
  RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
  SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
    wanted text := '%' || regexp_replace(search_fold(words), '([\\\\%_])', '\\\\\\1', 'g') || '%';
  BEGIN
    RETURN QUERY
    SELECT found.order_id FROM (
      SELECT s.order_id FROM order_search s WHERE s.tenant_id = tenant AND s.text LIKE wanted
      UNION
      SELECT s.order_id FROM order_search s WHERE s.tenant_id = tenant AND s.sequence = wanted_sequence
        AND (wanted_numbers IS NULL OR s.number = ANY (wanted_numbers))
    ) found
    ORDER BY found.order_id DESC LIMIT 1000;
  END $$;
  REVOKE ALL ON FUNCTION search_orders(text, bigint, text[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION search_orders(text, bigint, text[]) TO ${APP_ROLE};
  GRANT CREATE ON SCHEMA public TO ${SEARCH_ROLE};
  ALTER FUNCTION search_orders(text, bigint, text[]) OWNER TO ${SEARCH_ROLE};
  REVOKE CREATE ON SCHEMA public FROM ${SEARCH_ROLE};`;
