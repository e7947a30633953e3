//! A checklist goes into sheets and comes back the same, as xlsx and as CSV, under both headers.

use std::collections::BTreeMap;

use chrono::DateTime;
use proptest::prelude::*;

use super::checklist_files::{ChecklistFiles, Loaded};
use super::csv_test_kit::shipped;
use super::ron_source::SourceFile;
use super::sheet_bytes::{csv, xlsx};
use super::sheet_in::SheetFiles;
use super::sheet_out::{Cells, sheets};
use super::sheet_rows::Gathering;
use crate::domain::checklist::Checklist;
use crate::text::columns::Header;

const CITIES: [&str; 2] = ["odawara", "tsukubamirai"];

/// The ways through a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Xlsx,
    Csv,
    /// Written as CSV, opened by a spreadsheet as text and saved as xlsx: the guards stay.
    CsvToXlsx,
    /// Written as xlsx and saved as CSV: text that was never guarded.
    XlsxToCsv,
}

const WAYS: [Way; 4] = [Way::Xlsx, Way::Csv, Way::CsvToXlsx, Way::XlsxToCsv];

fn gathered(cells: &[Cells], way: Way, header: Header) -> Gathering {
    let made = DateTime::parse_from_rfc3339("2026-11-22T09:00:00+09:00").unwrap();
    let mut gathering = Gathering::default();
    match way {
        Way::Xlsx => gathering.xlsx(&xlsx(cells, header, &[], made).unwrap()),
        Way::Csv => {
            for cells in cells {
                let name = format!("{}.csv", cells.sheet.id);
                gathering.csv(&name, &csv(cells, header).unwrap());
            }
        }
        Way::CsvToXlsx | Way::XlsxToCsv => {
            let mut book = rust_xlsxwriter::Workbook::new();
            for cells in cells {
                let sheet = book.add_worksheet().set_name(cells.sheet.id).unwrap();
                let columns = cells.sheet.columns.iter();
                let headings = columns.map(|column| column.heading(header).to_owned());
                let rows = std::iter::once(headings.collect()).chain(cells.rows.clone());
                let rows: Vec<Vec<String>> = rows.collect();
                if way == Way::XlsxToCsv {
                    let rows = rows
                        .iter()
                        .map(|row| row.iter().map(|cell| as_in_xlsx(cell)));
                    let mut writer = ::csv::Writer::from_writer(Vec::new());
                    for row in rows {
                        writer.write_record(row).unwrap();
                    }
                    let name = format!("{}.csv", cells.sheet.ja);
                    gathering.csv(&name, &writer.into_inner().unwrap());
                    continue;
                }
                for (row, line) in (0..).zip(&rows) {
                    for (column, cell) in (0..).zip(line) {
                        let cell = super::csv_guard::guard(cell);
                        sheet.write_string(row, column, cell).unwrap();
                    }
                }
            }
            if way == Way::CsvToXlsx {
                gathering.xlsx(&book.save_to_buffer().unwrap());
            }
        }
    }
    gathering
}

fn as_in_xlsx(cell: &str) -> String {
    if cell.starts_with('\'') {
        super::csv_guard::guard(cell)
    } else {
        cell.to_owned()
    }
}

/// Takes a city's files through sheets.
fn through(files: &ChecklistFiles, city: &str, way: Way, header: Header) -> ChecklistFiles {
    let cells = sheets(files, city, header);
    let made = SheetFiles::of(gathered(&cells, way, header).finish().unwrap());
    assert_eq!(made.problems, []);
    assert_eq!(made.city, city);
    ChecklistFiles { files: made.files }
}

/// A checklist without the digest of its files' bytes.
fn content(files: &ChecklistFiles) -> Checklist {
    let Loaded {
        checklists,
        problems,
    } = files.load(true);
    let blocking: Vec<_> = problems.iter().filter(|problem| problem.blocks()).collect();
    assert!(blocking.is_empty(), "{blocking:?}");
    let mut checklist = checklists.into_iter().next().unwrap();
    checklist.digest = String::new();
    checklist
}

fn texts(files: &ChecklistFiles) -> BTreeMap<&str, &str> {
    let files = files.files.iter();
    files
        .map(|file| (file.name.as_str(), file.text.as_str()))
        .collect()
}

