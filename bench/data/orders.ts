import type { Client } from 'pg';
import { OWNERS } from './people';

const LINES = 2;

/** Orders of both shops, nine of ten decided. */
export async function fillOrders(client: Client, orders: number): Promise<void> {
  await client.query(
    `INSERT INTO orders (tenant_id, id, version, number, kind, shop, customer_id, contact_id, status, reference, currency,
       total_net_cents, total_gross_cents, created_at, decided_at)
     SELECT o.tenant_id, uuidv7(-age), 1, 'B-2026-' || lpad(i::text, 6, '0'), 'ORDER',
       (ARRAY['ONLINE_SHOP', 'PRINTER_SHOP'])[i % 2 + 1], o.customer_id, o.id,
       CASE WHEN i / ${OWNERS} % 10 = 0 THEN 'RECEIVED' ELSE 'ACCEPTED' END, 'Bestellung ' || i, 'EUR', 4000, 4760,
       now() - age, CASE WHEN i / ${OWNERS} % 10 = 0 THEN NULL ELSE now() - age END
     FROM generate_series(1, ${orders}) i
     CROSS JOIN LATERAL (SELECT i * interval '5 minutes' AS age) moment
     JOIN owners o ON o.n = i % ${OWNERS}`,
  );
  await client.query(
    `INSERT INTO order_lines (tenant_id, id, order_id, position, article_id, number, name, unit, quantity,
       vat_rate_permille, net_price_cents)
     SELECT o.tenant_id, uuidv7(), o.id, n, a.id, a.number, a.name, a.unit, 1, 190, 2000
     FROM orders o JOIN articles a ON a.tenant_id = o.tenant_id
     JOIN generate_series(1, ${LINES}) n ON a.number = 'TN-' || (n + substring(o.number FROM 8)::int % 30)`,
  );
}
