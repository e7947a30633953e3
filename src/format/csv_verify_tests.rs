//! What is found in files that were altered, spoilt or mixed up.

use super::*;
use crate::domain::mark::Mark;
use crate::domain::workbook::Workbook;
use crate::format::csv_export::{ExportedCsv, export_files};
use crate::format::csv_finding::LostSign;
use crate::format::csv_table;
use crate::format::csv_test_kit::{cells, checklist, filled, input, workbook};
use crate::text::columns::Header;

fn export(workbook: &Workbook) -> ExportedCsv {
    export_files(&input(checklist("odawara"), workbook, None, Header::Ja)).unwrap()
}

fn both<'a>(summary: &'a [u8], answers: &'a [u8]) -> [InputFile<'a>; 2] {
    [
        InputFile {
            name: "summary.csv",
            bytes: summary,
        },
        InputFile {
            name: "answers.csv",
            bytes: answers,
        },
    ]
}

fn one(files: &[InputFile<'_>], checklists: &[Checklist]) -> Verdict {
    let mut verdicts = verify(files, checklists);
    assert_eq!(verdicts.len(), 1);
    verdicts.remove(0)
}

/// Changes cells of a file: row (headings are 1), column id, new text.
fn altered(kind: SheetKind, bytes: &[u8], changes: &[(usize, &str, &str)]) -> Vec<u8> {
    let mut rows = cells(bytes);
    for (row, id, text) in changes {
        rows[row - 1][kind.position(id).unwrap()] = (*text).to_owned();
    }
    csv_table::write(&rows[0], &rows[1..]).unwrap()
}

fn kinds(verdict: &Verdict) -> Vec<(Option<usize>, Option<&str>, &FindingKind)> {
    let findings = verdict.findings.iter();
    findings
        .map(|finding| (finding.row, finding.column_id, &finding.kind))
        .collect()
}

#[test]
fn an_altered_answer_is_found_with_every_figure_it_moves() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let rows = cells(&export.answers);
    let mark = SheetKind::Answers.position("mark").unwrap();
    let row = 1 + rows.iter().position(|row| row[mark] == "未実施").unwrap();
    let changes = [(row, "mark", "実施"), (row, "mark_value", "100")];
    let answers = altered(SheetKind::Answers, &export.answers, &changes);
    let verdict = one(&both(&export.summary, &answers), &[]);
    assert_eq!(verdict.receipt_check, Check::Bad);
    assert_eq!(verdict.summary_check, Check::Good);
    assert_eq!(verdict.answers_check, Check::Bad);
    assert!(!verdict.is_good());
    let total: Vec<&str> = verdict
        .findings
        .iter()
        .filter(|finding| matches!(&finding.kind, FindingKind::FigureDiffers { scope, .. } if scope == "T"))
        .filter_map(|finding| finding.column_id)
        .collect();
    for id in [
        "implemented",
        "not_implemented",
        "implementation_rate",
        "score",
    ] {
        assert!(total.contains(&id), "{id} not in {total:?}");
    }
}

#[test]
fn an_altered_figure_is_found_with_its_row_and_column() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let summary = altered(SheetKind::Summary, &export.summary, &[(2, "score", "99.9")]);
    let verdict = one(&both(&summary, &export.answers), &[]);
    let place = SheetKind::Summary.position("score").unwrap() + 1;
    let found = verdict
        .findings
        .iter()
        .find(|finding| finding.column_id == Some("score"))
        .unwrap();
    assert_eq!((found.row, found.column), (Some(2), Some(place)));
    assert!(
        matches!(&found.kind, FindingKind::FigureDiffers { scope, found, .. } if scope == "T" && found == "99.9")
    );
    assert_eq!(
        (verdict.summary_check, verdict.answers_check),
        (Check::Bad, Check::Good)
    );
}

#[test]
fn a_text_that_is_no_mark_is_told_and_never_scored() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let answers = altered(
        SheetKind::Answers,
        &export.answers,
        &[(2, "mark", "implementiert")],
    );
    let verdict = one(&both(&export.summary, &answers), &[]);
    assert_eq!(verdict.scale, ScaleBasis::None);
    let unknown = FindingKind::UnknownMark("implementiert".to_owned());
    assert!(kinds(&verdict).contains(&(Some(2), Some("mark"), &unknown)));
    assert!(
        !verdict
            .findings
            .iter()
            .any(|finding| matches!(finding.kind, FindingKind::FigureDiffers { .. }))
    );
}

