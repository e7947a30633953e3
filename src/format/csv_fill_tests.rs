//! Answers from files, typed by hand or exported.

use proptest::prelude::*;

use super::*;
use crate::domain::record::Evidence;
use crate::domain::scope::{figures, scopes};
use crate::format::csv_export::export_files;
use crate::format::csv_table;
use crate::format::csv_test_kit::{
    Resave, act, cells, checklist, filled, input, last_year, profile, workbook,
};
use crate::text::columns::Header;

fn plan(text: &str) -> Result<FillPlan, Vec<FillProblem>> {
    let checklist = checklist("odawara");
    read_fill(text.as_bytes(), checklist, &workbook(checklist, "0420"))
}

/// Checks the problems of a file: row, column, kind.
fn check(text: &str, problems: &[(Option<usize>, Option<usize>, FillProblemKind)]) {
    let found: Vec<_> = plan(text)
        .unwrap_err()
        .into_iter()
        .map(|problem| (problem.row, problem.column, problem.kind))
        .collect();
    assert_eq!(found, problems, "{text}");
}

#[test]
fn a_list_typed_by_hand_is_read() {
    let plan = plan("項目ID;回答;備考;確認資料;対象外の理由\nＱ05-01;○;;名簿（4月）;\nQ05-02;△;一部;;\nQ05-04;;;;\nQ05-03;－;;;該当者なし\n\n").unwrap();
    assert_eq!((plan.items, plan.marked, plan.notes.len()), (3, 3, 0));
    let checklist = checklist("odawara");
    let mut workbook = workbook(checklist, "0420");
    act(&mut workbook, plan.changes);
    let mark = |id: &str| workbook.answer(id).mark();
    assert_eq!(mark("Q05-01"), Some(Mark::Implemented));
    assert_eq!(mark("Q05-02"), Some(Mark::Partial));
    assert_eq!(mark("Q05-03"), Some(Mark::NotApplicable));
    assert_eq!(mark("Q05-04"), None);
    assert_eq!(workbook.answer("Q05-01").evidence[0].date, "4月");
    assert_eq!(workbook.answer("Q05-03").reason, "該当者なし");
}

#[test]
fn every_problem_is_told_with_its_place() {
    use FillProblemKind::{ItemTwice, Refused, UnknownItem, UnknownMark};
    check(
        "mark,item_id,reason\n\
         ○,Q05-01,\n\
         ○,Q99-01,\n\
         済,Q05-02,\n\
         －,Q05-03,\n\
         －,Q05-04,なし\n\
         ×,Q05-01,\n",
        &[
            (Some(3), Some(2), UnknownItem("Q99-01".to_owned())),
            (Some(4), Some(1), UnknownMark("済".to_owned())),
            (Some(5), Some(3), Refused(Refusal::ReasonMissing)),
            (Some(6), Some(1), Refused(Refusal::NotApplicableClosed)),
            (Some(7), Some(2), ItemTwice { first: 2 }),
        ],
    );
}

#[test]
fn files_that_cannot_be_filled_in_are_refused() {
    use FillProblemKind::{MissingColumn, Other, Unreadable};
    check("a,b\n1,2", &[(None, None, MissingColumn("item_id"))]);
    check("item_id,b\n1,2", &[(None, None, MissingColumn("mark"))]);
    check("", &[(None, None, Unreadable(ReadError::Empty))]);
    let other = |found: &str, expected: &str| Other {
        found: found.to_owned(),
        expected: expected.to_owned(),
    };
    check(
        "item_id,mark,department_code,fiscal_year\nQ05-01,1,421,2025\nQ05-02,1,421,2025",
        &[
            (Some(2), Some(3), other("421", "0420")),
            (Some(2), Some(4), other("2025", "2026")),
        ],
    );
    check(
        "item_id,mark,municipality_code\nQ05-01,1,82350",
        &[(Some(2), Some(3), other("82350", "142069"))],
    );
    assert!(plan("item_id,mark,department_code\nQ05-01,1,420\nQ05-02,1,").is_ok());
    let checklist = checklist("odawara");
    let confirmed = read_fill(
        b"item_id,mark\nQ05-01,1",
        checklist,
        &filled(checklist, "0420"),
    );
    assert_eq!(confirmed.unwrap_err()[0].kind, FillProblemKind::Confirmed);
}

