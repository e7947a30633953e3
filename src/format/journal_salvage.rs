//! What can be saved of a damaged journal: every record that the chain proves, in its order, and
//! what the lines held that it does not prove.

use std::cmp::Reverse;

use super::journal::{Hash, Tail, origin, read_line, read_record, take};
use super::journal_chain::{Line, follows, is_unfinished, lines, parts};
use super::journal_forms::{Form, taken_back};
use crate::domain::record::Record;
use crate::domain::workbook::{FORMAT, Workbook};
use mend::mend;

pub use mend::{Mend, MendKind};

/// A line whose content is lost to the new journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lost {
    /// The line, from 1.
    pub line: usize,
    /// Where it begins, in bytes.
    pub offset: usize,
    /// What it says, if that can be read. Nothing proves it.
    pub record: Option<Record>,
}

/// What is saved of a journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Salvage {
    /// The good lines, in order.
    pub bytes: Vec<u8>,
    /// What they fold into.
    pub workbook: Workbook,
    /// The hash of the last of them.
    pub head: Hash,
    /// How the file had been saved again, if it had.
    pub form: Option<Form>,
    /// What was put right on the way.
    pub mends: Vec<Mend>,
    /// The lines that are not in the new journal.
    pub lost: Vec<Lost>,
    /// The numbers of records of which there is no line at all.
    pub missing: Vec<u64>,
    /// What the end looks like; what is cut off there was never said to be saved.
    pub tail: Tail,
}

impl Salvage {
    /// Returns whether the journal is whole as it lies there.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.form.is_none() && self.mends.is_empty() && self.lost.is_empty()
    }
}

/// Saves what can be saved; none when not even the first record can, or when a newer version made
/// the journal.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Salvage> {
    let plain = gather(bytes, None);
    let again = taken_back(bytes).and_then(|(form, text)| gather(&text, Some(form)));
    let better = [again, plain].into_iter().flatten().max_by_key(|salvage| {
        let wrong = salvage.mends.len() + salvage.lost.len();
        (salvage.workbook.records().len(), Reverse(wrong))
    });
    let best = better?;
    (best.workbook.created().format <= FORMAT).then_some(best)
}

/// A line on its way into the new journal.
pub(super) struct Piece {
    line: usize,
    offset: usize,
    body: Vec<u8>,
    ended: bool,
    used: bool,
}

impl From<Line<'_>> for Piece {
    fn from(line: Line<'_>) -> Self {
        Self {
            line: line.number,
            offset: line.offset,
            body: line.body.to_vec(),
            ended: line.ended,
            used: false,
        }
    }
}

fn gather(bytes: &[u8], form: Option<Form>) -> Option<Salvage> {
    let mut gathering = Gathering {
        pieces: lines(bytes).map(Piece::from).collect(),
        head: origin(),
        workbook: None,
        good: Vec::new(),
        mends: Vec::new(),
        place: 0,
        furthest: 0,
    };
    let mut tail = Tail::Clean;
    loop {
        if let Some(index) = gathering.heir() {
            if gathering.take(index).is_none() {
                break;
            }
            continue;
        }
        let Some(index) = gathering.waiting() else {
            break;
        };
        if let Some(cut) = gathering.cut_off(index) {
            tail = cut;
            break;
        }
        match mend(&mut gathering.pieces, index, &gathering.head) {
            Some(mended) => gathering.mends.push(mended),
            None => break,
        }
    }
    gathering.finish(form, tail)
}

/// Lines being put in order.
struct Gathering {
    pieces: Vec<Piece>,
    head: Hash,
    workbook: Option<Workbook>,
    good: Vec<u8>,
    mends: Vec<Mend>,
    /// Where the next line should be; lines before it may be left over.
    place: usize,
    /// The furthest line taken.
    furthest: usize,
}

