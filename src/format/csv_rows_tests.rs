//! What the cells hold.

use super::*;
use crate::domain::action;
use crate::domain::expression::ProfileKey;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_test_kit::{act, checklist, filled, input, last_year, workbook};

fn cell(kind: SheetKind, row: &[String], id: &str) -> String {
    row[kind.position(id).unwrap()].clone()
}

fn row_of(rows: &[Vec<String>], kind: SheetKind, id: &str, key: &str) -> Vec<String> {
    let position = kind.position(id).unwrap();
    rows.iter()
        .find(|row| row[position] == key)
        .unwrap()
        .clone()
}

#[test]
fn every_column_is_known_to_the_rows() {
    let checklist = checklist("odawara");
    let workbook = filled(checklist, "0420");
    let input = input(checklist, &workbook, None, Header::Ja);
    let scope = &scope::scopes(checklist)[0];
    let figures = scope::figures(checklist, &workbook, scope);
    for column in &columns::SUMMARY {
        assert!(
            summary_cell(&input, scope, &figures, column.id).is_some(),
            "{}",
            column.id
        );
    }
    for column in &columns::ANSWERS {
        let known = answers_cell(&input, &checklist.items[0], 0, column.id).is_some();
        assert!(known || column.id == "clause_path", "{}", column.id);
    }
}

#[test]
fn the_summary_has_a_row_for_each_scope() {
    let checklist = checklist("odawara");
    let workbook = filled(checklist, "0420");
    let previous = last_year(checklist);
    for header in [Header::Ja, Header::En] {
        let input = input(checklist, &workbook, Some(&previous), header);
        let rows = summary(&input);
        let scopes = scope::scopes(checklist);
        assert_eq!(rows.len(), scopes.len());
        let total = &rows[0];
        let at = |row: &[String], id| cell(SheetKind::Summary, row, id);
        assert_eq!(at(total, "department_code"), "0420");
        assert_eq!(
            at(total, "status"),
            if header == Header::Ja {
                "確定"
            } else {
                "confirmed"
            }
        );
        assert_eq!(at(total, "confirmed_at"), "2026-11-22 14:32");
        assert_eq!(at(total, "confirmed_by"), "課長 山田花子");
        assert_eq!(
            at(total, "scope_label"),
            if header == Header::Ja {
                "全体"
            } else {
                "total"
            }
        );
        assert_eq!(at(total, "previous_score"), "100.0");
        assert_eq!(at(total, "items"), checklist.items.len().to_string());
        assert!(["A", "B", "C", "D"].contains(&at(total, "grade").as_str()));
        let clause = row_of(&rows, SheetKind::Summary, "scope_id", "C6-3a");
        assert_eq!(at(&clause, "grade"), "");
        assert_eq!(at(&clause, "previous_score"), "");
        assert!(at(&clause, "scope_label").starts_with("6(3)① "));
        assert_eq!(
            at(&clause, "checklist_changed"),
            if header == Header::Ja {
                "いいえ"
            } else {
                "no"
            }
        );
    }
}

#[test]
fn an_item_set_aside_says_why() {
    let checklist = checklist("odawara");
    let mut workbook = workbook(checklist, "0420");
    let key = ProfileKey("servers".to_owned());
    let changes = action::profile(&workbook, &key, Some(false)).unwrap();
    act(&mut workbook, changes);
    let input = input(checklist, &workbook, None, Header::Ja);
    let rows = answers(&input);
    let position = SheetKind::Answers.position("mark_source").unwrap();
    let aside: Vec<_> = rows
        .iter()
        .filter(|row| row[position] == "所属の属性")
        .collect();
    assert!(!aside.is_empty());
    for row in aside {
        assert_eq!(cell(SheetKind::Answers, row, "mark"), "対象外");
        assert_eq!(cell(SheetKind::Answers, row, "mark_value"), "");
        assert_eq!(
            cell(SheetKind::Answers, row, "reason"),
            "所属の属性による（情報システム室等、サーバ又は通信機器を、課の場所に置いていますか。→いいえ）"
        );
    }
}

#[test]
fn an_item_names_the_clauses_it_lies_in() {
    for city in ["odawara", "tsukubamirai"] {
        let checklist = checklist(city);
        let workbook = workbook(checklist, "1");
        let rows = answers(&input(checklist, &workbook, None, Header::En));
        let outline = scope::outline(checklist);
        for row in &rows {
            let at = |id| cell(SheetKind::Answers, row, id);
            let path = at("clause_path");
            let ids: Vec<&str> = path.split(' ').collect();
            assert!(ids.len() >= 2 && ids[0].starts_with('A'), "{path}");
            assert_eq!(*ids.last().unwrap(), at("clause"));
            for id in ids {
                assert!(outline.iter().any(|scope| scope.id == id));
            }
            assert!(!at("threats").is_empty() && at("threats").starts_with('T'));
        }
    }
}
