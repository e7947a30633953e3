//! A quick reader for exported files that are still as they were written: whole rows are compared
//! with those of a pair read before, and only what differs from department to department is looked
//! at. It checks what the full reader checks. Whatever it cannot vouch for it leaves to that one.

use chrono::NaiveDateTime;

use super::csv_canonical::SheetKind;
use super::csv_figures;
use super::csv_quick_form::{FixedRows, Form, fixed};
use super::csv_quick_frame::{Frame, Who, frame, identity, put};
use super::csv_quick_rows::{IDENTITY, TAIL, next, skip, text};
use super::csv_submission::{Given, Texts, moment};
use super::csv_table::CELL_MAX;
use super::digest::{self, Hasher};
use super::receipt::{self, RECEIPT};
use crate::domain::answer::{Answer, AnswerSource};
use crate::domain::ledger::{Claim, Soundness};
use crate::domain::mark::Mark;
use crate::domain::scope::ScopeKind;
use crate::domain::submission::{Origin, Submission};
use crate::text::columns::{MARK_SOURCE, Word};

/// A part of a file about one department: its rows, and the row it begins in.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The file's name.
    pub name: &'a str,
    /// The bytes of its rows.
    pub bytes: &'a [u8],
    /// The first row, as a spreadsheet shows it.
    pub first: usize,
}

/// Space that is used again for each pair.
#[derive(Default, Debug)]
pub struct Scratch {
    /// What the rows add to the digest, one after another.
    canonical: Vec<u8>,
    /// Where each row begins in it.
    starts: Vec<usize>,
    row: Vec<u8>,
}

/// Reads a pair; none when it is not exactly as it was written, or is of another form.
#[must_use]
pub fn read(
    form: &Form,
    summary: Rows<'_>,
    answers: Rows<'_>,
    scratch: &mut Scratch,
) -> Option<(Claim, Submission)> {
    let frame = frame(SheetKind::Summary, summary.bytes)?;
    let answers_frame = self::frame(SheetKind::Answers, answers.bytes)?;
    if frame.identity != answers_frame.identity || frame.receipt != answers_frame.receipt {
        return None;
    }
    let who = identity(&frame)?;
    if who.checklist_digest != form.checklist_digest {
        return None;
    }
    let mut hasher = Hasher::default();
    hasher.part(RECEIPT);
    let mut figures: Vec<&[u8]> = vec![&[]; form.asked.scopes.len()];
    let kind = SheetKind::Summary;
    each_row(
        kind,
        &form.summary,
        &frame,
        summary.bytes,
        scratch,
        |at, own, row| {
            *figures.get_mut(at)? = own;
            canonical_of(kind, own, row)
        },
    )?;
    digest_rows(kind, &form.summary, scratch, &mut hasher);
    let mut given = vec![Answer::default(); form.asked.items.len()];
    let mut texts = Texts::default();
    let kind = SheetKind::Answers;
    each_row(
        kind,
        &form.answers,
        &answers_frame,
        answers.bytes,
        scratch,
        |at, own, row| {
            let answer = answer(form, at, own, who.confirmed_at, &mut texts)?;
            *given.get_mut(at)? = answer;
            canonical_of(kind, own, row)
        },
    )?;
    digest_rows(kind, &form.answers, scratch, &mut hasher);
    if receipt::spoken(&hasher.finish()) != frame.receipt {
        return None;
    }
    let receipt = frame.receipt;
    let submission = submission(form, who, receipt, (given, texts), [summary, answers])?;
    let claim = claim_of(&submission, [summary, answers]);
    figures_fit(form, &submission, &figures).then_some((claim, submission))
}

