//! One year after the other: every department fills in its workbook and hands in what it does.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::answers::Answering;
use super::book::{Book, at};
use super::defects::{Defect, Kind, Odd, Oddity, Plan};
use super::handing::Handing;
use super::manner::Manner;
use super::remarks::Remarks;
use super::seeded::Seeded;
use crate::domain::checklist::Checklist;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::previous::PreviousYear;
use crate::domain::record::Author;
use crate::domain::roster::Department;
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::store::folder::{Folder, export_stem};
use crate::text::demo::people::{CLERKS, FAMILIES, GIVEN, RARE_FAMILY, head};

/// How many items of a thousand a draft answers.
const DRAFT_SHARE: i32 = 620;

/// A year as it is to be.
pub(super) struct Year<'a> {
    /// Which.
    pub year: FiscalYear,
    /// Which of the three, from 0.
    pub nth: i32,
    /// Whether it is the last one.
    pub is_last: bool,
    /// The checklist in force.
    pub checklist: &'a Arc<Checklist>,
    /// That of the edition before, for who still uses it.
    pub outdated: &'a Arc<Checklist>,
}

/// The folder while it is made.
pub(super) struct Making<'a> {
    /// The folder.
    pub folder: &'a Folder,
    /// The seed.
    pub seed: u64,
    /// What goes wrong.
    pub plan: &'a Plan,
    /// The remarks written so far.
    pub remarks: Remarks,
    /// What departments answered the year before, by code.
    pub before: HashMap<String, PreviousYear>,
    /// The workbook that another department copies from.
    pub copied: Option<Workbook>,
    /// How many workbooks there are.
    pub workbooks: usize,
    /// What went wrong.
    pub defects: Vec<Defect>,
    /// What deserves a question in the last year.
    pub oddities: Vec<Oddity>,
}

impl<'a> Making<'a> {
    /// Begins a folder.
    pub(super) fn new(folder: &'a Folder, seed: u64, plan: &'a Plan) -> Self {
        Self {
            folder,
            seed,
            plan,
            remarks: Remarks::default(),
            before: HashMap::new(),
            copied: None,
            workbooks: 0,
            defects: Vec::new(),
            oddities: Vec::new(),
        }
    }

    /// Lets every department fill in its workbook of a year, and hand it in.
    pub(super) fn year(&mut self, year: &Year<'_>, departments: &[Department]) -> Result<()> {
        let mut now = HashMap::new();
        for department in departments {
            let kind = self.plan.in_year(&department.code, year.year.number());
            if kind == Some(Kind::Missing) {
                self.went_wrong(department, year.year, Kind::Missing, &[]);
                continue;
            }
            let (workbook, checklist) = self.department(year, department, kind)?;
            let answers = PreviousYear::new(&checklist, &workbook);
            now.insert(department.code.clone(), answers);
            if year.is_last && self.plan.copied_from.as_ref() == Some(&department.code) {
                self.copied = Some(workbook);
            }
        }
        self.before = now;
        Ok(())
    }

    fn department(
        &mut self,
        year: &Year<'_>,
        department: &Department,
        kind: Option<Kind>,
    ) -> Result<(Workbook, Arc<Checklist>)> {
        let number = year.year.number().to_string();
        let mut seeded = Seeded::of(self.seed, &[&department.code, &number]);
        let clerk = person(&mut seeded, &[], CLERKS);
        let rare = self
            .plan
            .of(&department.code)
            .contains(&Kind::CharactersLost);
        let mut lasting = Seeded::of(self.seed, &[&department.code, "head"]);
        let families: &[&str] = if rare { &[RARE_FAMILY] } else { &[] };
        let head = person(&mut lasting, families, &[head(&department.name)]);
        let checklist = if kind == Some(Kind::OtherEdition) {
            year.outdated
        } else {
            year.checklist
        };
        let begins = begins(&mut seeded, year.year)?;
        let before = self.before.remove(&department.code);
        let mut book = Book::begin(checklist, department, year.year, before, &clerk, begins)?;
        let kinds = self.plan.of(&department.code);
        let answering = Answering {
            manner: Manner::of(self.seed, department, year.nth, year.is_last, &kinds),
            by: &clerk,
            copied: self
                .copied
                .as_ref()
                .filter(|_| kind == Some(Kind::SameRemarks)),
            share: if kind == Some(Kind::Draft) {
                DRAFT_SHARE
            } else {
                1_000
            },
        };
        answering.profile(&mut book, department)?;
        let odd = answering.items(&mut book, &mut seeded, &mut self.remarks)?;
        let to = received(self.folder, year.year);
        let handing = Handing {
            disk: self.folder.disk(),
            to: &to,
            clerk: &clerk,
            head: &head,
        };
        book.wait_days(1, seeded.between(0, 400));
        if kind != Some(Kind::Draft) {
            handing.confirm(&mut book)?;
        }
        book.wait(180);
        let more = self.hand_in(&handing, &mut book, &mut seeded, kind, department)?;
        if year.is_last {
            self.odd(&department.code, kind, odd.into_iter().chain(more));
        }
        book.keep(self.folder)?;
        self.workbooks += 1;
        Ok((book.opened.workbook, Arc::clone(checklist)))
    }

