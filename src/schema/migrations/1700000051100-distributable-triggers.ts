import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Triggers that run on a distributed database as well: each statement is about one tenant by a value, what a function answers is a
 * value before it is stored, and nothing is notified where a transaction may have to be committed in two phases.
 */
export class DistributableTriggers1700000051100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AROUND);
    for (const column of ['customer', 'printer_model']) await runner.query(renamed(column));
    await runner.query(TELL_SESSIONS_END);
  }

  async down(): Promise<void> {
    // They do the same as those of before.
  }
}

const AROUND = `
  CREATE OR REPLACE FUNCTION device_around(tenant uuid, customer uuid, model uuid) RETURNS text LANGUAGE plpgsql STABLE
  SET search_path = public, pg_temp AS $$
  DECLARE
    whose text := (SELECT ' ' || search_words(concat_ws(' ', c.name, c.number)) FROM customers c
      WHERE c.tenant_id = tenant AND c.id = customer);
    which text := (SELECT ' ' || search_words(concat_ws(' ', m.manufacturer, m.name)) FROM printer_models m
      WHERE m.tenant_id = tenant AND m.id = model);
  BEGIN
    RETURN coalesce(whose, '') || coalesce(which, '');
  END $$`;

/** The devices of one customer and one model have the same text, so it is made once for all of them. */
const renamed = (column: string): string => `
  CREATE OR REPLACE FUNCTION index_devices_of_${column}() RETURNS trigger LANGUAGE plpgsql
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  DECLARE
    alike record;
    words text;
  BEGIN
    FOR alike IN
      SELECT DISTINCT d.customer_id, d.printer_model_id FROM devices d
      WHERE d.tenant_id = NEW.tenant_id AND d.${column}_id = NEW.id ORDER BY 1, 2
    LOOP
      words := device_around(NEW.tenant_id, alike.customer_id, alike.printer_model_id);
      UPDATE device_search s SET around = words FROM devices d
      WHERE d.tenant_id = NEW.tenant_id AND d.customer_id = alike.customer_id
        AND d.printer_model_id IS NOT DISTINCT FROM alike.printer_model_id
        AND s.tenant_id = NEW.tenant_id AND s.device_id = d.id;
    END LOOP;
    RETURN NULL;
  END $$`;

/** A worker's notification reaches nobody, and it refuses to prepare a transaction with one: there the table has a shard's name. */
const TELL_SESSIONS_END = `
  CREATE OR REPLACE FUNCTION tell_sessions_end() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE gone jsonb := to_jsonb(OLD);
  BEGIN
    IF TG_TABLE_NAME IN ('sessions', 'accounts') THEN
      PERFORM pg_notify('kundenportal_live', json_build_object(
        'tenantId', OLD.tenant_id, 'accountId', coalesce(gone ->> 'account_id', gone ->> 'id'))::text);
    END IF;
    RETURN NULL;
  END $$`;