#[test]
fn a_text_without_a_mark_is_noted_and_left() {
    let plan = plan("item_id,mark,remark\nQ05-01,,あとで").unwrap();
    assert_eq!(plan.changes, []);
    assert_eq!(plan.notes.len(), 1);
    assert_eq!(
        (plan.notes[0].row, &plan.notes[0].kind),
        (Some(2), &FillNoteKind::TextWithoutMark)
    );
}

#[test]
fn an_empty_cell_never_takes_a_text_away() {
    let checklist = checklist("odawara");
    let mut workbook = workbook(checklist, "0420");
    let first = read_fill(
        "item_id,mark,remark\nQ05-01,2,一部".as_bytes(),
        checklist,
        &workbook,
    )
    .unwrap();
    act(&mut workbook, first.changes);
    let second = read_fill(
        "item_id,mark,remark\nQ05-01,2,".as_bytes(),
        checklist,
        &workbook,
    )
    .unwrap();
    assert_eq!(
        (second.changes.len(), second.marked, second.items),
        (0, 1, 0)
    );
}

#[test]
fn exported_answers_fill_an_empty_workbook() {
    let checklist = checklist("odawara");
    let source = filled(checklist, "0420");
    for header in [Header::Ja, Header::En] {
        let export = export_files(&input(checklist, &source, None, header)).unwrap();
        let mut target = workbook(checklist, "0420");
        profile(&mut target);
        let plan = read_fill(&export.answers, checklist, &target).unwrap();
        assert_eq!(plan.notes, []);
        act(&mut target, plan.changes);
        for scope in scopes(checklist) {
            assert_eq!(
                figures(checklist, &target, &scope),
                figures(checklist, &source, &scope)
            );
        }
        for item in &checklist.items {
            let (found, expected) = (
                target.answer(item.id.as_str()),
                source.answer(item.id.as_str()),
            );
            assert_eq!(found.marked, expected.marked);
            for field in [TextField::Remark, TextField::Reason, TextField::Approver] {
                assert_eq!(found.text(field), expected.text(field));
            }
            assert_eq!(found.evidence, expected.evidence);
        }
        let again = read_fill(&export.answers, checklist, &target).unwrap();
        assert_eq!(again.changes, []);
    }
}

#[test]
fn answers_saved_by_a_spreadsheet_fill_in_too() {
    let checklist = checklist("odawara");
    let source = filled(checklist, "0420");
    let export = export_files(&input(checklist, &source, None, Header::Ja)).unwrap();
    let resave = Resave {
        encoding: "cp932",
        rewritten: true,
        ..Resave::plain()
    };
    let bytes = resave.apply(SheetKind::Answers, &export.answers);
    let mut target = workbook(checklist, "0420");
    profile(&mut target);
    let plan = read_fill(&bytes, checklist, &target).unwrap();
    act(&mut target, plan.changes);
    for scope in scopes(checklist) {
        assert_eq!(
            figures(checklist, &target, &scope),
            figures(checklist, &source, &scope)
        );
    }
}

#[test]
fn an_item_set_aside_elsewhere_is_noted() {
    let checklist = checklist("odawara");
    let mut source = workbook(checklist, "0420");
    profile(&mut source);
    let export = export_files(&input(checklist, &source, None, Header::Ja)).unwrap();
    let plan = read_fill(&export.answers, checklist, &workbook(checklist, "0420")).unwrap();
    assert_eq!(plan.changes, []);
    assert!(!plan.notes.is_empty());
    assert!(
        plan.notes
            .iter()
            .all(|note| note.kind == FillNoteKind::NotSetAside)
    );
}

