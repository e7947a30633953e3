//! Fills in a workbook the way a person does: the profile, then item after item, with remarks,
//! evidence and a clock that goes on.

use super::book::Book;
use super::defects::Odd;
use super::manner::Manner;
use super::remarks::Remarks;
use super::seeded::Seeded;
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::completeness::{asks_evidence, asks_text};
use crate::domain::mark::Mark;
use crate::domain::record::{Author, Evidence, TextField};
use crate::domain::roster::Department;
use crate::domain::standing::set_aside;
use crate::domain::workbook::{Answer, Workbook};
use crate::error::Result;
use crate::text::demo::people::APPROVER;
use crate::text::demo::remarks::reason;

/// Who fills in, and how.
pub(super) struct Answering<'a> {
    /// How the department answers.
    pub manner: Manner<'a>,
    /// Who fills in.
    pub by: &'a Author,
    /// The workbook that answers are copied from, if they are.
    pub copied: Option<&'a Workbook>,
    /// How many of its items of a thousand are answered.
    pub share: i32,
}

impl Answering<'_> {
    /// Answers the questions about the department.
    pub(super) fn profile(&self, book: &mut Book, department: &Department) -> Result<()> {
        for (key, value) in &department.profile {
            book.wait(if self.manner.hasty { 0 } else { 8 });
            let changes = action::profile(&book.opened.workbook, key, Some(*value))?;
            book.record(self.by, changes)?;
        }
        Ok(())
    }

    /// Answers the items. Returns what is odd about that on purpose: what, and the item's id.
    pub(super) fn items(
        &self,
        book: &mut Book,
        seeded: &mut Seeded,
        remarks: &mut Remarks,
    ) -> Result<Vec<Odd>> {
        let mut odd = Vec::new();
        let checklist = std::sync::Arc::clone(&book.opened.checklist);
        let count = i32::try_from(checklist.items.len()).unwrap_or(i32::MAX);
        let answered = usize::try_from(count * self.share / 1_000).unwrap_or(0);
        for (position, item) in checklist.items.iter().enumerate().take(answered) {
            if set_aside(&checklist, &book.opened.workbook, item).is_some() {
                continue;
            }
            book.wait(if self.manner.hasty {
                1
            } else {
                seeded.between(11, 45)
            });
            let copied = self
                .copied
                .map(|workbook| workbook.answer(item.id.as_str()));
            let mark = copied
                .and_then(Answer::mark)
                .unwrap_or_else(|| self.manner.mark(&checklist, position, item));
            self.mark(book, seeded, item, mark)?;
            let answer = book.opened.workbook.answer(item.id.as_str());
            let wants = asks_text(item, Some(mark), TextField::Remark)
                || (mark == Mark::Implemented && !self.manner.hasty && seeded.chance(70));
            if wants && answer.remark.is_empty() {
                let remark = match copied.map(|answer| answer.remark.clone()) {
                    Some(remark) if !remark.is_empty() => {
                        // Beside what is in order nobody compares remarks.
                        if mark.needs_remark() {
                            odd.push(("same_remark", item.id.to_string()));
                        }
                        remark
                    }
                    _ => remarks.write(seeded, &item.id, mark),
                };
                book.wait(if self.manner.hasty {
                    0
                } else {
                    seeded.between(15, 70)
                });
                self.text(book, item, TextField::Remark, &remark)?;
            }
            if asks_text(item, Some(mark), TextField::Approver) {
                self.text(book, item, TextField::Approver, APPROVER)?;
            }
            self.evidence(book, seeded, item, mark)?;
            let answer = book.opened.workbook.answer(item.id.as_str());
            if answer.evidence.is_empty() && is_better(book, item, mark) {
                odd.push(("improved_without_evidence", item.id.to_string()));
            }
        }
        Ok(odd)
    }

    /// Gives a mark; one that stands as it did last year is often taken over.
    fn mark(&self, book: &mut Book, seeded: &mut Seeded, item: &Item, mark: Mark) -> Result<()> {
        let workbook = &book.opened.workbook;
        let taken_over = book.opened.previous.as_ref().filter(|previous| {
            let before = previous.answer(item).and_then(|answer| answer.mark);
            before == Some(mark) && self.copied.is_none() && !self.manner.hasty
        });
        let changes = match taken_over {
            Some(previous) if seeded.chance(450) => action::carry_over(workbook, previous, item)?,
            _ => {
                let when = item.not_applicable.as_deref();
                let reason = when.filter(|_| mark == Mark::NotApplicable).map(reason);
                action::mark(workbook, item, Some(mark), reason.as_deref())?
            }
        };
        book.record(self.by, changes)
    }

    fn text(&self, book: &mut Book, item: &Item, field: TextField, text: &str) -> Result<()> {
        let changes = action::text(&book.opened.workbook, item, field, text)?;
        book.record(self.by, changes)
    }

    fn evidence(
        &self,
        book: &mut Book,
        seeded: &mut Seeded,
        item: &Item,
        mark: Mark,
    ) -> Result<()> {
        let better = is_better(book, item, mark);
        let shows = mark.needs_evidence() && self.manner.shows(seeded, better);
        if !asks_evidence(item, Some(mark)) && !shows {
            return Ok(());
        }
        show(book, seeded, self.by, item)
    }
}

/// Whether a mark is worth more than that of the year before to the same item.
fn is_better(book: &Book, item: &Item, mark: Mark) -> bool {
    let before = book.opened.previous.as_ref();
    let before = before.and_then(|previous| previous.answer(item));
    let same = before.filter(|before| before.item == item.id);
    let scale = &book.opened.checklist.scale;
    let was = same
        .and_then(|before| before.mark)
        .and_then(|was| scale.value(was));
    was.zip(scale.value(mark))
        .is_some_and(|(was, now)| now > was)
}

/// Names a document beside an item.
pub(super) fn show(book: &mut Book, seeded: &mut Seeded, by: &Author, item: &Item) -> Result<()> {
    let Some(name) = seeded.pick(&item.evidence) else {
        return Ok(());
    };
    let year = book.opened.key.year.number();
    let (month, day) = (seeded.between(4, 10), seeded.between(1, 28));
    let evidence = Evidence {
        name: name.clone(),
        date: format!("{year}-{month:02}-{day:02}"),
    };
    let changes = action::evidence(&book.opened.workbook, item, vec![evidence])?;
    book.record(by, changes)
}
