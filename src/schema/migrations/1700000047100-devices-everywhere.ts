import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DEVICES, DEVICES_EVERYWHERE } from '../devices-everywhere';
import { keepIndex, searchFunction } from '../word-search';

const CALLED = 'search_devices_everywhere(uuid, text)';

/** Devices of all customers, found also by whose and which model they are. The next migration indexes those there are. */
export class DevicesEverywhere1700000047100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE device_search ADD COLUMN around text NOT NULL DEFAULT '';
      CREATE INDEX device_search_everywhere ON device_search USING gin (tenant_id, (text || around) gin_trgm_ops);
      DROP INDEX devices_of_printer_model;
      CREATE INDEX devices_of_printer_model ON devices (tenant_id, printer_model_id, sort_name, id)
        WHERE printer_model_id IS NOT NULL`);
    await runner.query(AROUND);
    await runner.query(keepIndex(DEVICES_EVERYWHERE));
    await runner.query(TRIGGERS);
    await runner.query(searchFunction(DEVICES_EVERYWHERE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${CALLED};
      DROP FUNCTION index_devices_of_customer() CASCADE;
      DROP FUNCTION index_devices_of_printer_model() CASCADE;
      DROP TRIGGER index_moved_for_search ON devices`);
    await runner.query(keepIndex(DEVICES));
    await runner.query(`
      DROP FUNCTION device_around(uuid, uuid, uuid);
      ALTER TABLE device_search DROP COLUMN around;
      DROP INDEX devices_of_printer_model;
      CREATE INDEX devices_of_printer_model ON devices (tenant_id, printer_model_id)
        WHERE printer_model_id IS NOT NULL`);
  }
}

const AROUND = `
  CREATE FUNCTION device_around(tenant uuid, customer uuid, model uuid) RETURNS text LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
    SELECT coalesce((
      SELECT ' ' || search_words(concat_ws(' ', c.name, c.number)) FROM customers c
      WHERE c.tenant_id = tenant AND c.id = customer), '') || coalesce((
      SELECT ' ' || search_words(concat_ws(' ', m.manufacturer, m.name)) FROM printer_models m
      WHERE m.tenant_id = tenant AND m.id = model), '')
  $$;`;

/** Where another name comes in; planned for the values at hand, since a session may have seen the table empty. */
const renamed = (column: string): string => `
  CREATE FUNCTION index_devices_of_${column}() RETURNS trigger LANGUAGE plpgsql
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  BEGIN
    UPDATE device_search s SET around = device_around(NEW.tenant_id, d.customer_id, d.printer_model_id)
    FROM devices d
    WHERE d.tenant_id = NEW.tenant_id AND d.${column}_id = NEW.id AND s.tenant_id = d.tenant_id AND s.device_id = d.id;
    RETURN NULL;
  END $$;`;

const TRIGGERS = `
  ${renamed('customer')}
  CREATE TRIGGER index_devices_for_search AFTER UPDATE ON customers FOR EACH ROW
    WHEN ((OLD.name, OLD.number) IS DISTINCT FROM (NEW.name, NEW.number))
    EXECUTE FUNCTION index_devices_of_customer();
  ${renamed('printer_model')}
  CREATE TRIGGER index_devices_for_search AFTER UPDATE ON printer_models FOR EACH ROW
    WHEN ((OLD.manufacturer, OLD.name) IS DISTINCT FROM (NEW.manufacturer, NEW.name))
    EXECUTE FUNCTION index_devices_of_printer_model();
  -- The trigger of before does not see another model in place of one.
  CREATE TRIGGER index_moved_for_search AFTER UPDATE ON devices FOR EACH ROW
    WHEN (OLD.printer_model_id IS DISTINCT FROM NEW.printer_model_id) EXECUTE FUNCTION index_device();`;
