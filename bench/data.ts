import type { Client } from 'pg';

export const TENANTS = 200;
const CUSTOMERS = 7;
const CONTACTS = 3;

/**
 * Fills an empty, migrated database: 200 tenants, each with staff, customers and contacts, the first contact of each
 * customer a main user with a session, and the tickets shared out evenly. Texts are German, made of some forty words.
 */
export async function fill(client: Client, tickets: number, passwordHash: string): Promise<void> {
  const run = (sql: string, values: unknown[] = []): Promise<unknown> => client.query(sql, values);
  await run(`
    CREATE TEMP TABLE words AS SELECT row_number() OVER () - 1 AS n, w FROM unnest(string_to_array(
      'Drucker Toner Papierstau Netzwerk Server Notebook Monitor Tastatur Maus Kabel Router Firewall Passwort Zugang '
      'Laufwerk Freigabe Buchhaltung Einkauf Vertrieb Empfang Lager Update Treiber Lizenz Kalender Postfach Sicherung '
      'Telefon Konferenz Dockingstation Scanner Etikett Kartenleser Virenschutz Fehlermeldung Absturz langsam dringend '
      'defekt neu', ' ')) w;
    CREATE FUNCTION pg_temp.text_of(seed bigint, count int) RETURNS text LANGUAGE sql AS $$
      SELECT string_agg(w, ' ' ORDER BY i) FROM generate_series(1, count) i
      JOIN words ON n = abs(hashint8(seed * 31 + i)) % 40 $$`);
  await run(
    `INSERT INTO tenants (id, slug, name) SELECT gen_random_uuid(), 'bench-' || n, 'Bench ' || n FROM generate_series(1, $1) n`,
    [TENANTS],
  );
  await run(
    `INSERT INTO tenant_settings (tenant_id, id, version, portal_name) SELECT id, id, 1, name FROM tenants`,
  );
  await run(
    `INSERT INTO customers (tenant_id, id, version, number, name, city, country)
     SELECT t.id, gen_random_uuid(), 1, 'K-' || n, 'Kunde ' || n, 'Köln', 'DE' FROM tenants t, generate_series(1, $1) n`,
    [CUSTOMERS],
  );
  await run(
    `INSERT INTO contacts (tenant_id, id, version, customer_id, first_name, last_name, email)
     SELECT tenant_id, gen_random_uuid(), 1, id, 'Kim', 'Muster ' || n, number || '-' || n || '@example.com'
     FROM customers, generate_series(1, $1) n`,
    [CONTACTS],
  );
  await run(
    `INSERT INTO accounts (tenant_id, id, kind, role, customer_id, email, name, language, state, password_hash, invited_at, activated_at)
     SELECT tenant_id, id, 'CONTACT', 'MAIN_USER', customer_id, email, 'Kim ' || last_name, 'de', 'ACTIVE', $1, now(), now()
     FROM contacts WHERE last_name = 'Muster 1'`,
    [passwordHash],
  );
  await run(
    `INSERT INTO sessions (tenant_id, id, account_id, expires_at) SELECT tenant_id, gen_random_uuid(), id, now() + interval '1 day' FROM accounts`,
  );
  await run(
    `CREATE TEMP TABLE owners AS
     SELECT row_number() OVER () - 1 AS n, c.tenant_id, c.customer_id, c.id FROM contacts c`,
  );
  await run(
    `INSERT INTO tickets (tenant_id, id, version, number, customer_id, contact_id, subject, description, status, priority,
       created_by_id, created_by_kind, created_at, public_activity_at, updated_at)
     SELECT o.tenant_id, gen_random_uuid(), 1, 'T-2026-' || lpad(i::text, 7, '0'), o.customer_id, o.id, pg_temp.text_of(i, 5),
       pg_temp.text_of(i + 7, 30), CASE WHEN i % 10 < 3 THEN (ARRAY['NEW','IN_PROGRESS','WAITING_FOR_CUSTOMER'])[i % 3 + 1] ELSE 'CLOSED' END,
       'NORMAL', o.id, 'CONTACT', at, at, at
     FROM generate_series(1, $1) i JOIN owners o ON o.n = i % ${TENANTS * CUSTOMERS * CONTACTS},
       LATERAL (SELECT now() - i * interval '1 minute' AS at) moment`,
    [tickets],
  );
  // Comments where the benchmark looks: the newest tickets of each customer.
  await run(
    `INSERT INTO ticket_comments (tenant_id, id, ticket_id, author_id, author_kind, author_name, visibility, body, created_at)
     SELECT t.tenant_id, gen_random_uuid(), t.id, t.created_by_id, 'CONTACT', 'Kim Muster', 'PUBLIC', pg_temp.text_of(n, 20), t.created_at + n * interval '1 minute'
     FROM tickets t, generate_series(1, 10) n WHERE t.created_at > now() - interval '1000 minutes'`,
  );
  await run(
    `INSERT INTO number_sequences (tenant_id, name, value) SELECT id, 'tickets', 10000000 FROM tenants`,
  );
  await run('VACUUM ANALYZE');
}
