//! Tests of the report as its readers get it: page and sheets, both editions, both languages.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::build::build;
use super::document::{Block, Cell, Document, Place};
use super::test_kit::{SECRET, collection, made, source};
use super::view::Edition;
use super::{html, xlsx};
use crate::domain::answer::{Answer, Beside};
use crate::domain::mark::Mark;
use crate::domain::scope::TOTAL;
use crate::text::Lang;
use crate::text::document::{cells, words};

fn page(count: usize, edition: Edition, lang: Lang) -> String {
    html::page(&build(source(&collection(count), edition, lang)))
}

fn sheets(count: usize, edition: Edition) -> Vec<u8> {
    let document = build(source(&collection(count), edition, Lang::Ja));
    xlsx::sheets(&document, words(Lang::Ja), made()).unwrap()
}

/// All that is written in an xlsx file.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn the_page_of_a_small_collection() {
    for (name, edition, lang) in [
        ("internal_ja", Edition::Internal, Lang::Ja),
        ("public_ja", Edition::Public, Lang::Ja),
        ("internal_en", Edition::Internal, Lang::En),
    ] {
        let page = page(7, edition, lang);
        let (head, rest) = page.split_once("<style>").unwrap();
        let (_, body) = rest.split_once("</style>").unwrap();
        insta::assert_snapshot!(name, format!("{head}<style></style>{body}"));
    }
}

#[test]
fn the_public_edition_names_nobody() {
    for lang in [Lang::Ja, Lang::En] {
        for count in [1, 3, 7] {
            let page = page(count, Edition::Public, lang);
            assert!(!page.contains(SECRET), "{lang:?} {count}");
            assert!(!page.contains("R-") && !page.contains("0110"));
        }
    }
    for (name, text) in parts(&sheets(7, Edition::Public)) {
        assert!(!text.contains(SECRET), "{name}");
    }
    // The other edition does, so that this can fail.
    assert!(page(7, Edition::Internal, Lang::Ja).contains(SECRET));
    let internal = parts(&sheets(7, Edition::Internal));
    assert!(internal.values().any(|text| text.contains(SECRET)));
}

/// The cells of figures in the first column of a table that has them, by the name of the row.
fn row<'a>(document: &'a Document, table: &str, name: &str) -> &'a [Cell] {
    let table = document.tables().find(|one| one.id == table).unwrap();
    let is_named = |row: &&Vec<Cell>| matches!(&row[0], Cell::Text(text) if text.trim_start_matches('　').starts_with(name));
    table.rows.iter().find(is_named).unwrap()
}

#[test]
fn small_groups_are_hidden_from_the_public_alone() {
    let collection = collection(7);
    let public = build(source(&collection, Edition::Public, Lang::Ja));
    // The last clause applies to few; the other clause of its article would give it away.
    for name in ["6(1)", "6(2)"] {
        let cells = row(&public, "clauses", name);
        assert!(
            cells[1..].iter().all(|cell| *cell == Cell::Hidden),
            "{name}"
        );
        let cells = row(&public, "two_years", name);
        assert!(
            cells[1..].iter().all(|cell| *cell == Cell::Hidden),
            "{name}"
        );
    }
    assert!(!row(&public, "clauses", "6 対策").contains(&Cell::Hidden));
    let internal = build(source(&collection, Edition::Internal, Lang::Ja));
    let mut all = internal
        .tables()
        .flat_map(|table| table.rows.iter().flatten());
    assert!(all.all(|cell| *cell != Cell::Hidden));
}

#[test]
fn of_too_few_departments_nothing_is_public() {
    let collection = collection(3);
    let document = build(source(&collection, Edition::Public, Lang::Ja));
    let score = collection.submissions[0].total().score_tenths();
    assert!(score.is_some());
    for table in document
        .tables()
        .filter(|one| one.id != "formulas" && one.id != "versions")
    {
        for row in &table.rows {
            assert!(
                row[1..].iter().all(|cell| *cell == Cell::Hidden),
                "{}",
                table.id
            );
        }
    }
    let keys = document.sections[0]
        .blocks
        .iter()
        .find_map(|block| match block {
            Block::Keys(keys) => Some(keys),
            _ => None,
        });
    let values: Vec<&str> = keys.unwrap().iter().map(|key| key.value.as_str()).collect();
    assert_eq!(values, ["3/4", cells::HIDDEN, cells::HIDDEN]);
}

