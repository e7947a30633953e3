//! An item as it is read out: where one is, the question, the choices, what is recorded.

use super::Talk;
use super::book::Book;
use super::choice::Choice;
use crate::domain::checklist::Item;
use crate::domain::completeness::{asks_evidence, asks_text};
use crate::domain::mark::Mark;
use crate::domain::progress::{asked, progress};
use crate::domain::record::{Evidence, TextField, TypedField};
use crate::domain::standing::{Standing, set_aside, standing};
use crate::text::mark::mark_words;
use crate::text::question::{clause_facts, evidence_name, last_year};
use crate::text::{history, standing as standing_words};

/// What can be done at an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Do {
    Answer(Mark),
    TakeIn,
    Remark,
    Evidence,
    More,
    Before,
    Menu,
}

impl Talk<'_> {
    /// Returns what is read out before the choices.
    pub(super) fn item_head(&self, book: &Book, item: &Item) -> Vec<String> {
        let walk = &self.strings().walk;
        let words = self.desk.words();
        let asked = asked(&book.checklist, &book.workbook);
        let left = progress(&book.checklist, &book.workbook).open;
        let place = asked.iter().position(|at| *at == book.position);
        let tags = [
            (item.is_division(), walk.division),
            (item.critical, walk.critical),
            (item.interpretive, walk.interpretive),
            (item.on_site, walk.on_site),
        ];
        let tags: String = tags
            .iter()
            .filter_map(|(holds, tag)| holds.then_some(*tag))
            .collect();
        let place = match place {
            Some(at) => (words.position)(at + 1, asked.len(), left),
            None => walk.position_aside.to_owned(),
        };
        let mut lines = vec![(words.item)(&place, item.id.as_str(), &tags)];
        if let Some(clause) = book.checklist.clause_of(book.position) {
            lines.push(format!("{} {}", clause.citation, clause.heading));
            lines.extend(clause.note.clone());
        }
        lines.push(item.question.clone());
        lines.extend(self.returned_line(book));
        lines
    }

    /// Returns the choices: the marks with a line of their own, the rest named where it is said
    /// what to type.
    pub(super) fn item_choices(&self, book: &Book, item: &Item) -> Vec<Choice<Do>> {
        let words = self.desk.words();
        let mut choices: Vec<Choice<Do>> = match standing(&book.checklist, &book.workbook, item) {
            Standing::SetAside(_) => vec![Choice::new(1, words.take_in, Do::TakeIn)],
            _ => Mark::ALL
                .into_iter()
                .map(|mark| self.mark_choice(book, item, mark))
                .collect(),
        };
        choices.extend([
            Choice::named(6, words.remark, Do::Remark),
            Choice::named(7, words.evidence, Do::Evidence),
            Choice::named(8, words.more, Do::More),
            Choice::named(9, words.before, Do::Before),
            Choice::named(0, words.menu, Do::Menu),
        ]);
        choices
    }

    fn mark_choice(&self, book: &Book, item: &Item, mark: Mark) -> Choice<Do> {
        let walk = &self.strings().walk;
        let words = self.desk.words();
        let criterion = match mark {
            Mark::NotApplicable => match (&item.not_applicable, &item.not_applicable_note) {
                (Some(when), _) => when.clone(),
                (None, Some(note)) => format!("{}{note}", walk.not_applicable_closed),
                (None, None) => walk.not_applicable_closed.to_owned(),
            },
            Mark::ToBeConfirmed => walk.to_be_confirmed.to_owned(),
            _ => item.criterion(mark).unwrap_or_default().to_owned(),
        };
        let recorded = book.workbook.answer(item.id.as_str()).mark() == Some(mark);
        let name = self.mark_name(book, mark);
        let label = (words.choice)(&name, &criterion, recorded);
        Choice::new(mark.index() + 1, label, Do::Answer(mark))
    }

    /// Returns a mark with its word.
    pub(super) fn mark_name(&self, book: &Book, mark: Mark) -> String {
        let (symbol, word) = mark_words(&book.checklist.scale, self.lang(), mark);
        format!("{symbol} {word}")
    }

    /// Returns what is recorded about an item, what it still needs, and last year's answer.
    pub(super) fn item_facts(&self, book: &Book, item: &Item) -> Vec<String> {
        let walk = &self.strings().walk;
        let words = self.desk.words();
        let answer = book.workbook.answer(item.id.as_str());
        let mark = answer.mark();
        let mut lines = Vec::new();
        for field in [TextField::Remark, TextField::Reason, TextField::Approver] {
            let label = history::field(self.lang(), TypedField::Text(field));
            let text = answer.text(field);
            if !text.trim().is_empty() {
                lines.push((words.value)(label, text));
            } else if asks_text(item, mark, field) {
                lines.push((words.value)(label, walk.needed));
            }
        }
        lines.extend(self.evidence_line(book, item));
        lines.extend(self.previous_line(book, item));
        if answer.flagged {
            lines.push((words.value)(walk.flag, walk.flagged));
        }
        lines.extend(self.aside_line(book, item));
        if let Some(guide) = &item.report_guide
            && mark == Some(Mark::NotImplemented)
        {
            lines.push((words.value)(walk.report, guide));
        }
        lines
    }

    fn evidence_line(&self, book: &Book, item: &Item) -> Option<String> {
        let answer = book.workbook.answer(item.id.as_str());
        let label = history::field(self.lang(), TypedField::Evidence);
        let names: Vec<String> = answer
            .evidence
            .iter()
            .map(|evidence| self.evidence_name(evidence))
            .collect();
        let needed = asks_evidence(item, answer.mark());
        let value = match (names.is_empty(), needed) {
            (false, _) => names.join(self.strings().walk.separator),
            (true, true) => self.strings().walk.needed.to_owned(),
            (true, false) => return None,
        };
        Some((self.desk.words().value)(label, &value))
    }

    /// Returns a document's name, with its date where it has one.
    pub(super) fn evidence_name(&self, evidence: &Evidence) -> String {
        evidence_name(self.strings(), evidence)
    }

    fn previous_line(&self, book: &Book, item: &Item) -> Option<String> {
        let previous = book.previous.as_ref()?;
        let (checklist, workbook) = (&book.checklist, &book.workbook);
        let was = last_year(self.lang(), checklist, workbook, previous, item)?;
        let words = self.desk.words();
        let value = (words.previous)(&was.mark, &was.text, was.same, was.carried);
        Some((words.value)(self.strings().walk.previous, &value))
    }

    fn aside_line(&self, book: &Book, item: &Item) -> Option<String> {
        let reason = set_aside(&book.checklist, &book.workbook, item)?;
        let why = standing_words::set_aside(self.lang(), &book.checklist, &reason);
        let words = self.desk.words();
        let answer = book.workbook.answer(item.id.as_str());
        Some(if answer.marked.is_some() {
            (self.strings().walk.aside_but_answered)(&why)
        } else if answer.included {
            (words.taken_in)(&why)
        } else {
            (words.left_out)(&why)
        })
    }

    /// Returns why an item is asked, and the clause it comes from.
    pub(super) fn item_background(&self, book: &Book, item: &Item) -> Vec<String> {
        let walk = &self.strings().walk;
        let words = self.desk.words();
        let mut facts = vec![(walk.why, item.why.clone())];
        facts.extend(clause_facts(self.strings(), &book.checklist, book.position));
        let mut lines: Vec<String> = facts
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| (words.value)(label, text))
            .collect();
        if item.provisional {
            lines.push(walk.provisional.to_owned());
        }
        lines
    }

    /// Returns an item as one line of a list.
    pub(super) fn item_line(&self, book: &Book, position: usize) -> String {
        let Some(item) = book.checklist.items.get(position) else {
            return String::new();
        };
        let state = match standing(&book.checklist, &book.workbook, item) {
            Standing::Marked(mark, _) => self.mark_name(book, mark),
            Standing::SetAside(_) => self.strings().overview.aside.trim().to_owned(),
            Standing::Blank => self.strings().overview.open.trim().to_owned(),
        };
        (self.desk.words().listed)(item.id.as_str(), &state, &item.question)
    }
}
