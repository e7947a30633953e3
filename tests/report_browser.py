#!/usr/bin/env python3
"""Looks at the report as its readers do: in a browser, on paper, and in a spreadsheet.

    python3 tests/report_browser.py PROGRAM [FOLDER]

PROGRAM is a built tenken. A training folder is made, collected and reported, in FOLDER when one is
named, and then kept. Needs chromium and pdfinfo and pdftotext (poppler-utils); LibreOffice for the
sheets, which are left out without it. It is no part of `cargo test`.
"""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NOW = ["--now", "2026-11-30T09:00:00+09:00"]
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"]
# Pages that either edition may have for the forty departments of the training folder.
PAGES = {"report": range(15, 41), "report_public": range(4, 9)}
MARKS = {"report": "庁内限り", "report_public": "公表用"}


def run(*command, codes=(0,)):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    if done.returncode not in codes:
        sys.exit(f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done


def check(holds, what):
    print(("ok    " if holds else "FAILED"), what)
    return 0 if holds else 1


def number(text):
    """A number as a spreadsheet writes it, however many zeros it ends in."""
    return text if text == "―" else float(text)


def in_browser(desk, name):
    page = desk / f"{name}.html"
    drawn = run(*CHROMIUM, "--virtual-time-budget=2000", "--dump-dom", page.as_uri())
    console = [line for line in drawn.stderr.splitlines() if "CONSOLE" in line]
    failed = check(not console, f"{name}: nothing on the console {console[:3]}")
    charts = drawn.stdout.count("<figure>")
    titles = drawn.stdout.count("<desc>")
    failed += check(charts == titles == 3, f"{name}: {charts} charts with descriptions")
    failed += check("<script" not in drawn.stdout, f"{name}: no script")
    paper = desk / f"{name}.pdf"
    run(*CHROMIUM, "--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
    about = run("pdfinfo", paper).stdout
    pages = int(re.search(r"Pages: +(\d+)", about)[1])
    failed += check("A4" in about, f"{name}: A4")
    failed += check(pages in PAGES[name], f"{name}: {pages} pages")
    texts = run("pdftotext", "-layout", paper, "-").stdout.split("\f")[:pages]
    marked = sum(MARKS[name] in text for text in texts)
    failed += check(marked == pages, f"{name}: the mark on {marked} of {pages} pages")
    return failed


def in_spreadsheet(desk, name):
    if not shutil.which("soffice"):
        print("left out: no LibreOffice")
        return 0
    with tempfile.TemporaryDirectory() as home:
        sheets = Path(home) / "sheets"
        run("soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{home}/profile",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            "--outdir", sheets, desk / f"{name}.xlsx")
        found = {path.stem.split("-", 1)[1]: list(csv.reader(path.open(encoding="utf-8-sig")))
                 for path in sheets.glob("*.csv")}
    with (desk / "by_department.csv").open(encoding="utf-8-sig") as file:
        wanted = {row["department_code"]: row for row in csv.DictReader(file)}
    board = found["所属ごとの提出と得点"]
    rows = {row[0]: row for row in board[1:]}
    same = 0
    for code, row in wanted.items():
        shown = rows[code]
        change = row["score_change"].replace("+", "")
        pairs = [(shown[3], row["score"]), (shown[5], row["implementation_rate"]),
                 (shown[6], row["implemented"]), (shown[8].replace("+", ""), change or "―")]
        bad = [pair for pair in pairs if number(pair[0]) != number(pair[1])]
        if bad:
            print(code, bad)
        same += not bad
    failed = check(same == len(wanted), f"{name}.xlsx: {same} of {len(wanted)} departments as in by_department.csv")
    failed += check(all(code.startswith("0") for code in rows), f"{name}.xlsx: codes keep their leading zeros")
    with (desk / "by_clause.csv").open(encoding="utf-8-sig") as file:
        clauses = {row["scope_label"]: row["score"] for row in csv.DictReader(file)}
    shown = {row[0].strip("　"): row[11] for row in found["条項ごとの集計"][1:]}
    same = sum(label in clauses and number(clauses[label]) == number(score)
               for label, score in shown.items() if label != "全体")
    failed += check(same == len(shown) - 1, f"{name}.xlsx: {same} clauses as in by_clause.csv")
    return failed


def main():
    program = Path(sys.argv[1]).resolve()
    keep = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    root = keep or Path(tempfile.mkdtemp(prefix="tenken-report-"))
    place, desk = root / "demo", root / "desk"
    run(program, "demo", place)
    run(program, *NOW, "--folder", place, "collect", place / "received/2026", "--year", "2026",
        "--previous", place / "received/2025", "--previous", place / "received/2024",
        "--roster", place / "departments.csv", "--to", desk, "--header", "en", codes=(0, 1))
    failed = 0
    for edition, name in [("internal", "report"), ("public", "report_public")]:
        run(program, *NOW, "--folder", place, "report", desk, "--edition", edition)
        failed += in_browser(desk, name)
    failed += in_spreadsheet(desk, "report")
    if keep is None:
        shutil.rmtree(root)
    sys.exit(1 if failed else 0)


main()
