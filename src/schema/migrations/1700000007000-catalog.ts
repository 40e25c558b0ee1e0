import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSearchIndex, searchIndex, type SearchIndex } from '../search-index';
import { tenantTable } from '../tenant-table';

const ARTICLE_SEARCH: SearchIndex = {
  table: 'articles',
  name: 'article',
  codes: ['number', 'manufacturer_number', 'ean'],
  texts: ['name', 'number', 'manufacturer', 'manufacturer_number', 'ean'],
  scopes: { offered: { type: 'boolean', value: '(NEW.active AND NEW.online_shop)' } },
};

const PRINTER_MODEL_SEARCH: SearchIndex = {
  table: 'printer_models',
  name: 'printer_model',
  codes: ['name'],
  texts: ['manufacturer', 'name'],
};

/** Articles with their images, printer models and which article fits which model. */
export class Catalog1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(searchCode);
    await runner.query(articles);
    await runner.query(articleImages);
    await runner.query(printerModels);
    await runner.query(accessories);
    await runner.query(searchIndex(ARTICLE_SEARCH));
    await runner.query(searchIndex(PRINTER_MODEL_SEARCH));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${dropSearchIndex(PRINTER_MODEL_SEARCH)} ${dropSearchIndex(ARTICLE_SEARCH)}
      DROP TABLE printer_model_accessories, printer_models, article_images, articles;
      DROP FUNCTION fold_printer_model_name, fold_article_name, search_code;`);
  }
}

// Numbers as people remember them: TN-2420, TN 2420 and tn2420 are one.
const searchCode = `
  CREATE FUNCTION search_code(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.search_words(regexp_replace(value, '[^[:alnum:]]+', '', 'g'))
  $$;`;

// The last two indexes are for sorting by price: an article without one comes last, whichever way. They are expressions
// of CASE, not of coalesce(), which the planner does not use behind row-level security.
const articles = `
  CREATE TABLE articles (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    number text NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    description text,
    manufacturer text,
    manufacturer_number text,
    ean text,
    unit text NOT NULL DEFAULT 'Stück',
    net_price_cents integer CONSTRAINT articles_net_price CHECK (net_price_cents BETWEEN 0 AND 100000000),
    vat_rate_permille integer NOT NULL DEFAULT 190
      CONSTRAINT articles_vat_rate CHECK (vat_rate_permille BETWEEN 0 AND 1000),
    category text,
    online_shop boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT articles_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT articles_number UNIQUE (tenant_id, number)
  );
  CREATE INDEX articles_name ON articles (tenant_id, sort_name, id);
  CREATE INDEX articles_recent ON articles (tenant_id, updated_at, id);
  CREATE INDEX articles_of_category ON articles (tenant_id, category, sort_name, id);
  CREATE INDEX articles_offered ON articles (tenant_id, sort_name, id) WHERE active AND online_shop;
  CREATE INDEX articles_offered_number ON articles (tenant_id, number, id) WHERE active AND online_shop;
  CREATE INDEX articles_offered_of_category ON articles (tenant_id, category, sort_name, id)
    WHERE active AND online_shop;
  CREATE INDEX articles_cheapest ON articles
    (tenant_id, (CASE WHEN net_price_cents IS NULL THEN 2147483647 ELSE net_price_cents END), id);
  CREATE INDEX articles_dearest ON articles
    (tenant_id, (CASE WHEN net_price_cents IS NULL THEN -1 ELSE net_price_cents END), id);
  ${tenantTable('articles', ['SELECT', 'INSERT', 'UPDATE'])}
  CREATE FUNCTION fold_article_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.sort_name := search_fold(NEW.name);
    RETURN NEW;
  END $$;
  CREATE TRIGGER fold_name BEFORE INSERT OR UPDATE ON articles
    FOR EACH ROW EXECUTE FUNCTION fold_article_name();`;

// Pictures are compressed already: EXTERNAL saves the attempt.
const articleImages = `
  CREATE TABLE article_images (
    tenant_id uuid NOT NULL,
    article_id uuid NOT NULL,
    content_type text NOT NULL
      CONSTRAINT article_images_content_type CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp')),
    size integer NOT NULL CONSTRAINT article_images_size CHECK (size BETWEEN 1 AND 2097152),
    sha256 text NOT NULL,
    bytes bytea NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT article_images_pkey PRIMARY KEY (tenant_id, article_id),
    CONSTRAINT article_images_article FOREIGN KEY (tenant_id, article_id)
      REFERENCES articles (tenant_id, id) ON DELETE CASCADE
  );
  ALTER TABLE article_images ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ${tenantTable('article_images')}`;

const printerModels = `
  CREATE TABLE printer_models (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    manufacturer text NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT printer_models_pkey PRIMARY KEY (tenant_id, id)
  );
  CREATE UNIQUE INDEX printer_models_name ON printer_models (tenant_id, lower(manufacturer), lower(name));
  CREATE INDEX printer_models_sorted ON printer_models (tenant_id, sort_name, id);
  ${tenantTable('printer_models', ['SELECT', 'INSERT', 'UPDATE'])}
  CREATE FUNCTION fold_printer_model_name() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.sort_name := search_fold(NEW.manufacturer || ' ' || NEW.name);
    RETURN NEW;
  END $$;
  CREATE TRIGGER fold_name BEFORE INSERT OR UPDATE ON printer_models
    FOR EACH ROW EXECUTE FUNCTION fold_printer_model_name();`;

const accessories = `
  CREATE TABLE printer_model_accessories (
    tenant_id uuid NOT NULL,
    printer_model_id uuid NOT NULL,
    article_id uuid NOT NULL,
    kind text NOT NULL,
    yield_pages integer CONSTRAINT printer_model_accessories_yield CHECK (yield_pages BETWEEN 1 AND 10000000),
    CONSTRAINT printer_model_accessories_pkey PRIMARY KEY (tenant_id, printer_model_id, article_id),
    CONSTRAINT printer_model_accessories_model FOREIGN KEY (tenant_id, printer_model_id)
      REFERENCES printer_models (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT printer_model_accessories_article FOREIGN KEY (tenant_id, article_id)
      REFERENCES articles (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX printer_model_accessories_of_article ON printer_model_accessories (tenant_id, article_id);
  ${tenantTable('printer_model_accessories')}`;
