//! Which texts are marks.

use super::*;
use crate::format::csv_test_kit::checklist;
use proptest::prelude::*;

fn check(mark: Option<Mark>, texts: &[&str]) {
    let scale = &checklist("odawara").scale;
    for text in texts {
        assert_eq!(parse(text, scale), mark, "{text:?}");
    }
}

#[test]
fn marks_are_read_however_they_are_typed() {
    check(
        Some(Mark::Implemented),
        &[
            "○",
            "〇",
            "◯",
            "o",
            "O",
            "ｏ",
            "Ｏ",
            "1",
            "１",
            "実施",
            "implemented",
            " ○ ",
            "○ 実施",
            "○\u{3000}実施",
        ],
    );
    check(
        Some(Mark::Partial),
        &["△", "Δ", "2", "２", "一部実施", "partial", "Partial"],
    );
    check(
        Some(Mark::NotImplemented),
        &[
            "×",
            "✕",
            "✖",
            "x",
            "X",
            "ｘ",
            "Ｘ",
            "3",
            "未実施",
            "not_implemented",
            "× 未実施",
        ],
    );
    check(
        Some(Mark::NotApplicable),
        &[
            "－",
            "-",
            "ー",
            "―",
            "—",
            "−",
            "ｰ",
            "4",
            "対象外",
            "not_applicable",
        ],
    );
    check(
        Some(Mark::ToBeConfirmed),
        &["？", "?", "5", "５", "確認中", "to_be_confirmed"],
    );
}

#[test]
fn other_texts_are_no_marks() {
    check(
        None,
        &[
            "",
            " ",
            "0",
            "6",
            "9",
            "10",
            "11",
            "○○",
            "○ 未実施",
            "yes",
            "はい",
            "◎",
            "実施済",
            "1.0",
            "１２",
        ],
    );
}

#[test]
fn a_city_s_own_words_and_signs_win() {
    let mut scale = checklist("odawara").scale.clone();
    scale.marks[0].word = "できている".to_owned();
    scale.marks[2].symbol = "O".to_owned();
    assert_eq!(parse("できている", &scale), Some(Mark::Implemented));
    assert_eq!(parse("実施", &scale), None);
    assert_eq!(parse("Ｏ", &scale), Some(Mark::NotImplemented));
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let _ = parse(&text, &checklist("odawara").scale);
    }
}
