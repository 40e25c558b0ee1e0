import { APP_ROLE, SEARCH_ROLE } from './app-role';
import { tenantTable } from './tenant-table';

/** What of a table people search by; see docs/adr/0003-search-functions-past-row-level-security.md. */
export interface SearchIndex {
  readonly table: string;
  /** Singular: names the search table, e.g. `article` for `article_search` with `article_id`. */
  readonly name: string;
  /** Columns that hold numbers: found with and without their spaces and dashes, and before everything else. */
  readonly codes: readonly string[];
  /** All columns that are searched; what begins with the words looked for ranks before what only has them. */
  readonly texts: readonly string[];
  /** What the function can be restricted to by a further argument each, in SQL over the row `NEW`. */
  readonly scopes?: Readonly<Record<string, { readonly type: string; readonly value: string }>>;
}

/**
 * SQL for migrations: a table `<name>_search`, kept by triggers, and the function `search_<table>(query, most, scopes...)`,
 * which gives back ids and ranks of the current tenant. Needs the functions `search_words` and `search_code`.
 */
export function searchIndex(index: SearchIndex): string {
  return [searchTable(index), searchTriggers(index), searchFunction(index)].join('\n');
}

/** SQL for migrations: takes it all away again. */
export function dropSearchIndex({ table, name, scopes = {} }: SearchIndex): string {
  return `
    DROP TABLE ${name}_search;
    DROP FUNCTION search_${table}(${signature(scopes)});
    DROP FUNCTION index_${name}() CASCADE;`;
}

function searchTable({ table, name, scopes = {} }: SearchIndex): string {
  const columns = Object.entries(scopes).map(([column, { type }]) => `${column} ${type} NOT NULL,`);
  return `
    CREATE TABLE ${name}_search (
      tenant_id uuid NOT NULL,
      ${name}_id uuid NOT NULL,
      ${columns.join('\n      ')}
      codes text[] NOT NULL,
      text text NOT NULL,
      CONSTRAINT ${name}_search_pkey PRIMARY KEY (tenant_id, ${name}_id),
      CONSTRAINT ${name}_search_${name} FOREIGN KEY (tenant_id, ${name}_id)
        REFERENCES ${table} (tenant_id, id) ON DELETE CASCADE
    );
    CREATE INDEX ${name}_search_codes ON ${name}_search USING gin (tenant_id, codes);
    CREATE INDEX ${name}_search_prefix ON ${name}_search (tenant_id, text text_pattern_ops);
    CREATE INDEX ${name}_search_words ON ${name}_search USING gin (tenant_id, text gin_trgm_ops);
    ${tenantTable(`${name}_search`, ['SELECT', 'INSERT', 'UPDATE'])}
    ALTER POLICY tenant ON ${name}_search TO ${APP_ROLE};
    CREATE POLICY search ON ${name}_search FOR SELECT TO ${SEARCH_ROLE} USING (true);
    GRANT SELECT ON ${name}_search TO ${SEARCH_ROLE};`;
}

/** A change of anything else leaves the indexes alone. */
function searchTriggers({ table, name, codes, texts, scopes = {} }: SearchIndex): string {
  const scoped = Object.entries(scopes);
  const columns = scoped.map(([column]) => `${column}, `).join('');
  const searched = [...texts.map((column) => `NEW.${column}`), ...scoped.map(([, { value }]) => value)];
  const before = searched.map((value) => value.replaceAll('NEW.', 'OLD.'));
  return `
    CREATE FUNCTION index_${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE
      found text[] := array_remove(ARRAY[${codes.map((code) => `search_code(NEW.${code})`).join(', ')}]::text[], '');
    BEGIN
      found := array_remove(found, NULL);
      INSERT INTO ${name}_search (tenant_id, ${name}_id, ${columns}codes, text)
      VALUES (NEW.tenant_id, NEW.id, ${scoped.map(([, { value }]) => `${value}, `).join('')}found,
        ' ' || concat_ws(' ', search_words(concat_ws(' ', ${texts.map((text) => `NEW.${text}`).join(', ')})),
          nullif(array_to_string(found, ' '), '')))
      ON CONFLICT (tenant_id, ${name}_id) DO UPDATE SET
        ${scoped.map(([column]) => `${column} = EXCLUDED.${column}, `).join('')}codes = EXCLUDED.codes, text = EXCLUDED.text;
      RETURN NULL;
    END $$;
    CREATE TRIGGER index_new_for_search AFTER INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION index_${name}();
    CREATE TRIGGER index_changed_for_search AFTER UPDATE ON ${table} FOR EACH ROW
      WHEN ((${before.join(', ')}) IS DISTINCT FROM (${searched.join(', ')}))
      EXECUTE FUNCTION index_${name}();`;
}

