//! Which summary belongs to which answers: the same department and year, and the same receipt
//! before all.

use std::collections::BTreeMap;

use crate::format::csv_canonical::{self, SheetKind};
use crate::format::csv_sheet::Sheet;

/// One department's part of a file, and where it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Part {
    /// Its receipt.
    receipt: String,
    /// Its own digest.
    digest: String,
    /// The file's name.
    name: String,
    /// The position of the file.
    pub(super) file: usize,
    /// The position of the part within the file.
    pub(super) part: usize,
}

/// Whose files: municipality, department and year, however they are spelt.
type Whose = [String; 3];

/// The parts of all files, by whose they are.
#[derive(Default)]
pub(super) struct Parts(BTreeMap<Whose, [Vec<Part>; 2]>);

/// A summary and answers, or the one there is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    /// The summary.
    pub(super) summary: Option<Part>,
    /// The answers.
    pub(super) answers: Option<Part>,
}

/// A part before it is among others.
pub(super) struct Found {
    whose: Whose,
    kind: SheetKind,
    part: Part,
}

/// Describes a part of a file.
pub(super) fn describe(sheet: &Sheet, name: &str, file: usize, part: usize) -> Found {
    let whose = ["municipality_code", "department_code", "fiscal_year"]
        .map(|id| csv_canonical::text(sheet.first(id).trim()));
    Found {
        whose,
        kind: sheet.kind,
        part: Part {
            receipt: csv_canonical::text(sheet.first("receipt").trim()),
            digest: sheet.first("digest").trim().to_owned(),
            name: name.to_owned(),
            file,
            part,
        },
    }
}

impl Parts {
    /// Adds one.
    pub(super) fn add(&mut self, found: Found) {
        let kind = usize::from(found.kind == SheetKind::Answers);
        self.0.entry(found.whose).or_default()[kind].push(found.part);
    }

    /// Pairs them, in an order of their own.
    pub(super) fn pairs(self) -> Vec<Pair> {
        self.0.into_values().flat_map(pairs_of).collect()
    }
}

fn pairs_of([mut summaries, mut answers]: [Vec<Part>; 2]) -> Vec<Pair> {
    summaries.sort();
    answers.sort();
    let mut pairs = Vec::new();
    let mut waiting = Vec::new();
    for summary in summaries {
        let same = |other: &Part| other.receipt == summary.receipt;
        match answers.iter().position(same) {
            Some(at) => pairs.push(Pair {
                answers: Some(answers.remove(at)),
                summary: Some(summary),
            }),
            None => waiting.push(summary),
        }
    }
    // A receipt may be what was altered.
    let mut left = answers.into_iter();
    for summary in waiting {
        pairs.push(Pair {
            summary: Some(summary),
            answers: left.next(),
        });
    }
    pairs.extend(left.map(|answers| Pair {
        summary: None,
        answers: Some(answers),
    }));
    pairs
}
