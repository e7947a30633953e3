//! What is written, and what leaves the receipt as it is.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::domain::action;
use crate::domain::record::TextField;
use crate::format::csv_finding::Check;
use crate::format::csv_self_check::self_check;
use crate::format::csv_sheet::Sheet;
use crate::format::csv_test_kit::{
    Resave, act, cells, checklist, filled, input, last_year, workbook,
};
use crate::format::csv_verify::{InputFile, verify};

fn exported(header: Header) -> &'static ExportedCsv {
    static BOTH: OnceLock<[ExportedCsv; 2]> = OnceLock::new();
    let both = BOTH.get_or_init(|| {
        let checklist = checklist("odawara");
        let workbook = filled(checklist, "0420");
        let previous = last_year(checklist);
        [Header::Ja, Header::En].map(|header| {
            export_files(&input(checklist, &workbook, Some(&previous), header)).unwrap()
        })
    });
    match header {
        Header::Ja => &both[0],
        Header::En => &both[1],
    }
}

fn recomputed(summary: &[u8], answers: &[u8]) -> String {
    let summary = Sheet::read(summary).unwrap();
    let answers = Sheet::read(answers).unwrap();
    receipt(&summary.canonical(), &answers.canonical())
}

fn check_resaved(resave: &Resave, export: &ExportedCsv) {
    let summary = resave.apply(SheetKind::Summary, &export.summary);
    let answers = resave.apply(SheetKind::Answers, &export.answers);
    assert_eq!(recomputed(&summary, &answers), export.receipt, "{resave:?}");
    let files = [
        InputFile {
            name: "answers",
            bytes: &answers,
        },
        InputFile {
            name: "summary",
            bytes: &summary,
        },
    ];
    for checklists in [&[][..], std::slice::from_ref(checklist("odawara"))] {
        let verdicts = verify(&files, checklists);
        assert_eq!(verdicts.len(), 1);
        assert_eq!(verdicts[0].findings, [], "{resave:?}");
        assert_eq!(verdicts[0].receipt_check, Check::Good);
        assert_eq!(verdicts[0].receipt.as_ref(), Some(&export.receipt));
    }
}

#[test]
fn the_files_are_utf_8_with_a_mark_and_crlf() {
    for header in [Header::Ja, Header::En] {
        let export = exported(header);
        for bytes in [&export.summary, &export.answers] {
            let text = std::str::from_utf8(bytes).unwrap();
            let first = match header {
                Header::Ja => "\u{FEFF}全国地方公共団体コード,団体名,",
                Header::En => "\u{FEFF}municipality_code,municipality,",
            };
            assert!(text.starts_with(first));
            assert!(text.ends_with("\r\n"));
            assert!(text.contains(&export.receipt));
        }
        assert!(export.guarded > 0);
    }
}

#[test]
fn no_cell_begins_like_a_formula() {
    for row in cells(&exported(Header::Ja).answers) {
        for cell in row {
            let first = cell.trim_start().chars().next().unwrap_or(' ');
            assert!(!"=+-@＝＋－＠−".contains(first), "{cell}");
        }
    }
}

#[test]
fn a_text_may_hold_anything() {
    let checklist = checklist("odawara");
    let mut workbook = workbook(checklist, "1e5");
    for (item, remark) in checklist.items.iter().zip([
        "\u{1}\u{7F}\u{85}\u{2028}",
        "nul\0nul",
        "\r",
        "\n\r\n",
        "\"",
        "\"\"\",\"",
        "&#12354; ? 〓 \u{FFFD}",
        "𠮷 か\u{3099} e\u{301} \u{E000} 葛\u{E0100}",
        "'",
        "\u{FEFF}=1",
        ";\t;",
    ]) {
        let changes = action::text(&workbook, item, TextField::Remark, remark).unwrap();
        act(&mut workbook, changes);
    }
    let input = input(checklist, &workbook, None, Header::Ja);
    let export = export_files(&input).unwrap();
    let findings = self_check(&input, &export.receipt, &export.summary, &export.answers);
    assert_eq!(findings, []);
}

#[test]
fn both_headers_give_one_receipt() {
    let (ja, en) = (exported(Header::Ja), exported(Header::En));
    assert_eq!(ja.receipt, en.receipt);
    assert_eq!(ja.summary_digest, en.summary_digest);
    assert_eq!(ja.answers_digest, en.answers_digest);
    assert_ne!(ja.answers, en.answers);
}