#[test]
fn the_shipped_files_come_back_as_they_are_but_for_their_comments() {
    let shipped = shipped();
    for city in CITIES {
        let mut plain = shipped.of_city(city);
        for file in &mut plain.files {
            let lines = file.text.lines();
            let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
            file.text = all(lines.map(|line| format!("{line}\n")));
        }
        for way in WAYS {
            for header in [Header::Ja, Header::En] {
                let back = through(&shipped, city, way, header);
                assert_eq!(texts(&back), texts(&plain), "{city} {way:?} {header:?}");
                // The same bytes, so the same digest.
                assert_eq!(back.digest(), plain.digest());
            }
        }
        assert_eq!(content(&plain), content(&shipped.of_city(city)));
    }
}

fn all(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<String>>().concat()
}

fn nasty() -> impl Strategy<Value = String> {
    let signs =
        "(\\PC|[\n\"'=＝+\\-－−@ \u{3000}\\\\,;0-9a-zあ\u{200d}\u{202e}\u{feff}😀\u{fffe}]){0,12}";
    let texts = prop_oneof![
        signs,
        prop::sample::select(vec![
            "007", "1.0", "1-2", "2026/4/1", "'=1", "''=1", "=1+1", "TRUE", "_x0041_", "\"a\"",
            "\"a", "はい", "１２", "- a", "#", "(1)",
        ])
        .prop_map(ToOwned::to_owned),
    ];
    texts
        .prop_map(|text| text.replace(['{', '}'], "("))
        .prop_filter("a text", |text| !text.trim().is_empty())
}

fn ron(text: &str) -> String {
    ron::to_string(text).unwrap()
}

fn option(name: &str, text: Option<&String>) -> String {
    text.map_or_else(String::new, |text| format!("{name}: {},", ron(text)))
}

fn list(texts: &[String]) -> String {
    texts
        .iter()
        .map(|text| ron(text))
        .collect::<Vec<_>>()
        .join(",")
}

prop_compose! {
    fn item()(
        texts in prop::collection::vec(nasty(), 6),
        options in prop::collection::vec(prop::option::of(nasty()), 3),
        evidence in prop::collection::vec(nasty(), 0..4),
        flags in any::<[bool; 3]>(),
        weight in 1..=3,
        tiers in prop::sample::subsequence(vec!["mynumber", "lgwan", "internet", "common", "paper"], 1..=5),
        threats in prop::sample::subsequence(vec![1, 2, 3], 0..=3),
        applies in prop::sample::select(vec!["true", "a", "a & b", "(a | b)&a", "a & (b & a)"]),
        replaces in prop::sample::subsequence(vec!["\"Q01-01\"", "\"Q01-02a\""], 0..=2),
    ) -> String {
        format!(
            "question: {}, why: {}, implemented: {}, partial: {}, not_implemented: {}, respondent: {},\
             {}{}{} evidence: [{}], tiers: [{}], threats: {threats:?}, applies: {applies:?}, weight: {weight},\
             critical: {}, interpretive: {}, on_site: {}, replaces: [{}],",
            ron(&texts[0]), ron(&texts[1]), ron(&texts[2]), ron(&texts[3]), ron(&texts[4]), ron(&texts[5]),
            option("not_applicable", options[0].as_ref()),
            option("not_applicable_note", options[1].as_ref()),
            option("report_guide", options[2].as_ref()),
            list(&evidence), tiers.join(","),
            flags[0], flags[1], flags[2], replaces.join(","),
        )
    }
}

const SCALE: &str = "(marks: (implemented: (symbol: \"○\", word: \"a\", value: 100), partial: (symbol: \"△\", word: \"b\", value: 50), \
    not_implemented: (symbol: \"×\", word: \"c\", value: 0), not_applicable: (symbol: \"－\", word: \"d\"), \
    to_be_confirmed: (symbol: \"？\", word: \"e\", value: 0)), grades: [(grade: \"A\", from: 90), (grade: \"B\", from: 0)], \
    critical_cap: \"B\", seconds_per_item: 15)";

