import type { Client } from 'pg';
import { TENANTS } from './people';

const MODELS = 10;
const ACCESSORIES = 6;

/** Articles, all of them in the online shop; printer models with accessories; devices, every second one a printer. */
export async function fillCatalog(client: Client, articles: number, devices: number): Promise<void> {
  await client.query(
    `INSERT INTO articles (tenant_id, id, version, number, name, description, manufacturer, manufacturer_number, ean,
       net_price_cents, category, online_shop)
     SELECT t.id, uuidv7(), 1, 'TN-' || n, (ARRAY['Toner schwarz', 'Trommel', 'Maus kabellos', 'Netzteil', 'Monitor'])[n % 5 + 1] || ' ' || n,
       'Für den täglichen Einsatz im Büro, mit zwei Jahren Gewährleistung.', 'Brother', 'BR' || n, lpad(n::text, 13, '4'),
       1000 + n * 7, (ARRAY['Druckerzubehör', 'Mäuse', 'Netzteile'])[n % 3 + 1], true
     FROM tenants t, generate_series(1, ${articles / TENANTS}) n`,
  );
  await client.query(
    `INSERT INTO printer_models (tenant_id, id, version, manufacturer, name)
     SELECT id, uuidv7(), 1, 'Brother', 'HL-L52' || n || 'DN' FROM tenants, generate_series(1, ${MODELS}) n`,
  );
  await client.query(
    `INSERT INTO printer_model_accessories (tenant_id, printer_model_id, article_id, kind, yield_pages)
     SELECT m.tenant_id, m.id, a.id, 'Toner schwarz', 3000
     FROM printer_models m, generate_series(1, ${ACCESSORIES}) n
     CROSS JOIN LATERAL (
       SELECT id FROM articles a WHERE a.tenant_id = m.tenant_id AND a.number = 'TN-' || (n * 5)) a`,
  );
  await client.query(
    `INSERT INTO devices (tenant_id, id, version, customer_id, name, type, printer_model_id, serial_number, location, room)
     SELECT c.tenant_id, uuidv7(), 1, c.id, CASE WHEN m.id IS NULL THEN 'Notebook ' ELSE 'Drucker ' END || n,
       CASE WHEN m.id IS NULL THEN 'Notebook' ELSE 'Drucker' END, m.id, 'SN' || n, 'Standort Köln', 'Raum ' || n
     FROM (SELECT *, row_number() OVER (ORDER BY tenant_id, id) - 1 AS position, count(*) OVER () AS many FROM customers) c
     JOIN generate_series(0, ${devices - 1}) n ON n % many = c.position
     LEFT JOIN printer_models m ON m.tenant_id = c.tenant_id AND n / many % 2 = 0
       AND m.name = 'HL-L52' || (1 + n / many % ${MODELS}) || 'DN'`,
  );
}