#[test]
fn every_figure_is_that_of_the_one_function() {
    let collection = collection(7);
    let document = build(source(&collection, Edition::Internal, Lang::Ja));
    for submission in &collection.submissions {
        let total = submission.total();
        let table = document.tables().find(|one| one.id == "board").unwrap();
        let found = table
            .rows
            .iter()
            .find(|row| row[0] == Cell::text(&submission.department_code));
        let row = found.unwrap();
        assert!(
            matches!(&row[3], Cell::Heat(Some((tenths, _))) if Some(*tenths) == total.score_tenths())
        );
        assert_eq!(row[4], Cell::Rate(total.implementation()));
    }
    let mut all = crate::domain::score::Figures::default();
    for submission in &collection.submissions {
        let scope = submission.asked.scope(TOTAL).unwrap();
        all.join(&submission.figures_of(&scope.items));
    }
    assert_eq!(
        row(&document, "clauses", "全体")[2],
        Cell::Rate(all.implementation())
    );
    let marks = row(&document, "marks", "全体");
    assert_eq!(marks[1], Cell::Count(all.items));
    assert_eq!(marks[4], Cell::Count(all.not_implemented));
}

#[test]
fn the_sheets_hold_the_figures_of_the_page() {
    let collection = collection(7);
    let document = build(source(&collection, Edition::Internal, Lang::Ja));
    let parts = parts(&sheets(7, Edition::Internal));
    let tables: Vec<_> = document
        .tables()
        .filter(|one| !one.rows.is_empty() && one.place != Place::Page)
        .collect();
    assert_eq!(
        parts
            .keys()
            .filter(|name| name.starts_with("xl/worksheets/sheet"))
            .count(),
        tables.len() + 1
    );
    for (number, table) in (2..).zip(tables) {
        let sheet = &parts[&format!("xl/worksheets/sheet{number}.xml")];
        // What is written as a number, in the order of the cells.
        let written: Vec<&str> = sheet
            .split("<c ")
            .skip(1)
            .filter(|cell| !cell.contains("t=\"s\""))
            .filter_map(|cell| cell.split("<v>").nth(1)?.split("</v>").next())
            .collect();
        let expected: Vec<String> = table.rows.iter().flatten().flat_map(numbers).collect();
        assert_eq!(written, expected, "{}", table.id);
        assert!(sheet.contains("庁内限り"), "{}", table.id);
        assert!(sheet.contains("state=\"frozen\""), "{}", table.id);
    }
}

/// The numbers a cell becomes, as a sheet writes them.
fn numbers(cell: &Cell) -> Vec<String> {
    let decimal = |text: String| text.trim_end_matches(".0").to_owned();
    match cell {
        Cell::Count(count) => vec![count.to_string()],
        Cell::Score(Some(tenths)) | Cell::Heat(Some((tenths, _))) => {
            vec![decimal(cells::score(Some(*tenths)))]
        }
        Cell::Rate(rate) => {
            let percent = cells::rate(*rate);
            let percent = percent.trim_end_matches('%').to_owned();
            let mut numbers = vec![rate.numerator.to_string(), rate.denominator.to_string()];
            if rate.denominator > 0 {
                numbers.insert(0, decimal(percent));
            }
            numbers
        }
        Cell::Change(Some(tenths)) => {
            let shown = cells::change(Some(*tenths)).replace('−', "-");
            vec![decimal(shown.trim_start_matches(['+', '±']).to_owned())]
        }
        _ => Vec::new(),
    }
}

