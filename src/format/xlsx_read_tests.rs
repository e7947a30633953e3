//! Tests of reading xlsx files: what is written, what spreadsheets make of it, what is hostile.

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;
use crate::format::xlsx_test_kit::{packed, parts, with_part, written};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

fn read(bytes: &[u8]) -> Result<XlsxSheet, ReadError> {
    let mut book = XlsxBook::open(bytes).map_err(ReadError::Xlsx)?;
    let names = book.names();
    book.sheet(&names[0])
}

fn cells(sheet: &XlsxSheet) -> Vec<(usize, Vec<&str>)> {
    let rows = sheet.table.rows.iter();
    rows.map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
        .collect()
}

fn plain() -> Vec<u8> {
    written(&[vec!["a".into(), "b".into()], vec!["1".into(), "2".into()]])
}

/// A sheet of this content in an otherwise good file.
fn with_sheet(data: &str) -> Vec<u8> {
    let sheet = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{data}</sheetData></worksheet>"
    );
    with_part(&plain(), SHEET, &sheet)
}

fn with_texts(texts: &str) -> Vec<u8> {
    with_part(&plain(), TEXTS, texts)
}

#[test]
fn cells_are_read_as_a_spreadsheet_shows_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy/m/d");
    for (column, heading) in (0..).zip(["a", "b", "c", "d", "e", "f"]) {
        sheet.write_string(1, column, heading).unwrap();
    }
    sheet.write_number(4, 0, 1.0).unwrap();
    sheet.write_number(4, 1, -0.5).unwrap();
    sheet.write_boolean(4, 2, true).unwrap();
    let day = ExcelDateTime::from_ymd(2025, 10, 1).unwrap();
    sheet.write_with_format(4, 3, &day, &date).unwrap();
    let sum = Formula::new("=1+1").set_result("2");
    sheet.write_formula(4, 4, sum).unwrap();
    let fault = Formula::new("=A0").set_result("#NAME?");
    sheet.write_formula(4, 5, fault).unwrap();
    // Cells that were formatted and never filled.
    for row in 5..200 {
        sheet.write_blank(row, 9, &date).unwrap();
    }
    let found = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(found.table.headings, ["a", "b", "c", "d", "e", "f"]);
    let row = vec!["1", "-0.5", "TRUE", "2025-10-01", "2", "#NAME?"];
    assert_eq!(cells(&found), [(5, row)]);
    let odd: Vec<_> = found.odd.into_iter().collect();
    assert_eq!(odd, [((5, 4), Odd::Date), ((5, 6), Odd::Failed)]);
}

#[test]
fn furigana_and_parts_of_a_text_in_other_letters_are_no_part_of_it() {
    let bytes = with_texts(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"4\" uniqueCount=\"4\">\
         <si><t>a</t></si><si><t>b</t></si>\
         <si><t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/></si>\
         <si><r><t>端末の</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 一覧</t></r></si></sst>",
    );
    let found = read(&bytes).unwrap();
    assert_eq!(cells(&found), [(2, vec!["課", "端末の 一覧"])]);
}

#[test]
fn what_is_no_xlsx_file_is_told_for_what_it_is() {
    let faults = |bytes: &[u8]| XlsxBook::open(bytes).err();
    assert_eq!(faults(b""), Some(XlsxFault::NotXlsx));
    assert_eq!(faults("項目ID,設問".as_bytes()), Some(XlsxFault::NotXlsx));
    let old = [COMPOUND, b"...Workbook"].concat();
    assert_eq!(faults(&old), Some(XlsxFault::Old));
    let name: Vec<u8> = ENCRYPTED_PART.bytes().flat_map(|byte| [byte, 0]).collect();
    let sealed = [COMPOUND, &[0; 100], &name].concat();
    assert_eq!(faults(&sealed), Some(XlsxFault::Encrypted));
    let whole = plain();
    for length in [4, 30, whole.len() / 2, whole.len() - 1] {
        assert_eq!(
            faults(&whole[..length]),
            Some(XlsxFault::Broken),
            "{length}"
        );
    }
    let other = packed(&[("readme.txt".into(), b"hello".to_vec())]);
    assert!(faults(&other).is_some());
}

#[test]
fn a_file_that_unpacks_to_more_than_is_read_is_refused() {
    let mut bomb = parts(&plain());
    bomb.push(("xl/media/x.bin".into(), vec![0; UNPACKED_MAX]));
    let bytes = packed(&bomb);
    assert!(bytes.len() < 200_000);
    let fault = XlsxBook::open(&bytes).err();
    assert_eq!(fault, Some(XlsxFault::Unpacked(UNPACKED_MAX)));
}

