//! Which summary belongs to which answers: the same department and year, and the same receipt
//! before all.

use std::collections::BTreeMap;
use std::ops::Range;

use arcstr::ArcStr;

use crate::format::csv_canonical::{self, SheetKind};
use crate::format::csv_sheet::Sheet;

/// Where a part lies in its file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Place {
    /// A part of a file that is read as a whole.
    Part(usize),
    /// Bytes of a large file, and the first row.
    Bytes(Bytes),
}

/// A range of bytes that sorts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Bytes {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) first: usize,
}

impl Bytes {
    pub(super) const fn new(bytes: &Range<u64>, first: usize) -> Self {
        Self {
            start: bytes.start,
            end: bytes.end,
            first,
        }
    }
}

/// One department's part of a file, and where it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Part {
    /// Its receipt.
    receipt: Box<str>,
    /// Its own digest.
    digest: Box<str>,
    /// The file's name.
    name: ArcStr,
    /// The position of the file.
    pub(super) file: usize,
    /// Where in the file.
    pub(super) place: Place,
}

/// Whose files: municipality, department and year, however they are spelt.
pub(super) type Whose = [String; 3];

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
    pub(super) whose: Whose,
    pub(super) kind: SheetKind,
    part: Part,
}

impl Found {
    /// Describes a part.
    pub(super) fn new(
        kind: SheetKind,
        whose: Whose,
        [receipt, digest]: [String; 2],
        (name, file, place): (&ArcStr, usize, Place),
    ) -> Self {
        Self {
            whose,
            kind,
            part: Part {
                receipt: receipt.into(),
                digest: digest.into(),
                name: name.clone(),
                file,
                place,
            },
        }
    }

    /// Returns whether both are of one export.
    pub(super) fn belongs_to(&self, other: &Self) -> bool {
        self.whose == other.whose
            && self.kind != other.kind
            && self.part.receipt == other.part.receipt
    }
}

/// Describes a part of a file that was read.
pub(super) fn describe(sheet: &Sheet, (name, file, part): (&ArcStr, usize, usize)) -> Found {
    let cell = |id| csv_canonical::text(sheet.first(id).trim());
    let whose = ["municipality_code", "department_code", "fiscal_year"].map(cell);
    let seals = ["receipt", "digest"].map(cell);
    Found::new(sheet.kind, whose, seals, (name, file, Place::Part(part)))
}

impl Parts {
    /// Adds one.
    pub(super) fn add(&mut self, found: Found) {
        let kind = usize::from(found.kind == SheetKind::Answers);
        self.0.entry(found.whose).or_default()[kind].push(found.part);
    }

    /// Pairs them, those of a file in the order they stand in it. Of several with one receipt,
    /// those that are intact go together, so that an altered copy takes no partner from them.
    pub(super) fn pairs(self, is_intact: &dyn Fn(&Part) -> bool) -> Vec<Pair> {
        let groups = self.0.into_values();
        let mut pairs: Vec<Pair> = groups
            .flat_map(|group| pairs_of(group, is_intact))
            .collect();
        pairs.sort_by(|one, other| {
            let place = |pair: &Pair| {
                let part = pair.answers.as_ref().or(pair.summary.as_ref());
                part.map(|part| (part.file, part.place.clone()))
            };
            place(one).cmp(&place(other))
        });
        pairs
    }
}

fn pairs_of(
    [mut summaries, mut answers]: [Vec<Part>; 2],
    is_intact: &dyn Fn(&Part) -> bool,
) -> Vec<Pair> {
    let is_clear = summaries.len() <= 1 && answers.len() <= 1;
    for list in [&mut summaries, &mut answers] {
        list.sort_by_cached_key(|part| (!is_clear && !is_intact(part), part.clone()));
    }
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
