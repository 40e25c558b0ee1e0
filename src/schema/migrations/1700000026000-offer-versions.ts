import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Every offer as it was made, withdrawn offers, and cancelled orders. */
export class OfferVersions1700000026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(orders);
    await runner.query(offers);
    await runner.query(offersMadeBefore);
    await runner.query(tenantTable('order_offers', ['SELECT', 'INSERT']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE order_offers;
      ALTER TABLE orders DROP CONSTRAINT orders_cancellation;
      ALTER TABLE orders DROP CONSTRAINT orders_status;
      ALTER TABLE orders ADD CONSTRAINT orders_status CHECK (kind = 'ORDER' AND status IN ('RECEIVED', 'ACCEPTED', 'REJECTED')
        OR kind = 'QUOTE_REQUEST' AND status IN ('RECEIVED', 'REJECTED', 'OFFER_MADE', 'OFFER_ACCEPTED', 'OFFER_DECLINED'));
      ALTER TABLE orders DROP COLUMN offer_version, DROP COLUMN cancelled_at, DROP COLUMN cancelled_by,
        DROP COLUMN cancellation_reason`);
  }
}

const orders = `
  ALTER TABLE orders ADD COLUMN offer_version integer NOT NULL DEFAULT 0,
    ADD COLUMN cancelled_at timestamptz,
    ADD COLUMN cancelled_by text,
    ADD COLUMN cancellation_reason text,
    DROP CONSTRAINT orders_status,
    ADD CONSTRAINT orders_status CHECK (
      kind = 'ORDER' AND status IN ('RECEIVED', 'ACCEPTED', 'REJECTED', 'CANCELLED')
      OR kind = 'QUOTE_REQUEST' AND status IN
        ('RECEIVED', 'REJECTED', 'CANCELLED', 'OFFER_MADE', 'OFFER_WITHDRAWN', 'OFFER_ACCEPTED', 'OFFER_DECLINED')),
    ADD CONSTRAINT orders_cancellation CHECK (
      (status = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (status = 'CANCELLED') = (cancelled_by IS NOT NULL)
      AND cancelled_by IN ('CUSTOMER', 'STAFF'))`;

// What was offered never changes, not even by the program.
const offers = `
  CREATE TABLE order_offers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    version integer NOT NULL,
    valid_until date NOT NULL,
    message text,
    prices jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT order_offers_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT order_offers_version UNIQUE (tenant_id, order_id, version),
    CONSTRAINT order_offers_order FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id) ON DELETE CASCADE
  )`;

// Even the owner sees no rows of tenants while row-level security is forced.
const offersMadeBefore = `
  ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE order_lines NO FORCE ROW LEVEL SECURITY;
  INSERT INTO order_offers (tenant_id, id, order_id, version, valid_until, message, prices, made_at)
  SELECT o.tenant_id, gen_random_uuid(), o.id, 1, o.offer_valid_until, o.message,
    (SELECT jsonb_agg(jsonb_build_object('lineId', l.id, 'netPriceCents', l.net_price_cents) ORDER BY l.position)
     FROM order_lines l WHERE l.tenant_id = o.tenant_id AND l.order_id = o.id),
    coalesce(o.decided_at, o.created_at)
  FROM orders o WHERE o.offer_valid_until IS NOT NULL;
  UPDATE orders SET offer_version = 1 WHERE offer_valid_until IS NOT NULL;
  ALTER TABLE order_lines FORCE ROW LEVEL SECURITY;
  ALTER TABLE orders FORCE ROW LEVEL SECURITY;`;
