//! The shipped checklists and workbooks filled in for tests.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use chrono::DateTime;

use super::checklist_files::ChecklistFiles;
use super::ron_source::SourceFile;
use crate::domain::checklist::Checklist;
use crate::domain::record::{Author, Change, Created, Record, RecordKind};
use crate::domain::workbook::{FORMAT, Workbook};

/// Returns a shipped checklist.
pub fn checklist(city: &str) -> &'static Checklist {
    static ALL: OnceLock<HashMap<String, Checklist>> = OnceLock::new();
    &ALL.get_or_init(|| {
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
        let loaded = ChecklistFiles { files }.load(true);
        assert_eq!(loaded.problems, []);
        loaded
            .checklists
            .into_iter()
            .map(|checklist| (checklist.policy.id.clone(), checklist))
            .collect()
    })[city]
}

/// Applies changes to a workbook as one action.
pub fn act(workbook: &mut Workbook, changes: Vec<Change>) {
    let number = workbook.next_number();
    workbook.apply(record(number, changes)).unwrap();
}

/// Returns an empty workbook of a department.
pub fn workbook(checklist: &Checklist, department_code: &str) -> Workbook {
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
pub fn author() -> Author {
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