#[test]
fn a_text_that_stands_in_very_many_cells_is_refused() {
    let long = "x".repeat(90_000);
    let texts = format!("<sst><si><t>{long}</t></si></sst>");
    let row = "<row><c t=\"s\"><v>0</v></c></row>".repeat(2_000);
    let sheet = parts(&with_sheet(&row));
    let mut bytes = parts(&with_texts(&texts));
    for (part, other) in bytes.iter_mut().zip(sheet) {
        if part.0 == SHEET {
            *part = other;
        }
    }
    let fault = ReadError::Xlsx(XlsxFault::TooMuchText(CELLS_MAX));
    assert_eq!(read(&packed(&bytes)), Err(fault));
}

#[test]
fn no_room_is_made_for_texts_that_are_only_claimed() {
    for claim in [
        "uniqueCount=\"99999999999999\"",
        "uniqueCount = '1000000000'",
        "count=\"1\" uniqueCount=\n\"100000000000000000000000000\"",
    ] {
        let bytes = with_texts(&format!("<sst {claim}><si><t>a</t></si></sst>"));
        assert_eq!(XlsxBook::open(&bytes).err(), Some(XlsxFault::Broken));
    }
    let other = "<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><sst></sst>";
    assert_eq!(
        XlsxBook::open(&with_texts(other)).err(),
        Some(XlsxFault::Broken)
    );
    assert!(XlsxBook::open(&with_texts("<sst uniqueCount=\"2\"></sst>")).is_ok());
}

#[test]
fn cells_far_out_are_refused_and_take_no_room() {
    let heading = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>";
    let far = |cell: &str| {
        read(&with_sheet(&format!(
            "{heading}<row><c r=\"{cell}\"><v>1</v></c></row>"
        )))
    };
    assert_eq!(
        far("XFD1048576"),
        Err(ReadError::RowTooLong {
            row: 1_048_576,
            column: 16_384
        })
    );
    assert_eq!(far("C7"), Err(ReadError::RowTooLong { row: 7, column: 3 }));
    assert_eq!(cells(&far("A1048576").unwrap()), [(1_048_576, vec!["1"])]);
    for wrong in ["A99999999999", "ZZZZZZZ1", "1A", "", "A-1"] {
        let found = far(wrong);
        assert!(found.is_err() || found.is_ok_and(|sheet| sheet.table.rows.len() <= 1));
    }
    let rows = "<row><c t=\"str\"><v>a</v></c></row>".repeat(ROWS_MAX + 2);
    let limit = ROWS_MAX;
    assert_eq!(
        read(&with_sheet(&rows)),
        Err(ReadError::TooManyRows { limit })
    );
}

#[test]
fn numbers_no_date_can_have_are_read() {
    let style = "<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"2\"><c s=\"1\"><v>";
    for number in ["1e300", "-5", "nan", "inf", "2958466", "0"] {
        let found = read(&with_sheet(&format!("{style}{number}</v></c></row>")));
        assert!(found.is_ok(), "{number}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        rows in prop::collection::vec(
            prop::collection::vec("(\\PC|[\n _x0-9A-F=' ]){0,30}", 3), 1..5,
        )
    ) {
        let mut all = vec![vec!["k".to_owned(), "l".to_owned(), "m".to_owned(), "n".to_owned()]];
        all.extend(rows.iter().map(|row| {
            let mut row = row.clone();
            row.insert(0, "1".to_owned());
            row
        }));
        let found = read(&written(&all)).unwrap();
        let found: Vec<Vec<String>> = found.table.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(&found[..], &all[1..]);
    }

    #[test]
    fn no_spoilt_part_makes_the_reader_panic(
        part in 0..20_usize,
        at in any::<prop::sample::Index>(),
        morsel in prop::sample::select(vec![
            "", "<", ">", "\"", "<c>", "</row>", "<v>99999999999</v>", "t=\"s\"", "&#x110000;", "\0",
            "r=\"ZZZZ99999999\"", "s=\"99999\"", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "é",
        ]),
        cut in 0..30_usize,
    ) {
        let mut all = parts(&plain());
        let part = part % all.len();
        let content = &mut all[part].1;
        let at = at.index(content.len() + 1);
        let end = (at + cut).min(content.len());
        content.splice(at..end, morsel.bytes());
        if let Ok(mut book) = XlsxBook::open(&packed(&all)) {
            for name in book.names() {
                let _ = book.sheet(&name);
            }
        }
    }
}