    fn hand_in(
        &mut self,
        handing: &Handing<'_>,
        book: &mut Book,
        seeded: &mut Seeded,
        kind: Option<Kind>,
        department: &Department,
    ) -> Result<Vec<Odd>> {
        let year = book.opened.key.year;
        if kind == Some(Kind::OtherYear) {
            let files = self.last_years(book)?;
            self.went_wrong(department, year, Kind::OtherYear, &files);
            return Ok(Vec::new());
        }
        let files = handing.hand_in(book)?;
        let Some(kind) = kind else {
            return Ok(Vec::new());
        };
        let (files, odd) = handing.befall(book, seeded, kind, files)?;
        self.went_wrong(department, year, kind, &files);
        Ok(odd)
    }

    /// Notes what deserves a question in what a department handed in; nothing where that does not
    /// count.
    fn odd(&mut self, code: &str, kind: Option<Kind>, answers: impl Iterator<Item = Odd>) {
        let of = |department: &str, what, item| Oddity {
            department: department.to_owned(),
            what,
            item,
        };
        let whole = match kind {
            Some(Kind::Hasty) => Some("too_fast"),
            Some(Kind::ManyNotApplicable) => Some("many_not_applicable"),
            Some(kind) if !kind.counts() => return,
            _ => None,
        };
        let whole = whole.map(|what| of(code, what, String::new()));
        self.oddities.extend(whole);
        for (what, item) in answers {
            // A remark that was copied stands in two places.
            if what == "same_remark" {
                let owner = self.plan.copied_from.as_deref();
                let owner = owner.map(|owner| of(owner, what, item.clone()));
                self.oddities.extend(owner);
            }
            self.oddities.push(of(code, what, item));
        }
    }

    /// Puts the files of the year before among those of the year.
    fn last_years(&self, book: &Book) -> Result<Vec<PathBuf>> {
        let key = &book.opened.key;
        let earlier = key.previous().ok_or_else(|| bad_year(key.year.number()))?;
        let from = received(self.folder, earlier.year);
        let to = received(self.folder, key.year);
        let (disk, stem) = (self.folder.disk(), export_stem(&earlier));
        disk.make_folder(&to)?;
        let mut files = Vec::new();
        for part in ["summary", "answers"] {
            let name = format!("{stem}_{part}.csv");
            let bytes = disk.read(&from.join(&name))?;
            disk.write_new(&to.join(&name), &bytes)?;
            files.push(to.join(name));
        }
        Ok(files)
    }

    fn went_wrong(
        &mut self,
        department: &Department,
        year: FiscalYear,
        kind: Kind,
        files: &[PathBuf],
    ) {
        let name = |path: &Path| {
            path.file_name()
                .map(|name| name.to_string_lossy().into_owned())
        };
        self.defects.push(Defect {
            department: department.code.clone(),
            year: year.number(),
            kind,
            files: files.iter().filter_map(|path| name(path)).collect(),
        });
    }
}

/// Returns the folder of what the division received in a year.
pub(super) fn received(folder: &Folder, year: FiscalYear) -> PathBuf {
    folder
        .root()
        .join("received")
        .join(year.number().to_string())
}

/// Returns when a department begins: some morning in November.
fn begins(seeded: &mut Seeded, year: FiscalYear) -> Result<chrono::DateTime<chrono::FixedOffset>> {
    let days = chrono::TimeDelta::days(i64::from(seeded.between(0, 27)));
    let first: Option<NaiveDate> = year.date(11, 2);
    first
        .and_then(|first| at(first + days, seeded.between(0, 360)))
        .ok_or_else(|| bad_year(year.number()))
}

/// What is said of a year that does not do.
pub(super) fn bad_year(year: i32) -> Error {
    Error::BadYear(year.to_string())
}

/// Draws a person of one of the families given, or of any.
fn person(seeded: &mut Seeded, families: &[&str], posts: &[&str]) -> Author {
    let families = if families.is_empty() {
        FAMILIES
    } else {
        families
    };
    let family = seeded.pick(families).copied().unwrap_or_default();
    let given = seeded.pick(GIVEN).copied().unwrap_or_default();
    Author {
        name: format!("{family} {given}"),
        title: seeded.pick(posts).copied().unwrap_or_default().to_owned(),
    }
}