// A code as it is, the beginning of the text, what has all words, then whatever resembles them: with one wrong letter in
// six, a word still shares 0.4 of its trigrams. Candidates are capped, so that a word that everything has costs no more than a rare one. The function filters by
// tenant itself, because its role is not held back by the policy. An owner who is no superuser can hand it over only
// while the new owner may create in the schema.
function searchFunction({ table, name, scopes = {} }: SearchIndex): string {
  const called = `search_${table}(${signature(scopes)})`;
  const inScope = ['s.tenant_id = tenant', ...Object.keys(scopes).map(within)].join(' AND ');
  const candidates = `SELECT s.${name}_id, s.codes, s.text FROM ${name}_search s WHERE ${inScope}`;
  const lacks = `s.text NOT LIKE '% ' || w || '%'`;
  return `
    CREATE FUNCTION search_${table}(query text, most integer${parameters(scopes)})
    RETURNS TABLE (id uuid, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
    SET pg_trgm.word_similarity_threshold = 0.4
    AS $$
    DECLARE
      tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      wanted text := search_words(query);
      code text := search_code(query);
      words text[] := string_to_array(wanted, ' ');
      longest text := (SELECT w FROM unnest(words) w ORDER BY length(w) DESC LIMIT 1);
    BEGIN
      IF wanted = '' THEN RETURN; END IF;
      RETURN QUERY
      WITH found AS (
        (${candidates} AND s.codes @> ARRAY[code] LIMIT most)
        UNION
        (${candidates} AND s.text LIKE ' ' || wanted || '%' ORDER BY s.text LIMIT most)
        UNION
        (${candidates} AND s.text LIKE '% ' || longest || '%'
           AND NOT EXISTS (SELECT FROM unnest(words) w WHERE ${lacks}) LIMIT 2000)
        UNION
        (${candidates} AND length(longest) >= 3 AND s.text %> longest
           AND NOT EXISTS (SELECT FROM unnest(words) w WHERE ${lacks} AND (length(w) < 3 OR NOT s.text %> w)) LIMIT 2000)
      ), ranked AS (
        SELECT f.${name}_id AS id, (
          CASE WHEN f.codes @> ARRAY[code] THEN 3
               WHEN f.text LIKE ' ' || wanted || '%' THEN 2
               WHEN f.text LIKE '% ' || wanted || '%' THEN 1
               ELSE 0 END + word_similarity(wanted, f.text) + similarity(wanted, f.text) / 10)::real AS rank
        FROM found f
      )
      SELECT r.id, r.rank FROM ranked r ORDER BY r.rank DESC, r.id LIMIT most;
    END $$;
    REVOKE ALL ON FUNCTION ${called} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${called} TO ${APP_ROLE};
    GRANT CREATE ON SCHEMA public TO ${SEARCH_ROLE};
    ALTER FUNCTION ${called} OWNER TO ${SEARCH_ROLE};
    REVOKE CREATE ON SCHEMA public FROM ${SEARCH_ROLE};`;
}

type Scopes = NonNullable<SearchIndex['scopes']>;

const within = (column: string): string => `(only_${column} IS NULL OR s.${column} = only_${column})`;

function signature(scopes: Scopes): string {
  return ['text', 'integer', ...Object.values(scopes).map(({ type }) => type)].join(', ');
}

function parameters(scopes: Scopes): string {
  return Object.entries(scopes)
    .map(([column, { type }]) => `, only_${column} ${type}`)
    .join('');
}
