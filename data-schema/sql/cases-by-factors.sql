-- Cases by factors: one row per factor and case, as `draad table cases-by-factors --format csv` gives it.
--
-- Runs on the data set that `draad export --to parquet` writes; reads coding_cases, codings, code_ancestors, codes, cases,
-- case_outcomes and material. Plain SQL for DataFusion, Spark and DuckDB: qualified names where a column is called like a
-- word of SQL (case, end).
--
-- Not given: group (there is no further key), kind_ids and role_ids (lists in the order of the settings), words and
-- material_words (which need a tokenizer). Thresholds are the usual ones: triangulated from 2 kinds and 2 roles on, dominated
-- above half of the codings.
--
-- For another selection export with filters (`draad export --to parquet --role parent`): the same query then gives the table
-- with these filters. Role, phase and kind can be chosen here as well, in `counted` and in `found_in` alike, because what could
-- be found depends on them too: WHERE codings.role = 'parent', and WHERE material.role = 'parent'.

WITH

-- What counts: one row per coding and case. A coding of a whole source has no place; it stands before the first character,
-- where it meets no other than its like. Who asks the questions counts for no role and no speaker.
counted AS (
    SELECT
        coding_cases.case AS case_id,
        coding_cases.source AS source,
        coding_cases.coder || '/' || coding_cases.source || '/' || coding_cases.coding AS coding,
        codings.code AS code,
        codings.valence_effective AS valence,
        codings.kind AS kind,
        CASE WHEN NOT codings.asks THEN codings.role END AS role,
        CASE WHEN NOT codings.asks THEN codings.participant END AS speaker,
        COALESCE(codings.start, -1) AS begins,
        COALESCE(codings.end, 0) AS ends
    FROM coding_cases
    JOIN codings
        ON codings.coder = coding_cases.coder
        AND codings.source = coding_cases.source
        AND codings.coding = coding_cases.coding
),

-- What it could be found in: stretches of material, none of which overlap within a case.
found_in AS (
    SELECT
        material.case AS case_id,
        material.source AS source,
        material.start AS begins,
        material.end AS ends,
        material.sought AS sought
    FROM material
),

-- A coding counts under its own code and under all above it. Without parents: AND code_ancestors.distance = 0.
hits AS (
    SELECT code_ancestors.ancestor AS factor, counted.*
    FROM counted
    JOIN code_ancestors ON code_ancestors.code = counted.code
),