#[test]
fn a_file_alone_is_checked_against_its_own_digest() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let file = InputFile {
        name: "answers.csv",
        bytes: &export.answers,
    };
    let verdict = one(&[file], &[]);
    assert!(verdict.is_good());
    assert_eq!(
        (verdict.answers_check, verdict.receipt_check),
        (Check::Good, Check::Open)
    );
    assert_eq!(
        kinds(&verdict),
        [(None, None, &FindingKind::PartnerMissing(SheetKind::Summary))]
    );
    let spoilt = altered(SheetKind::Answers, &export.answers, &[(3, "remark", "別")]);
    let verdict = one(
        &[InputFile {
            name: "answers.csv",
            bytes: &spoilt,
        }],
        &[],
    );
    assert_eq!(verdict.answers_check, Check::Bad);
    assert!(!verdict.has_lost_characters());
}

#[test]
fn lost_characters_are_told_as_such() {
    let export = export(&filled(checklist("odawara"), "0420"));
    for (text, sign) in [
        ("?田", LostSign::QuestionMark),
        ("&#134071;田", LostSign::NumberedCharacter),
    ] {
        let answers = altered(SheetKind::Answers, &export.answers, &[(3, "remark", text)]);
        let verdict = one(&both(&export.summary, &answers), &[]);
        assert!(verdict.has_lost_characters());
        let lost = FindingKind::Lost(sign);
        assert!(kinds(&verdict).contains(&(Some(3), Some("remark"), &lost)));
    }
}

#[test]
fn a_question_mark_alone_is_no_loss() {
    let checklist = checklist("odawara");
    let mut workbook = workbook(checklist, "?");
    let changes =
        crate::domain::action::mark(&workbook, &checklist.items[0], Some(Mark::Partial), None);
    crate::format::csv_test_kit::act(&mut workbook, changes.unwrap());
    let export = export(&workbook);
    let verdict = one(
        &both(&export.summary, &export.answers),
        std::slice::from_ref(checklist),
    );
    assert_eq!(verdict.findings, []);
    assert_eq!(verdict.scale, ScaleBasis::Checklist);
}

#[test]
fn files_are_paired_by_department_and_year() {
    let [one, two] = ["0420", "0421"].map(|code| export(&filled(checklist("odawara"), code)));
    let files = [
        InputFile {
            name: "a",
            bytes: &one.answers,
        },
        InputFile {
            name: "b",
            bytes: &two.summary,
        },
        InputFile {
            name: "c",
            bytes: &two.answers,
        },
        InputFile {
            name: "d",
            bytes: &one.summary,
        },
        InputFile {
            name: "e",
            bytes: b"no,table",
        },
    ];
    let verdicts = verify(&files, &[]);
    let names: Vec<_> = verdicts
        .iter()
        .map(|verdict| {
            [&verdict.summary, &verdict.answers, &verdict.unreadable]
                .map(|name| name.as_deref().unwrap_or(""))
        })
        .collect();
    assert_eq!(names, [["", "", "e"], ["b", "c", ""], ["d", "a", ""]]);
    assert!(verdicts[1].is_good() && verdicts[2].is_good() && !verdicts[0].is_good());
}

#[test]
fn an_earlier_draft_beside_the_final_files_is_told() {
    let checklist = checklist("odawara");
    let (early, late) = (
        export(&workbook(checklist, "0420")),
        export(&filled(checklist, "0420")),
    );
    let files = [
        InputFile {
            name: "1",
            bytes: &early.summary,
        },
        InputFile {
            name: "2",
            bytes: &late.summary,
        },
        InputFile {
            name: "3",
            bytes: &late.answers,
        },
        InputFile {
            name: "4",
            bytes: &early.answers,
        },
    ];
    let verdicts = verify(&files, &[]);
    assert_eq!(verdicts.len(), 2);
    for (verdict, names) in verdicts.iter().zip([["1", "4"], ["2", "3"]]) {
        assert_eq!(
            [&verdict.summary, &verdict.answers].map(|name| name.as_deref().unwrap()),
            names
        );
        assert_eq!(verdict.receipt_check, Check::Good);
    }
    assert!(verdicts[0].is_good());
    assert!(
        verdicts[1]
            .findings
            .iter()
            .all(|finding| finding.kind == FindingKind::Duplicate)
    );
}

