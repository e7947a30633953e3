//! Beginning a workbook: city, year, department, and who fills in.

use super::Talk;
use super::choice::{Choice, numbered};
use super::desk::Step;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::policy::City;
use crate::error::Error;
use crate::store::folder::WorkbookKey;
use crate::store::workbooks::{self, NewWorkbook};

impl Talk<'_> {
    /// Asks for what a new workbook needs and begins it; none when the person gives up.
    pub(super) fn begin_workbook(&mut self) -> Step<Option<WorkbookKey>> {
        let cities = match self.cities() {
            Ok(cities) => cities,
            Err(error) => return self.tell_error(&error).map(|()| None),
        };
        let words = &self.strings().setup;
        self.desk.begin(self.strings().titles.setup)?;
        let names = cities.iter().map(|city| city.name.clone());
        let at = self.ask_one(words.city, names.collect(), 0)?;
        let Some(city) = at.and_then(|at| cities.get(at)) else {
            return Ok(None);
        };
        let Some(year) = self.ask_year()? else {
            return Ok(None);
        };
        let Some(key) = self.ask_code(year, &city.id)? else {
            return Ok(None);
        };
        let hint = words.department_hint;
        let Some(department) = self.desk.field(words.department, hint, "", true)? else {
            return Ok(None);
        };
        let agencies = city.agencies.clone();
        let Some(agency) = self.ask_one(words.agency, agencies.clone(), 0)? else {
            return Ok(None);
        };
        if !self.ask_person()? {
            return Ok(None);
        }
        let new = NewWorkbook {
            city: city.id.clone(),
            department_code: key.department_code,
            department,
            agency: agencies.get(agency).cloned(),
            year,
        };
        let name = (self.strings().fiscal_year)(year.number());
        let title = format!("{} {} {name}", city.name, new.department);
        if !self.really_begin(&title)? {
            return Ok(None);
        }
        self.create(&new)
    }

    fn create(&mut self, new: &NewWorkbook) -> Step<Option<WorkbookKey>> {
        let (folder, by) = (self.start.folder.clone(), self.author());
        let now = self.start.clock.now();
        let created = self
            .set()
            .and_then(|set| workbooks::create(&folder, set, new, &by, now));
        match created {
            Ok(key) => {
                let at = now.format("%H:%M:%S").to_string();
                let words = self.desk.words();
                self.desk.say(&(words.saved)(&at, words.begun))?;
                Ok(Some(key))
            }
            Err(error) => self.tell_error(&error).map(|()| None),
        }
    }

    fn cities(&mut self) -> crate::error::Result<Vec<City>> {
        let set = self.set()?;
        if set
            .problems
            .iter()
            .any(crate::domain::problem::Problem::blocks)
        {
            return Err(Error::Problems(set.problems.clone()));
        }
        Ok(set
            .checklists
            .iter()
            .map(|checklist| checklist.policy.city())
            .collect())
    }

    /// Asks for one of a few; the proposed one when nothing is typed, none when going back.
    fn ask_one(
        &mut self,
        title: &str,
        labels: Vec<String>,
        proposed: usize,
    ) -> Step<Option<usize>> {
        if labels.len() < 2 {
            return Ok(Some(0));
        }
        let words = self.desk.words();
        let mut choices = numbered(labels, Some);
        choices.push(Choice::named(0, words.back, None));
        self.desk.begin(title)?;
        let hint = (words.proposed_hint)(proposed + 1);
        let chosen = self.desk.choose(&choices, &hint)?;
        Ok(chosen.unwrap_or(Some(proposed)))
    }

    fn ask_year(&mut self) -> Step<Option<FiscalYear>> {
        let Some(this) = FiscalYear::of(self.start.clock.now().date_naive()) else {
            return Ok(None);
        };
        let years: Vec<FiscalYear> = [this.number() - 1, this.number(), this.number() + 1]
            .into_iter()
            .filter_map(FiscalYear::new)
            .collect();
        let proposed = years.iter().position(|year| *year == this).unwrap_or(0);
        let names = years
            .iter()
            .map(|year| (self.strings().fiscal_year)(year.number()))
            .collect();
        let chosen = self.ask_one(self.strings().setup.year, names, proposed)?;
        Ok(chosen.and_then(|at| years.get(at).copied()))
    }

    /// Asks for the department's code until it can be a name and is free.
    fn ask_code(&mut self, year: FiscalYear, city: &str) -> Step<Option<WorkbookKey>> {
        let words = &self.strings().setup;
        loop {
            let Some(code) = self.desk.field(words.code, words.code_hint, "", true)? else {
                return Ok(None);
            };
            let key = WorkbookKey::new(year, city, &code);
            match key.and_then(|key| workbooks::free(&self.start.folder, key)) {
                Ok(key) => return Ok(Some(key)),
                Err(error) => self.tell_error(&error)?,
            }
        }
    }

    /// Asks who fills in. Returns whether it was answered.
    pub(super) fn ask_person(&mut self) -> Step<bool> {
        let words = &self.strings().setup;
        let kept = self.preferences.name.clone();
        let Some(name) = self.desk.field(words.name, words.name_hint, &kept, true)? else {
            return Ok(false);
        };
        let kept = self.preferences.title.clone();
        let Some(title) = self
            .desk
            .field(words.title, words.title_hint, &kept, false)?
        else {
            return Ok(false);
        };
        self.preferences.name = name;
        self.preferences.title = title;
        self.save_preferences()?;
        Ok(true)
    }

    fn really_begin(&mut self, title: &str) -> Step<bool> {
        let words = self.desk.words();
        self.desk.begin(title)?;
        let choices = [
            Choice::new(1, self.strings().setup.begin, true),
            Choice::new(2, words.do_not_begin, false),
        ];
        self.desk.insist(&choices, words.begin_hint)
    }
}