prop_compose! {
    fn policy()(
        own_scale in any::<bool>(),
        texts in prop::collection::vec(nasty(), 10),
        note in prop::option::of(nasty()),
        agencies in prop::collection::vec(nasty(), 0..3),
        threats in prop::collection::vec((nasty(), nasty()), 3),
        history in prop::collection::vec(prop::option::of(nasty()), 0..3),
        settings in prop::collection::vec((nasty(), prop::option::of(nasty()), prop::option::of(any::<bool>())), 0..3),
        terms in prop::collection::vec(nasty(), 0..3),
        deadline in prop::option::of(prop::sample::select(vec!["12-28", "01-02", "3-4"])),
        biennial in prop::option::of(prop::sample::select(vec!["even", "odd"])),
        measure in prop::option::of(prop::sample::select(vec!["human", "resilience"])),
    ) -> String {
        let text = |index: usize| ron(&texts[index]);
        let history = all(history.iter().enumerate().map(|(year, note)| {
            format!("(date: \"20{:02}-04-01\", {}),", 10 + year, option("note", note.as_ref()))
        }));
        let settings = all(settings.iter().enumerate().map(|(key, (value, note, provisional))| {
            let provisional = provisional.map_or_else(String::new, |is| format!("provisional: {is},"));
            format!("\"s{key}\": (value: {}, {} {provisional}),", ron(value), option("note", note.as_ref()))
        }));
        let terms = all(terms.iter().enumerate().map(|(key, term)| {
            format!("\"t{key}\": {},", ron(term))
        }));
        let threats = all(threats.iter().zip([3, 1, 2]).map(|((heading, gist), id)| {
            format!("(id: {id}, heading: {}, gist: {}),", ron(heading), ron(gist))
        }));
        let tiers = all(["mynumber", "lgwan", "internet", "common", "paper"].iter()
            .map(|tier| format!("{tier:?}: {},", text(0))));
        let word = |name: &str, word: Option<&str>| word.map_or_else(String::new, |word| format!("{name}: {word},"));
        let deadline = deadline.map_or_else(String::new, |day| format!("deadline: {day:?},"));
        let scale = if own_scale { format!("scale: {SCALE},") } else { String::new() };
        format!(
            "(id: \"x1\", name: {}, municipality_code: \"082350\", title: {}, edition: \"2025-10-01\", history: [{history}],\
             agencies: [{}], handling: {}, {deadline} terms: {{{terms}}}, settings: {{{settings}}}, tier_names: {{{tiers}}},\
             threats: [{threats}], profile: [\"b\", \"a\"], {} {scale} articles: [(id: \"A5\", citation: {}, heading: {}, gist: {}, clauses: [\
             (id: \"C5\", citation: {}, heading: {}, gist: {}, {} {} items: [\"Q05-02\"], clauses: [\
             (id: \"C5-1\", citation: \"5\", heading: \"x\", gist: \"y\", items: [\"Q05-01\"])]),\
             (id: \"C5a\", citation: \"1.0\", heading: \"x\", gist: \"y\", items: [\"Q06-01\"])])])",
            text(1), text(2), list(&agencies), text(3), word("biennial", biennial),
            text(4), text(5), text(6), text(7), text(8), text(9),
            option("note", note.as_ref()), word("measure", measure),
        )
    }
}

fn checklist() -> impl Strategy<Value = ChecklistFiles> {
    let note = prop::option::of(nasty());
    (prop::collection::vec(item(), 3), policy(), nasty(), note).prop_map(
        |(items, policy, question, note)| {
            let file = |name: &str, text: String| SourceFile {
                name: name.to_owned(),
                text,
            };
            let [one, two, three] = items.try_into().unwrap();
            let note = option("note", note.as_ref());
            let question = ron(&question);
            ChecklistFiles {
                files: vec![
                    file("items/05.ron", format!("[(id: \"Q05-01\", {one}), (id: \"Q05-02\", {two})]")),
                    file("items/6 点検.ron", format!("[(id: \"Q06-01\", {three})]")),
                    file("scale.ron", SCALE.to_owned()),
                    file(
                        "profile.ron",
                        format!("[(key: \"a\", question: {question}, {note}), (key: \"b\", question: \"?\")]"),
                    ),
                    file("x1.ron", policy),
                ],
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_is_lost_on_the_way_through_sheets(
        files in checklist(),
        way in prop::sample::select(WAYS.to_vec()),
        english in any::<bool>(),
    ) {
        let header = if english { Header::En } else { Header::Ja };
        let back = through(&files, "x1", way, header);
        let (found, expected) = (content(&back), content(&files));
        prop_assert_eq!(found, expected);
        // What the program wrote itself comes back byte for byte.
        let again = through(&back, "x1", way, header);
        prop_assert_eq!(again.digest(), back.digest());
    }
}
