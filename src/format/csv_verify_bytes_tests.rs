//! A change of any byte of an exported file is found, or means the same.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::csv_canonical::SheetKind;
use super::csv_export::{ExportedCsv, export_files};
use super::csv_finding::{FindingKind, Verdict};
use super::csv_sheet::Sheet;
use super::csv_test_kit::input;
use super::csv_verify::{InputFile, verify};
use crate::domain::action;
use crate::domain::checklist::Checklist;
use crate::domain::mark::Mark;
use crate::domain::record::{Evidence, TextField};
use crate::fixture;
use crate::text::columns::Header;

fn checklist() -> &'static Checklist {
    static CHECKLIST: OnceLock<Checklist> = OnceLock::new();
    CHECKLIST.get_or_init(|| fixture::plain_checklist(3))
}

fn export() -> &'static ExportedCsv {
    static EXPORT: OnceLock<ExportedCsv> = OnceLock::new();
    EXPORT.get_or_init(|| {
        let mut workbook = fixture::workbook();
        let marks = [Mark::Implemented, Mark::Partial, Mark::NotApplicable];
        for (item, mark) in checklist().items.iter().zip(marks) {
            let reason = Some("窓口がない");
            let marked = action::mark(&workbook, item, Some(mark), reason);
            fixture::act(&mut workbook, marked);
            let remark = action::text(&workbook, item, TextField::Remark, "備考\n\"引用\", 2行目");
            fixture::act(&mut workbook, remark);
            let document = Evidence {
                name: "名簿".to_owned(),
                date: "2026-05-01".to_owned(),
            };
            let evidence = action::evidence(&workbook, item, vec![document]);
            fixture::act(&mut workbook, evidence);
        }
        export_files(&input(checklist(), &workbook, None, Header::Ja)).unwrap()
    })
}

fn file(kind: SheetKind) -> &'static [u8] {
    match kind {
        SheetKind::Summary => &export().summary,
        SheetKind::Answers => &export().answers,
    }
}

/// Checks the pair with one file in another state.
fn verdicts(kind: SheetKind, changed: &[u8]) -> Vec<Verdict> {
    let (summary, answers) = match kind {
        SheetKind::Summary => (changed, file(SheetKind::Answers)),
        SheetKind::Answers => (file(SheetKind::Summary), changed),
    };
    let files = [("summary.csv", summary), ("answers.csv", answers)];
    let files = files.map(|(name, bytes)| InputFile { name, bytes });
    verify(&files, std::slice::from_ref(checklist()))
}

/// Returns whether a changed file still says the same.
fn same_meaning(kind: SheetKind, changed: &[u8]) -> bool {
    Sheet::read(changed)
        .is_ok_and(|sheet| sheet.canonical() == Sheet::read(file(kind)).unwrap().canonical())
}

/// Asserts that a changed file is never called good unless it means the same, and that a finding
/// is about that file.
fn check(kind: SheetKind, changed: &[u8], what: &str) -> bool {
    let verdicts = verdicts(kind, changed);
    if verdicts.iter().all(Verdict::is_good) {
        assert!(same_meaning(kind, changed), "{what}: called good");
        return true;
    }
    let located = verdicts.iter().flat_map(|verdict| {
        let unreadable = verdict.unreadable.is_some();
        let findings = verdict.findings.iter();
        findings.map(move |finding| unreadable || finding.sheet == Some(kind))
    });
    let paired = verdicts.len() > 1;
    assert!(
        paired || located.into_iter().any(|found| found),
        "{what}: not located"
    );
    false
}

#[test]
fn the_sample_is_good() {
    for kind in [SheetKind::Summary, SheetKind::Answers] {
        let verdicts = verdicts(kind, file(kind));
        assert_eq!(verdicts[0].findings, []);
    }
}

/// What may change without a fault being told, because it means the same: the line ends; the case of
/// the seals' letters; and a heading over a column that holds nothing, which is told as a note.
fn may_mean_the_same(kind: SheetKind, at: usize, changed: &[u8]) -> bool {
    let bytes = file(kind);
    let line_end = matches!(bytes[at], b'\r' | b'\n');
    let case = bytes[at].is_ascii_alphabetic() && bytes[at].eq_ignore_ascii_case(&changed[at]);
    let first_row = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let told = verdicts(kind, changed)[0]
        .findings
        .iter()
        .any(|finding| matches!(finding.kind, FindingKind::MissingColumn(_)));
    line_end || case || (at < first_row && told)
}

/// Changes every fifth byte, each in its turn to another bit, another case, a digit or a `?`.
fn every_fifth_byte_is_found(kind: SheetKind, begin: usize) {
    let bytes = file(kind);
    let mut found = 0;
    for at in (begin..bytes.len()).step_by(5) {
        let value = [bytes[at] ^ 1, bytes[at] ^ 0x20, b'7', b'?'][at % 4];
        if value == bytes[at] {
            continue;
        }
        let mut changed = bytes.to_vec();
        changed[at] = value;
        if check(kind, &changed, &format!("{kind:?} byte {at} as {value}")) {
            let what = (at, bytes[at], value);
            assert!(may_mean_the_same(kind, at, &changed), "{kind:?} {what:?}");
        } else {
            found += 1;
        }
    }
    assert!(found * 10 > bytes.len() / 5 * 9);
}

#[test]
fn a_change_of_any_byte_of_the_summary_is_found_or_means_the_same() {
    every_fifth_byte_is_found(SheetKind::Summary, 0);
}

#[test]
fn a_change_of_any_byte_of_the_answers_is_found_or_means_the_same() {
    every_fifth_byte_is_found(SheetKind::Answers, 1);
}

#[test]
fn a_missing_summary_row_is_told_once() {
    let text = String::from_utf8(file(SheetKind::Summary).to_vec()).unwrap();
    let mut rows: Vec<&str> = text.split_inclusive('\n').collect();
    rows.remove(2);
    let verdicts = verdicts(SheetKind::Summary, rows.concat().as_bytes());
    let missing = verdicts[0]
        .findings
        .iter()
        .filter(|finding| matches!(finding.kind, FindingKind::RowMissing(_)));
    assert_eq!(missing.count(), 1, "{:?}", verdicts[0].findings);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_byte_as_any_other_is_found_or_means_the_same(
        kind in prop::sample::select(vec![SheetKind::Summary, SheetKind::Answers]),
        place in any::<prop::sample::Index>(),
        value in any::<u8>(),
    ) {
        let mut changed = file(kind).to_vec();
        let at = place.index(changed.len());
        prop_assume!(changed[at] != value);
        changed[at] = value;
        check(kind, &changed, &format!("{kind:?} byte {at} as {value}"));
    }
}