impl Gathering {
    /// Finds the line that follows the last good one: the next, or one from elsewhere.
    fn heir(&self) -> Option<usize> {
        let all = || self.pieces.iter().enumerate();
        all()
            .skip(self.place)
            .chain(all().take(self.place))
            .find(|(_, piece)| !piece.used && follows(&self.head, &piece.body))
            .map(|(index, _)| index)
    }

    /// Takes a line into the new journal, if it can be read and fits.
    fn take(&mut self, index: usize) -> Option<()> {
        let piece = self.pieces.get_mut(index)?;
        let (record, hash) = read_line(&piece.body, &self.head).ok()?;
        take(&mut self.workbook, record).ok()?;
        self.head = hash;
        piece.used = true;
        self.good.extend_from_slice(&piece.body);
        self.good.push(b'\n');
        if index < self.furthest {
            self.mends.push(Mend {
                line: piece.line,
                column: None,
                kind: MendKind::Moved,
            });
        }
        self.furthest = self.furthest.max(index);
        self.place = index + 1;
        Some(())
    }

    fn is_repeated(&self, piece: &Piece) -> bool {
        self.pieces
            .iter()
            .any(|other| other.used && other.body == piece.body)
    }

    /// Finds the first line from here on that is neither taken nor a repetition.
    fn waiting(&self) -> Option<usize> {
        let all = self.pieces.iter().enumerate().skip(self.place);
        all.filter(|(_, piece)| !piece.used)
            .find(|(_, piece)| !self.is_repeated(piece))
            .map(|(index, _)| index)
    }

    /// Sets the last line aside if it is one that was never written to its end.
    fn cut_off(&mut self, index: usize) -> Option<Tail> {
        let next = self.workbook.as_ref()?.next_number();
        let is_last = index + 1 == self.pieces.len();
        let piece = self.pieces.get_mut(index)?;
        if !is_last || piece.ended || !is_unfinished(&self.head, next, &piece.body) {
            return None;
        }
        piece.used = true;
        let length = piece.body.len();
        Some(if piece.body.ends_with(&[0]) {
            Tail::Zeros(length)
        } else {
            Tail::Torn(length)
        })
    }

    fn finish(self, form: Option<Form>, tail: Tail) -> Option<Salvage> {
        let mut mends = self.mends.clone();
        let mut lost = Vec::new();
        for piece in self.pieces.iter().filter(|piece| !piece.used) {
            if self.is_repeated(piece) {
                mends.push(Mend {
                    line: piece.line,
                    column: None,
                    kind: MendKind::Duplicate,
                });
            } else {
                lost.push(Lost {
                    line: piece.line,
                    offset: piece.offset,
                    record: record_of(&piece.body),
                });
            }
        }
        mends.sort_by_key(|mend| mend.line);
        let workbook = self.workbook?;
        Some(Salvage {
            missing: missing(workbook.next_number(), &lost),
            bytes: self.good,
            workbook,
            head: self.head,
            form,
            mends,
            lost,
            tail,
        })
    }
}

/// Returns the numbers of records of which no line is left.
fn missing(next: u64, lost: &[Lost]) -> Vec<u64> {
    let records = lost.iter().filter_map(|lost| lost.record.as_ref());
    let numbers: Vec<u64> = records.map(|record| record.number).collect();
    let last = numbers.iter().copied().max().unwrap_or(0);
    // A line that cannot be read may be one of them.
    let unread = lost.len() - numbers.len();
    (next..last)
        .filter(|number| !numbers.contains(number))
        .skip(unread)
        .collect()
}

fn record_of(body: &[u8]) -> Option<Record> {
    // The hash may be what was altered; the record is looked for behind the first blank.
    let ron = parts(body).map_or_else(
        || {
            let blank = body.iter().position(|byte| *byte == b' ')?;
            body.get(blank + 1..)
        },
        |(_, ron)| Some(ron),
    );
    read_record(ron?).ok()
}

#[path = "journal_mend.rs"]
mod mend;

#[cfg(test)]
#[path = "journal_salvage_tests.rs"]
mod tests;
