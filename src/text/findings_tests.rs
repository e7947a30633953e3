//! Every finding has words, and the reports read as they should.

use super::*;
use crate::format::csv_finding::LostSign;
use crate::format::csv_table::ReadError;

fn texts() -> (String, String) {
    ("甲".to_owned(), "乙".to_owned())
}

/// One finding of every kind.
fn every_kind() -> Vec<FindingKind> {
    use FindingKind as K;
    let (found, expected) = texts();
    let (printed, computed) = texts();
    let mut kinds = vec![
        K::Unreadable(ReadError::Empty),
        K::PartnerMissing(SheetKind::Summary),
        K::PartnerMissing(SheetKind::Answers),
        K::Duplicate,
        K::ReceiptDiffers {
            printed: printed.clone(),
            computed: computed.clone(),
        },
        K::DigestDiffers { printed, computed },
        K::SealMissing,
        K::Inconsistent {
            found: found.clone(),
            expected: expected.clone(),
        },
        K::FigureDiffers {
            scope: "T".to_owned(),
            found: found.clone(),
            expected: expected.clone(),
        },
        K::CellDiffers {
            found: found.clone(),
            expected: expected.clone(),
        },
        K::UnknownMark(String::new()),
        K::BadNumber("x".to_owned()),
        K::WorthDiffers { found, expected },
        K::RowTwice { first: 2 },
        K::UnknownRow("Q99-01".to_owned()),
        K::RowMissing("Q05-01".to_owned()),
        K::ShortRow,
        K::MissingColumn("mark"),
        K::UnknownColumn("メモ".to_owned()),
        K::OtherChecklist {
            found: String::new(),
        },
    ];
    let signs = [
        LostSign::QuestionMark,
        LostSign::Replacement,
        LostSign::Geta,
        LostSign::NumberedCharacter,
        LostSign::Exponent,
        LostSign::Hashes,
    ];
    kinds.extend(signs.map(K::Lost));
    kinds
}

/// The verdict of a pair in which everything fits.
fn good() -> Verdict {
    Verdict {
        municipality_code: "142069".to_owned(),
        municipality: "小田原市".to_owned(),
        department_code: "0420".to_owned(),
        department: "税務課".to_owned(),
        fiscal_year: "2026".to_owned(),
        journal_head: String::new(),
        unreadable: None,
        summary: Some("exports/a_summary.csv".to_owned()),
        answers: Some("exports\\a_answers.csv".to_owned()),
        receipt: Some("R-7K3MA-9XHRT".to_owned()),
        receipt_check: Check::Good,
        summary_check: Check::Good,
        answers_check: Check::Good,
        scale: ScaleBasis::Default,
        findings: Vec::new(),
    }
}

fn at(sheet: SheetKind, row: usize, column: usize, id: &'static str, kind: FindingKind) -> Finding {
    Finding {
        sheet: Some(sheet),
        row: Some(row),
        column: Some(column),
        column_id: Some(id),
        kind,
    }
}

fn with(findings: Vec<Finding>, receipt_check: Check) -> Verdict {
    Verdict {
        receipt_check,
        findings,
        ..good()
    }
}

fn digest_differs() -> Finding {
    let kind = FindingKind::DigestDiffers {
        printed: "h01".to_owned(),
        computed: "h02".to_owned(),
    };
    at(SheetKind::Answers, 2, 36, "digest", kind)
}

#[test]
fn every_finding_has_words_in_both_languages() {
    for lang in [Lang::Ja, Lang::En] {
        for kind in every_kind() {
            let finding = Finding::about(None, kind);
            let (what, todo) = words(lang, &finding);
            assert!(!what.trim().is_empty() && !todo.is_empty(), "{finding:?}");
            let told = verdict(lang, &with(vec![finding.clone()], Check::Bad));
            assert!(told.iter().all(|line| !line.trim().is_empty()));
            let last = told.last().unwrap();
            assert!(last.ends_with(todo) && last.contains(&what), "{last}");
            assert_eq!(
                last.starts_with("  参考") || last.starts_with("  note"),
                finding.kind.is_note(),
                "{last}"
            );
        }
    }
}

#[test]
fn a_good_pair_is_told_with_its_receipt() {
    assert_eq!(
        verdict(Lang::Ja, &good()),
        [
            "小田原市（142069） 税務課（0420） 2026年度: 一致しました。",
            "  ファイル: exports/a_summary.csv、exports\\a_answers.csv",
            "  受付照合番号 R-7K3MA-9XHRT（書き出した課と読み合わせてください）",
        ]
    );
    assert_eq!(
        verdict(Lang::En, &good())[0],
        "小田原市 (142069) 税務課 (0420) fiscal year 2026: everything matches."
    );
}

