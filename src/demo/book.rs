//! A workbook that is filled in without hands: records with a clock of their own, chained in memory
//! and written at once.

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, TimeDelta, Weekday};

use crate::domain::checklist::Checklist;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Author, Change, Record, RecordKind};
use crate::domain::roster::Department;
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::digest::lettered;
use crate::format::journal::{self, Hash, Tail};
use crate::store::folder::{Folder, WorkbookKey};
use crate::store::workbooks::{self, Opened};

/// Japan's offset from UTC, in seconds.
const OFFSET: i32 = 9 * 3_600;

/// A workbook in the making.
pub(super) struct Book {
    /// The workbook as it would be if it were opened now.
    pub opened: Opened,
    /// What time it is in it.
    pub now: DateTime<FixedOffset>,
    lines: String,
    head: Hash,
}

impl Book {
    /// Begins a workbook of a department.
    pub(super) fn begin(
        checklist: &Arc<Checklist>,
        department: &Department,
        year: FiscalYear,
        previous: Option<PreviousYear>,
        by: &Author,
        now: DateTime<FixedOffset>,
    ) -> Result<Self> {
        let key = WorkbookKey::new(year, &checklist.policy.id, &department.code)?;
        let agency = department.agency.as_deref().unwrap_or_default();
        let about = (department.name.as_str(), agency, previous.is_some());
        let first = workbooks::first_record(checklist, &key, about, by, now);
        let (lines, head) = journal::encode(&first, &journal::origin()).map_err(Error::Bug)?;
        let workbook = Workbook::begin(first).map_err(|error| Error::Bug(format!("{error:?}")))?;
        Ok(Self {
            opened: Opened {
                key,
                checklist: Arc::clone(checklist),
                workbook,
                head: lettered(&head),
                previous,
                tail: Tail::Clean,
                damage: None,
            },
            now,
            lines,
            head,
        })
    }

    /// Records what a person did; nothing when nothing changed.
    pub(super) fn record(&mut self, by: &Author, changes: Vec<Change>) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let workbook = &mut self.opened.workbook;
        let record: Record =
            workbooks::next_record(workbook, RecordKind::Action, changes, by, self.now);
        let (line, head) = journal::encode(&record, &self.head).map_err(Error::Bug)?;
        workbook
            .apply(record)
            .map_err(|error| Error::Bug(format!("{error:?}")))?;
        self.lines.push_str(&line);
        self.head = head;
        self.opened.head = lettered(&head);
        Ok(())
    }

    /// Lets seconds go by.
    pub(super) fn wait(&mut self, seconds: i32) {
        self.now += TimeDelta::seconds(i64::from(seconds));
    }

    /// Lets days go by, to a minute after nine o'clock.
    pub(super) fn wait_days(&mut self, days: i32, minutes: i32) {
        let date = self.now.date_naive() + TimeDelta::days(i64::from(days));
        if let Some(next) = at(date, minutes) {
            self.now = next;
        }
    }

    /// Writes the journal, whole.
    pub(super) fn keep(&self, folder: &Folder) -> Result<()> {
        let path = folder.journal(&self.opened.key);
        folder.disk().write_new(&path, self.lines.as_bytes())
    }
}

/// Returns a day, or the next one on which an office works: everything happens in November, with its
/// two holidays, and the days after it.
fn working_day(date: NaiveDate) -> NaiveDate {
    let rests = |day: &NaiveDate| {
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
            || (day.month() == 11 && matches!(day.day(), 3 | 23))
    };
    date.iter_days().find(|day| !rests(day)).unwrap_or(date)
}

/// Returns so many minutes after nine o'clock of a working day.
pub(super) fn at(date: NaiveDate, minutes: i32) -> Option<DateTime<FixedOffset>> {
    let nine = working_day(date).and_hms_opt(9, 0, 0)?;
    let local = nine + TimeDelta::minutes(i64::from(minutes));
    local
        .and_local_timezone(FixedOffset::east_opt(OFFSET)?)
        .single()
}
