#!/usr/bin/env python3
"""Compares the figures of tenken with those of DuckDB and Spark, cell by cell.

    tenken collect … --header en --to DESK --store STORE
    pip install duckdb pyspark        # pyspark needs a Java runtime
    python3 exports/sql/compare.py DESK STORE [--without spark] [--table by_clause]

Ends with 0 when every figure is the same, else names what differs and ends with 1.
"""
import argparse
import csv
import pathlib
import sys
import time
from decimal import Decimal

FIGURES = (
    "items not_applicable applicable unanswered to_be_confirmed implemented partial not_implemented "
    "response_rate applicability_rate implementation_rate score score_min score_max critical_failures"
).split()
TABLES = {
    "by_department": (["department_code"], FIGURES),
    "by_clause": (["scope_id"], ["departments", *FIGURES]),
    "by_department_clause": (["department_code", "scope_id"], FIGURES),
    "alike": (["department_code"], ["alike_items", "alike_previous_score", "alike_score", "alike_change"]),
}
HERE = pathlib.Path(__file__).resolve().parent


def number(cell):
    """A figure as an exact number with one decimal; none for an empty cell."""
    return None if cell in (None, "") else Decimal(str(cell)).quantize(Decimal("0.1"))


def of_tenken(desk, table):
    """The figures of a table of tenken, by year, municipality and the table's own key."""
    keys, figures = TABLES[table]
    name = "by_department" if table == "alike" else table
    rows = {}
    with open(desk / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if table == "alike" and row["alike_items"] in ("", "0"):
                continue
            if table != "alike" and row["items"] == "0":
                continue  # A scope without items has no rows to count.
            key = (int(row["fiscal_year"]), row["municipality_code"], *(row[key] for key in keys))
            rows[key] = [number(row[figure]) for figure in figures]
    return rows


def of_engine(names, records, table, years):
    """The figures of a query, for the years that tenken's table has."""
    keys, figures = TABLES[table]
    at = {name: index for index, name in enumerate(names)}
    rows = {}
    for record in records:
        key = (int(record[at["fiscal_year"]]), str(record[at["municipality"]]), *(record[at[key]] for key in keys))
        if key[0] in years:
            rows[key] = [number(record[at[figure]]) for figure in figures]
    return rows


def duckdb_engine(store):
    import duckdb

    connection = duckdb.connect()

    def run(table):
        text = (HERE / "duckdb" / f"{table}.sql").read_text(encoding="utf-8").replace("{{store}}", str(store))
        result = connection.execute(text)
        return [column[0] for column in result.description], result.fetchall()

    return run


def spark_engine(store):
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "6g")
        .config("spark.driver.maxResultSize", "0")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    for view in ("answers", "lineage"):
        frame = session.read.option("header", "true").option("inferSchema", "false").csv(str(store / view))
        frame.createOrReplaceTempView(f"tenken_{view}")

    def run(table):
        text = (HERE / "spark" / f"{table}.sql").read_text(encoding="utf-8").rstrip().rstrip(";")
        frame = session.sql(text)
        return frame.columns, [tuple(row) for row in frame.collect()]

    return run


def compare(name, table, expected, found):
    """Tells what differs; returns how many cells are the same and how many are not."""
    figures = TABLES[table][1]
    same = differs = 0
    for key in sorted(expected.keys() | found.keys(), key=str):
        one, other = expected.get(key), found.get(key)
        if one is None or other is None:
            differs += 1
            print(f"{name} {table} {key}: only in {'tenken' if other is None else name}", file=sys.stderr)
            continue
        for figure, ours, theirs in zip(figures, one, other):
            if ours == theirs:
                same += 1
            else:
                differs += 1
                print(f"{name} {table} {key} {figure}: tenken {ours}, {name} {theirs}", file=sys.stderr)
    return same, differs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("desk", type=pathlib.Path)
    parser.add_argument("store", type=pathlib.Path)
    parser.add_argument("--without", action="append", default=[], choices=["duckdb", "spark"])
    parser.add_argument("--table", action="append", default=[], choices=list(TABLES), help="only this; may be repeated")
    arguments = parser.parse_args()
    store = arguments.store.resolve()
    wrong = 0
    for name, engine in (("duckdb", duckdb_engine), ("spark", spark_engine)):
        if name in arguments.without:
            continue
        run = engine(store)
        for table in arguments.table or TABLES:
            expected = of_tenken(arguments.desk, table)
            started = time.monotonic()
            names, records = run(table)
            seconds = time.monotonic() - started
            found = of_engine(names, records, table, {key[0] for key in expected})
            same, differs = compare(name, table, expected, found)
            wrong += differs
            print(f"{name:7} {table:21} {same:9} cells the same, {differs} differ, {seconds:.2f} s")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
