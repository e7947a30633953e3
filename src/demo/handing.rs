//! Handing in: confirming, writing the files the division receives, handing in once more, and what
//! befalls the files on their way.

use std::path::{Path, PathBuf};

use super::answers::show;
use super::book::Book;
use super::defects::{Kind, Odd};
use super::seeded::Seeded;
use super::spreadsheet::{saved_as_cp932, with_one_mark_better};
use crate::domain::action;
use crate::domain::mark::Mark;
use crate::domain::record::{Author, TextField};
use crate::error::Result;
use crate::store::disk::Disk;
use crate::store::exports::{self, How};
use crate::text::columns::Header;
use crate::text::demo::COPY;
use crate::text::demo::remarks::{ADDED, REOPENED, RETURNED};

/// How many remarks are mended after a workbook was returned.
const MENDED: usize = 4;
/// How many marks are made better after a workbook was confirmed.
const BETTERED: usize = 5;

/// The place of what was received in a year, and who hands in.
pub(super) struct Handing<'a> {
    /// The way to files.
    pub disk: &'a Disk,
    /// The folder of what the division received.
    pub to: &'a Path,
    /// Who fills in.
    pub clerk: &'a Author,
    /// Who confirms.
    pub head: &'a Author,
}

impl Handing<'_> {
    /// Confirms the workbook.
    pub(super) fn confirm(&self, book: &mut Book) -> Result<()> {
        let opened = &book.opened;
        let changes = action::confirm(&opened.checklist, &opened.workbook, self.head)?;
        book.record(self.head, changes)
    }

    /// Writes both files and records it; returns where they are.
    pub(super) fn hand_in(&self, book: &mut Book) -> Result<[PathBuf; 2]> {
        let how = How {
            header: Header::Ja,
            seal: None,
            despite: None,
        };
        let exported = exports::write(self.disk, &book.opened, self.to, how)?;
        book.wait(20);
        book.record(self.clerk, vec![exported.change])?;
        Ok(exported.files)
    }

    /// Does what else happens to a department; returns the files it happened to, and what is
    /// odd about answers then.
    pub(super) fn befall(
        &self,
        book: &mut Book,
        seeded: &mut Seeded,
        kind: Kind,
        files: [PathBuf; 2],
    ) -> Result<(Vec<PathBuf>, Vec<Odd>)> {
        if kind == Kind::ChangedAfterConfirmation {
            book.wait_days(3, seeded.between(30, 200));
            let bettered = self.better(book, seeded)?;
            return Ok((self.again(book)?, bettered));
        }
        let files = match kind {
            Kind::Resubmitted => {
                book.wait_days(5, seeded.between(30, 200));
                self.mend(book)?;
                self.again(book)?
            }
            Kind::Altered => {
                let [_, answers] = files;
                let altered = with_one_mark_better(&self.disk.read(&answers)?)?;
                self.disk.write_whole(&answers, &altered)?;
                vec![answers]
            }
            Kind::CharactersLost => {
                for file in &files {
                    let saved = saved_as_cp932(&self.disk.read(file)?)?;
                    self.disk.write_whole(file, &saved)?;
                }
                files.into()
            }
            Kind::Copied => {
                let mut copies = Vec::new();
                for file in files {
                    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
                    let copy = file.with_file_name(format!("{stem}{COPY}.csv"));
                    self.disk.write_new(&copy, &self.disk.read(&file)?)?;
                    copies.push(copy);
                }
                copies
            }
            _ => files.into(),
        };
        Ok((files, Vec::new()))
    }

    /// Lengthens some remarks, as the division asked.
    fn mend(&self, book: &mut Book) -> Result<()> {
        let changes = action::back_to_draft(&book.opened.workbook, RETURNED, true)?;
        book.record(self.clerk, changes)?;
        let checklist = std::sync::Arc::clone(&book.opened.checklist);
        let short = checklist.items.iter().filter(|item| {
            let answer = book.opened.workbook.answer(item.id.as_str());
            answer.mark().is_some_and(Mark::needs_remark)
        });
        let short: Vec<_> = short.take(MENDED).collect();
        for item in short {
            book.wait(50);
            let answer = book.opened.workbook.answer(item.id.as_str());
            let longer = format!("{}{ADDED}", answer.remark);
            let changes = action::text(&book.opened.workbook, item, TextField::Remark, &longer)?;
            book.record(self.clerk, changes)?;
        }
        Ok(())
    }

    /// Makes some marks better.
    fn better(&self, book: &mut Book, seeded: &mut Seeded) -> Result<Vec<Odd>> {
        let changes = action::back_to_draft(&book.opened.workbook, REOPENED, false)?;
        book.record(self.clerk, changes)?;
        let checklist = std::sync::Arc::clone(&book.opened.checklist);
        let open = checklist.items.iter().filter(|item| {
            let mark = book.opened.workbook.answer(item.id.as_str()).mark();
            matches!(mark, Some(Mark::Partial | Mark::NotImplemented))
        });
        let open: Vec<_> = open.take(BETTERED).collect();
        for item in &open {
            book.wait(40);
            let mark = Some(Mark::Implemented);
            let changes = action::mark(&book.opened.workbook, item, mark, None)?;
            book.record(self.clerk, changes)?;
            show(book, seeded, self.clerk, item)?;
        }
        let changed = open.iter().map(|item| item.id.to_string());
        Ok(changed
            .map(|item| ("changed_between_submissions", item))
            .collect())
    }

    fn again(&self, book: &mut Book) -> Result<Vec<PathBuf>> {
        book.wait(900);
        self.confirm(book)?;
        book.wait(120);
        Ok(self.hand_in(book)?.into())
    }
}
