import {
  hasAllWords,
  resemblesAllWords,
  searchedByProgram,
  WANTED_WORDS,
  type WordSearch,
} from './word-search';

/** So many that have all words are compared with each other. */
const CANDIDATES = 500;

/**
 * SQL for migrations: a function `find_<table>`, which gives back the few best of what `search_<table>` finds, with a rank that can be
 * compared with other tables': 4 a number as it was typed, 3 what begins with the words, 2 what has them in this order, 1 what has
 * them all; the fraction says how well. Told so, it gives back what only resembles them instead. Words that everything has cost no
 * more than rare ones.
 */
export function findFunction({ table, name, numbered, likeness = 0.4 }: WordSearch): string {
  const called = `find_${table}(uuid, text, ${numbered ? 'bigint, text[], ' : ''}integer, boolean)`;
  const hasNumber =
    's.sequence = wanted_sequence AND (wanted_numbers IS NULL OR s.number = ANY (wanted_numbers))';
  const isExact = `s.codes @> ARRAY[code]${numbered ? ` OR ${hasNumber}` : ''}`;
  const candidates = `SELECT s.${name}_id AS id, s.text, coalesce(${isExact}, false) AS exact FROM ${name}_search s
        WHERE s.tenant_id = tenant`;
  const likenessOf = `word_similarity(wanted, f.text) + similarity(wanted, f.text) / 10`;
  // Below one, so that a rank tells how something was found.
  const rank = (base: string): string => `(${base} + (${likenessOf}) / 1.2)::real`;
  return `
    CREATE FUNCTION find_${table}(tenant uuid, query text${numbered ? ', wanted_sequence bigint, wanted_numbers text[]' : ''}, most integer, alike boolean)
    RETURNS TABLE (id uuid, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
    SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan
    SET pg_trgm.word_similarity_threshold = ${likeness}
    AS $$
    #variable_conflict use_column
    DECLARE
      wanted text := search_words(query);
      code text := search_code(query);${WANTED_WORDS}
    BEGIN
      IF wanted = '' OR tenant IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
        RETURN;
      END IF;
      IF NOT alike THEN
        RETURN QUERY
        WITH f AS (
          (${candidates} AND s.codes @> ARRAY[code] LIMIT most)
          ${numbered ? `UNION (${candidates} AND ${hasNumber} LIMIT most)` : ''}
          UNION (${candidates} AND s.text LIKE ' ' || wanted || '%' LIMIT ${CANDIDATES})
          UNION (${candidates} AND ${hasAllWords('s.text')} LIMIT ${CANDIDATES})
        )
        SELECT f.id, ${rank(`CASE
          WHEN f.exact THEN 4
          WHEN f.text LIKE ' ' || wanted || '%' THEN 3
          WHEN f.text LIKE '% ' || wanted || '%' THEN 2
          ELSE 1 END`)}
        FROM f ORDER BY 2 DESC, 1 DESC LIMIT most;
      ELSIF length(longest) >= 3 THEN
        RETURN QUERY
        WITH f AS (
          ${candidates} AND ${resemblesAllWords('s.text')}
          LIMIT ${CANDIDATES}
        )
        SELECT f.id, ${rank('0')} FROM f ORDER BY 2 DESC, 1 DESC LIMIT most;
      END IF;
    END $$;
    ${searchedByProgram(called)}`;
}

/**
 * SQL for migrations: the same for tickets, newest first; nothing resembles the words of a ticket. Where very many have the words,
 * the newest of all are looked through for some that have them.
 */
export const FIND_TICKETS = `
  CREATE FUNCTION find_tickets(tenant uuid, query text, wanted_sequence bigint, wanted_number text, most integer, alike boolean)
  RETURNS TABLE (id uuid, rank real) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
  SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    wanted tsquery := ticket_query(tenant, query);
    many CONSTANT integer := 1000;
    hits uuid[];
  BEGIN
    IF alike OR tenant IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN RETURN; END IF;
    hits := ARRAY(
      SELECT s.ticket_id FROM ticket_search s
      WHERE s.tenant_id = tenant AND (s.public_text @@ wanted OR s.internal_text @@ wanted) LIMIT many);
    IF cardinality(hits) = many THEN
      hits := hits || ARRAY(
        SELECT s.ticket_id FROM (
          SELECT t.ticket_id, t.public_text, t.internal_text FROM ticket_search t
          WHERE t.tenant_id = tenant ORDER BY t.sequence DESC LIMIT 5 * many) s
        WHERE s.public_text @@ wanted OR s.internal_text @@ wanted LIMIT most);
    END IF;
    RETURN QUERY
    SELECT f.ticket, max(f.fit)::real FROM (
      SELECT s.ticket_id AS ticket, 4 AS fit FROM ticket_search s
      WHERE s.tenant_id = tenant AND s.sequence = wanted_sequence AND (wanted_number IS NULL OR s.number = wanted_number)
      UNION ALL
      SELECT h, 2 FROM unnest(hits) h
    ) f
    GROUP BY f.ticket ORDER BY 2 DESC, 1 DESC LIMIT most;
  END $$;
  ${searchedByProgram('find_tickets(uuid, text, bigint, text, integer, boolean)')}`;
