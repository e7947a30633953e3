#!/usr/bin/env python3
"""Measures collecting beside a plain loop, DuckDB and Polars, on data that `bulk` made.

    cargo build --release && cargo bench --no-run --bench plain --bench bulk
    pip install duckdb polars
    python3 benches/peers.py DATA --tenken target/release/tenken --plain target/release/deps/plain-… [--rounds 5]

Each takes its turn in each round. Told are the least wall time, the least CPU time (user and system) and the
largest peak memory of each, and each beside the plain loop. The peers only add up; tenken also checks every
receipt, count and figure, and writes its tables.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

DUCKDB = """
import duckdb, sys
duckdb.sql("SET threads=2")
files = sys.argv[1] + sys.argv[2]
rows = duckdb.sql(f'''
SELECT municipality_code, fiscal_year, department_code, clause,
       sum(weight::BIGINT * mark_value::BIGINT) AS earned, sum(weight::BIGINT) AS weighed
FROM (SELECT * FROM read_csv('{files}', header = true, all_varchar = true, names = {COLUMNS}))
WHERE mark_value <> ''
GROUP BY ALL''').fetchall()
print(len(rows))
"""
POLARS = """
import polars, sys
columns = {COLUMNS}
frame = polars.scan_csv(sys.argv[1] + sys.argv[2], infer_schema=False, with_column_names=lambda _: columns)
weight, worth = polars.col("weight").cast(polars.Int64), polars.col("mark_value").cast(polars.Int64)
rows = (frame.filter(polars.col("mark_value") != "")
        .group_by("municipality_code", "fiscal_year", "department_code", "clause")
        .agg((weight * worth).sum().alias("earned"), weight.sum().alias("weighed"))
        .collect(engine="streaming"))
print(rows.height)
"""


def columns():
    """The ids of the columns of the answers, as the description of the files has them."""
    text = (pathlib.Path(__file__).parent.parent / "exports" / "README.md").read_text(encoding="utf-8")
    table = text.split("Columns of the answers", 1)[1].split("\n\n")[1]
    return [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]


def run(command, output):
    """Runs a command; returns wall seconds, CPU seconds and peak megabytes."""
    started = time.monotonic()
    with open(output, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    code = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--tenken", required=True)
    parser.add_argument("--plain", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--year", default="2026")
    parser.add_argument("--without", action="append", default=[], choices=["duckdb", "polars"])
    arguments = parser.parse_args()
    # Files of one municipality lie in a folder of their own; large ones side by side.
    pattern = "/*answers*.csv" if any(arguments.data.glob("*answers*.csv")) else "/*/*answers*.csv"
    names = repr(columns())
    with tempfile.TemporaryDirectory() as folder:
        desk = os.path.join(folder, "desk")
        commands = {
            "plain loop": [arguments.plain, str(arguments.data)],
            "tenken": [arguments.tenken, "collect", str(arguments.data), "--year", arguments.year, "--no-keep",
                       "--to", desk],
            "duckdb": [sys.executable, "-c", DUCKDB.replace("{COLUMNS}", names), str(arguments.data), pattern],
            "polars": [sys.executable, "-c", POLARS.replace("{COLUMNS}", names), str(arguments.data), pattern],
        }
        for name in arguments.without:
            commands.pop(name)
        measured = {name: [] for name in commands}
        for _ in range(arguments.rounds):
            for name, command in commands.items():
                output = os.path.join(folder, "output")
                wall, cpu, peak, code = run(command, output)
                if code not in (0, 1):
                    print(name, "ended with", code, open(output, encoding="utf-8").read()[-500:], file=sys.stderr)
                    continue
                measured[name].append((wall, cpu, peak))
    base = [min(column) for column in zip(*measured["plain loop"])]
    print(f"{'':12} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'wall ×':>7} {'CPU ×':>7}")
    for name, runs in measured.items():
        if not runs:
            continue
        wall, cpu = min(run[0] for run in runs), min(run[1] for run in runs)
        peak = max(run[2] for run in runs)
        print(f"{name:12} {wall:8.2f} {cpu:8.2f} {peak:8.0f} {wall / base[0]:7.2f} {cpu / base[1]:7.2f}")


if __name__ == "__main__":
    main()