-- Passages: a coding that no earlier one of the factor reaches begins a new one, whoever coded.
opened AS (
    SELECT
        hits.*,
        CASE WHEN hits.begins < MAX(hits.ends) OVER (
            PARTITION BY hits.factor, hits.case_id, hits.source
            ORDER BY hits.begins, hits.ends, hits.coding
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) THEN 0 ELSE 1 END AS opens
    FROM hits
),
numbered AS (
    SELECT
        opened.*,
        SUM(opened.opens) OVER (
            PARTITION BY opened.factor, opened.case_id, opened.source
            ORDER BY opened.begins, opened.ends, opened.coding
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS passage
    FROM opened
),
passages_of_factor AS (
    SELECT
        factor, case_id, source, passage,
        MIN(begins) AS begins,
        MAX(ends) AS ends,
        MAX(CASE WHEN valence = 'promoting' THEN 1 ELSE 0 END) AS promoting,
        MAX(CASE WHEN valence = 'hindering' THEN 1 ELSE 0 END) AS hindering,
        MAX(CASE WHEN valence = 'ambivalent' THEN 1 ELSE 0 END) AS ambivalent,
        MAX(CASE WHEN valence IS NULL THEN 0 ELSE 1 END) AS directed
    FROM numbered
    GROUP BY factor, case_id, source, passage
),

-- What stands in a cell: its passages, the codings behind them, and how much of them is material of the case.
passages_of_cell AS (
    SELECT
        factor, case_id,
        COUNT(*) AS passages,
        SUM(promoting) AS promoting,
        SUM(hindering) AS hindering,
        SUM(ambivalent) AS ambivalent,
        SUM(1 - directed) AS without_direction,
        SUM(ends - GREATEST(begins, 0)) AS chars_union
    FROM passages_of_factor
    GROUP BY factor, case_id
),
codings_of_cell AS (
    SELECT
        factor, case_id,
        COUNT(*) AS codings,
        COUNT(DISTINCT kind) AS kinds,
        COUNT(DISTINCT role) AS roles,
        COUNT(DISTINCT speaker) AS speakers,
        COUNT(DISTINCT kind || '/' || role) AS kind_role_pairs,
        SUM(ends - GREATEST(begins, 0)) AS chars_summed
    FROM hits
    GROUP BY factor, case_id
),
codings_of_source AS (
    SELECT factor, case_id, source, COUNT(*) AS codings
    FROM hits
    GROUP BY factor, case_id, source
),
sources_of_cell AS (
    SELECT factor, case_id, COUNT(*) AS sources, MAX(codings) AS top_source_codings
    FROM codings_of_source
    GROUP BY factor, case_id
),
covered_of_cell AS (
    SELECT
        passages_of_factor.factor, passages_of_factor.case_id,
        SUM(
            LEAST(passages_of_factor.ends, found_in.ends) - GREATEST(passages_of_factor.begins, found_in.begins)
        ) AS chars_covered
    FROM passages_of_factor
    JOIN found_in
        ON found_in.case_id = passages_of_factor.case_id
        AND found_in.source = passages_of_factor.source
        AND found_in.begins < passages_of_factor.ends
        AND found_in.ends > passages_of_factor.begins
    GROUP BY passages_of_factor.factor, passages_of_factor.case_id
),

-- What there is per case: material to find something in, and everything that was coded, each code by itself.
material_of_case AS (
    SELECT
        case_id,
        COUNT(DISTINCT source) AS sources,
        SUM(ends - begins) AS chars,
        SUM(CASE WHEN sought THEN ends - begins ELSE 0 END) AS sought_chars
    FROM found_in
    GROUP BY case_id
),
opened_by_itself AS (
    SELECT
        counted.case_id AS case_id,
        CASE WHEN counted.begins < MAX(counted.ends) OVER (
            PARTITION BY counted.code, counted.case_id, counted.source
            ORDER BY counted.begins, counted.ends, counted.coding
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) THEN 0 ELSE 1 END AS opens
    FROM counted
),
codings_of_case AS (
    SELECT case_id, COUNT(*) AS codings, SUM(opens) AS passages
    FROM opened_by_itself
    GROUP BY case_id
),
codings_of_factor AS (
    SELECT factor, COUNT(*) AS codings
    FROM hits
    GROUP BY factor
),
outcome_of_case AS (
    SELECT case_outcomes.case AS case_id, COALESCE(case_outcomes.level, 'not-stated') AS outcome
    FROM case_outcomes
    WHERE case_outcomes.main
),

-- Every factor in every case, whether it was found or not; headings only where something was coded below them.
cells AS (
    SELECT
        codes.code AS factor,
        codes.kind AS kind,
        codes.valence AS valence,
        codes.level AS level,
        cases.case AS case_id,
        outcome_of_case.outcome AS outcome,
        COALESCE(codings_of_cell.codings, 0) AS codings,
        COALESCE(passages_of_cell.passages, 0) AS passages,
        COALESCE(passages_of_cell.promoting, 0) AS promoting,
        COALESCE(passages_of_cell.hindering, 0) AS hindering,
        COALESCE(passages_of_cell.ambivalent, 0) AS ambivalent,
        COALESCE(passages_of_cell.without_direction, 0) AS without_direction,
        COALESCE(sources_of_cell.sources, 0) AS sources,
        COALESCE(codings_of_cell.kinds, 0) AS kinds,
        COALESCE(codings_of_cell.roles, 0) AS roles,
        COALESCE(codings_of_cell.speakers, 0) AS speakers,
        COALESCE(codings_of_cell.kind_role_pairs, 0) AS kind_role_pairs,
        CAST(sources_of_cell.top_source_codings AS DOUBLE) / codings_of_cell.codings AS top_source_share,
        COALESCE(codings_of_cell.chars_summed, 0) AS chars_summed,
        COALESCE(passages_of_cell.chars_union, 0) AS chars_union,
        COALESCE(covered_of_cell.chars_covered, 0) AS chars_covered,
        COALESCE(material_of_case.chars, 0) AS material_chars,
        COALESCE(material_of_case.sought_chars, 0) AS sought_chars,
        COALESCE(material_of_case.sources, 0) AS material_sources,
        COALESCE(codings_of_case.codings, 0) AS case_codings,
        COALESCE(codings_of_case.passages, 0) AS case_passages,
        COALESCE(codings_of_factor.codings, 0) AS factor_codings
    FROM codes
    JOIN code_ancestors ON code_ancestors.code = codes.code AND code_ancestors.distance = 0
    CROSS JOIN cases
    LEFT JOIN outcome_of_case ON outcome_of_case.case_id = cases.case
    LEFT JOIN material_of_case ON material_of_case.case_id = cases.case
    LEFT JOIN codings_of_case ON codings_of_case.case_id = cases.case
    LEFT JOIN codings_of_factor ON codings_of_factor.factor = codes.code
    LEFT JOIN codings_of_cell ON codings_of_cell.factor = codes.code AND codings_of_cell.case_id = cases.case
    LEFT JOIN passages_of_cell ON passages_of_cell.factor = codes.code AND passages_of_cell.case_id = cases.case
    LEFT JOIN sources_of_cell ON sources_of_cell.factor = codes.code AND sources_of_cell.case_id = cases.case
    LEFT JOIN covered_of_cell ON covered_of_cell.factor = codes.code AND covered_of_cell.case_id = cases.case
    WHERE codes.kind <> 'heading' OR codings_of_factor.codings > 0
)

-- Shares are empty where there is nothing to divide by: that is not 0.
SELECT
    cells.factor,
    cells.kind,
    cells.valence,
    cells.level,
    cells.case_id AS case,
    cells.outcome,
    CASE
        WHEN cells.promoting > 0 AND cells.hindering > 0 THEN 'both'
        WHEN cells.promoting > 0 THEN 'promoting'
        WHEN cells.hindering > 0 THEN 'hindering'
        WHEN cells.ambivalent > 0 THEN 'ambivalent'
        WHEN cells.passages > 0 THEN 'coded'
        WHEN cells.material_sources > 0 THEN 'not-found'
        ELSE 'no-material'
    END AS state,
    CASE WHEN cells.passages > 0 THEN TRUE WHEN cells.material_sources > 0 THEN FALSE END AS present,
    cells.codings,
    cells.passages,
    cells.promoting,
    cells.hindering,
    cells.ambivalent,
    cells.without_direction,
    cells.sources,
    cells.kinds,
    cells.roles,
    cells.speakers,
    cells.kind_role_pairs,
    cells.sources = 1 AS single_source,
    cells.kinds >= 2 AND cells.roles >= 2 AS triangulated,
    cells.top_source_share,
    cells.sources > 1 AND cells.top_source_share > 0.5 AS dominated,
    cells.chars_summed,
    cells.chars_union,
    cells.chars_covered,
    CAST(cells.chars_covered AS DOUBLE) / NULLIF(cells.material_chars, 0) AS coverage,
    CAST(cells.chars_covered AS DOUBLE) / NULLIF(cells.sought_chars, 0) AS coverage_sought,
    CAST(cells.codings AS DOUBLE) * 1000 / NULLIF(cells.material_chars, 0) AS per_1000_chars,
    CAST(cells.codings AS DOUBLE) / NULLIF(cells.material_sources, 0) AS per_source,
    CAST(cells.codings AS DOUBLE) / NULLIF(cells.case_codings, 0) AS row_share,
    CAST(cells.codings AS DOUBLE) / NULLIF(cells.factor_codings, 0) AS column_share,
    cells.material_chars,
    cells.sought_chars,
    cells.material_sources,
    cells.case_codings,
    cells.case_passages,
    cells.factor_codings
FROM cells
ORDER BY cells.factor, cells.case_id
