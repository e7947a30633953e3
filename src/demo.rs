//! Training folders: a roster, three years of workbooks and what the division received of them, all
//! of it invented, with defects in it on purpose. The same seed gives the same bytes: no clock, and
//! nothing of this machine.
#![warn(missing_docs)]

mod answers;
mod book;
pub mod defects;
mod editions;
mod handing;
mod manner;
pub mod remarks;
mod roster;
pub mod seeded;
mod spreadsheet;
mod years;

use std::sync::Arc;

use crate::domain::fiscal_year::FiscalYear;
use crate::error::{Error, Result};
use crate::format::roster as roster_file;
use crate::store::checklists;
use crate::store::folder::{Folder, WorkbookKey};
use crate::text::Lang;
use crate::text::demo::departments::STRANGER;
use crate::text::demo::{Counts, readme};
use defects::{Defect, Oddity, Plan};
use years::{Making, Year, bad_year, received};

/// The roster's file.
const ROSTER: &str = "departments.csv";

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The city, by its policy's short name.
    pub city: &'a str,
    /// The seed.
    pub seed: u64,
    /// The last of the three years.
    pub year: FiscalYear,
    /// The language of the text that says what the folder is.
    pub lang: Lang,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The city's name.
    pub city: String,
    /// How much of everything.
    pub counts: Counts,
    /// What is wrong in the folder, on purpose. No file tells.
    pub defects: Vec<Defect>,
    /// What deserves a question among the answers of the last year, on purpose.
    pub oddities: Vec<Oddity>,
}

/// Makes a training folder, of the built-in checklists.
///
/// # Errors
///
/// [`Error::NotEmpty`] when something lies in the folder, [`Error::UnknownChecklist`],
/// [`Error::BadYear`], [`Error::Io`].
pub fn make(folder: &Folder, wish: Wish<'_>) -> Result<Made> {
    let set = checklists::of_files(checklists::built_in());
    let checklist = Arc::new(set.city(wish.city)?.clone());
    let policy = &checklist.policy;
    let before = checklists::of_files(editions::earlier(&set.files, policy));
    let outdated = Arc::new(before.city(wish.city)?.clone());
    let disk = folder.disk();
    if !disk.list(folder.root())?.is_empty() {
        return Err(Error::NotEmpty(folder.root().to_owned()));
    }
    let last = wish.year;
    let years = up_to(last).ok_or_else(|| bad_year(last.number()))?;
    disk.make_folder(folder.root())?;
    let roster = roster::roster(&checklist, last);
    let listed = roster_file::write(&roster, &policy.profile);
    let listed = listed.map_err(|error| Error::Bug(error.to_string()))?;
    disk.write_new(&folder.root().join(ROSTER), &listed)?;
    let plan = Plan::draw(wish.seed, &roster, last.number());
    let mut making = Making::new(folder, wish.seed, &plan);
    let mut counts = Counts {
        first_year: years[0].number(),
        last_year: last.number(),
        departments: 0,
        workbooks: 0,
        files: 0,
    };
    for (nth, year) in (0..).zip(years) {
        let is_last = year == last;
        let (in_force, of) = if is_last {
            (&checklist, &set)
        } else {
            (&outdated, &before)
        };
        let key = WorkbookKey::new(year, wish.city, STRANGER.code)?;
        disk.make_folder(&folder.year_and_city(&key))?;
        checklists::freeze(folder, &key, of, &in_force.digest)?;
        let day = year.date(11, 1).ok_or_else(|| bad_year(year.number()))?;
        let mut departments: Vec<_> = roster.on(day).cloned().collect();
        if is_last {
            counts.departments = departments.len();
            checklists::freeze(folder, &key, &before, &outdated.digest)?;
            departments.push(roster::department(&checklist, &STRANGER, last));
        }
        let year = Year {
            year,
            nth,
            is_last,
            checklist: in_force,
            outdated: &outdated,
        };
        making.year(&year, &departments)?;
        counts.files += disk.list(&received(folder, year.year))?.len();
    }
    let (name, text) = readme::file(wish.lang, &policy.name, last.number(), wish.seed);
    disk.write_new(&folder.root().join(name), text.as_bytes())?;
    counts.workbooks = making.workbooks;
    Ok(Made {
        city: policy.name.clone(),
        counts,
        defects: making.defects,
        oddities: making.oddities,
    })
}

/// Returns three years in a row.
fn up_to(last: FiscalYear) -> Option<[FiscalYear; 3]> {
    let middle = last.previous()?;
    Some([middle.previous()?, middle, last])
}