#[test]
fn a_difference_is_told_before_a_note_and_with_its_place() {
    let figure = FindingKind::FigureDiffers {
        scope: "C6-3a".to_owned(),
        found: "90.0".to_owned(),
        expected: "85.0".to_owned(),
    };
    let memo = FindingKind::UnknownColumn("メモ".to_owned());
    let findings = vec![
        Finding {
            column: Some(37),
            ..Finding::about(Some(SheetKind::Answers), memo)
        },
        at(SheetKind::Summary, 7, 26, "score", figure),
    ];
    let told = verdict(Lang::Ja, &with(findings, Check::Bad));
    assert_eq!(
        told[0],
        "小田原市（142069） 税務課（0420） 2026年度: 違いがあります（1件）。"
    );
    assert_eq!(
        told[2..],
        [
            "  受付照合番号 R-7K3MA-9XHRT（今の中身から計算した番号です。ファイルの番号と違います）",
            "  要確認 a_summary.csv 7行目 Z列「得点」: 区分「C6-3a」の値が「90.0」です。回答から計算すると「85.0」です。 → 書き出したままのファイルを、提出した課からもらい直してください。",
            "  参考 a_answers.csv AK列: 見出し「メモ」の列は、書き出した列にありません。 → この列は見ていません。そのままでかまいません。",
        ]
    );
}

#[test]
fn a_remedy_is_said_once_for_lines_in_a_row() {
    let missing = |id: &str| {
        let kind = FindingKind::RowMissing(id.to_owned());
        Finding::about(Some(SheetKind::Answers), kind)
    };
    let findings = vec![missing("Q05-01"), missing("Q05-02")];
    let told = verdict(Lang::En, &with(findings, Check::Bad));
    assert_eq!(
        told[3..],
        [
            "  check a_answers.csv: The row of `Q05-01` is missing. → Ask the department for the file as it was exported.",
            "  check a_answers.csv: The row of `Q05-02` is missing.",
        ]
    );
}

#[test]
fn a_file_alone_leaves_the_receipt_open() {
    let partner = Finding::about(None, FindingKind::PartnerMissing(SheetKind::Summary));
    let alone = Verdict {
        summary: None,
        receipt: None,
        scale: ScaleBasis::None,
        ..with(vec![partner], Check::Open)
    };
    assert_eq!(
        verdict(Lang::Ja, &alone),
        [
            "小田原市（142069） 税務課（0420） 2026年度: ファイルの照合値は一致しました。受付照合番号は、もう一方のファイルがないので確かめていません。",
            "  ファイル: exports\\a_answers.csv",
            "  参考: 集計のファイルがありません。 → 集計と回答の二つのファイルを一緒に指定してください。",
        ]
    );
}

#[test]
fn lost_characters_are_told_as_loss_and_excuse_nothing_else() {
    let lost = || {
        let kind = FindingKind::Lost(LostSign::Replacement);
        at(SheetKind::Answers, 9, 26, "remark", kind)
    };
    let told = verdict(Lang::Ja, &with(vec![digest_differs(), lost()], Check::Bad));
    assert!(told[0].ends_with(
        "一致しません。失われたらしい文字があるので、ほかに違いがあるかどうかは分かりません。"
    ));
    assert_eq!(
        told.last().unwrap(),
        "  参考 a_answers.csv 9行目 Z列「備考」: 文字コードの変換で失われた文字があります（U+FFFD）。 → 元のファイルをもらい直すか、「CSV UTF-8（コンマ区切り）」で保存してもらってください。"
    );
    let twice = at(
        SheetKind::Answers,
        9,
        12,
        "item_id",
        FindingKind::RowTwice { first: 3 },
    );
    let told = verdict(
        Lang::Ja,
        &with(vec![digest_differs(), twice, lost()], Check::Bad),
    );
    assert!(told[0].ends_with("違いがあります（2件）。"));
}

#[test]
fn headlines_say_what_was_not_checked() {
    let headline = |findings, check| {
        let told = verdict(Lang::Ja, &with(findings, check));
        let (_, headline) = told[0].split_once(": ").unwrap();
        headline.to_owned()
    };
    let unsealed = || Finding::about(Some(SheetKind::Answers), FindingKind::SealMissing);
    let duplicate = Finding::about(Some(SheetKind::Answers), FindingKind::Duplicate);
    assert_eq!(
        headline(vec![unsealed()], Check::Open),
        "受付照合番号か照合値が書かれていないので、確かめられません。"
    );
    assert_eq!(
        headline(vec![unsealed()], Check::Good),
        "受付照合番号は一致しました。照合値のないファイルがあります。"
    );
    assert_eq!(
        headline(vec![duplicate], Check::Good),
        "一致しました。同じ所属・年度のファイルがほかにもあります。"
    );
    let not_counted = Verdict {
        scale: ScaleBasis::None,
        ..good()
    };
    assert!(verdict(Lang::Ja, &not_counted).contains(&"  数値は計算し直していません。".to_owned()));
}

#[test]
fn an_unreadable_file_is_told_by_its_name() {
    let unreadable = Verdict {
        municipality_code: String::new(),
        municipality: String::new(),
        department_code: String::new(),
        department: String::new(),
        fiscal_year: String::new(),
        unreadable: Some("b\u{1b}.xlsx".to_owned()),
        summary: None,
        answers: None,
        receipt: None,
        findings: vec![Finding::about(
            None,
            FindingKind::Unreadable(ReadError::UnknownSheet),
        )],
        ..good()
    };
    assert_eq!(
        verdict(Lang::Ja, &unreadable),
        [
            "b〓.xlsx: 読めません。",
            "  要確認: 集計のファイルでも回答のファイルでもありません。 → 1行目の見出しを確かめてください。",
        ]
    );
}

#[test]
fn what_a_receipt_proves_is_told() {
    assert!(proof_note(Lang::Ja).contains("証明になりません"));
    assert!(proof_note(Lang::En).contains("proves nothing"));
}
