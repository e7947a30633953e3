//! Going to another item: by its number, its id, words of it, or from a list.

use super::Talk;
use super::book::Book;
use super::choice::{Choice, numbered};
use super::desk::Step;
use crate::domain::filter::Filter;
use crate::domain::progress::asked;
use crate::text::search::found;
use crate::text::typed::{command, is_help};

impl Talk<'_> {
    /// Asks which item to go to. Returns whether one is in front by now.
    pub(super) fn jump(&mut self, book: &mut Book) -> Step<bool> {
        let words = self.desk.words();
        let asked = asked(&book.checklist, &book.workbook);
        self.desk.begin(words.jump)?;
        loop {
            self.desk.say(&(words.jump_hint)(asked.len()))?;
            let typed = self.desk.listen()?;
            if typed.trim().is_empty() {
                return Ok(false);
            }
            if is_help(&typed) {
                self.desk.help()?;
                continue;
            }
            if let Ok(number) = command(&typed).parse::<usize>() {
                let at = number.checked_sub(1).and_then(|at| asked.get(at));
                if let Some(position) = at {
                    book.position = *position;
                    return Ok(true);
                }
                self.desk.not_understood(&typed)?;
                continue;
            }
            match found(&book.checklist, &book.workbook, &typed).as_slice() {
                [] => {
                    for line in self.strings().search.nothing {
                        self.desk.say(line)?;
                    }
                }
                [position] => {
                    book.position = *position;
                    return Ok(true);
                }
                several => {
                    let title = (self.strings().search.count)(several.len());
                    if self.choose_item(book, &title, several)? {
                        return Ok(true);
                    }
                }
            }
        }
    }

    /// Asks which items to list, and goes to one of them. Returns whether one was chosen.
    pub(super) fn list_items(&mut self, book: &mut Book) -> Step<bool> {
        let words = self.desk.words();
        let positions = |filter: Filter| {
            filter.positions(&book.checklist, &book.workbook, book.previous.as_ref())
        };
        let labels = self.strings().overview.filters;
        let choices: Vec<Choice<Filter>> = Filter::offered(&book.workbook)
            .enumerate()
            .map(|(index, filter)| {
                let label = labels[filter as usize];
                let label = (words.counted)(label, positions(filter).len());
                Choice::new(index + 1, label, filter)
            })
            .collect();
        self.desk.begin(words.lists)?;
        let Some(filter) = self.desk.choose(&choices, words.more_choice_hint)? else {
            return Ok(false);
        };
        let positions = positions(filter);
        if positions.is_empty() {
            // What follows the first line is about the screens.
            let words = self.strings().overview.nothing[filter as usize];
            self.desk.say(words.first().copied().unwrap_or_default())?;
            return Ok(false);
        }
        let title = self.strings().overview.filters[filter as usize];
        self.choose_item(book, title, &positions)
    }

    /// Lists items, and goes to the one chosen. Returns whether one was.
    fn choose_item(&mut self, book: &mut Book, title: &str, positions: &[usize]) -> Step<bool> {
        let lines: Vec<String> = positions
            .iter()
            .map(|position| self.item_line(book, *position))
            .collect();
        let choices = numbered(lines, |index| positions[index]);
        self.desk.begin(title)?;
        let chosen = self.desk.choose_of_many(&choices)?;
        if let Some(position) = chosen {
            book.position = position;
        }
        Ok(chosen.is_some())
    }
}
