//! A workbook on a shipped checklist, and what must hold of any workbook on it.

use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use tenken::domain::checklist::Checklist;
use tenken::domain::record::{Author, Change, Created, Record, RecordKind};
use tenken::domain::workbook::{FORMAT, Workbook};
use tenken::domain::{progress, scope};
use tenken::format::csv_export::{ExportInput, export_files};
use tenken::format::csv_self_check::self_check;
use tenken::store::checklists::{self, ChecklistSet};
use tenken::text::columns::Header;

/// Returns the built-in checklists.
pub(crate) fn built_in() -> &'static ChecklistSet {
    static SET: OnceLock<ChecklistSet> = OnceLock::new();
    SET.get_or_init(|| checklists::of_files(checklists::built_in()))
}

/// Returns one of them.
pub(crate) fn odawara() -> &'static Checklist {
    built_in().city("odawara").unwrap()
}

/// Returns a time.
pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T09:00:00+09:00").unwrap()
}

/// Begins a workbook on a checklist.
pub(crate) fn begin(checklist: &Checklist) -> Workbook {
    let policy = &checklist.policy;
    let created = Created {
        format: FORMAT,
        city: policy.id.clone(),
        municipality: policy.name.clone(),
        municipality_code: policy.municipality_code.clone(),
        edition: policy.edition.to_string(),
        checklist_digest: checklist.digest.clone(),
        department_code: "0420".to_owned(),
        department: "a".to_owned(),
        agency: String::new(),
        fiscal_year: 2026,
        deadline: String::new(),
    };
    Workbook::begin(record(1, vec![Change::Created(Box::new(created))])).unwrap()
}

/// Makes a record.
pub(crate) fn record(number: u64, changes: Vec<Change>) -> Record {
    Record {
        number,
        at: now(),
        by: Author {
            name: "a".to_owned(),
            title: String::new(),
        },
        kind: RecordKind::Action,
        changes,
    }
}

/// Asserts that figures can be made of a workbook, and that its export reads back the same.
pub(crate) fn exports_well(checklist: &Checklist, workbook: &Workbook) {
    let _ = progress::progress(checklist, workbook);
    let _ = scope::total(checklist, workbook).score_tenths();
    // Each takes long; the two differ in their words alone.
    let headers = [Header::Ja, Header::En];
    {
        let header = headers[workbook.records().len() % 2];
        let input = ExportInput {
            checklist,
            workbook,
            previous: None,
            journal_head: "h0",
            header,
        };
        let csv = export_files(&input).unwrap();
        let findings = self_check(&input, &csv.receipt, &csv.summary, &csv.answers);
        assert_eq!(findings, [], "an export does not read back the same");
    }
}