/// Puts a submission together.
fn submission(
    form: &Form,
    who: Who,
    receipt: String,
    (answers_given, mut texts): (Vec<Answer>, Texts),
    [summary, answers]: [Rows<'_>; 2],
) -> Option<Submission> {
    texts
        .remarks
        .sort_unstable_by_key(|(position, _)| *position);
    Some(Submission {
        municipality_code: who.municipality_code,
        municipality: who.municipality,
        year: who.year?,
        department_code: who.department_code,
        department: who.department,
        agency: who.agency,
        edition: who.edition,
        checklist_digest: who.checklist_digest,
        confirmed_at: who.confirmed_at,
        confirmed_by: who.confirmed_by,
        receipt,
        journal_head: who.journal_head,
        asked: form.asked.clone(),
        answers: answers_given,
        remarks: texts.remarks,
        pace: texts.pace,
        origin: Origin {
            answers: answers.name.to_owned(),
            summary: summary.name.to_owned(),
            first_row: answers.first,
            rows: form.rows.clone(),
        },
    })
}

/// What a submission that can be trusted says of itself.
fn claim_of(submission: &Submission, [summary, answers]: [Rows<'_>; 2]) -> Claim {
    Claim {
        municipality_code: submission.municipality_code.clone(),
        department_code: submission.department_code.clone(),
        year: Some(submission.year),
        confirmed_at: submission.confirmed_at,
        receipt: submission.receipt.clone(),
        edition: submission.edition.clone(),
        soundness: Soundness::Sound,
        name: format!("{}\n{}", summary.name, answers.name),
    }
}

/// Walks through the rows of a part, each beside the row of the form; `own` gets the position, the
/// cells that are the department's own, and where to put what they add to the digest, and says how
/// many are not empty.
fn each_row<'a>(
    kind: SheetKind,
    fixed_rows: &FixedRows,
    frame: &Frame<'_>,
    bytes: &'a [u8],
    scratch: &mut Scratch,
    mut own: impl FnMut(usize, &'a [u8], &mut Vec<u8>) -> Option<usize>,
) -> Option<()> {
    let cells = kind.columns().len() - IDENTITY - fixed(kind) - TAIL;
    scratch.canonical.clear();
    scratch.starts.clear();
    let mut rest = bytes;
    for row in &fixed_rows.rows {
        rest = rest
            .strip_prefix(frame.identity)?
            .strip_prefix(row.raw.as_slice())?;
        let length = skip(rest, cells)?;
        scratch.row.clear();
        let cells = rest.get(..length)?;
        // What the full reader refuses.
        if length > CELL_MAX || memchr::memchr(0, cells).is_some() {
            return None;
        }
        let filled = own(row.position, cells, &mut scratch.row)?;
        rest = rest.get(length..)?.strip_prefix(frame.tail)?;
        let filled = filled + frame.identity_filled + row.filled + frame.head_filled;
        scratch.starts.push(scratch.canonical.len());
        let to = &mut scratch.canonical;
        digest::put(to, filled.to_string().as_bytes());
        to.extend_from_slice(&frame.identity_canonical);
        to.extend_from_slice(&row.canonical);
        to.extend_from_slice(&scratch.row);
        to.extend_from_slice(&frame.head_canonical);
    }
    scratch.starts.push(scratch.canonical.len());
    rest.is_empty().then_some(())
}

fn digest_rows(kind: SheetKind, fixed_rows: &FixedRows, scratch: &Scratch, hasher: &mut Hasher) {
    hasher.part(kind.code());
    hasher.part(&fixed_rows.rows.len().to_string());
    for &at in &fixed_rows.order {
        let ends = scratch.starts.get(at).zip(scratch.starts.get(at + 1));
        let row = ends.and_then(|(&start, &end)| scratch.canonical.get(start..end));
        hasher.raw(row.unwrap_or_default());
    }
}

/// What the department's own cells of a row add to the digest; how many are not empty.
fn canonical_of(kind: SheetKind, own: &[u8], to: &mut Vec<u8>) -> Option<usize> {
    let columns = kind.columns();
    let columns = columns.get(IDENTITY + fixed(kind)..columns.len() - TAIL)?;
    let (mut at, mut filled) = (0, 0);
    for column in columns {
        let cell = next(own.get(at..)?)?;
        at += cell.length;
        filled += usize::from(put(column.id, column.content, cell.bytes, to)?);
    }
    Some(filled)
}

/// Reads the cells of an answer.
fn answer(
    form: &Form,
    position: usize,
    own: &[u8],
    confirmed_at: Option<NaiveDateTime>,
    texts: &mut Texts,
) -> Option<Answer> {
    let mut cells: [&[u8]; 12] = [&[]; 12];
    let mut at = 0;
    for cell in &mut cells {
        let found = next(own.get(at..)?)?;
        at += found.length;
        *cell = found.bytes;
    }
    let [
        mark,
        worth,
        source,
        _,
        remark,
        evidence,
        _,
        _,
        _,
        _,
        answered_at,
        _,
    ] = cells;
    let mark = match mark {
        b"" => None,
        word => {
            let known = |known: &&Mark| form.marks[known.index()].as_bytes() == word;
            Some(*Mark::ALL.iter().find(known)?)
        }
    };
    if let Some(mark) = mark.filter(|mark| *mark != Mark::NotApplicable) {
        let expected = form.asked.scale.value(mark).unwrap_or(0);
        let number: u8 = std::str::from_utf8(worth).ok()?.parse().ok()?;
        if number != expected {
            return None;
        }
    }
    let word = |word: &Word| word.under(form.header).as_bytes() == source;
    let source = match MARK_SOURCE
        .iter()
        .find(|known| word(known))
        .map(|one| one.code)
    {
        Some("carried") => AnswerSource::Carried,
        Some("profile") => AnswerSource::Profile,
        Some(_) => AnswerSource::Answered,
        None if source.is_empty() => AnswerSource::Answered,
        None => return None,
    };
    let given = Given {
        mark,
        source,
        when: moment(&text(answered_at)?),
        remark: &text(remark)?,
        evidence: &text(evidence)?,
    };
    Some(texts.take(position, &given, confirmed_at))
}

/// Counts and scores the answers, and compares every figure of the summary.
fn figures_fit(form: &Form, submission: &Submission, rows: &[&[u8]]) -> bool {
    form.asked.scopes.iter().zip(rows).all(|(scope, row)| {
        let figures = submission.figures_of(&scope.items);
        let is_total = scope.kind == ScopeKind::Total;
        let mut at = 0;
        csv_figures::COLUMNS.into_iter().all(|id| {
            let Some(cell) = row.get(at..).and_then(next) else {
                return false;
            };
            at += cell.length;
            let expected = csv_figures::cell(&figures, &form.asked.scale, is_total, id);
            expected.is_some_and(|expected| expected.as_bytes() == cell.bytes)
        })
    })
}

#[cfg(test)]
#[path = "csv_quick_tests.rs"]
mod tests;
