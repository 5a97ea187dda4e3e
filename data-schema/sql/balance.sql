-- The balance of promoting and hindering per case, on distinct factors, on codings and on characters, as
-- `draad table balance --format csv` gives it. Balance is (P - H) / (P + H), from -1 to 1; empty where nothing points either way.
--
-- Runs on the data set that `draad export --to parquet` writes; reads coding_cases, codings, codes, cases, case_outcomes and
-- material. Plain SQL for DataFusion, Spark and DuckDB. All columns are given.

WITH

-- What counts: codings of factors, each under its own code only, on one side or the other. A coding of a whole source has no
-- place; it stands before the first character and covers none.
sided AS (
    SELECT
        coding_cases.case AS case_id,
        codings.valence_effective AS side,
        codings.code AS factor,
        coding_cases.source AS source,
        coding_cases.coder || '/' || coding_cases.source || '/' || coding_cases.coding AS coding,
        COALESCE(codings.start, -1) AS begins,
        COALESCE(codings.end, 0) AS ends
    FROM coding_cases
    JOIN codings
        ON codings.coder = coding_cases.coder
        AND codings.source = coding_cases.source
        AND codings.coding = coding_cases.coding
    JOIN codes ON codes.code = codings.code
    WHERE codes.kind = 'factor' AND codings.valence_effective IN ('promoting', 'hindering')
),

-- Characters of a factor count once: of each coding those that no earlier one of the same factor and side has covered.
reached AS (
    SELECT
        sided.*,
        COALESCE(MAX(sided.ends) OVER (
            PARTITION BY sided.case_id, sided.side, sided.factor, sided.source
            ORDER BY sided.begins, sided.ends, sided.coding
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS reach
    FROM sided
),
counted AS (
    SELECT
        case_id,
        COUNT(DISTINCT CASE WHEN side = 'promoting' THEN factor END) AS promoting_factors,
        COUNT(DISTINCT CASE WHEN side = 'hindering' THEN factor END) AS hindering_factors,
        SUM(CASE WHEN side = 'promoting' THEN 1 ELSE 0 END) AS promoting_codings,
        SUM(CASE WHEN side = 'hindering' THEN 1 ELSE 0 END) AS hindering_codings,
        SUM(CASE WHEN side = 'promoting' THEN GREATEST(ends - GREATEST(begins, reach), 0) ELSE 0 END) AS promoting_chars,
        SUM(CASE WHEN side = 'hindering' THEN GREATEST(ends - GREATEST(begins, reach), 0) ELSE 0 END) AS hindering_chars
    FROM reached
    GROUP BY case_id
),
material_of_case AS (
    SELECT material.case AS case_id, SUM(material.end - material.start) AS chars
    FROM material
    GROUP BY material.case
),
outcome_of_case AS (
    SELECT case_outcomes.case AS case_id, case_outcomes.level AS outcome
    FROM case_outcomes
    WHERE case_outcomes.main
),
sides AS (
    SELECT
        cases.case AS case_id,
        cases.name AS name,
        outcome_of_case.outcome AS outcome,
        COALESCE(counted.promoting_factors, 0) AS promoting_factors,
        COALESCE(counted.hindering_factors, 0) AS hindering_factors,
        COALESCE(counted.promoting_codings, 0) AS promoting_codings,
        COALESCE(counted.hindering_codings, 0) AS hindering_codings,
        COALESCE(counted.promoting_chars, 0) AS promoting_chars,
        COALESCE(counted.hindering_chars, 0) AS hindering_chars,
        COALESCE(material_of_case.chars, 0) AS material_chars
    FROM cases
    LEFT JOIN outcome_of_case ON outcome_of_case.case_id = cases.case
    LEFT JOIN material_of_case ON material_of_case.case_id = cases.case
    LEFT JOIN counted ON counted.case_id = cases.case
)

-- Where there is no material, nothing was counted: that is not 0.
SELECT
    sides.case_id AS case,
    sides.name,
    sides.outcome,
    CASE WHEN sides.material_chars > 0 THEN sides.promoting_factors END AS promoting_factors,
    CASE WHEN sides.material_chars > 0 THEN sides.hindering_factors END AS hindering_factors,
    CAST(sides.promoting_factors - sides.hindering_factors AS DOUBLE)
        / NULLIF(sides.promoting_factors + sides.hindering_factors, 0) AS balance_factors,
    CASE WHEN sides.material_chars > 0 THEN sides.promoting_codings END AS promoting_codings,
    CASE WHEN sides.material_chars > 0 THEN sides.hindering_codings END AS hindering_codings,
    CAST(sides.promoting_codings - sides.hindering_codings AS DOUBLE)
        / NULLIF(sides.promoting_codings + sides.hindering_codings, 0) AS balance_codings,
    CASE WHEN sides.material_chars > 0 THEN sides.promoting_chars END AS promoting_chars,
    CASE WHEN sides.material_chars > 0 THEN sides.hindering_chars END AS hindering_chars,
    CAST(sides.promoting_chars - sides.hindering_chars AS DOUBLE)
        / NULLIF(sides.promoting_chars + sides.hindering_chars, 0) AS balance_chars,
    sides.material_chars
FROM sides
ORDER BY sides.case_id
