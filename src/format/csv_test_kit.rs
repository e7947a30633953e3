//! The shipped checklists and workbooks filled in for tests.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use chrono::DateTime;

use super::checklist_files::ChecklistFiles;
use super::csv_canonical::SheetKind;
use super::csv_rows::ExportInput;
use super::ron_source::SourceFile;
use crate::domain::action;
use crate::domain::checklist::Checklist;
use crate::domain::expression::ProfileKey;
use crate::domain::mark::Mark;
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Author, Change, Created, Evidence, Record, RecordKind, TextField};
use crate::domain::standing::{Standing, standing};
use crate::domain::workbook::{FORMAT, Workbook};
use crate::text::columns::Header;

/// Returns the shipped files.
pub(super) fn shipped() -> ChecklistFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let mut files = Vec::new();
    for (folder, prefix) in [(root.clone(), ""), (root.join("items"), "items/")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                files.push(SourceFile {
                    name: format!("{prefix}{}", entry.file_name().to_str().unwrap()),
                    text: std::fs::read_to_string(entry.path()).unwrap(),
                });
            }
        }
    }
    ChecklistFiles { files }
}

/// Returns a shipped checklist.
pub(super) fn checklist(city: &str) -> &'static Checklist {
    static ALL: OnceLock<HashMap<String, Checklist>> = OnceLock::new();
    &ALL.get_or_init(|| {
        let loaded = shipped().load(true);
        assert_eq!(loaded.problems, []);
        loaded
            .checklists
            .into_iter()
            .map(|checklist| (checklist.policy.id.clone(), checklist))
            .collect()
    })[city]
}

/// Applies changes to a workbook as one action.
pub(super) fn act(workbook: &mut Workbook, changes: Vec<Change>) {
    let number = workbook.next_number();
    workbook.apply(record(number, changes)).unwrap();
}

/// Returns an empty workbook of a department.
pub(super) fn workbook(checklist: &Checklist, department_code: &str) -> Workbook {
    let policy = &checklist.policy;
    let created = Created {
        format: FORMAT,
        city: policy.id.clone(),
        municipality: policy.name.clone(),
        municipality_code: policy.municipality_code.clone(),
        edition: policy.edition.to_string(),
        checklist_digest: checklist.digest.clone(),
        department_code: department_code.to_owned(),
        department: "税務課".to_owned(),
        agency: "市長".to_owned(),
        fiscal_year: 2026,
        deadline: String::new(),
    };
    Workbook::begin(record(1, vec![Change::Created(Box::new(created))])).unwrap()
}

/// Returns the person who acts.
pub(super) fn author() -> Author {
    Author {
        name: "山田花子".to_owned(),
        title: "課長".to_owned(),
    }
}

fn record(number: u64, changes: Vec<Change>) -> Record {
    Record {
        number,
        at: DateTime::parse_from_rfc3339("2026-11-22T14:32:05+09:00").unwrap(),
        by: author(),
        kind: RecordKind::Action,
        changes,
    }
}

/// Returns a confirmed workbook with every mark, awkward texts and evidence in it.
pub(super) fn filled(checklist: &Checklist, department_code: &str) -> Workbook {
    let mut workbook = workbook(checklist, department_code);
    profile(&mut workbook);
    for (index, item) in checklist.items.iter().enumerate() {
        if standing(checklist, &workbook, item) != Standing::Blank {
            continue;
        }
        let mark = match index % 7 {
            3 => Mark::Partial,
            4 => Mark::NotImplemented,
            5 if item.not_applicable.is_some() => Mark::NotApplicable,
            6 if !item.critical => Mark::ToBeConfirmed,
            _ => Mark::Implemented,
        };
        let remark = REMARKS[index % REMARKS.len()];
        let evidence = Evidence {
            name: ["名簿", "手順書（第3版）", "a；b"][index % 3].to_owned(),
            date: ["2026-05-01", "", "4月"][index % 3].to_owned(),
        };
        let steps = [
            action::mark(&workbook, item, Some(mark), Some("=窓口がない")),
            action::text(&workbook, item, TextField::Remark, remark),
            action::text(&workbook, item, TextField::Approver, "情報政策課長"),
            action::evidence(&workbook, item, vec![evidence.clone(), evidence]),
        ];
        let changes = steps.into_iter().flat_map(Result::unwrap).collect();
        act(&mut workbook, changes);
    }
    let confirmed = action::confirm(checklist, &workbook, &author()).unwrap();
    act(&mut workbook, confirmed);
    workbook
}

/// Answers a few questions about the department with no.
pub(super) fn profile(workbook: &mut Workbook) {
    for key in ["servers", "division", "audit"] {
        let key = ProfileKey(key.to_owned());
        let changes = action::profile(workbook, &key, Some(false)).unwrap();
        act(workbook, changes);
    }
}

/// Texts that spreadsheets and encodings like to spoil.
pub(super) const REMARKS: [&str; 14] = [
    "確認しました",
    "=1+1",
    "0042",
    "2026-11-22",
    "9〜17時",
    "一行目\n二行目",
    "一行目\r\n二行目",
    "\"引用\", 読点、\tタブ",
    "12-1",
    "－",
    "'=1",
    "1e5",
    " 前後の空白 ",
    "－5¥−—‖",
];

