//! The documents of an item: named already, proposed, or written by the person.

use super::Talk;
use super::book::{Book, Done};
use super::choice::{Choice, numbered};
use super::desk::{Picked, Step};
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::record::Evidence;
use crate::text::typed::{is_number, is_stop};

#[derive(Clone, Copy)]
enum Row {
    Named(usize),
    Example(usize),
}

impl Talk<'_> {
    /// Asks for the documents of an item. One that is asked for after an answer (`following`) goes
    /// on as soon as there is a document.
    pub(super) fn name_evidence(&mut self, book: &mut Book, item: &Item, following: bool) -> Step {
        if !self.may_write(book)? {
            return Ok(());
        }
        let words = self.desk.words();
        self.desk.begin(self.strings().evidence.title)?;
        loop {
            let choices = self.evidence_choices(book, item);
            self.desk.list(&choices)?;
            let typed = loop {
                match self.desk.hear_text(&choices, words.evidence_hint)? {
                    Picked::Other(typed) if is_number(&typed) => {
                        self.desk.not_understood(&typed)?;
                    }
                    other => break other,
                }
            };
            let added = match typed {
                Picked::Nothing => return Ok(()),
                Picked::Other(typed) if is_stop(&typed) => return Ok(()),
                Picked::One(Row::Named(index)) => {
                    self.change_evidence(book, item, index)?;
                    false
                }
                Picked::One(Row::Example(index)) => {
                    let name = item.evidence[index].clone();
                    self.add_evidence(book, item, name, String::new())?
                }
                Picked::Other(name) => {
                    let words = &self.strings().evidence;
                    let date = self.desk.field(words.date, words.date_hint, "", false)?;
                    if let Some(date) = date {
                        self.add_evidence(book, item, name.trim().to_owned(), date)?
                    } else {
                        self.desk.say(self.desk.words().given_up)?;
                        false
                    }
                }
            };
            if added && following {
                return Ok(());
            }
            self.desk.say("")?;
        }
    }

    fn evidence_choices(&self, book: &Book, item: &Item) -> Vec<Choice<Row>> {
        let words = self.desk.words();
        let named = &book.workbook.answer(item.id.as_str()).evidence;
        let mut rows: Vec<(Row, String)> = named
            .iter()
            .enumerate()
            .map(|(index, evidence)| {
                let name = self.evidence_name(evidence);
                (Row::Named(index), (words.recorded)(&name))
            })
            .collect();
        for (index, example) in item.evidence.iter().enumerate() {
            if !named.iter().any(|evidence| evidence.name == *example) {
                rows.push((Row::Example(index), (words.example)(example)));
            }
        }
        let values: Vec<Row> = rows.iter().map(|(row, _)| *row).collect();
        numbered(rows.into_iter().map(|(_, label)| label), |at| values[at])
    }

    /// Adds a document. Returns whether it is there.
    fn add_evidence(
        &mut self,
        book: &mut Book,
        item: &Item,
        name: String,
        date: String,
    ) -> Step<bool> {
        let mut list = book.workbook.answer(item.id.as_str()).evidence.clone();
        list.push(Evidence { name, date });
        let outcome = action::evidence(&book.workbook, item, list);
        Ok(self.commit(book, outcome)? != Done::Refused)
    }

    /// Removes a document, or names it anew.
    fn change_evidence(&mut self, book: &mut Book, item: &Item, index: usize) -> Step {
        let words = self.desk.words();
        let mut list = book.workbook.answer(item.id.as_str()).evidence.clone();
        let Some(evidence) = list.get(index).cloned() else {
            return Ok(());
        };
        self.desk.begin(&self.evidence_name(&evidence))?;
        let labels = [words.rename, words.take_off].map(ToOwned::to_owned);
        let choices = numbered(labels, |at| at == 0);
        match self.desk.choose(&choices, words.keep_hint)? {
            None => return Ok(()),
            Some(true) => {
                let words = &self.strings().evidence;
                let name = self
                    .desk
                    .field(words.name, words.name_hint, &evidence.name, true)?;
                let Some(name) = name else { return Ok(()) };
                let date = self
                    .desk
                    .field(words.date, words.date_hint, &evidence.date, false)?;
                let Some(date) = date else { return Ok(()) };
                list[index] = Evidence { name, date };
            }
            Some(false) => {
                list.remove(index);
            }
        }
        let outcome = action::evidence(&book.workbook, item, list);
        self.commit(book, outcome).map(|_| ())
    }
}
