import type { Client } from 'pg';

export const TENANTS = 200;
export const CUSTOMERS = 7;
export const CONTACTS = 3;

/** The password of everybody. */
export const PASSWORD = 'Regenschirm tanzt leise 42';

/**
 * Tenants with both shops open and prices shown, a colleague, customers and contacts; the first contact of each customer is a
 * main user. Who can log in has a session.
 */
export async function fillPeople(client: Client, passwordHash: string): Promise<void> {
  await client.query(
    `INSERT INTO tenants (id, slug, name)
     SELECT uuidv7(), 'bench-' || n, 'Systemhaus ' || n FROM generate_series(1, ${TENANTS}) n`,
  );
  await client.query(
    `INSERT INTO tenant_settings (tenant_id, id, version, portal_name, online_shop_enabled, online_shop_show_prices,
       printer_shop_enabled, printer_shop_show_prices)
     SELECT id, id, 1, 'Kundenportal ' || name, true, true, true, true FROM tenants`,
  );
  await client.query(
    `INSERT INTO customers (tenant_id, id, version, number, name, postal_code, city, country)
     SELECT t.id, uuidv7(), 1, 'K-' || n, 'Müller & Söhne ' || n, '50667', 'Köln', 'DE'
     FROM tenants t, generate_series(1, ${CUSTOMERS}) n`,
  );
  await client.query(
    `INSERT INTO contacts (tenant_id, id, version, customer_id, first_name, last_name, email)
     SELECT tenant_id, uuidv7(), 1, id, 'Kim', 'Muster ' || n, number || '-' || n || '@example.com'
     FROM customers, generate_series(1, ${CONTACTS}) n`,
  );
  await client.query(
    `INSERT INTO accounts (tenant_id, id, kind, role, customer_id, email, name, language, state, password_hash,
       invited_at, activated_at)
     SELECT tenant_id, id, 'CONTACT', 'MAIN_USER', customer_id, email, 'Kim ' || last_name, 'de', 'ACTIVE', $1, now(), now()
     FROM contacts WHERE last_name = 'Muster 1'`,
    [passwordHash],
  );
  await client.query(
    `INSERT INTO accounts (tenant_id, id, kind, role, email, name, language, state, password_hash, invited_at, activated_at)
     SELECT id, uuidv7(), 'STAFF', 'AGENT', 'agent@' || slug || '.example', 'Toni Muster', 'de', 'ACTIVE', $1, now(), now()
     FROM tenants`,
    [passwordHash],
  );
  await client.query(
    `INSERT INTO staff_users (tenant_id, id, version, name, email)
     SELECT tenant_id, id, 1, name, email FROM accounts WHERE kind = 'STAFF'`,
  );
  await client.query(
    `INSERT INTO sessions (tenant_id, id, account_id, expires_at)
     SELECT tenant_id, uuidv7(), id, now() + interval '1 day' FROM accounts`,
  );
  await client.query(
    `CREATE TEMP TABLE owners AS
     SELECT row_number() OVER (ORDER BY last_name, tenant_id, customer_id) - 1 AS n, tenant_id, customer_id, id FROM contacts`,
  );
  await client.query('CREATE UNIQUE INDEX ON owners (n)');
  await client.query('ANALYZE owners');
}

/** So many rows of `owners` there are. */
export const OWNERS = TENANTS * CUSTOMERS * CONTACTS;
