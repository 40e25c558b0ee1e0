import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forEachTenant } from '../row-keys';
import { tenantTable } from '../tenant-table';
import { comparisonKey } from '../text-keys';

/** The tenant's own categories in place of free text; what staff wrote before becomes categories that customers do not see. */
export class TicketCategories1700000036000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_categories (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        name_de text NOT NULL,
        name_en text NOT NULL,
        name_de_key text NOT NULL,
        name_en_key text NOT NULL,
        position integer NOT NULL CONSTRAINT ticket_categories_position CHECK (position BETWEEN 0 AND 9999),
        active boolean NOT NULL,
        shown_to_customers boolean NOT NULL,
        CONSTRAINT ticket_categories_pkey PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX ticket_categories_name_de ON ticket_categories (tenant_id, name_de_key);
      CREATE UNIQUE INDEX ticket_categories_name_en ON ticket_categories (tenant_id, name_en_key);
      ${tenantTable('ticket_categories')}
      ALTER TABLE tickets ADD COLUMN category_id uuid,
        ADD CONSTRAINT tickets_category FOREIGN KEY (tenant_id, category_id)
          REFERENCES ticket_categories (tenant_id, id)`);
    await forEachTenant(runner, (tenantId) => keepTexts(runner, tenantId));
    await runner.query(`
      CREATE INDEX tickets_of_category ON tickets (tenant_id, category_id, updated_at, id)
        WHERE category_id IS NOT NULL;
      ALTER TABLE tickets DROP COLUMN category`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN category text');
    await forEachTenant(runner, async (tenantId) => {
      await runner.query(
        `UPDATE tickets t SET category = c.name_de FROM ticket_categories c
         WHERE t.tenant_id = $1 AND c.tenant_id = $1 AND c.id = t.category_id`,
        [tenantId],
      );
    });
    // Nothing that waits for the end of the transaction may be left when a table changes.
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query('ALTER TABLE tickets DROP COLUMN category_id; DROP TABLE ticket_categories');
  }
}

/** Spellings of one text become one category, under the name that comes first. */
async function keepTexts(runner: QueryRunner, tenantId: string): Promise<void> {
  const rows = (await runner.query(
    `SELECT category FROM tickets WHERE tenant_id = $1 AND category IS NOT NULL
     GROUP BY category ORDER BY category COLLATE "C"`,
    [tenantId],
  )) as { category: string }[];
  const spellings = new Map<string, string[]>();
  for (const { category } of rows) {
    const key = comparisonKey(category);
    spellings.set(key, [...(spellings.get(key) ?? []), category]);
  }
  let position = 0;
  for (const [key, texts] of spellings) {
    const id = randomUUID();
    await runner.query(
      `INSERT INTO ticket_categories
         (tenant_id, id, version, name_de, name_en, name_de_key, name_en_key, position, active, shown_to_customers)
       VALUES ($1, $2, 1, $3, $3, $4, $4, $5, true, false)`,
      [tenantId, id, texts[0], key, Math.min(position++, 9_999)],
    );
    await runner.query(
      'UPDATE tickets SET category_id = $2 WHERE tenant_id = $1 AND category = ANY($3::text[])',
      [tenantId, id, texts],
    );
  }
  // Nothing that waits for the end of the transaction may be left when the table changes.
  await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
}