/// Returns the year before, everything implemented.
pub(super) fn last_year(checklist: &Checklist) -> PreviousYear {
    let mut workbook = workbook(checklist, "0420");
    for item in &checklist.items {
        let changes = action::mark(&workbook, item, Some(Mark::Implemented), None).unwrap();
        act(&mut workbook, changes);
    }
    PreviousYear::new(checklist, &workbook)
}

/// Returns what an export is made from.
pub(super) fn input<'a>(
    checklist: &'a Checklist,
    workbook: &'a Workbook,
    previous: Option<&'a PreviousYear>,
    header: Header,
) -> ExportInput<'a> {
    ExportInput {
        checklist,
        workbook,
        previous,
        journal_head: "h0000111122223333444455556666777788889999aaaabbbbccccddddeeeeffff",
        header,
    }
}

/// How a spreadsheet saves a file again.
#[derive(Clone, Debug)]
pub(super) struct Resave {
    /// `utf-8`, `utf-8-bom`, `utf-16` or `cp932`.
    pub encoding: &'static str,
    /// Whether all cells are quoted.
    pub quoted: bool,
    /// Whether rows end in a line feed alone.
    pub line_feeds: bool,
    /// The sign between cells.
    pub delimiter: u8,
    /// Where the columns are turned round.
    pub turned_at: usize,
    /// Whether cells that look like numbers and dates are rewritten.
    pub rewritten: bool,
    /// Whether the headings become ids, or Japanese.
    pub headings: Option<Header>,
}

impl Resave {
    /// Saves a file without changing a thing.
    pub(super) const fn plain() -> Self {
        Self {
            encoding: "utf-8-bom",
            quoted: false,
            line_feeds: false,
            delimiter: b',',
            turned_at: 0,
            rewritten: false,
            headings: None,
        }
    }

    /// Saves a file.
    pub(super) fn apply(&self, kind: SheetKind, bytes: &[u8]) -> Vec<u8> {
        let mut rows = cells(bytes);
        for (index, row) in rows.iter_mut().enumerate() {
            if index == 0 {
                for (cell, column) in row.iter_mut().zip(kind.columns()) {
                    if let Some(header) = self.headings {
                        column.heading(header).clone_into(cell);
                    }
                }
            } else if self.rewritten {
                for cell in row.iter_mut() {
                    *cell = rewrite(cell);
                }
            }
            let turn = self.turned_at % row.len();
            row.rotate_left(turn);
        }
        self.encode(&self.write(&rows))
    }

    fn write(&self, rows: &[Vec<String>]) -> String {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .quote_style(if self.quoted {
                csv::QuoteStyle::Always
            } else {
                csv::QuoteStyle::Necessary
            })
            .terminator(if self.line_feeds {
                csv::Terminator::Any(b'\n')
            } else {
                csv::Terminator::CRLF
            })
            .from_writer(Vec::new());
        for row in rows {
            writer.write_record(row).unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    }

    fn encode(&self, text: &str) -> Vec<u8> {
        match self.encoding {
            "utf-8" => text.as_bytes().to_vec(),
            "utf-8-bom" => format!("\u{FEFF}{text}").into_bytes(),
            "utf-16" => std::iter::once(0xFEFF)
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect(),
            _ => cp932(text),
        }
    }
}

/// Returns the cells of a file as they are written, headings first.
pub(super) fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// Rewrites a cell as a Japanese spreadsheet does.
fn rewrite(cell: &str) -> String {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let dated = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        (parts.len() == 3 && parts.iter().all(|part| plain(part))).then(|| {
            let [year, month, day] = [0, 1, 2].map(|index| parts[index].trim_start_matches('0'));
            format!("{year}/{month}/{day}")
        })
    };
    if cell == "12-1" {
        return "12月1日".to_owned();
    }
    if cell == "1e5" {
        return "1.00E+05".to_owned();
    }
    if plain(cell) {
        let stripped = cell.trim_start_matches('0');
        return if stripped.is_empty() { "0" } else { stripped }.to_owned();
    }
    if let Some((whole, "0")) = cell.split_once('.').filter(|(whole, _)| plain(whole)) {
        return whole.to_owned();
    }
    if let Some(date) = dated(cell) {
        return date;
    }
    if let Some((date, time)) = cell.split_once(' ')
        && let Some(date) = dated(date)
    {
        return format!("{date} {}", time.trim_start_matches('0'));
    }
    cell.replace("\r\n", "\n")
}

/// Encodes in CP932 as Windows does, twins included.
fn cp932(text: &str) -> Vec<u8> {
    let twins: String = text
        .chars()
        .map(|sign| match sign {
            '〜' => '～',
            '—' => '―',
            '‖' => '∥',
            '−' => '－',
            '¢' => '￠',
            '£' => '￡',
            '¬' => '￢',
            sign => sign,
        })
        .collect();
    let (bytes, _, lost) = encoding_rs::SHIFT_JIS.encode(&twins);
    assert!(!lost, "{twins}");
    bytes.into_owned()
}
