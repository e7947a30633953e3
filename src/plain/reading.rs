//! What is only read: the figures with their formulas, the history.

use super::Talk;
use super::book::Book;
use super::desk::Step;
use crate::domain::scope::{figures, short_outline, total};
use crate::text::{history, plain};

impl Talk<'_> {
    /// Tells the figures of the whole, each with how it is reckoned.
    pub(super) fn tell_total(&mut self, book: &Book) -> Step {
        let all = total(&book.checklist, &book.workbook);
        let scale = &book.checklist.scale;
        self.desk.say_all(plain::figures(self.lang(), scale, &all))
    }

    /// Tells the figures of the whole, then of every article and clause.
    pub(super) fn tell_figures(&mut self, book: &Book) -> Step {
        let words = self.desk.words();
        self.desk.begin(words.figures)?;
        self.tell_total(book)?;
        let lines: Vec<String> = short_outline(&book.checklist)
            .iter()
            .filter(|scope| !scope.items.is_empty())
            .map(|scope| {
                let figures = figures(&book.checklist, &book.workbook, scope);
                let name = format!("{} {}", scope.citation, scope.heading);
                plain::scope(self.lang(), name.trim(), &figures)
            })
            .collect();
        self.desk.begin(words.by_clause)?;
        self.desk.tell_many(&lines)
    }

    /// Tells who changed what, and when; the latest first.
    pub(super) fn tell_history(&mut self, book: &Book) -> Step {
        let records = book.workbook.records();
        let title = (self.strings().history.count)(records.len());
        self.desk.begin(&title)?;
        let lines: Vec<String> = records
            .iter()
            .rev()
            .map(|record| {
                let what = history::record(self.lang(), &book.checklist, record);
                let at = record.at.format("%Y-%m-%d %H:%M");
                format!("{at} {} {what}", record.by.name)
            })
            .collect();
        self.desk.tell_many(&lines)
    }
}
