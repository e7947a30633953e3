-- Articles, clauses and tiers of each department; T is the whole.
-- The figures are those of tenken: exact integers, rounded half up to one decimal only at the end.
-- `counts` are the marks that are scored; `worth` is in hundredths.
WITH answers AS (
    SELECT
        CAST(fiscal_year AS INTEGER) AS fiscal_year, lpad(CAST(municipality AS STRING), 6, '0') AS municipality,
        department_code, item_id, item_hash, clause_path, tiers,
        CAST(weight AS BIGINT) AS weight, critical,
        nullif(mark, '') AS mark,
        coalesce(CAST(nullif(mark_value, '') AS BIGINT), 0) AS worth,
        coalesce(mark, '') NOT IN ('', 'not_applicable') AS counts
    FROM tenken_answers
),
scoped AS (
    SELECT answers.*, scope_id
    FROM answers
    LATERAL VIEW explode(split(trim(concat('T ', coalesce(clause_path, ''), ' ', coalesce(tiers, ''))), ' ')) AS scope_id
),
counted AS (
    SELECT
    fiscal_year, municipality, department_code, scope_id,
    count(*) AS items,
    sum(CASE WHEN mark = 'not_applicable' THEN 1 ELSE 0 END) AS not_applicable,
    sum(CASE WHEN mark IS NULL THEN 1 ELSE 0 END) AS unanswered,
    sum(CASE WHEN mark = 'to_be_confirmed' THEN 1 ELSE 0 END) AS to_be_confirmed,
    sum(CASE WHEN mark = 'implemented' THEN 1 ELSE 0 END) AS implemented,
    sum(CASE WHEN mark = 'partial' THEN 1 ELSE 0 END) AS partial,
    sum(CASE WHEN mark = 'not_implemented' THEN 1 ELSE 0 END) AS not_implemented,
    sum(CASE WHEN mark = 'not_implemented' AND critical = 'yes' THEN 1 ELSE 0 END) AS critical_failures,
    sum(CASE WHEN counts THEN weight * worth ELSE 0 END) AS earned,
    sum(CASE WHEN counts THEN weight ELSE 0 END) AS weighed,
    sum(CASE WHEN mark = 'to_be_confirmed' THEN weight * worth ELSE 0 END) AS provisional,
    sum(CASE WHEN mark IS NULL OR mark = 'to_be_confirmed' THEN weight ELSE 0 END) AS open_weight,
    sum(CASE WHEN mark IS NULL THEN weight ELSE 0 END) AS blank_weight
    FROM scoped
    WHERE scope_id <> ''
    GROUP BY fiscal_year, municipality, department_code, scope_id
)
SELECT
    fiscal_year, municipality, department_code, scope_id,
    items, not_applicable, items - not_applicable AS applicable, unanswered, to_be_confirmed,
    implemented, partial, not_implemented,
    CASE WHEN (items) = 0 THEN NULL ELSE ((20 * (100 * (items - unanswered)) + (items)) DIV (2 * (items))) / 10.0 END AS response_rate,
    CASE WHEN (items) = 0 THEN NULL ELSE ((20 * (100 * (items - not_applicable)) + (items)) DIV (2 * (items))) / 10.0 END AS applicability_rate,
    CASE WHEN (implemented + partial + not_implemented + to_be_confirmed) = 0 THEN NULL ELSE ((20 * (100 * implemented) + (implemented + partial + not_implemented + to_be_confirmed)) DIV (2 * (implemented + partial + not_implemented + to_be_confirmed))) / 10.0 END AS implementation_rate,
    CASE WHEN (weighed) = 0 THEN NULL ELSE ((20 * (earned) + (weighed)) DIV (2 * (weighed))) / 10.0 END AS score,
    CASE WHEN (weighed + blank_weight) = 0 THEN NULL ELSE ((20 * (earned - provisional) + (weighed + blank_weight)) DIV (2 * (weighed + blank_weight))) / 10.0 END AS score_min,
    CASE WHEN (weighed + blank_weight) = 0 THEN NULL ELSE ((20 * (earned - provisional + 100 * open_weight) + (weighed + blank_weight)) DIV (2 * (weighed + blank_weight))) / 10.0 END AS score_max,
    critical_failures
FROM counted
ORDER BY fiscal_year, municipality, department_code, scope_id;
