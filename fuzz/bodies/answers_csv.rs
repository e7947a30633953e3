//! Files of answers and summaries: filled in whole or not at all, verified without surprise.

use tenken::format::csv_fill::read_fill;
use tenken::format::csv_sheet::Sheet;
use tenken::format::csv_verify::{InputFile, verify};
use tenken::format::{csv_decode, csv_table};
use tenken::text::{fill, findings};

use super::shown::{LANGS, all_fit_to_show, fit_to_show};
use super::workbook;

/// Checks bytes as one file, and as two where a line of `====` divides them.
pub(crate) fn check(data: &[u8]) {
    check_table(data);
    check_fill(data);
    let mark = b"\n====\n";
    let at = data.windows(mark.len()).position(|part| part == mark);
    let parts = match at.and_then(|at| data.split_at_checked(at)) {
        Some((first, rest)) => vec![first, rest.get(mark.len()..).unwrap_or_default()],
        None => vec![data],
    };
    let names = ["a\u{1b}.csv", "b\u{202e}.csv"];
    let files: Vec<InputFile<'_>> = parts
        .into_iter()
        .zip(names)
        .map(|(bytes, name)| InputFile { name, bytes })
        .collect();
    let verdicts = verify(&files, &workbook::built_in().checklists);
    assert!(!verdicts.is_empty() && verdicts.len() <= files.len());
    for verdict in &verdicts {
        for lang in LANGS {
            all_fit_to_show(&findings::verdict(lang, verdict));
        }
    }
}

/// What was read as a table reads the same when it is written.
fn check_table(data: &[u8]) {
    let Ok(decoded) = csv_decode::decode(data) else {
        return;
    };
    let Ok(table) = csv_table::read(&decoded.text) else {
        return;
    };
    // What divides is guessed from the headings; ours hold none of the other signs.
    if table.headings.iter().any(|name| name.contains([';', '\t'])) {
        return;
    }
    // A heading of nothing but marks of the byte order is none once it is written.
    let unseen = |name: &String| name.trim_matches(['\u{feff}', '\r', '\n', ' ']).is_empty();
    if table.headings.iter().all(unseen) {
        return;
    }
    let bytes = csv_table::write(&table.headings, table.rows.iter().map(|row| &row.cells)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let again = csv_table::read(text.trim_start_matches('\u{feff}')).unwrap();
    assert!(
        table
            .rows
            .windows(2)
            .all(|pair| pair[0].number < pair[1].number)
    );
    // Written, a comma divides; a single heading may hold another sign.
    if csv_table::delimiter(text.trim_start_matches('\u{feff}')) == b',' {
        assert!(table.headings == again.headings, "headings differ");
        let cells = |table: &csv_table::Table| -> Vec<Vec<String>> {
            table.rows.iter().map(|row| row.cells.clone()).collect()
        };
        assert!(cells(&table) == cells(&again), "cells differ");
    }
}

/// A plan can be done, and once done there is nothing left to do.
fn check_fill(data: &[u8]) {
    let checklist = workbook::odawara();
    let mut book = workbook::begin(checklist);
    match read_fill(data, checklist, &book) {
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in &problems {
                for lang in LANGS {
                    all_fit_to_show(&fill::problem(lang, problem));
                }
            }
        }
        Ok(plan) => {
            for lang in LANGS {
                all_fit_to_show(&fill::plan(lang, &plan, true));
                for note in &plan.notes {
                    fit_to_show(&fill::note(lang, note));
                }
            }
            assert_eq!(plan.items == 0, plan.changes.is_empty());
            if plan.changes.is_empty() {
                return;
            }
            book.apply(workbook::record(2, plan.changes)).unwrap();
            let again = read_fill(data, checklist, &book).unwrap();
            assert_eq!(again.changes, [], "done, it is not done");
            // Making both files takes long; one in eight is enough.
            if data.len().is_multiple_of(8) {
                workbook::exports_well(checklist, &book);
            }
            assert!(Sheet::read(data).is_ok());
        }
    }
}
