import { APP_ROLE, SEARCH_ROLE } from './app-role';

/** A search table `<name>_search` with `codes` and `text`; see docs/adr/0003-search-functions-past-row-level-security.md. */
export interface WordSearch {
  readonly table: string;
  /** Singular, e.g. `article` for `article_search` with `article_id`. */
  readonly name: string;
  /** SQL over the row `NEW`: numbers, found with and without their spaces and dashes, and before everything else. */
  readonly codes: readonly string[];
  /** SQL over the row `NEW`: all that is searched; what begins with the words looked for ranks before what only has them. */
  readonly texts: readonly string[];
  /** Further columns of the search table, in SQL over the row `NEW`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Of these, what the function can be restricted to by a further argument each, with their types. */
  readonly scopes?: Readonly<Record<string, string>>;
  /** Whether the columns `sequence` and `number` are searched, too, by further arguments. */
  readonly numbered?: boolean;
  /** How alike words have to be that are taken for the same with a typing error. */
  readonly likeness?: number;
  /** What the function is called where that is not `search_<table>`. */
  readonly called?: string;
  /** SQL over the row `s` of the search table: what is searched where that is not its text alone; what its text has comes first. */
  readonly searched?: string;
}

/**
 * SQL for migrations: how texts and queries become words. Both go through the same functions, so that what people see is what
 * they find: letters and digits are words, everything else stands between them.
 */
export const WORDS = `
  -- In one spelling, in small letters, umlauts written out, without accents and invisible characters.
  CREATE FUNCTION search_plain(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(public.search_fold(
      regexp_replace(normalize(value, NFKC), '[\\u00AD\\u0300-\\u036F\\u200B-\\u200F\\u2060\\uFE00-\\uFE0F\\uFEFF]+', '', 'g')),
      '[^[:alnum:]]+', ' ', 'g'))
  $$;
  -- Without what stands between names: Müller & Söhne, Müller und Söhne. If there is nothing else, it is meant.
  CREATE FUNCTION search_names(plain text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(btrim(regexp_replace(' ' || plain || ' ', ' (?:(?:und|and|et|u) )+', ' ', 'g')), ''), plain)
  $$;
  -- Words with hyphens are also one word: E-Mail, Netzwerk-Drucker.
  CREATE FUNCTION search_joined(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(regexp_replace(joined[1], '[^[:alpha:]]+', '', 'g'), ' ')
    FROM regexp_matches(value, '[[:alpha:]]+(?:[-\\u2010\\u2011][[:alpha:]]+)+', 'g') joined
  $$;
  -- Names that sound alike: Meyer, Maier, Mayer; Schmidt, Schmitt; Becker, Beker; Philipp, Filipp; Günther, Günter.
  CREATE FUNCTION search_sounds(plain text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT replace(replace(replace(replace(replace(replace(replace(
      plain, 'y', 'i'), 'ai', 'ei'), 'dt', 'tt'), 'ck', 'k'), 'tz', 'z'), 'ph', 'f'), 'th', 't')
  $$;
  CREATE OR REPLACE FUNCTION search_words(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.search_sounds(public.search_names(public.search_plain(value)))
  $$;
  CREATE OR REPLACE FUNCTION search_code(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.search_sounds(replace(public.search_plain(value), ' ', ''))
  $$;
  -- Where a word has to stand: short ones where a word begins, longer ones also within, as Drucker in Netzwerkdrucker.
  CREATE FUNCTION search_pattern(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(word) > 3 OR length(word) = 3 AND word ~ '[0-9]' THEN '%' ELSE '% ' END || word || '%'
  $$;`;

/** So many words of a search, the longest, its index looks for at once: one of them may be in everything. */
const LOOKED_UP = [1, 2, 3];
/** Among more that have all words, nobody is helped by how alike else they are to what is looked for, and all would wait for it. */
const MOST_COMPARED = 1_000;

/** SQL for the declarations of a function that searches: the words that are wanted, the longest first, and where they have to stand. */
export const WANTED_WORDS = `
      words text[] := ARRAY(SELECT w FROM unnest(string_to_array(wanted, ' ')) w ORDER BY length(w) DESC);
      patterns text[] := ARRAY(SELECT search_pattern(w) FROM unnest(words) w);
      longest text := words[1];`;

/** SQL: what has all words. Planned for its values, only conditions for words that there are remain; the index does without `ALL`. */
export function hasAllWords(searched: string): string {
  const lookedUp = LOOKED_UP.map((n) => `(cardinality(words) < ${n} OR ${searched} LIKE patterns[${n}])`);
  return [...lookedUp, `${searched} LIKE ALL (patterns)`].join(' AND ');
}

/** SQL: what resembles the longest word, and has or resembles all the others. */
export function resemblesAllWords(searched: string): string {
  const lookedUp = LOOKED_UP.slice(1).map(
    (n) => `(cardinality(words) < ${n} OR ${searched} LIKE patterns[${n}]
          OR length(words[${n}]) >= 3 AND ${searched} %> words[${n}])`,
  );
  return `${[`${searched} %> longest`, ...lookedUp].join(' AND ')}
        AND NOT EXISTS (
          SELECT FROM unnest(words) w
          WHERE ${searched} NOT LIKE search_pattern(w) AND (length(w) < 3 OR NOT ${searched} %> w))`;
}

