//! What unit tests share: the shipped checklists, a small one made by hand, and a pen that writes
//! records. The only test code that reads files.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use crate::domain::action::Outcome;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::expression::Expression;
use crate::domain::item_id::ItemId;
use crate::domain::mark::{Mark, Marked};
use crate::domain::merge::Line;
use crate::domain::policy::{Article, Clause, ClauseId, Policy, Tier};
use crate::domain::record::{Author, Change, Created, Record, RecordKind};
use crate::domain::scale::Scale;
use crate::domain::workbook::{ApplyError, FORMAT, Workbook};
use crate::format::checklist_files::{ChecklistFiles, Loaded};
use crate::format::digest::lettered;
use crate::format::journal;
use crate::format::ron_source::SourceFile;

/// Returns the files of `checklists/`, as they would be compiled in.
pub(crate) fn shipped_files() -> ChecklistFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let mut files = Vec::new();
    for folder in ["", "items/"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{folder}{}", entry.file_name().to_str().unwrap());
            if Path::new(&name)
                .extension()
                .is_some_and(|ending| ending == "ron")
            {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                files.push(SourceFile { name, text });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    ChecklistFiles { files }
}

/// Returns the shipped checklist of a city.
pub(crate) fn city(id: &str) -> &'static Checklist {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    let loaded = LOADED.get_or_init(|| shipped_files().load(true));
    let found = loaded.checklists.iter().find(|list| list.policy.id == id);
    found.unwrap()
}

/// Returns both shipped checklists.
pub(crate) fn cities() -> [&'static Checklist; 2] {
    [city("odawara"), city("tsukubamirai")]
}

/// Returns the shipped scale: ○ 1, △ ½, × and ？ 0; A from 90, B 75, C 60; cap C.
pub(crate) fn scale() -> &'static Scale {
    &city("odawara").scale
}

/// Returns a plain item of weight 2 that may be marked －, to be varied with `..item("Q1-1")`.
pub(crate) fn item(id: &str) -> Item {
    Item {
        id: ItemId(id.into()),
        hash: format!("h-{id}"),
        question: "問い".into(),
        why: "理由".into(),
        implemented: "全て".into(),
        partial: "一部".into(),
        not_implemented: "なし".into(),
        not_applicable: Some("ない課".into()),
        not_applicable_note: None,
        evidence: Vec::new(),
        tiers: vec![Tier::Common],
        threats: vec![1],
        respondent: "各課".into(),
        applies: Expression::Always,
        weight: 2,
        critical: false,
        interpretive: false,
        on_site: false,
        report_guide: None,
        replaces: Vec::new(),
        provisional: false,
    }
}

/// Returns an item that applies as an expression says.
pub(crate) fn item_for(id: &str, applies: &str) -> Item {
    Item {
        applies: Expression::parse(applies).unwrap(),
        ..item(id)
    }
}

/// Returns a checklist of these items under one clause, with the shipped scale.
pub(crate) fn checklist(items: Vec<Item>) -> Checklist {
    let clause = Clause {
        id: ClauseId("C5".into()),
        citation: "第5条".into(),
        heading: "遵守".into(),
        gist: "守る".into(),
        note: None,
        measure: None,
        items: items.iter().map(|item| item.id.clone()).collect(),
        clauses: Vec::new(),
    };
    let article = Article {
        id: "A5".into(),
        citation: "第5条".into(),
        heading: "遵守".into(),
        gist: "守る".into(),
        clauses: vec![clause],
    };
    let policy = Policy {
        id: "sample".into(),
        name: "見本市".into(),
        municipality_code: "142069".into(),
        title: "方針".into(),
        edition: NaiveDate::from_ymd_opt(2025, 10, 1).unwrap(),
        history: Vec::new(),
        agencies: Vec::new(),
        handling: "庁内限り".into(),
        deadline: None,
        terms: BTreeMap::new(),
        settings: BTreeMap::new(),
        tier_names: BTreeMap::new(),
        threats: Vec::new(),
        profile: Vec::new(),
        biennial: None,
        articles: vec![article],
    };
    let bank: HashMap<_, _> = items
        .into_iter()
        .map(|item| (item.id.clone(), item))
        .collect();
    Checklist::new(policy, scale().clone(), Vec::new(), bank, "h0".into())
}

