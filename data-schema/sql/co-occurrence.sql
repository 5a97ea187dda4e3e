-- Which codes go together: one row per two codes with a source or a case in common, as
-- `draad table co-occurrence --format csv` gives it. Two codings meet when they share a character.
--
-- Runs on the data set that `draad export --to parquet` writes; reads coding_cases, codings, code_ancestors, codes and
-- material. Plain SQL for DataFusion, Spark and DuckDB.
--
-- Not given: case_ids (a list), and the columns of --relations. factor_a stands before factor_b in the codebook.

WITH

-- What counts, as in cases-by-factors.sql: a coding of a whole source has no place.
hits AS (
    SELECT
        code_ancestors.ancestor AS factor,
        codes.position AS place_in_codebook,
        coding_cases.case AS case_id,
        coding_cases.source AS source,
        coding_cases.coder || '/' || coding_cases.source || '/' || coding_cases.coding AS coding,
        codings.start AS begins,
        codings.end AS ends
    FROM coding_cases
    JOIN codings
        ON codings.coder = coding_cases.coder
        AND codings.source = coding_cases.source
        AND codings.coding = coding_cases.coding
    JOIN code_ancestors ON code_ancestors.code = codings.code
    JOIN codes ON codes.code = code_ancestors.ancestor
),

-- Codings with a place, each once, whichever cases they belong to; and the passages they make, each named by one of its codings,
-- which stands in no other passage of the factor.
placed AS (
    SELECT DISTINCT factor, place_in_codebook, source, coding, begins, ends
    FROM hits
    WHERE begins IS NOT NULL
),
opened AS (
    SELECT
        placed.*,
        CASE WHEN placed.begins < MAX(placed.ends) OVER (
            PARTITION BY placed.factor, placed.source
            ORDER BY placed.begins, placed.ends, placed.coding
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) THEN 0 ELSE 1 END AS opens
    FROM placed
),
numbered AS (
    SELECT
        opened.*,
        SUM(opened.opens) OVER (
            PARTITION BY opened.factor, opened.source
            ORDER BY opened.begins, opened.ends, opened.coding
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS passage
    FROM opened
),
stretches AS (
    SELECT
        factor, place_in_codebook, source, passage,
        MIN(coding) AS first_coding,
        MIN(begins) AS begins,
        MAX(ends) AS ends
    FROM numbered
    GROUP BY factor, place_in_codebook, source, passage
),

-- What meets.
meeting_codings AS (
    SELECT
        a.factor AS factor_a,
        b.factor AS factor_b,
        COUNT(*) AS pairs,
        COUNT(DISTINCT a.coding) AS touching_b,
        COUNT(DISTINCT b.coding) AS touching_a
    FROM placed AS a
    JOIN placed AS b
        ON b.source = a.source
        AND b.begins < a.ends
        AND a.begins < b.ends
        AND a.place_in_codebook < b.place_in_codebook
    GROUP BY a.factor, b.factor
),
meeting_passages AS (
    SELECT
        a.factor AS factor_a,
        b.factor AS factor_b,
        COUNT(*) AS pairs,
        COUNT(DISTINCT a.first_coding) AS touching_b,
        COUNT(DISTINCT b.first_coding) AS touching_a,
        SUM(LEAST(a.ends, b.ends) - GREATEST(a.begins, b.begins)) AS shared_chars
    FROM stretches AS a
    JOIN stretches AS b
        ON b.source = a.source
        AND b.begins < a.ends
        AND a.begins < b.ends
        AND a.place_in_codebook < b.place_in_codebook
    GROUP BY a.factor, b.factor
),

-- Where both occur: in a case, in a source, in one source of a case.
in_cases AS (SELECT DISTINCT factor, place_in_codebook, case_id FROM hits),
in_sources AS (SELECT DISTINCT factor, place_in_codebook, source FROM hits),
in_parts AS (SELECT DISTINCT factor, place_in_codebook, case_id, source FROM hits),
both_in_cases AS (
    SELECT a.factor AS factor_a, b.factor AS factor_b, COUNT(*) AS n
    FROM in_cases AS a
    JOIN in_cases AS b ON b.case_id = a.case_id AND a.place_in_codebook < b.place_in_codebook
    GROUP BY a.factor, b.factor
),
both_in_sources AS (
    SELECT a.factor AS factor_a, b.factor AS factor_b, COUNT(*) AS n
    FROM in_sources AS a
    JOIN in_sources AS b ON b.source = a.source AND a.place_in_codebook < b.place_in_codebook
    GROUP BY a.factor, b.factor
),
both_in_parts AS (
    SELECT a.factor AS factor_a, b.factor AS factor_b, COUNT(DISTINCT a.case_id) AS n
    FROM in_parts AS a
    JOIN in_parts AS b
        ON b.case_id = a.case_id
        AND b.source = a.source
        AND a.place_in_codebook < b.place_in_codebook
    GROUP BY a.factor, b.factor
),

-- Each code on its own; and the cases and sources in which something could be found, or was.
codes_used AS (
    SELECT
        hits.factor AS factor,
        COUNT(DISTINCT hits.case_id) AS cases,
        COUNT(DISTINCT hits.source) AS sources,
        COUNT(DISTINCT CASE WHEN hits.begins IS NOT NULL THEN hits.coding END) AS codings
    FROM hits
    GROUP BY hits.factor
),
passages_used AS (
    SELECT factor, COUNT(*) AS passages
    FROM stretches
    GROUP BY factor
),
searched AS (
    SELECT COUNT(DISTINCT places.case_id) AS cases, COUNT(DISTINCT places.source) AS sources
    FROM (
        SELECT material.case AS case_id, material.source AS source FROM material
        UNION
        SELECT hits.case_id AS case_id, hits.source AS source FROM hits
    ) AS places
),

-- A code and what it is part of are no pair.
kin AS (
    SELECT code_ancestors.code AS factor_a, code_ancestors.ancestor AS factor_b FROM code_ancestors
    UNION
    SELECT code_ancestors.ancestor AS factor_a, code_ancestors.code AS factor_b FROM code_ancestors
),
together AS (
    SELECT factor_a, factor_b FROM both_in_cases
    UNION
    SELECT factor_a, factor_b FROM both_in_sources
),
pairs AS (
    SELECT
        together.factor_a AS factor_a,
        together.factor_b AS factor_b,
        code_a.kind AS kind_a,
        code_b.kind AS kind_b,
        used_a.cases AS cases_a,
        used_b.cases AS cases_b,
        COALESCE(both_in_cases.n, 0) AS cases_with_both,
        COALESCE(both_in_parts.n, 0) AS cases_with_both_in_one_source,
        searched.cases AS cases_n,
        used_a.sources AS sources_a,
        used_b.sources AS sources_b,
        COALESCE(both_in_sources.n, 0) AS sources_with_both,
        searched.sources AS sources_n,
        used_a.codings AS codings_a,
        used_b.codings AS codings_b,
        COALESCE(meeting_codings.touching_b, 0) AS codings_a_touching_b,
        COALESCE(meeting_codings.touching_a, 0) AS codings_b_touching_a,
        COALESCE(passages_a.passages, 0) AS passages_a,
        COALESCE(passages_b.passages, 0) AS passages_b,
        COALESCE(meeting_passages.touching_b, 0) AS passages_a_touching_b,
        COALESCE(meeting_passages.touching_a, 0) AS passages_b_touching_a,
        COALESCE(meeting_codings.pairs, 0) AS pairs_codings,
        COALESCE(meeting_passages.pairs, 0) AS pairs_passages,
        COALESCE(meeting_passages.shared_chars, 0) AS shared_chars
    FROM together
    CROSS JOIN searched
    JOIN codes AS code_a ON code_a.code = together.factor_a
    JOIN codes AS code_b ON code_b.code = together.factor_b
    JOIN codes_used AS used_a ON used_a.factor = together.factor_a
    JOIN codes_used AS used_b ON used_b.factor = together.factor_b
    LEFT JOIN passages_used AS passages_a ON passages_a.factor = together.factor_a
    LEFT JOIN passages_used AS passages_b ON passages_b.factor = together.factor_b
    LEFT JOIN kin ON kin.factor_a = together.factor_a AND kin.factor_b = together.factor_b
    LEFT JOIN both_in_cases
        ON both_in_cases.factor_a = together.factor_a AND both_in_cases.factor_b = together.factor_b
    LEFT JOIN both_in_sources
        ON both_in_sources.factor_a = together.factor_a AND both_in_sources.factor_b = together.factor_b
    LEFT JOIN both_in_parts
        ON both_in_parts.factor_a = together.factor_a AND both_in_parts.factor_b = together.factor_b
    LEFT JOIN meeting_codings
        ON meeting_codings.factor_a = together.factor_a AND meeting_codings.factor_b = together.factor_b
    LEFT JOIN meeting_passages
        ON meeting_passages.factor_a = together.factor_a AND meeting_passages.factor_b = together.factor_b
    WHERE kin.factor_a IS NULL
)

-- Shares are empty where there is nothing to divide by: that is not 0.
SELECT
    pairs.factor_a,
    pairs.factor_b,
    pairs.kind_a,
    pairs.kind_b,
    pairs.cases_a,
    pairs.cases_b,
    pairs.cases_with_both,
    pairs.cases_with_both_in_one_source,
    pairs.cases_n,
    CAST(pairs.cases_with_both AS DOUBLE) / NULLIF(pairs.cases_a + pairs.cases_b - pairs.cases_with_both, 0) AS cases_jaccard,
    CAST(pairs.cases_with_both AS DOUBLE) / NULLIF(pairs.cases_n, 0) AS cases_support,
    CAST(pairs.cases_with_both AS DOUBLE) / NULLIF(pairs.cases_a, 0) AS cases_confidence_a_to_b,
    CAST(pairs.cases_with_both AS DOUBLE) / NULLIF(pairs.cases_b, 0) AS cases_confidence_b_to_a,
    CAST(pairs.cases_with_both * pairs.cases_n AS DOUBLE) / NULLIF(pairs.cases_a * pairs.cases_b, 0) AS cases_lift,
    pairs.cases_a = pairs.cases_n OR pairs.cases_b = pairs.cases_n AS cases_lift_by_necessity,
    pairs.sources_a,
    pairs.sources_b,
    pairs.sources_with_both,
    pairs.sources_n,
    CAST(pairs.sources_with_both AS DOUBLE)
        / NULLIF(pairs.sources_a + pairs.sources_b - pairs.sources_with_both, 0) AS sources_jaccard,
    pairs.codings_a,
    pairs.codings_b,
    pairs.codings_a_touching_b,
    pairs.codings_b_touching_a,
    pairs.passages_a,
    pairs.passages_b,
    pairs.passages_a_touching_b,
    pairs.passages_b_touching_a,
    pairs.pairs_codings,
    CASE WHEN pairs.codings_a + pairs.codings_b > pairs.pairs_codings
        THEN CAST(pairs.pairs_codings AS DOUBLE) / (pairs.codings_a + pairs.codings_b - pairs.pairs_codings)
    END AS pairs_c,
    pairs.pairs_codings > 0
        AND 2 * pairs.pairs_codings > pairs.codings_a + pairs.codings_b AS pairs_c_out_of_range,
    CAST(GREATEST(pairs.codings_a, pairs.codings_b) AS DOUBLE)
        / NULLIF(LEAST(pairs.codings_a, pairs.codings_b), 0) AS pairs_frequency_ratio,
    LEAST(pairs.codings_a, pairs.codings_b) > 0
        AND GREATEST(pairs.codings_a, pairs.codings_b) > 5 * LEAST(pairs.codings_a, pairs.codings_b)
        AS pairs_unequal_frequencies,
    pairs.pairs_passages,
    CASE WHEN pairs.passages_a + pairs.passages_b > pairs.pairs_passages
        THEN CAST(pairs.pairs_passages AS DOUBLE) / (pairs.passages_a + pairs.passages_b - pairs.pairs_passages)
    END AS pairs_passages_c,
    pairs.shared_chars
FROM pairs
ORDER BY pairs.factor_a, pairs.factor_b