#[test]
fn files_of_two_exports_do_not_fit_together() {
    let checklist = checklist("odawara");
    let (early, late) = (
        export(&workbook(checklist, "0420")),
        export(&filled(checklist, "0420")),
    );
    let verdict = one(&both(&early.summary, &late.answers), &[]);
    assert_eq!(
        (verdict.summary_check, verdict.answers_check),
        (Check::Good, Check::Good)
    );
    assert_eq!(verdict.receipt_check, Check::Bad);
    assert!(
        kinds(&verdict)
            .iter()
            .any(|(_, id, kind)| *id == Some("status")
                && matches!(kind, FindingKind::Inconsistent { .. }))
    );
}

#[test]
fn rows_and_columns_that_are_missing_are_told() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let mut rows = cells(&export.answers);
    let gone = rows.remove(2)[SheetKind::Answers.position("item_id").unwrap()].clone();
    rows.push(rows[1].clone());
    let remark = SheetKind::Answers.position("remark").unwrap();
    for row in &mut rows {
        row.remove(remark);
        row.push(String::new());
    }
    rows[0].pop();
    rows[0].push("メモ".to_owned());
    let answers = csv_table::write(&rows[0], &rows[1..]).unwrap();
    let verdict = one(
        &both(&export.summary, &answers),
        std::slice::from_ref(checklist("odawara")),
    );
    let found = kinds(&verdict);
    let last = rows.len();
    assert!(found.contains(&(
        Some(1),
        Some("remark"),
        &FindingKind::MissingColumn("remark")
    )));
    assert!(found.contains(&(None, None, &FindingKind::UnknownColumn("メモ".to_owned()))));
    assert!(found.contains(&(None, None, &FindingKind::RowMissing(gone))));
    assert!(found.contains(&(
        Some(last),
        Some("item_id"),
        &FindingKind::RowTwice { first: 2 }
    )));
}

#[test]
fn a_lightened_item_shows_against_the_checklist() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let answers = altered(SheetKind::Answers, &export.answers, &[(2, "weight", "2")]);
    let verdict = one(
        &both(&export.summary, &answers),
        std::slice::from_ref(checklist("odawara")),
    );
    assert!(kinds(&verdict).iter().any(|(row, id, kind)| {
        *row == Some(2) && *id == Some("weight") && matches!(kind, FindingKind::CellDiffers { .. })
    }));
}

#[test]
fn another_checklist_is_not_used() {
    let export = export(&filled(checklist("odawara"), "0420"));
    let other = std::slice::from_ref(checklist("tsukubamirai"));
    let verdict = one(&both(&export.summary, &export.answers), other);
    assert!(verdict.is_good());
    assert_eq!(verdict.scale, ScaleBasis::Default);
    assert!(matches!(
        verdict.findings[..],
        [Finding {
            kind: FindingKind::OtherChecklist { .. },
            ..
        }]
    ));
}

#[test]
fn a_city_s_own_scale_is_read_from_the_answers() {
    let mut own = checklist("odawara").clone();
    own.scale.marks[1].value = Some(60);
    let workbook = filled(&own, "0420");
    let export = export_files(&input(&own, &workbook, None, Header::Ja)).unwrap();
    let files = both(&export.summary, &export.answers);
    let verdict = one(&files, &[]);
    assert_eq!((verdict.scale, verdict.is_good()), (ScaleBasis::File, true));
    let verdict = one(&files, std::slice::from_ref(checklist("odawara")));
    assert!(
        verdict
            .findings
            .iter()
            .any(|finding| matches!(finding.kind, FindingKind::WorthDiffers { .. }))
    );
}

#[test]
fn headings_alone_are_no_department() {
    let export = export(&workbook(checklist("odawara"), "0420"));
    let rows = cells(&export.summary);
    let empty = csv_table::write(&rows[0], &rows[..0]).unwrap();
    let verdict = one(
        &[InputFile {
            name: "s",
            bytes: &empty,
        }],
        &[],
    );
    assert!(!verdict.is_good());
    assert_eq!(verdict.summary_check, Check::Open);
}
