import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** What of the shops is different for a customer, and the carts. */
export class Carts1700000009500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settings);
    await runner.query(cartItems);
    await runner.query(`
      ALTER TABLE order_lines
        ADD CONSTRAINT order_lines_article FOREIGN KEY (tenant_id, article_id) REFERENCES articles (tenant_id, id),
        ADD CONSTRAINT order_lines_printer FOREIGN KEY (tenant_id, printer_id) REFERENCES devices (tenant_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE order_lines DROP CONSTRAINT order_lines_article, DROP CONSTRAINT order_lines_printer;
      DROP TABLE cart_items, customer_shop_settings;
    `);
  }
}

const OVERRIDE = `text NOT NULL DEFAULT 'INHERIT'`;

const settings = `
  CREATE TABLE customer_shop_settings (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    online_shop_enabled ${OVERRIDE},
    online_shop_show_prices ${OVERRIDE},
    printer_shop_enabled ${OVERRIDE},
    printer_shop_show_prices ${OVERRIDE},
    CONSTRAINT customer_shop_settings_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT customer_shop_settings_customer FOREIGN KEY (tenant_id, id) REFERENCES customers (tenant_id, id),
    CONSTRAINT customer_shop_settings_overrides CHECK (
      online_shop_enabled IN ('INHERIT', 'ON', 'OFF') AND online_shop_show_prices IN ('INHERIT', 'ON', 'OFF')
      AND printer_shop_enabled IN ('INHERIT', 'ON', 'OFF') AND printer_shop_show_prices IN ('INHERIT', 'ON', 'OFF'))
  );
  ${tenantTable('customer_shop_settings', ['SELECT', 'INSERT', 'UPDATE'])}`;

const cartItems = `
  CREATE TABLE cart_items (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    contact_id uuid NOT NULL,
    shop text NOT NULL CONSTRAINT cart_items_shop CHECK (shop IN ('ONLINE_SHOP', 'PRINTER_SHOP')),
    article_id uuid NOT NULL,
    printer_id uuid,
    quantity integer NOT NULL CONSTRAINT cart_items_quantity CHECK (quantity BETWEEN 1 AND 999),
    number text NOT NULL,
    name text NOT NULL,
    printer_name text,
    shown_price_cents integer,
    CONSTRAINT cart_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cart_items_line UNIQUE NULLS NOT DISTINCT (tenant_id, contact_id, shop, article_id, printer_id),
    CONSTRAINT cart_items_contact FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
    CONSTRAINT cart_items_article FOREIGN KEY (tenant_id, article_id) REFERENCES articles (tenant_id, id),
    CONSTRAINT cart_items_printer FOREIGN KEY (tenant_id, printer_id) REFERENCES devices (tenant_id, id)
  );
  ${tenantTable('cart_items')}`;