#[test]
fn every_way_to_save_again_keeps_the_receipt() {
    let plain = Resave::plain();
    for resave in [
        plain.clone(),
        Resave {
            encoding: "utf-8",
            ..plain.clone()
        },
        Resave {
            encoding: "utf-16",
            delimiter: b'\t',
            rewritten: true,
            ..plain.clone()
        },
        Resave {
            encoding: "cp932",
            rewritten: true,
            ..plain.clone()
        },
        Resave {
            quoted: true,
            ..plain.clone()
        },
        Resave {
            line_feeds: true,
            ..plain.clone()
        },
        Resave {
            delimiter: b';',
            ..plain.clone()
        },
        Resave {
            turned_at: 13,
            ..plain.clone()
        },
        Resave {
            rewritten: true,
            ..plain.clone()
        },
        Resave {
            headings: Some(Header::En),
            ..plain.clone()
        },
    ] {
        check_resaved(&resave, exported(Header::Ja));
    }
}

#[test]
fn rows_sorted_otherwise_keep_the_receipt() {
    let export = exported(Header::Ja);
    let mut rows = cells(&export.answers);
    rows[1..].reverse();
    let answers = csv_table::write(&rows[0], &rows[1..]).unwrap();
    assert_eq!(recomputed(&export.summary, &answers), export.receipt);
}

#[test]
fn the_self_check_passes_and_notices_a_changed_byte() {
    let checklist = checklist("tsukubamirai");
    let workbook = filled(checklist, "12-1");
    let input = input(checklist, &workbook, None, Header::Ja);
    let export = export_files(&input).unwrap();
    let check = |told, summary: &[u8], answers: &[u8]| self_check(&input, told, summary, answers);
    assert_eq!(check(&export.receipt, &export.summary, &export.answers), []);
    assert_ne!(check("R-AAAAA-AAAAA", &export.summary, &export.answers), []);
    assert_ne!(check(&export.receipt, &export.answers, &export.summary), []);
    let shorter = &export.answers[..export.answers.len() - 200];
    assert_ne!(check(&export.receipt, &export.summary, shorter), []);
    // One that the receipt would tolerate, but a file just written should not show.
    let text = String::from_utf8(export.answers.clone()).unwrap();
    let twin = text.replacen('〜', "～", 1);
    assert_ne!(twin, text);
    assert_eq!(
        check(&export.receipt, &export.summary, twin.as_bytes()).len(),
        1
    );
}

#[test]
fn the_receipt_covers_the_head_of_the_journal() {
    let checklist = checklist("odawara");
    let workbook = workbook(checklist, "0420");
    let mut input = input(checklist, &workbook, None, Header::Ja);
    let first = export_files(&input).unwrap().receipt;
    input.journal_head = "h1";
    assert_ne!(export_files(&input).unwrap().receipt, first);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_mixture_of_ways_keeps_the_receipt(
        (encoding, quoted, line_feeds) in
            (prop::sample::select(vec!["utf-8", "utf-8-bom", "utf-16", "cp932"]), any::<bool>(), any::<bool>()),
        (delimiter, turned_at) in (prop::sample::select(vec![b',', b'\t', b';']), 0_usize..36),
        (rewritten, headings) in
            (any::<bool>(), prop::sample::select(vec![None, Some(Header::Ja), Some(Header::En)])),
        english in any::<bool>(),
    ) {
        let header = if english { Header::En } else { Header::Ja };
        let resave = Resave { encoding, quoted, line_feeds, delimiter, turned_at, rewritten, headings };
        check_resaved(&resave, exported(header));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn one_altered_cell_changes_the_receipt(
        is_summary in any::<bool>(),
        row in any::<prop::sample::Index>(),
        column in 0_usize..34,
        suffix in prop::sample::select(vec!["x", "1", "。", "い"]),
    ) {
        let export = exported(Header::Ja);
        let bytes = if is_summary { &export.summary } else { &export.answers };
        let mut rows = cells(bytes);
        let row = 1 + row.index(rows.len() - 1);
        rows[row][column].push_str(suffix);
        let altered = csv_table::write(&rows[0], &rows[1..]).unwrap();
        let (summary, answers) = if is_summary {
            (&altered, &export.answers)
        } else {
            (&export.summary, &altered)
        };
        prop_assert_ne!(recomputed(summary, answers), export.receipt.clone());
    }
}
