import { searchedByProgram } from './word-search';

/**
 * SQL for migrations: the full-text search of tickets over the words of `search_plain`. The stemmer knows umlauts only as
 * such, so they are put back; then Mueller and Müller, Haeuser and Haus are one.
 */
export const TICKET_WORDS = `
  CREATE FUNCTION search_umlauts(plain text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(regexp_replace(regexp_replace(plain,
      '(?<![aeiouyq])ue', 'ü', 'g'), '(?<![aeiouy])ae', 'ä', 'g'), '(?<![aeiouy])oe', 'ö', 'g')
  $$;

  -- Words are indexed with their tenant in front, see ticket_words in the first version: an index of all tenants' words is
  -- read for one only. What a long word ends in is indexed too, after a dot, so that Drucker finds Netzwerkdrucker; of so
  -- many words only that a tsvector, which holds 1 MB at most, takes the longest texts whatever they say.
  CREATE OR REPLACE FUNCTION ticket_words(tenant uuid, content text) RETURNS tsvector LANGUAGE plpgsql STABLE
  SET search_path = public, pg_temp AS $$
  DECLARE
    shown text := left(content, 100000);
    plain text := search_names(search_plain(concat_ws(' ', shown, search_joined(shown))));
    stems tsvector := to_tsvector('german', search_umlauts(plain));
    mark text := right(tenant::text, 6) || '.';
    parts text[];
  BEGIN
    IF length(plain) > 2000 THEN
      stems := ts_delete(stems, ARRAY(SELECT lexeme FROM unnest(stems) WHERE octet_length(lexeme) > 2000));
    END IF;
    parts := ARRAY(
      SELECT mark || substr(w, n)
      FROM (SELECT w FROM unnest(string_to_array(left(plain, 20000), ' ')) w
            WHERE length(w) BETWEEN 7 AND 40 AND w !~ '[^a-z]' LIMIT 300) long,
        generate_series(4, length(w) - 3) n);
    RETURN words_of_tenant(tenant, stems::text)::tsvector || array_to_tsvector(parts);
  END $$;

  -- Words that all have to be there, each as it is, as the beginning of one, or as a part that a longer one goes on with;
  -- short ones as they are, unless they are the last, which may still be unfinished. Besides "in this order" and -not. What is
  -- written in one piece, such as RE-2026/00471, has to stand in one piece. Words such as "für" do not count.
  CREATE FUNCTION ticket_query(tenant uuid, query text) RETURNS tsquery LANGUAGE plpgsql STABLE
  SET search_path = public, pg_temp SET client_min_messages = warning AS $$
  DECLARE
    wanted tsquery;
    typed text[];
    is_last boolean;
    words text[];
    phrase tsquery;
  BEGIN
    FOR typed, is_last IN
      SELECT m, n = count(*) OVER () FROM regexp_matches(query, '(-?)(?:"([^"]*)"?|([^\\s",;]+))', 'g') WITH ORDINALITY t (m, n)
    LOOP
      words := string_to_array(nullif(search_names(search_plain(coalesce(typed[2], typed[3]))), ''), ' ');
      phrase := phraseto_tsquery('german', search_umlauts(array_to_string(words, ' ')));
      CONTINUE WHEN words IS NULL OR numnode(phrase) = 0;
      IF typed[1] = '-' THEN
        phrase := !!phrase;
      ELSIF typed[2] IS NULL AND (is_last OR length(words[1]) >= 4 AND cardinality(words) = 1) THEN
        phrase := phrase || to_tsquery('german', (
          SELECT string_agg(quote_literal(search_umlauts(w)), ' <-> ' ORDER BY n) FROM unnest(words) WITH ORDINALITY t (w, n)
        ) || CASE WHEN length(words[cardinality(words)]) > 1 THEN ':*' ELSE '' END);
        IF length(words[1]) >= 4 AND cardinality(words) = 1 THEN
          phrase := phrase || (quote_literal('.' || words[1]) || ':*')::tsquery;
        END IF;
      END IF;
      wanted := CASE WHEN wanted IS NULL THEN phrase ELSE wanted && phrase END;
    END LOOP;
    RETURN words_of_tenant(tenant, wanted::text)::tsquery;
  END $$;

  CREATE OR REPLACE FUNCTION refresh_ticket_search(tenant uuid, ticket uuid) RETURNS void LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO ticket_search (tenant_id, ticket_id, customer_id, contact_id, number, sequence, public_text, internal_text)
    SELECT t.tenant_id, t.id, t.customer_id, t.contact_id, t.number, substring(t.number from '\\d+$')::bigint,
      ticket_words(tenant, concat_ws(E'\\n', t.subject, t.description, c.public)),
      CASE WHEN c.internal IS NULL THEN ''
        ELSE ticket_words(tenant, concat_ws(E'\\n', t.subject, t.description, c.internal, c.public)) END
    FROM tickets t, (
      SELECT string_agg(body, E'\\n' ORDER BY id DESC) FILTER (WHERE visibility = 'PUBLIC') AS public,
        string_agg(body, E'\\n' ORDER BY id DESC) FILTER (WHERE visibility = 'INTERNAL') AS internal
      FROM ticket_comments WHERE tenant_id = tenant AND ticket_id = ticket
    ) c
    WHERE t.tenant_id = tenant AND t.id = ticket
    ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET customer_id = EXCLUDED.customer_id,
      contact_id = EXCLUDED.contact_id, public_text = EXCLUDED.public_text, internal_text = EXCLUDED.internal_text;
  END $$;

  CREATE FUNCTION search_tickets(tenant uuid, query text, wanted_sequence bigint, wanted_number text,
    with_internal boolean, only_customer_id uuid, only_contact_id uuid)
  RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
  SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    wanted tsquery := ticket_query(tenant, query);
  BEGIN
    IF tenant IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN RETURN; END IF;
    RETURN QUERY
    SELECT s.ticket_id FROM ticket_search s
    WHERE s.tenant_id = tenant
      AND (only_customer_id IS NULL OR s.customer_id = only_customer_id)
      AND (only_contact_id IS NULL OR s.contact_id = only_contact_id)
      AND (s.public_text @@ wanted
        OR with_internal AND s.internal_text @@ wanted
        OR s.sequence = wanted_sequence AND (wanted_number IS NULL OR s.number = wanted_number));
  END $$;
  ${searchedByProgram('search_tickets(uuid, text, bigint, text, boolean, uuid, uuid)')}`;
