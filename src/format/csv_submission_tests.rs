//! Tests of reading what departments handed in.

use super::*;
use crate::domain::scope;
use crate::domain::workbook::Workbook;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_export::export_files;
use crate::format::csv_parts::parts;
use crate::format::csv_test_kit::{Resave, checklist, filled, input};
use crate::text::columns::Header;

fn confirmed(code: &str) -> Workbook {
    filled(checklist("odawara"), code)
}

fn exported(workbook: &Workbook) -> (Vec<u8>, Vec<u8>) {
    let files = export_files(&input(checklist("odawara"), workbook, None, Header::Ja)).unwrap();
    (files.summary, files.answers)
}

fn handed(name: &str, bytes: &[u8]) -> Handed {
    Handed {
        name: name.into(),
        sheet: Sheet::read(bytes).unwrap(),
    }
}

fn read_both(summary: &[u8], answers: &[u8]) -> HandedIn {
    read(
        Some(handed("s.csv", summary)),
        Some(handed("a.csv", answers)),
        &[],
    )
}

#[test]
fn a_submission_gives_the_figures_of_its_workbook() {
    let (list, workbook) = (checklist("odawara"), confirmed("0420"));
    let (summary, answers) = exported(&workbook);
    let read = read_both(&summary, &answers);
    assert_eq!(read.claim.soundness, Soundness::Sound, "{:?}", read.verdict);
    let submission = read.submission.unwrap();
    assert_eq!(submission.answers.len(), list.items.len());
    for scope in scope::scopes(list) {
        let asked = submission.asked.scope(&scope.id).unwrap();
        assert_eq!(
            submission.figures_of(&asked.items),
            scope::figures(list, &workbook, &scope),
            "{}",
            scope.id
        );
    }
    assert_eq!(submission.total(), scope::total(list, &workbook));
    let ids: Vec<&str> = submission
        .asked
        .items
        .iter()
        .map(|item| &*item.id)
        .collect();
    for (position, id) in ids.iter().enumerate() {
        let item = list.items.iter().position(|item| item.id.as_str() == *id);
        assert_eq!(submission.origin.row(position), item.map(|at| at + 2));
    }
}

#[test]
fn a_file_saved_by_a_spreadsheet_is_read_alike() {
    let (summary, answers) = exported(&confirmed("0420"));
    let plain = read_both(&summary, &answers).submission.unwrap();
    let resave = Resave {
        encoding: "cp932",
        quoted: true,
        turned_at: 5,
        rewritten: true,
        headings: Some(Header::En),
        ..Resave::plain()
    };
    let read = read_both(
        &resave.apply(SheetKind::Summary, &summary),
        &resave.apply(SheetKind::Answers, &answers),
    );
    assert_eq!(read.claim.soundness, Soundness::Sound, "{:?}", read.verdict);
    let again = read.submission.unwrap();
    assert_eq!(again.answers, plain.answers);
    assert_eq!(again.asked, plain.asked);
    assert_eq!(again.cover.confirmed_at, plain.cover.confirmed_at);
    assert_eq!(again.year, plain.year);
    assert_eq!(again.cover.municipality_code, plain.cover.municipality_code);
    assert_eq!(again.cover.edition, plain.cover.edition);
}

#[test]
fn what_differs_is_no_submission() {
    let (summary, answers) = exported(&confirmed("0420"));
    let text = String::from_utf8(answers.clone()).unwrap();
    let altered = text.replacen("未実施", "実施", 1);
    assert_ne!(text, altered);
    let differs = read_both(&summary, altered.as_bytes());
    assert_eq!(differs.claim.soundness, Soundness::Altered);
    assert!(differs.submission.is_none());
    let alone = read(Some(handed("s.csv", &summary)), None, &[]);
    assert_eq!(alone.claim.soundness, Soundness::Alone);
    assert_eq!(&*alone.claim.cover.department_code, "0420");
}

#[test]
fn a_file_of_several_departments_is_divided() {
    let ((summary, answers), (other_summary, other_answers)) =
        (exported(&confirmed("0420")), exported(&confirmed("0430")));
    let join = |one: &[u8], other: &[u8]| {
        let other = std::str::from_utf8(other).unwrap();
        let (_, rows) = other.split_once("\r\n").unwrap();
        [one, rows.as_bytes(), rows.as_bytes()].concat()
    };
    let summaries = parts(Sheet::read(&join(&summary, &other_summary)).unwrap());
    let answers = parts(Sheet::read(&join(&answers, &other_answers)).unwrap());
    assert_eq!((summaries.len(), answers.len()), (3, 3));
    for (summary, answers) in summaries.into_iter().zip(answers) {
        let hand = |name: &str, sheet| Handed {
            name: name.into(),
            sheet,
        };
        let found = read(Some(hand("s", summary)), Some(hand("a", answers)), &[]);
        assert_eq!(
            found.claim.soundness,
            Soundness::Sound,
            "{:?}",
            found.verdict
        );
    }
}