#[test]
fn what_deserves_a_question_is_for_the_office_alone() {
    let table_of = |document: &Document, id: &str| {
        let mut tables = document.tables();
        tables.find(|one| one.id == id).cloned()
    };
    // Twelve departments wrote the same remark.
    let mut many = collection(12);
    for one in &mut many.submissions {
        let remark = format!("{SECRET} 同じ備考をここに長く書きました");
        let open = Beside {
            remark: true,
            ..Beside::default()
        };
        one.answers.fill(Answer::default());
        one.answers[0] = Answer::new(Some(Mark::Partial), open);
        one.remarks = [(0, remark.as_str())].into_iter().collect();
    }
    let document = build(source(&many, Edition::Internal, Lang::Ja));
    let shown = table_of(&document, "same_remark").unwrap();
    assert_eq!((shown.place, shown.rows.len()), (Place::Page, 10));
    let all = table_of(&document, "outliers").unwrap();
    let name = Cell::text("ほかの所属と同じ備考");
    assert_eq!(all.rows.iter().filter(|row| row[0] == name).count(), 12);
    assert!(html::page(&document).contains("ほか 2件は report.xlsx にあります。"));
    let public = build(source(&many, Edition::Public, Lang::Ja));
    assert!(table_of(&public, "outliers").is_none());
    assert!(!html::page(&public).contains("気になる") && !html::page(&public).contains("順位"));
}

#[test]
fn ranks_stand_beside_how_many_and_deviation_values_from_ten_on() {
    let board = |count| {
        let collection = collection(count);
        let document = build(source(&collection, Edition::Internal, Lang::Ja));
        let found = document.tables().find(|one| one.id == "board").cloned();
        found.unwrap()
    };
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    };
    let few = board(4);
    assert_eq!(text(&few.rows[0][7]), "― 比べる所属が 5未満（n=4）");
    let seven = board(7);
    assert_eq!(seven.columns.len(), 8);
    assert!(
        seven.rows[..7]
            .iter()
            .all(|row| text(&row[7]).contains("n=7）"))
    );
    assert_eq!(text(&seven.rows[7][7]), "");
    let twelve = board(12);
    assert_eq!(twelve.columns[8].heading, "偏差値");
    assert!(
        twelve.rows[..12]
            .iter()
            .all(|row| text(&row[8]).contains('.'))
    );
}

#[test]
fn the_same_collection_gives_the_same_bytes() {
    assert!(sheets(7, Edition::Internal) == sheets(7, Edition::Internal));
    let twice = [0, 1].map(|_| page(7, Edition::Internal, Lang::Ja));
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn a_collection_without_anything_has_a_report() {
    for edition in [Edition::Internal, Edition::Public] {
        let mut nothing = collection(0);
        nothing.past.clear();
        for lang in [Lang::Ja, Lang::En] {
            let document = build(source(&nothing, edition, lang));
            assert!(html::page(&document).contains(cells::NO_VALUE));
            xlsx::sheets(&document, words(lang), made()).unwrap();
        }
        nothing.ledger.clear();
        nothing.roster = None;
        let document = build(source(&nothing, edition, Lang::Ja));
        assert!(!document.sections.is_empty());
    }
}

#[test]
fn the_page_runs_nothing_and_loads_nothing() {
    let page = page(7, Edition::Internal, Lang::Ja);
    for word in [
        "<script",
        "http:",
        "https:",
        "src=",
        "@import",
        "javascript",
        "<b>0</b>",
    ] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("&lt;b&gt;") && page.contains("6(2) 分類 &lt;と&gt; 管理"));
    let names: Vec<&str> = page.split(" id=\"").skip(1).collect();
    let names: Vec<&str> = names
        .iter()
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let different: std::collections::BTreeSet<&&str> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
    // Every drawing can be read without being seen.
    let drawn = page.matches("<svg").count() - page.matches("aria-hidden=\"true\"><rect").count();
    assert_eq!(page.matches("<desc>").count(), drawn);
}