#[test]
fn a_mark_carried_over_stays_one_unless_the_file_was_altered() {
    let checklist = checklist("odawara");
    let previous = last_year(checklist);
    let mut source = workbook(checklist, "0420");
    let item = &checklist.items[0];
    let changes = action::carry_over(&source, &previous, item).unwrap();
    act(&mut source, changes);
    let export = export_files(&input(checklist, &source, Some(&previous), Header::Ja)).unwrap();
    let empty = workbook(checklist, "0420");
    let source_of = |bytes: &[u8]| {
        let mut target = empty.clone();
        act(
            &mut target,
            read_fill(bytes, checklist, &empty).unwrap().changes,
        );
        target.answer(item.id.as_str()).marked.unwrap().source
    };
    assert_eq!(
        source_of(&export.answers),
        MarkSource::Carried {
            year: 2025,
            wording_changed: false
        }
    );
    let mut rows = cells(&export.answers);
    rows[1][SheetKind::Answers.position("mark").unwrap()] = "未実施".to_owned();
    let altered = csv_table::write(&rows[0], &rows[1..]).unwrap();
    assert_eq!(source_of(&altered), MarkSource::Typed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_comes_back_from_an_export(
        texts in prop::collection::vec("(?s).{1,8}", 3),
        nasty in prop::collection::vec("['=＝+\\-－@ \t\r\n\"0-9.,;（）；＼]{1,6}", 3),
    ) {
        let checklist = checklist("odawara");
        let mut source = workbook(checklist, "0420");
        let clean = |text: &String| text.replace('\0', "");
        for (item, text) in checklist.items.iter().zip(texts.iter().chain(&nasty)) {
            let evidence = Evidence { name: clean(text), date: clean(text) };
            let steps = [
                action::mark(&source, item, Some(Mark::Implemented), None),
                action::text(&source, item, TextField::Remark, &clean(text)),
                action::evidence(&source, item, vec![evidence]),
            ];
            act(&mut source, steps.into_iter().flat_map(Result::unwrap).collect());
        }
        let export = export_files(&input(checklist, &source, None, Header::Ja)).unwrap();
        let mut target = workbook(checklist, "0420");
        let plan = read_fill(&export.answers, checklist, &target).unwrap();
        act(&mut target, plan.changes);
        for item in checklist.items.iter().take(6) {
            let (found, expected) = (target.answer(&item.id.0), source.answer(&item.id.0));
            prop_assert_eq!(&found.remark, &expected.remark);
            prop_assert_eq!(&found.evidence, &expected.evidence);
        }
    }

    #[test]
    fn what_looks_like_a_formula_is_never_run_and_comes_back_from_an_export(
        leads in prop::collection::vec("[ \u{3000}\u{FEFF}'\t\r\n]{0,3}", 4),
        trigger in prop::sample::select(vec!["=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "\t", "\r"]),
        rest in "[a-z0-9(|!,\"＋=　]{0,8}",
    ) {
        let checklist = checklist("odawara");
        let mut source = workbook(checklist, "0420");
        let texts: Vec<String> = leads.iter().map(|lead| format!("{lead}{trigger}{rest}x")).collect();
        // － takes a reason and an approver along.
        let item = checklist.items.iter().find(|item| item.not_applicable.is_some()).unwrap();
        let evidence = Evidence { name: texts[3].clone(), date: texts[2].clone() };
        let steps = [
            action::mark(&source, item, Some(Mark::NotApplicable), Some(&texts[0])),
            action::text(&source, item, TextField::Remark, &texts[1]),
            action::text(&source, item, TextField::Approver, &texts[2]),
            action::evidence(&source, item, vec![evidence]),
        ];
        act(&mut source, steps.into_iter().flat_map(Result::unwrap).collect());
        for header in [Header::Ja, Header::En] {
            let export = export_files(&input(checklist, &source, None, header)).unwrap();
            for cell in cells(&export.answers).iter().skip(1).flatten() {
                let first = cell.trim_start_matches(|sign: char| {
                    sign == '\u{FEFF}' || sign == ' ' || sign == '\u{3000}'
                });
                let runs = first.starts_with(['=', '+', '@', '\t', '\r', '＝', '＋', '－', '＠', '−'])
                    || (first.starts_with('-') && first.parse::<f64>().is_err());
                prop_assert!(!runs, "{:?}", cell);
            }
            let mut target = workbook(checklist, "0420");
            let plan = read_fill(&export.answers, checklist, &target).unwrap();
            act(&mut target, plan.changes);
            let (found, expected) = (target.answer(&item.id.0), source.answer(&item.id.0));
            for field in [TextField::Remark, TextField::Reason, TextField::Approver] {
                prop_assert_eq!(found.text(field), expected.text(field));
            }
            prop_assert_eq!(&found.evidence, &expected.evidence);
        }
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in any::<String>()) {
        let checklist = checklist("odawara");
        let empty = workbook(checklist, "0420");
        let _ = read_fill(&bytes, checklist, &empty);
        let _ = read_fill(format!("item_id,mark,reason\n{text}").as_bytes(), checklist, &empty);
    }
}