/** SQL for migrations: the trigger function that keeps the search table, and the function that searches it. */
export function wordSearch(index: WordSearch): string {
  return [keepIndex(index), searchFunction(index)].join('\n');
}

/** The trigger function alone. */
export function keepIndex(index: WordSearch): string {
  return `
    CREATE OR REPLACE FUNCTION index_${index.name}() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      ${indexed(index, '')};
      RETURN NULL;
    END $$;`;
}

/** SQL for migrations: indexes the rows of a subquery that is called `NEW`. */
export function indexAgain(index: WordSearch, rows: string): string {
  return indexed(index, `${rows}, LATERAL `);
}

function indexed({ name, codes, texts, columns = {} }: WordSearch, rows: string): string {
  const names = ['tenant_id', `${name}_id`, ...Object.keys(columns), 'codes', 'text'];
  const given = `array_remove(array_remove(ARRAY[${codes.join(', ')}]::text[], ''), NULL)`;
  const all = `concat_ws(' ', ${texts.join(', ')})`;
  const words = `concat_ws(' ', search_words(read.shown), search_sounds(search_plain(search_joined(read.shown))),
          nullif(array_to_string(read.codes, ' '), ''))`;
  const values = ['NEW.tenant_id', 'NEW.id', ...Object.values(columns), 'read.codes', `' ' || ${words}`];
  return `INSERT INTO ${name}_search (${names.join(', ')})
      SELECT ${values.join(',\n        ')}
      FROM ${rows}(SELECT ${given} AS codes, ${all} AS shown) read
      ON CONFLICT (tenant_id, ${name}_id) DO UPDATE SET
        ${names
          .slice(2)
          .map((column) => `${column} = EXCLUDED.${column}`)
          .join(', ')}`;
}

// What has all words; only where there is nothing, what resembles them: with one wrong letter in six, a word still shares
// 0.4 of its trigrams. All of it is given back, because the list filters and counts it. The function filters by tenant
// itself, because its role is not held back by the policy: by the one it is told, if that is the transaction's. An owner
// who is no superuser can hand it over only while the new owner may create in the schema.
export function searchFunction(index: WordSearch): string {
  const { table, name, scopes = {}, numbered, likeness = 0.4, searched = 's.text' } = index;
  const { called: functionName = `search_${table}` } = index;
  const parameters = [
    'tenant uuid',
    'query text',
    ...(numbered ? ['wanted_sequence bigint', 'wanted_numbers text[]'] : []),
    ...Object.entries(scopes).map(([column, type]) => `only_${column} ${type}`),
  ];
  const called = `${functionName}(${parameters.map((parameter) => parameter.split(' ')[1]).join(', ')})`;
  const inScope = [
    's.tenant_id = tenant',
    ...Object.keys(scopes).map((column) => `(only_${column} IS NULL OR s.${column} = only_${column})`),
  ].join(' AND ');
  const hasNumber = numbered
    ? 'OR s.sequence = wanted_sequence AND (wanted_numbers IS NULL OR s.number = ANY (wanted_numbers))'
    : '';
  const likenessOf = (text: string): string =>
    `word_similarity(wanted, ${text}) + similarity(wanted, ${text}) / 10`;
  return `
    CREATE FUNCTION ${functionName}(${parameters.join(', ')})
    RETURNS TABLE (id uuid, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
    SET pg_trgm.word_similarity_threshold = ${likeness}
    AS $$
    DECLARE
      wanted text := search_words(query);
      code text := search_code(query);${WANTED_WORDS}
    BEGIN
      IF wanted = '' OR tenant IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
        RETURN;
      END IF;
      RETURN QUERY
      WITH f AS MATERIALIZED (
        SELECT s.${name}_id AS id, ${searched} AS text, CASE
          WHEN s.codes @> ARRAY[code] THEN 3
          WHEN s.text LIKE ' ' || wanted || '%' THEN 2
          WHEN s.text LIKE '% ' || wanted || '%' THEN 1
          ELSE 0 END AS place
        FROM ${name}_search s
        WHERE ${inScope}
          AND (s.codes @> ARRAY[code] OR ${hasAllWords(searched)} ${hasNumber})
      )
      SELECT f.id, (f.place + CASE
        WHEN (SELECT count(*) FROM f) > ${MOST_COMPARED} THEN 0
        ELSE ${likenessOf('f.text')} END)::real
      FROM f;
      IF FOUND OR length(longest) < 3 THEN RETURN; END IF;
      RETURN QUERY
      SELECT s.${name}_id, (${likenessOf(searched)})::real
      FROM ${name}_search s
      WHERE ${inScope} AND ${resemblesAllWords(searched)};
    END $$;
    ${searchedByProgram(called)}`;
}

/** SQL for migrations: the program may call the function, which runs as the role that reads search tables. */
export function searchedByProgram(called: string): string {
  return `
    REVOKE ALL ON FUNCTION ${called} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${called} TO ${APP_ROLE};
    GRANT CREATE ON SCHEMA public TO ${SEARCH_ROLE};
    ALTER FUNCTION ${called} OWNER TO ${SEARCH_ROLE};
    REVOKE CREATE ON SCHEMA public FROM ${SEARCH_ROLE};`;
}
