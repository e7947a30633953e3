-- Departments beside the year before, over items that were asked alike: the same hash in both years.
-- A department continues those that the lineage names; several are taken together.
-- The figures are those of tenken: exact integers, rounded half up to one decimal only at the end.
-- `counts` are the marks that are scored; `worth` is in hundredths.
WITH answers AS (
    SELECT
        CAST(fiscal_year AS INTEGER) AS fiscal_year, CAST(municipality AS VARCHAR(6)) AS municipality,
        department_code, item_id, item_hash, clause_path, tiers,
        CAST(weight AS BIGINT) AS weight, critical,
        nullif(mark, '') AS mark,
        coalesce(CAST(nullif(mark_value, '') AS BIGINT), 0) AS worth,
        coalesce(mark, '') NOT IN ('', 'not_applicable') AS counts
    FROM read_csv('{{store}}/answers/*/*/*.csv', header = true, all_varchar = true, hive_partitioning = true, hive_types_autocast = false)
),
lineage AS (
    SELECT
        CAST(fiscal_year AS INTEGER) AS fiscal_year, CAST(municipality AS VARCHAR(6)) AS municipality,
        department_code, previous_department_code
    FROM read_csv('{{store}}/lineage/*/*/*.csv', header = true, all_varchar = true, hive_partitioning = true, hive_types_autocast = false)
),
pairs AS (
    SELECT
        now.fiscal_year, now.municipality, now.department_code, now.item_id,
        now.weight AS weight, now.worth AS worth, now.counts AS counts,
        before.weight AS old_weight, before.worth AS old_worth, before.counts AS old_counts
    FROM answers AS now
    JOIN lineage
        ON lineage.fiscal_year = now.fiscal_year
        AND lineage.municipality = now.municipality
        AND lineage.department_code = now.department_code
    JOIN answers AS before
        ON before.fiscal_year = now.fiscal_year - 1
        AND before.municipality = now.municipality
        AND before.department_code = lineage.previous_department_code
        AND before.item_id = now.item_id
        AND before.item_hash = now.item_hash
),
old AS (
    SELECT
        fiscal_year, municipality, department_code,
        sum(CASE WHEN old_counts THEN old_weight * old_worth ELSE 0 END) AS earned,
        sum(CASE WHEN old_counts THEN old_weight ELSE 0 END) AS weighed
    FROM pairs
    GROUP BY fiscal_year, municipality, department_code
),
new AS (
    SELECT
        fiscal_year, municipality, department_code,
        count(*) AS alike_items,
        sum(CASE WHEN counts THEN weight * worth ELSE 0 END) AS earned,
        sum(CASE WHEN counts THEN weight ELSE 0 END) AS weighed
    FROM (SELECT DISTINCT fiscal_year, municipality, department_code, item_id, weight, worth, counts FROM pairs) AS once
    GROUP BY fiscal_year, municipality, department_code
),
scores AS (
    SELECT
        new.fiscal_year, new.municipality, new.department_code, new.alike_items,
        CASE WHEN (old.weighed) = 0 THEN NULL ELSE ((20 * (old.earned) + (old.weighed)) // (2 * (old.weighed))) / 10.0 END AS alike_previous_score,
        CASE WHEN (new.weighed) = 0 THEN NULL ELSE ((20 * (new.earned) + (new.weighed)) // (2 * (new.weighed))) / 10.0 END AS alike_score
    FROM new
    JOIN old
        ON old.fiscal_year = new.fiscal_year
        AND old.municipality = new.municipality
        AND old.department_code = new.department_code
)
SELECT
    fiscal_year, municipality, department_code, alike_items, alike_previous_score, alike_score,
    alike_score - alike_previous_score AS alike_change
FROM scores
ORDER BY fiscal_year, municipality, department_code;