/// Returns a checklist of `count` plain items `Q1-1`, `Q1-2`, ….
pub(crate) fn plain_checklist(count: usize) -> Checklist {
    checklist((1..=count).map(|n| item(&format!("Q1-{n}"))).collect())
}

/// Returns the person who acts unless another is named.
pub(crate) fn clerk() -> Author {
    Author {
        name: "山田".into(),
        title: "課長".into(),
    }
}

/// Returns the time of a record: a minute apart from one to the next.
pub(crate) fn at(number: u64) -> DateTime<FixedOffset> {
    let begin = DateTime::parse_from_rfc3339("2026-11-22T14:32:07+09:00").unwrap();
    begin + TimeDelta::minutes(i64::try_from(number).unwrap())
}

/// Returns a record.
pub(crate) fn record(number: u64, kind: RecordKind, changes: Vec<Change>) -> Record {
    Record {
        number,
        at: at(number),
        by: clerk(),
        kind,
        changes,
    }
}

/// Returns what a workbook of a fiscal year is about.
pub(crate) fn created(fiscal_year: i32) -> Change {
    Change::Created(Box::new(Created {
        format: FORMAT,
        city: "sample".into(),
        municipality: "見本市".into(),
        municipality_code: "142069".into(),
        edition: "2025-10-01".into(),
        checklist_digest: "h0".into(),
        department_code: "0420".into(),
        department: "下水道整備課".into(),
        agency: "市長".into(),
        fiscal_year,
        deadline: String::new(),
    }))
}

/// Begins an empty workbook of a fiscal year.
pub(crate) fn workbook_of(fiscal_year: i32) -> Workbook {
    Workbook::begin(record(1, RecordKind::Action, vec![created(fiscal_year)])).unwrap()
}

/// Begins an empty workbook.
pub(crate) fn workbook() -> Workbook {
    workbook_of(2026)
}

/// Applies changes as one new action.
pub(crate) fn try_act(workbook: &mut Workbook, changes: Vec<Change>) -> Result<(), ApplyError> {
    let next = record(workbook.next_number(), RecordKind::Action, changes);
    workbook.apply(next)
}

/// Applies the changes of an action that must not be refused.
pub(crate) fn act(workbook: &mut Workbook, outcome: Outcome) {
    try_act(workbook, outcome.unwrap()).unwrap();
}

/// Applies an undo or redo step; false when there is none.
pub(crate) fn step(workbook: &mut Workbook, step: Option<(RecordKind, Vec<Change>)>) -> bool {
    let Some((kind, changes)) = step else {
        return false;
    };
    let next = record(workbook.next_number(), kind, changes);
    workbook.apply(next).unwrap();
    true
}

/// Takes back the latest action; false when there is none.
pub(crate) fn undo(workbook: &mut Workbook) -> bool {
    let next = workbook.undo_step();
    step(workbook, next)
}

/// Repeats the action taken back last; false when there is none.
pub(crate) fn redo(workbook: &mut Workbook) -> bool {
    let next = workbook.redo_step();
    step(workbook, next)
}

/// Returns the change that gives a blank item a mark.
pub(crate) fn marks(item: &str, mark: Mark) -> Change {
    Change::Mark {
        item: ItemId(item.into()),
        before: None,
        after: Some(Marked::typed(mark)),
    }
}

/// Writes records as a journal and reads them back.
pub(crate) fn through_the_journal(records: &[Record]) -> Workbook {
    let mut head = journal::origin();
    let mut bytes = Vec::new();
    for record in records {
        let (line, hash) = journal::encode(record, &head).unwrap();
        bytes.extend_from_slice(line.as_bytes());
        head = hash;
    }
    let read = journal::read(&bytes);
    assert_eq!(read.damage, None);
    assert_eq!(read.head, head);
    read.workbook.unwrap()
}

/// Returns the hashes of a workbook's records, as its journal would have them.
pub(crate) fn hashes(workbook: &Workbook) -> Vec<String> {
    let mut head = journal::origin();
    let mut hashes = Vec::new();
    for record in workbook.records() {
        head = journal::encode(record, &head).unwrap().1;
        hashes.push(lettered(&head));
    }
    hashes
}

/// Returns a workbook with its hashes.
pub(crate) fn line<'a>(workbook: &'a Workbook, hashes: &'a [String]) -> Line<'a> {
    Line { workbook, hashes }
}
