//! The list of workbooks, and what can be done from there.

use super::Talk;
use super::choice::Choice;
use super::desk::Step;
use crate::domain::score::one_decimal;
use crate::domain::workbook::Status;
use crate::error::Result;
use crate::store::folder::WorkbookKey;
use crate::store::shelf::{self, Summary};
use crate::text::{coverage, errors};

#[derive(Clone, Copy)]
enum Entry {
    Open(usize),
    New,
    Check,
    Person,
    Quit,
}

impl Talk<'_> {
    /// Lists the workbooks and does what is asked for, until the person leaves.
    pub(super) fn list(&mut self) -> Step {
        self.desk.say(self.desk.words().welcome)?;
        loop {
            let rows = self.tell_shelf()?;
            let choices = self.list_choices(&rows);
            let words = self.desk.words();
            let hint = if rows.is_empty() {
                words.empty_list_hint
            } else {
                words.list_hint
            };
            let first = choices.first().map_or(Entry::New, |choice| choice.value);
            match self.desk.choose(&choices, hint)?.unwrap_or(first) {
                Entry::Open(index) => self.open(&rows[index].0)?,
                Entry::New => {
                    if let Some(key) = self.begin_workbook()? {
                        self.open(&key)?;
                    }
                }
                Entry::Check => self.check()?,
                Entry::Person => {
                    self.ask_person()?;
                }
                Entry::Quit => return Ok(()),
            }
        }
    }

    /// Tells the folder; returns its workbooks. A folder that cannot be read is told, and looks
    /// nothing like an empty one.
    fn tell_shelf(&mut self) -> Step<Vec<(WorkbookKey, Result<Summary>)>> {
        let words = self.desk.words();
        self.desk.begin(self.strings().titles.home)?;
        let root = self.start.folder.root();
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        let folder = self.strings().home.folder;
        self.desk.say(&folder(&root.display().to_string()))?;
        match shelf::read(&self.start.folder, &mut self.known) {
            Ok(rows) => {
                self.desk.say(&(words.count)(rows.len()))?;
                Ok(rows)
            }
            Err(error) => {
                self.tell_error(&error)?;
                Ok(Vec::new())
            }
        }
    }

    fn list_choices(&self, rows: &[(WorkbookKey, Result<Summary>)]) -> Vec<Choice<Entry>> {
        let words = self.desk.words();
        let mut choices: Vec<Choice<Entry>> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| Choice::new(index + 1, self.row(row), Entry::Open(index)))
            .collect();
        for (label, entry) in [
            (words.new, Entry::New),
            (words.check, Entry::Check),
            (words.person, Entry::Person),
        ] {
            choices.push(Choice::new(choices.len() + 1, label, entry));
        }
        choices.push(Choice::new(0, words.leave, Entry::Quit));
        choices
    }

    fn row(&self, (key, content): &(WorkbookKey, Result<Summary>)) -> String {
        let home = &self.strings().home;
        let year = (self.strings().fiscal_year)(key.year.number());
        let words = self.desk.words();
        match content {
            Err(error) => {
                let why = errors::in_row(self.lang(), error);
                format!("{year} {} {}: {why}", key.city, key.department_code)
            }
            Ok(summary) => {
                let state = match &summary.status {
                    Status::Confirmed { .. } => home.confirmed,
                    Status::Draft if summary.returned => home.returned,
                    Status::Draft => home.draft,
                };
                let name = format!("{year} {} {}", summary.municipality, summary.department);
                let done = summary.progress.asked - summary.progress.open;
                let state = (words.state)(state, done, summary.progress.asked);
                let score = summary.score.map(one_decimal);
                (words.row)(&name, &state, score.as_deref())
            }
        }
    }

    fn check(&mut self) -> Step {
        // What is on disk now, not what was loaded before.
        self.known.forget_in_force();
        let lang = self.lang();
        let lines = match self.set() {
            Ok(set) => coverage::report(lang, &set.checklists, &set.problems),
            Err(error) => errors::error(lang, &error),
        };
        self.desk.begin(self.strings().titles.check)?;
        self.desk.tell_many(&lines)
    }
}
