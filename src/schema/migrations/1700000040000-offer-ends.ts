import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an offer ends: with its last day, on the clocks of the tenant as they went when it was made. Kept beside the day, so
 * that whoever asks whether it still holds compares two moments, and a tenant that moves changes no offer.
 */
export class OfferEnds1700000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders ADD COLUMN offer_ends_at timestamptz;
      CREATE FUNCTION set_offer_end() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.offer_ends_at := (NEW.offer_valid_until + 1)::timestamp AT TIME ZONE coalesce(
          (SELECT s.time_zone FROM tenant_settings s WHERE s.tenant_id = NEW.tenant_id AND s.id = NEW.tenant_id),
          'Europe/Berlin');
        RETURN NEW;
      END $$;
      CREATE TRIGGER offer_end_on_insert BEFORE INSERT ON orders
        FOR EACH ROW WHEN (NEW.offer_valid_until IS NOT NULL) EXECUTE FUNCTION set_offer_end();
      CREATE TRIGGER offer_end_on_update BEFORE UPDATE OF offer_valid_until ON orders
        FOR EACH ROW WHEN (NEW.offer_valid_until IS DISTINCT FROM OLD.offer_valid_until)
        EXECUTE FUNCTION set_offer_end();
      UPDATE orders o SET offer_ends_at = (o.offer_valid_until + 1)::timestamp AT TIME ZONE s.time_zone
        FROM tenant_settings s WHERE s.tenant_id = o.tenant_id AND o.offer_valid_until IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION set_offer_end() CASCADE;
      ALTER TABLE orders DROP COLUMN offer_ends_at`);
  }
}
