//! A checklist is edited in a spreadsheet: written as xlsx and CSV, saved again as people do, and
//! read back with every problem told.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::Path;

use encoding_rs::SHIFT_JIS;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::program::Folder;

type Rows = Vec<Vec<String>>;

/// Returns the files of a checklist, by name.
fn checklist(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (part, prefix) in [(folder.to_owned(), ""), (folder.join("items"), "items/")] {
        for entry in std::fs::read_dir(part).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
                files.insert(name, std::fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    files
}

/// Writes a city's sheets as CSV and returns their rows, by the names of the files.
fn sheets(folder: &Folder, city: &str) -> BTreeMap<String, Rows> {
    folder.done(&format!(
        "sheet write --checklist {city} --to out --format csv"
    ));
    let mut sheets = BTreeMap::new();
    for entry in std::fs::read_dir(folder.path(&format!("out/{city}"))).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(|record| {
            let record = record.unwrap();
            record.iter().map(str::to_owned).collect()
        });
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        sheets.insert(name, rows.collect());
    }
    assert_eq!(sheets.len(), 12);
    sheets
}

fn as_csv(rows: &Rows, delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Puts sheets of text into an xlsx file.
fn as_xlsx(sheets: &BTreeMap<String, Rows>) -> Workbook {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    book
}

fn column(rows: &Rows, heading: &str) -> usize {
    rows[0].iter().position(|cell| cell == heading).unwrap()
}

#[test]
fn a_checklist_goes_out_as_xlsx_and_csv_and_comes_back_the_same() {
    let folder = Folder::new();
    folder
        .done("sheet write --checklist odawara --to out --format xlsx,csv")
        .out("odawara.xlsx")
        .out("items.csv");
    folder
        .done("sheet read out/odawara.xlsx --to one")
        .out("odawara: 項目 93件、条項 18件。誤りはありません。")
        .out("どの市の条項にもない項目が 11件あります: Q05-05 ");
    folder.done("sheet read out/odawara --to two");
    let one = checklist(&folder.path("one"));
    assert_eq!(one, checklist(&folder.path("two")));
    assert_eq!(one.len(), 17);
    // What was read is a checklist like any other, of which the sheets come out the same.
    std::fs::rename(folder.path("one"), folder.path("checklists")).unwrap();
    folder
        .done("sheet write --checklist odawara --to again --format xlsx,csv --lang en --header en");
    folder
        .done("sheet read again/odawara.xlsx --to checklists")
        .out("17件は、そのままです。");
    folder
        .call("sheet read again/odawara --to checklists")
        .english()
        .run()
        .code(0)
        .out("17 files are the same already.");
    assert_eq!(checklist(&folder.path("checklists")), one);
    folder.begin("2026/odawara/0420");
}

#[test]
fn nothing_is_written_over_unasked() {
    let folder = Folder::new();
    let write = "sheet write --checklist odawara --to out --format xlsx,csv";
    folder.done(write);
    let before = folder.read("out/odawara.xlsx");
    folder
        .call(write)
        .run()
        .code(2)
        .err("同じ名前のファイルがあります。何も書き込んでいません。")
        .err("items.csv");
    assert_eq!(folder.read("out/odawara.xlsx"), before);
    // The shipped files, with their comments.
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    for (name, text) in checklist(&shipped) {
        folder.write(&format!("checklists/{name}"), text);
    }
    let read = "sheet read out/odawara.xlsx --to checklists";
    let before = checklist(&folder.path("checklists"));
    folder
        .call(read)
        .run()
        .code(2)
        .err("中身の違うファイルが 17件あります。何も書き込んでいません。")
        .err("// の説明は消えます");
    folder
        .done(&format!("{read} --replace --dry-run"))
        .out("まだ書いていません");
    assert_eq!(checklist(&folder.path("checklists")), before);
    folder
        .done(&format!("{read} --replace"))
        .out("書きました: checklists/odawara.ron");
    let after = checklist(&folder.path("checklists"));
    assert_eq!(after["tsukubamirai.ron"], before["tsukubamirai.ron"]);
    assert!(!after["odawara.ron"].contains("//"));
    folder.done("check").out("点検項目の誤り 0件");
    // A change in one place changes one file, and the file of the other city, which has comments.
    let mut sheets = sheets(&folder, "tsukubamirai");
    let items = sheets.get_mut("items").unwrap();
    "誰が見ても分かりますか。".clone_into(&mut items[1][1]);
    as_xlsx(&sheets).save(folder.path("edited.xlsx")).unwrap();
    folder
        .done("sheet read edited.xlsx --to checklists --replace --dry-run")
        .out("items/05_compliance.ron")
        .out("checklists/tsukubamirai.ron")
        .out("15件は、そのままです。");
}

/// Columns the other way round, some with a heading of their own; rows and columns of nothing;
/// digits and letters as an input method left on gives them.
fn rearranged(sheets: &BTreeMap<String, Rows>) -> BTreeMap<String, Rows> {
    let mut all: BTreeMap<String, Rows> = BTreeMap::new();
    for (name, rows) in sheets {
        let rows = rows.iter().map(|row| {
            let mut row: Vec<String> = row.iter().rev().cloned().collect();
            row.extend([String::new(), String::new()]);
            row
        });
        let mut rows: Rows = rows.collect();
        let width = rows[0].len();
        rows.extend(vec![vec![String::new(); width]; 5]);
        all.insert(name.clone(), rows);
    }
    let items = all.get_mut("items").unwrap();
    for (heading, id) in [("設問", "QUESTION"), ("重み", WEIGHT)] {
        let column = column(items, heading);
        id.clone_into(&mut items[0][column]);
    }
    let [weight, id] = [column(items, WEIGHT), column(items, "項目ID")];
    for row in items.iter_mut().skip(1).take(20) {
        row[weight] = row[weight]
            .replace('1', "１")
            .replace('2', "2.0")
            .replace('3', "３");
        row[id] = row[id].replace('Q', "Ｑ").replace('-', "－");
    }
    all
}

/// The heading of the weights as somebody typed it.
const WEIGHT: &str = " Ｗeight ";

#[test]
fn csv_files_are_read_as_spreadsheets_save_them() {
    let folder = Folder::new();
    let strange = rearranged(&sheets(&folder, "odawara"));
    folder.done("sheet read out/odawara --to expected");
    let expected = checklist(&folder.path("expected"));
    for (form, delimiter) in [
        ("cp932", b','),
        ("utf-16", b'\t'),
        ("utf-8", b';'),
        ("bom", b','),
    ] {
        for (name, rows) in &strange {
            let text = as_csv(rows, delimiter);
            let bytes = match form {
                "cp932" => SHIFT_JIS.encode(&text).0.into_owned(),
                "utf-16" => [0xFEFF]
                    .into_iter()
                    .chain(text.encode_utf16())
                    .flat_map(u16::to_le_bytes)
                    .collect(),
                "bom" => ["\u{feff}", &text].concat().into_bytes(),
                _ => text.into_bytes(),
            };
            folder.write(&format!("{form}/{name}.csv"), bytes);
        }
        folder.write(&format!("{form}/memo.csv"), "a,b\n1,2\n");
        let read = folder.done(&format!("sheet read {form} --to {form}-read"));
        read.out("「memo.csv」は読みません。");
        assert_eq!(
            checklist(&folder.path(&format!("{form}-read"))),
            expected,
            "{form}"
        );
    }
    folder
        .done("sheet read cp932 --to cp932-read")
        .out("シフトJISで保存されています（city.csv、");
}

#[test]
fn what_a_spreadsheet_took_for_numbers_and_dates_is_read() {
    let folder = Folder::new();
    let sheets = sheets(&folder, "odawara");
    let strange = rearranged(&sheets);
    folder.done("sheet read out/odawara --to expected");
    let weight = column(&strange["items"], WEIGHT);
    let mut book = as_xlsx(&strange);
    let date = Format::new().set_num_format("yyyy/m/d");
    let sheet = book.worksheet_from_name("items").unwrap();
    for row in 1..=5 {
        let number: f64 = sheets["items"][row as usize][column(&sheets["items"], "重み")]
            .parse()
            .unwrap();
        sheet
            .write_number(row, u16::try_from(weight).unwrap(), number)
            .unwrap();
    }
    let sheet = book.worksheet_from_name("city").unwrap();
    let day = ExcelDateTime::from_ymd(2025, 10, 1).unwrap();
    sheet.write_with_format(5, 0, &day, &date).unwrap();
    sheet.write_string(8, 0, "12月28日").unwrap();
    book.save(folder.path("numbers.xlsx")).unwrap();
    folder.done("sheet read numbers.xlsx --to numbers-read");
    let [read, expected] = ["numbers-read", "expected"].map(|name| checklist(&folder.path(name)));
    assert_eq!(read, expected);
}

#[test]
fn every_problem_is_told_at_its_cell() {
    let folder = Folder::new();
    let mut sheets = sheets(&folder, "odawara");
    let mut set = |sheet: &str, row: usize, heading: &str, text: &str| {
        let rows = sheets.get_mut(sheet).unwrap();
        let column = column(rows, heading);
        text.clone_into(&mut rows[row - 1][column]);
    };
    for (row, heading, text) in [
        (2, "設問", ""),
        (3, "重み", "4"),
        (4, "重み", "高い"),
        (5, "重点項目", "たぶん"),
        (6, "系統", "本庁"),
        (14, "脅威", "T7"),
        (8, "適用条件", "lgwan &"),
        (9, "項目ID", "Q05-01"),
        (11, "設問", "#REF!"),
        (12, "設問", "{term.nobody}はいますか。"),
        (13, "ファイル", "../outside"),
    ] {
        set("items", row, heading, text);
    }
    set("clauses", 3, "親の条項ID", "A9");
    set("clauses", 5, "措置", "気合い");
    set("clauses", 4, "項目ID", "Q06-1-01");
    set("city", 4, "値", "142068");
    set("city", 6, "値", "来年");
    set("city", 11, "欄", "市長の名前");
    set("clauses", 17, "親の条項ID", "C6-8b");
    set("clauses", 18, "親の条項ID", "C6-8a");
    set("history", 3, "日付", "2021-02-30");
    set("marks", 3, "回答", "まあまあ");
    set("grades", 2, "得点の下限", "10");
    set("scale", 2, "1項目の秒数", "");
    let terms = sheets.get_mut("terms").unwrap();
    terms.push(["", "名前のないもの"].map(str::to_owned).to_vec());
    terms.push(["mynumber", "二度目"].map(str::to_owned).to_vec());
    as_xlsx(&sheets).save(folder.path("bad.xlsx")).unwrap();
    for (name, rows) in &sheets {
        folder.write(&format!("bad/{name}.csv"), as_csv(rows, b','));
    }
    let japanese = folder.call("sheet read bad.xlsx --to read").run().code(2);
    insta::assert_snapshot!("sheet_problems_ja", japanese.err);
    let english = folder
        .call("sheet read bad --to read")
        .english()
        .run()
        .code(2);
    insta::assert_snapshot!("sheet_problems_en", english.err);
    assert!(!folder.path("read").exists());
}

#[test]
fn a_sheet_or_column_that_is_gone_is_told_before_anything_else() {
    let folder = Folder::new();
    let mut sheets = sheets(&folder, "odawara");
    sheets.remove("history");
    let items = sheets.get_mut("items").unwrap();
    for row in items.iter_mut() {
        row.remove(2);
    }
    items[1][0].clear();
    let terms = sheets.get_mut("terms").unwrap();
    "名前".clone_into(&mut terms[0][1]);
    let mut book = as_xlsx(&sheets);
    book.save(folder.path("gone.xlsx")).unwrap();
    let told = folder.call("sheet read gone.xlsx --to read").run().code(2);
    let told = told
        .err("使えないところが 3件あります。")
        .err("「改正」シート: ありません。")
        .err("「項目」シート 「問う理由」の列: 「問う理由」の列がありません。");
    told.err("「呼び名」シート: B列の見出しはA列と同じです。");
}

#[test]
fn cells_that_do_not_hold_what_was_typed_are_told() {
    let folder = Folder::new();
    let sheets = sheets(&folder, "odawara");
    let mut book = as_xlsx(&sheets);
    let date = Format::new().set_num_format("m月d日");
    let sheet = book.worksheet_from_name("clauses").unwrap();
    let day = ExcelDateTime::from_ymd(2026, 6, 1).unwrap();
    sheet.write_with_format(3, 2, &day, &date).unwrap();
    let failed = rust_xlsxwriter::Formula::new("=A0&\"x\"").set_result("#NAME?");
    book.worksheet_from_name("items")
        .unwrap()
        .write_formula(1, 1, failed)
        .unwrap();
    book.save(folder.path("odd.xlsx")).unwrap();
    folder
        .call("sheet read odd.xlsx --to read")
        .run()
        .code(2)
        .err("「条項」シート 4行目 C列「根拠」: 日付「2026-06-01」に変わっています。")
        .err("「項目」シート 2行目 B列「設問」: 計算式の誤り「#NAME?」になっています。");
}

#[test]
fn what_lies_where_the_files_go_is_checked_with_them() {
    let folder = Folder::new();
    let sheets = sheets(&folder, "odawara");
    folder.done("sheet read out/odawara --to checklists");
    // Another city leans on the same items; a file of items that no sheet has holds one again.
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let city = std::fs::read_to_string(shipped.join("tsukubamirai.ron")).unwrap();
    folder.write("checklists/tsukubamirai.ron", city);
    let old = folder.read("checklists/items/08_policy_review.ron");
    folder.write("checklists/items/old.ron", old);
    let mut fewer = sheets.clone();
    fewer
        .get_mut("items")
        .unwrap()
        .retain(|row| row[0] != "Q05-05");
    as_xlsx(&fewer).save(folder.path("fewer.xlsx")).unwrap();
    folder
        .call("sheet read fewer.xlsx --to checklists --replace")
        .run()
        .code(2)
        .err("tsukubamirai.ron")
        .err("項目「Q05-05」がありません。")
        .err("items/old.ron");
}

#[test]
fn a_file_that_is_no_workbook_is_refused_in_words() {
    let folder = Folder::new();
    folder.done("sheet write --checklist odawara --to out");
    let good = folder.read("out/odawara.xlsx");
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let encrypted = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]);
    let sealed: Vec<u8> = compound
        .iter()
        .copied()
        .chain([0; 600])
        .chain(encrypted)
        .collect();
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", SimpleFileOptions::default())
        .unwrap();
    for _ in 0..33 {
        bomb.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 100_000);
    for (name, bytes, what) in [
        (
            "text",
            "項目ID,設問\n".as_bytes().to_vec(),
            "Excelブック（.xlsx）ではありません。",
        ),
        ("empty", Vec::new(), "Excelブック（.xlsx）ではありません。"),
        ("old", compound, "古い形のExcelブック（.xls）です。"),
        ("sealed", sealed, "パスワードが付いているので読めません。"),
        (
            "cut",
            good[..good.len() / 2].to_vec(),
            "ファイルが壊れています。",
        ),
        ("bomb", bomb, "中身が大きすぎます（32MBまで）。"),
    ] {
        let file = format!("{name}.xlsx");
        folder.write(&file, bytes);
        folder
            .call(&format!("sheet read {file} --to read"))
            .run()
            .code(2)
            .err("何も書き込んでいません。")
            .err(what);
    }
    folder.write("large.xlsx", vec![0; 9 * 1024 * 1024]);
    folder
        .call("sheet read large.xlsx --to read")
        .run()
        .code(3)
        .err("大きすぎます");
    folder
        .call("sheet read none.xlsx --to read")
        .run()
        .code(2)
        .err("ありません");
    folder.write("folder/readme.txt", "a");
    folder
        .call("sheet read folder --to read")
        .run()
        .code(2)
        .err("*.csv: ありません");
    folder
        .call("sheet write --checklist date --to out")
        .run()
        .code(2)
        .err("odawara");
    assert!(!folder.path("read").exists());
}

#[test]
fn a_sheet_of_headings_alone_is_no_checklist() {
    let folder = Folder::new();
    let sheets = sheets(&folder, "odawara");
    folder.write(
        "out/odawara/clauses.csv",
        as_csv(&vec![sheets["clauses"][0].clone()], b','),
    );
    // The folder of the city is found below the one that was written.
    folder
        .call("sheet read out --to back")
        .run()
        .code(2)
        .err("out/odawara: 使えないところが 1件")
        .err("clauses.csv: 条項の行が一つもありません。");
    assert!(!folder.path("back").exists());
}
