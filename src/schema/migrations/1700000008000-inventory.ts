import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSearchIndex, searchIndex, type SearchIndex } from '../search-index';
import { tenantTable } from '../tenant-table';

const DEVICE_SEARCH: SearchIndex = {
  table: 'devices',
  name: 'device',
  codes: ['serial_number', 'asset_tag'],
  texts: ['name', 'serial_number', 'asset_tag', 'location', 'room'],
  scopes: {
    customer_id: { type: 'uuid', value: 'NEW.customer_id' },
    printer: { type: 'boolean', value: `(NEW.printer_model_id IS NOT NULL AND NEW.status <> 'RETIRED')` },
  },
};

/** Devices of the customers, printers among them. */
export class Inventory1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(devices);
    await runner.query(searchIndex(DEVICE_SEARCH));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${dropSearchIndex(DEVICE_SEARCH)}
      DROP TABLE devices;
      DROP FUNCTION fold_device_name;`);
  }
}

const devices = `
  CREATE TABLE devices (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    customer_id uuid NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    type text,
    printer_model_id uuid,
    serial_number text,
    asset_tag text,
    location text,
    room text,
    user_name text,
    status text NOT NULL DEFAULT 'IN_USE'
      CONSTRAINT devices_status CHECK (status IN ('IN_USE', 'IN_STOCK', 'RETIRED')),
    notes text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT devices_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT devices_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
    CONSTRAINT devices_printer_model FOREIGN KEY (tenant_id, printer_model_id) REFERENCES printer_models (tenant_id, id)
  );
  CREATE UNIQUE INDEX devices_asset_tag ON devices (tenant_id, lower(asset_tag)) WHERE asset_tag IS NOT NULL;
  CREATE INDEX devices_name ON devices (tenant_id, sort_name, id);
  CREATE INDEX devices_of_customer ON devices (tenant_id, customer_id, sort_name, id);
  CREATE INDEX devices_printers ON devices (tenant_id, customer_id, sort_name, id)
    WHERE printer_model_id IS NOT NULL AND status <> 'RETIRED';
  CREATE INDEX devices_of_printer_model ON devices (tenant_id, printer_model_id) WHERE printer_model_id IS NOT NULL;
  CREATE STATISTICS devices_owners (dependencies) ON tenant_id, customer_id FROM devices;
  ${tenantTable('devices', ['SELECT', 'INSERT', 'UPDATE'])}
  CREATE FUNCTION fold_device_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.sort_name := search_fold(NEW.name);
    RETURN NEW;
  END $$;
  CREATE TRIGGER fold_name BEFORE INSERT OR UPDATE ON devices
    FOR EACH ROW EXECUTE FUNCTION fold_device_name();`;
