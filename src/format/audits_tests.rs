//! Tests of reading what auditors found.

use proptest::prelude::*;

use super::*;
use crate::domain::submission_test_kit::{submission, submission_of};

fn read_text(text: &[u8]) -> Result<Vec<Audited>, Vec<AuditProblem>> {
    let now = submission("0420", "oxp-");
    let before = submission_of(2025, "0410", "oo");
    let rules = Rules {
        year: now.year,
        scale: &now.asked.scale,
        submissions: Some(&[&now, &before]),
    };
    read("findings.csv", text, rules)
}

fn kinds(text: &str) -> Vec<(Option<usize>, Option<usize>, AuditProblemKind)> {
    let problems = read_text(text.as_bytes()).unwrap_err();
    let places = problems.into_iter();
    places.map(|one| (one.row, one.column, one.kind)).collect()
}

#[test]
fn findings_are_read_as_a_spreadsheet_saves_them() {
    let text = "監査の回答,項目ＩＤ,所属コード,メモ,監査の所見,年度\r\n\
        △,q001,420,x,\"台帳がない\r\n二行目\",\r\n\
        未実施,Q002,0420,,'=1,2025年\r\n"
        .replace("0420,,'=1,2025年", "０４１０,,'=1,2025");
    let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    for bytes in [text.as_bytes(), &cp932] {
        let audited = read_text(bytes).unwrap();
        let facts: Vec<_> = audited
            .iter()
            .map(|one| {
                (
                    one.year.number(),
                    &*one.department_code,
                    &*one.item,
                    one.mark,
                    &*one.finding,
                    one.row,
                )
            })
            .collect();
        assert_eq!(
            facts,
            [
                (
                    2026,
                    "0420",
                    "Q001",
                    Mark::Partial,
                    "台帳がない\r\n二行目",
                    2
                ),
                (2025, "0410", "Q002", Mark::NotImplemented, "=1", 3),
            ]
        );
    }
}

#[test]
fn every_problem_is_told_with_its_place() {
    use AuditProblemKind as P;
    let text = "department_code,item_id,audited_mark,finding,fiscal_year\n\
        0420,Q001,maybe,,\n\
        0420,Q002,,seen,\n\
        0999,Q002,o,,\n\
        0420,Q999,o,,\n\
        0420,Q003,o,,2027\n\
        0420,Q004,o,,\n\
        420,q004,x,,\n\
        ,,o,,\n\
        0420,Q001,,,\n";
    let expected = [
        (Some(2), Some(3), P::UnknownMark("maybe".into())),
        (Some(3), Some(3), P::Empty),
        (Some(4), Some(1), P::NotSubmitted("0999".into(), 2026)),
        (Some(5), Some(2), P::UnknownItem("Q999".into())),
        (Some(6), Some(5), P::BadYear("2027".into())),
        (Some(8), Some(2), P::ItemTwice { first: 7 }),
        (Some(9), Some(1), P::Empty),
        (Some(9), Some(2), P::Empty),
    ];
    assert_eq!(kinds(text), expected);
    let none = (None, None, P::MissingColumn("audited_mark"));
    assert_eq!(kinds("department_code,item_id\n0420,Q001\n"), [none]);
    let long = format!(
        "department_code,item_id,audited_mark,finding\n0420,Q001,o,{}\n",
        "あ".repeat(TEXT_MAX + 1)
    );
    assert_eq!(
        kinds(&long),
        [(Some(2), Some(4), P::TooLong { limit: TEXT_MAX })]
    );
}

#[test]
fn the_file_to_fill_in_is_read_once_filled_in() {
    let now = submission("0420", "oxp-").remarked(1, "=危ない");
    for header in [Header::Ja, Header::En] {
        let bytes = template(&[&now], header).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        // What the profile sets aside is not there; nothing is audited yet.
        assert_eq!(text.lines().count(), 4);
        assert_eq!(read_text(text.as_bytes()), Ok(Vec::new()));
        let filled = text.replacen(",,\r\n", ",△,見た\r\n", 1);
        assert_ne!(text, filled);
        let audited = read_text(filled.as_bytes()).unwrap();
        assert_eq!(audited.len(), 1);
        assert_eq!(
            (&*audited[0].item, audited[0].mark),
            ("Q001", Mark::Partial)
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(rows in prop::collection::vec("[0-9Qox,\"\n=]{0,12}", 0..6)) {
        let text = format!("department_code,item_id,audited_mark,finding\n{}", rows.join("\n"));
        let _ = read_text(text.as_bytes());
    }
}
