//! Checklists in a spreadsheet: written for it, and read back.

use std::path::{Path, PathBuf};

use super::args::{SheetCommand, SheetFormat};
use super::output::Output;
use super::setting::Setting;
use super::{OK, REFUSED};
use crate::domain::problem::{Problem, ProblemKind};
use crate::error::{Error, Result};
use crate::format::sheet_bytes::{self, WriteFault};
use crate::format::sheet_in::SheetFiles;
use crate::format::sheet_out;
use crate::format::sheet_problem::SheetProblem;
use crate::store::checklists;
use crate::store::sheets::{self, Wrote};
use crate::text::columns::Header;
use crate::text::problems;
use crate::text::sheet::{self as words, Form};

/// Does what is asked of a checklist's sheets.
pub(super) fn run(
    command: &SheetCommand,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<u8> {
    match command {
        SheetCommand::Write {
            checklist,
            to,
            format,
            header,
        } => write(setting, checklist, to, format, (*header).into(), output),
        SheetCommand::Read {
            source,
            to,
            replace,
            dry_run,
        } => read(setting, source, to, [*replace, *dry_run], output),
    }
}

fn write(
    setting: &Setting,
    city: &str,
    to: &Path,
    formats: &[SheetFormat],
    header: Header,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let set = checklists::load(&setting.folder)?;
    set.city(city)?;
    let cells = sheet_out::sheets(&set.files, city, header);
    let bug = |error: std::io::Error| Error::Bug(error.to_string());
    let mut files = Vec::new();
    if formats.contains(&SheetFormat::Xlsx) {
        let readme = words::readme(lang, city);
        match sheet_bytes::xlsx(&cells, header, &readme, setting.now) {
            Ok(bytes) => files.push((format!("{city}.xlsx"), bytes)),
            Err(WriteFault::TooLong(place)) => {
                output.error(&words::too_long(lang, &place));
                return Ok(REFUSED);
            }
            Err(WriteFault::Other(words)) => return Err(Error::Bug(words)),
        }
    }
    if formats.contains(&SheetFormat::Csv) {
        for cells in &cells {
            let name = format!("{city}/{}.csv", cells.sheet.id);
            files.push((name, sheet_bytes::csv(cells, header).map_err(bug)?));
        }
    }
    match sheets::write_new(setting.folder.disk(), to, &files)? {
        Wrote::Files(paths) => {
            output.lines(words::written(lang, &paths, 0, false));
            Ok(OK)
        }
        Wrote::Taken(paths) => {
            output.error(&words::taken(lang, &paths));
            Ok(REFUSED)
        }
    }
}

fn read(
    setting: &Setting,
    source: &Path,
    to: &Path,
    [replace, dry_run]: [bool; 2],
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let disk = setting.folder.disk();
    let source = &sheets::folder_of(disk, source)?;
    let form = if source.is_dir() {
        Form::Csv
    } else {
        Form::Xlsx
    };
    let gathered = match sheets::gather(disk, source)?.finish() {
        Ok(gathered) => gathered,
        Err(problems) => return Ok(refuse(setting, source, form, &problems, &[], output)),
    };
    let notes = gathered.notes.clone();
    let made = SheetFiles::of(gathered);
    let (change, set) = sheets::look(disk, to, &made.files)?;
    let loaded = checklists::of_files(set);
    let (found, unused): (Vec<Problem>, Vec<Problem>) =
        loaded.problems.iter().cloned().partition(Problem::blocks);
    let (problems, others) = made.sorted(found);
    if !(problems.is_empty() && others.is_empty()) {
        return Ok(refuse(setting, source, form, &problems, &others, output));
    }
    output.lines(notes.iter().map(|note| words::note(lang, form, note)));
    let unused: Vec<&str> = unused.iter().filter_map(unused_item).collect();
    if !unused.is_empty() {
        output.line(&words::unused(lang, &unused));
    }
    if let Some(checklist) = loaded
        .checklists
        .iter()
        .find(|list| list.policy.id == made.city)
    {
        let clauses = checklist.policy.clauses().len();
        output.line(&words::good(
            lang,
            &made.city,
            checklist.items.len(),
            clauses,
        ));
    }
    if !change.other.is_empty() && !replace && !dry_run {
        output.error(&words::in_the_way(lang, &change.other));
        return Ok(REFUSED);
    }
    if !dry_run {
        sheets::put(disk, to, &made.files, &change)?;
    }
    let written: Vec<PathBuf> = change.new.iter().chain(&change.other).cloned().collect();
    output.lines(words::written(lang, &written, change.same, dry_run));
    Ok(OK)
}

/// Tells every problem: those of the sheets, then those of files that lie where the others go.
fn refuse(
    setting: &Setting,
    source: &Path,
    form: Form,
    problems: &[SheetProblem],
    others: &[Problem],
    output: &mut Output<'_>,
) -> u8 {
    let lang = setting.lang;
    let mut lines = vec![words::refused(lang, source, problems.len() + others.len())];
    for problem in problems {
        lines.extend(words::problem(lang, form, problem));
    }
    for problem in others {
        lines.extend(problems::lines(lang, problem));
    }
    output.error(&lines);
    REFUSED
}

fn unused_item(problem: &Problem) -> Option<&str> {
    match &problem.kind {
        ProblemKind::UnusedItem(item) => Some(item),
        _ => None,
    }
}
