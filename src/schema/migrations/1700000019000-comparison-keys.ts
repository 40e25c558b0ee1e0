import type { MigrationInterface, QueryRunner } from 'typeorm';
import { composeTexts, fillKeys, type RowKeys } from '../row-keys';
import { comparisonKey } from '../text-keys';

/** Of rows with one number the composed one keeps it, then the oldest. */
const numbered = (table: string, from = 'number'): RowKeys => ({
  table,
  column: `${from}_key`,
  from: `t.${from}`,
  keyOf: comparisonKey,
  first: `t.${from} IS NOT NFC NORMALIZED`,
});

const NUMBERS = [numbered('articles'), numbered('customers'), numbered('devices', 'asset_tag')];
const KEYS: readonly RowKeys[] = [
  ...NUMBERS,
  { table: 'devices', column: 'serial_number_key', from: 't.serial_number', keyOf: comparisonKey },
  { table: 'devices', column: 'name_key', from: 't.name', keyOf: comparisonKey },
  { table: 'printer_models', column: 'manufacturer_key', from: 't.manufacturer', keyOf: comparisonKey },
  {
    table: 'printer_models',
    column: 'name_key',
    from: `t.manufacturer || E'\\n' || t.name`,
    keyOf: (value) => comparisonKey(value.split('\n')[1] ?? ''),
    besideOf: (value) => comparisonKey(value.split('\n')[0] ?? ''),
    first: 't.created_at',
  },
];

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  customers: ['name', 'street', 'postal_code', 'city', 'phone', 'website', 'notes'],
  contacts: ['first_name', 'last_name', 'phone', 'mobile', 'position', 'notes'],
  staff_users: ['name'],
  accounts: ['name', 'company'],
  articles: ['name', 'description', 'manufacturer', 'manufacturer_number', 'unit', 'category'],
  printer_model_accessories: ['kind'],
  devices: ['name', 'type', 'serial_number', 'location', 'room', 'user_name', 'notes'],
  tickets: ['subject', 'description', 'category'],
  ticket_comments: ['body'],
};

/**
 * Numbers and names that tell things apart get a key in which what looks alike is alike; texts are composed (NFC), as they
 * come in from now on. The constraints on what was typed stay for instances of the version before; rows that those make
 * get a key from the database, which is the same for everything but rare letters.
 */
export class ComparisonKeys1700000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column } of KEYS)
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} text`);
    for (const keys of KEYS) await fillKeys(runner, keys);
    for (const [table, columns] of Object.entries(TEXTS)) await composeTexts(runner, table, columns);
    // Whoever lost the key would meet the constraint on what was typed.
    for (const { table, column, from } of NUMBERS)
      await composeTexts(runner, table, [from.slice(2)], `${column} NOT LIKE '% ' || id`);
    await runner.query(`
      CREATE UNIQUE INDEX articles_number_key ON articles (tenant_id, number_key);
      CREATE UNIQUE INDEX customers_number_key ON customers (tenant_id, number_key);
      CREATE UNIQUE INDEX devices_asset_tag_key ON devices (tenant_id, asset_tag_key) WHERE asset_tag_key IS NOT NULL;
      CREATE UNIQUE INDEX printer_models_key ON printer_models (tenant_id, manufacturer_key, name_key);
      ${Object.entries(SOURCES)
        .map(([table, columns]) => keptBy(table, columns))
        .join('')}
      ALTER TABLE articles ALTER COLUMN number_key SET NOT NULL;
      ALTER TABLE customers ALTER COLUMN number_key SET NOT NULL;
      ALTER TABLE devices ALTER COLUMN name_key SET NOT NULL;
      ALTER TABLE printer_models ALTER COLUMN manufacturer_key SET NOT NULL, ALTER COLUMN name_key SET NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(SOURCES))
      await runner.query(`DROP FUNCTION keep_keys_of_${table} CASCADE`);
    for (const { table, column } of KEYS) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}

/** The columns of keys and what they are made of. */
const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  articles: { number_key: 'number' },
  customers: { number_key: 'number' },
  devices: { asset_tag_key: 'asset_tag', serial_number_key: 'serial_number', name_key: 'name' },
  printer_models: { manufacturer_key: 'manufacturer', name_key: 'name' },
};

function keptBy(table: string, columns: Readonly<Record<string, string>>): string {
  const kept = Object.entries(columns).map(
    ([key, from]) =>
      `NEW.${key} := CASE WHEN NEW.${from} IS NOT NULL THEN coalesce(NEW.${key}, lower(normalize(NEW.${from}, NFKC))) END;`,
  );
  return `
    CREATE FUNCTION keep_keys_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${kept.join('\n      ')}
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_keys BEFORE INSERT OR UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION keep_keys_of_${table}();`;
}
