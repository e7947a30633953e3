//! What each command does, with the same store and rules as the screen.

use std::path::Path;

use super::args::Command;
use super::output::Output;
use super::setting::Setting;
use super::{
    CSV_MAX, FINDINGS, OK, REFUSED, auditing, checking, collecting, decrypt, demo, export, key,
    mending, merging, redacting, reporting, returning, roster, sheet, verifying,
};
use crate::domain::action;
use crate::domain::completeness::missing;
use crate::domain::expression::ProfileKey;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::record::{Change, RecordKind};
use crate::error::{Error, Result};
use crate::format::csv_fill::read_fill;
use crate::store::checklists;
use crate::store::folder::{Folder, JOURNAL, WorkbookKey};
use crate::store::journal_file::Appender;
use crate::store::known::Known;
use crate::store::shelf;
use crate::store::workbooks::{self, NewWorkbook, Opened};
use crate::text::{Lang, commands as words, damage, errors, fill};

/// Does what a command asks for and returns the exit code.
#[expect(clippy::too_many_lines, reason = "one arm for each command")]
pub(super) fn run(command: &Command, setting: &Setting, output: &mut Output<'_>) -> Result<u8> {
    match command {
        Command::New {
            checklist,
            department,
            name,
            agency,
            year,
        } => {
            let new = NewWorkbook {
                city: checklist.clone(),
                department_code: department.clone(),
                department: name.clone(),
                agency: agency.clone(),
                year: fiscal_year(setting, year.as_deref())?,
            };
            begin(setting, &new, output)
        }
        Command::Profile { workbook, answers } => profile(setting, workbook, answers, output),
        Command::Fill {
            workbook,
            from,
            dry_run,
        } => fill_in(setting, workbook, from, *dry_run, output),
        Command::Show { workbook } => show(setting, workbook, output),
        Command::Confirm { workbook, title } => {
            confirm(setting, workbook, title.as_deref(), output)
        }
        Command::Reopen {
            workbook,
            why,
            returned,
            return_file,
        } => match return_file {
            Some(path) => returning::take(setting, workbook, path, output),
            None => act(setting, workbook, output, |opened| {
                let why = why.as_deref().unwrap_or_default();
                Ok(action::back_to_draft(&opened.workbook, why, *returned)?)
            }),
        },
        Command::UpdateChecklist { workbook } => update_checklist(setting, workbook, output),
        Command::Merge {
            workbook,
            copy,
            take,
            dry_run,
        } => merging::merge(setting, workbook, copy, take, *dry_run, output),
        Command::Export {
            workbook,
            to,
            header,
            despite,
            seal,
        } => {
            let asked = export::Asked {
                workbook,
                to: to.as_deref(),
                header: (*header).into(),
                despite: despite.as_deref(),
                seal,
            };
            export::export(setting, &asked, output)
        }
        Command::Verify { files, opener } => {
            verifying::verify_files(setting, files, opener, output)
        }
        Command::Decrypt { files, to, opener } => {
            decrypt::decrypt(setting, files, to.as_deref(), opener, output)
        }
        Command::Key { action } => key::run(setting, action, output),
        Command::Repair { workbook, yes } => mending::repair(setting, workbook, *yes, output),
        Command::Redact { workbook, asked } => redacting::redact(setting, workbook, asked, output),
        Command::Check { files } => checking::check(setting, files, output),
        Command::List => list(setting, output),
        // It opens the screens, before it comes to this.
        Command::Desk { .. } => Err(Error::NotATerminal),
        Command::Collect(asked) => collecting::collect(setting, asked, output),
        Command::Report(asked) => reporting::report(setting, asked, output),
        Command::Return(asked) => returning::run(setting, asked, output),
        Command::Sample(asked) => auditing::sample(setting, asked, output),
        Command::Audit { command } => auditing::run(setting, command, output),
        Command::Demo {
            place,
            city,
            seed,
            last_year,
        } => demo::demo(setting, place, (city, *seed, year_of(last_year)?), output),
        Command::Roster { command } => roster::run(command, setting, output),
        Command::Sheet { command } => sheet::run(command, setting, output),
    }
}

/// Returns the year that was named, or today's.
pub(super) fn fiscal_year(setting: &Setting, text: Option<&str>) -> Result<FiscalYear> {
    let Some(text) = text else {
        return FiscalYear::of(setting.now.date_naive())
            .ok_or_else(|| Error::BadYear(setting.now.to_string()));
    };
    year_of(text)
}

fn year_of(text: &str) -> Result<FiscalYear> {
    text.trim()
        .parse()
        .ok()
        .and_then(FiscalYear::new)
        .ok_or_else(|| Error::BadYear(text.to_owned()))
}

fn begin(setting: &Setting, new: &NewWorkbook, output: &mut Output<'_>) -> Result<u8> {
    let set = checklists::load(&setting.folder)?;
    let key = workbooks::create(&setting.folder, &set, new, &setting.author, setting.now)?;
    if !setting.author.name.is_empty() {
        // Whoever begins is who goes on; the commands that follow need not say it again.
        setting.preferences.save(&setting.folder)?;
    }
    let path = setting.folder.journal(&key);
    output.line(&words::begun(setting.lang, &key.to_string(), &path));
    Ok(OK)
}

/// Opens a workbook for writing, applies what `changes` gives as one record, and saves it.
fn act(
    setting: &Setting,
    workbook: &str,
    output: &mut Output<'_>,
    changes: impl FnOnce(&Opened) -> Result<Vec<Change>>,
) -> Result<u8> {
    let (mut opened, mut appender) = open_for_writing(setting, workbook, output)?;
    let changes = changes(&opened)?;
    let count = changes.len();
    save(setting, &mut opened, &mut appender, changes)?;
    output.line(&words::recorded(setting.lang, count));
    Ok(OK)
}

pub(super) fn save(
    setting: &Setting,
    opened: &mut Opened,
    appender: &mut Appender,
    changes: Vec<Change>,
) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let record = workbooks::next_record(
        &opened.workbook,
        RecordKind::Action,
        changes,
        &setting.author,
        setting.now,
    );
    opened
        .workbook
        .apply(record.clone())
        .map_err(|error| Error::Bug(format!("{error:?}")))?;
    appender.append(&record)
}

pub(super) fn open_for_writing(
    setting: &Setting,
    workbook: &str,
    output: &mut Output<'_>,
) -> Result<(Opened, Appender)> {
    let (folder, key) = place(setting, workbook)?;
    setting.scene.opened(Some(&key));
    let name = &setting.author.name;
    let (opened, appender) = workbooks::open_for_writing(&folder, &key, name, setting.now)?;
    tell_torn(setting.lang, &opened, output);
    Ok((opened, appender))
}

pub(super) fn open(setting: &Setting, workbook: &str, output: &mut Output<'_>) -> Result<Opened> {
    let (folder, key) = place(setting, workbook)?;
    let opened = workbooks::open(&folder, &key)?;
    tell_torn(setting.lang, &opened, output);
    Ok(opened)
}

/// Tells of a record that was not written to its end. Everything saved before it is there, so it
/// is no finding.
fn tell_torn(lang: Lang, opened: &Opened, output: &mut Output<'_>) {
    if let Some(words) = damage::tail(lang, opened.tail) {
        output.note(&words);
    }
}

/// Returns where a workbook lies: named by its key it is in `--folder`, by its path in the folder
/// that path lies in. A path never leads to another workbook that only bears the same key.
pub(super) fn place(setting: &Setting, workbook: &str) -> Result<(Folder, WorkbookKey)> {
    let key: WorkbookKey = workbook.parse()?;
    let path = Path::new(workbook);
    if path.extension().is_none_or(|ending| ending != JOURNAL) {
        return Ok((setting.folder.clone(), key));
    }
    path.ancestors()
        .nth(4)
        .map(|root| Folder::on(root.to_owned(), setting.folder.disk().clone()))
        .filter(|folder| folder.journal(&key) == path)
        .map(|folder| (folder, key))
        .ok_or_else(|| Error::BadWorkbookName(workbook.to_owned()))
}

fn profile(
    setting: &Setting,
    workbook: &str,
    answers: &[String],
    output: &mut Output<'_>,
) -> Result<u8> {
    act(setting, workbook, output, |opened| {
        let keys = &opened.checklist.policy.profile;
        let mut changes: Vec<Change> = Vec::new();
        for answer in answers {
            let (key, value) = answer
                .split_once('=')
                .ok_or_else(|| Error::NotYesOrNo(answer.clone()))?;
            let key = ProfileKey(key.trim().to_owned());
            if !keys.contains(&key) {
                let known = keys.iter().map(ToString::to_string).collect();
                return Err(Error::UnknownProfileKey(key.to_string(), known));
            }
            let value = words::yes_or_no(value).ok_or_else(|| Error::NotYesOrNo(answer.clone()))?;
            let again = changes
                .iter()
                .any(|change| matches!(change, Change::Profile { key: seen, .. } if *seen == key));
            if again {
                return Err(Error::NotYesOrNo(answer.clone()));
            }
            changes.extend(action::profile(&opened.workbook, &key, Some(value))?);
        }
        Ok(changes)
    })
}

fn fill_in(
    setting: &Setting,
    workbook: &str,
    from: &Path,
    dry_run: bool,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let bytes = setting.folder.disk().read_at_most(from, CSV_MAX)?;
    let read = |opened: &Opened| read_fill(&bytes, &opened.checklist, &opened.workbook);
    let mut opened_for_writing = None;
    let opened = if dry_run {
        open(setting, workbook, output)?
    } else {
        let (opened, appender) = open_for_writing(setting, workbook, output)?;
        opened_for_writing = Some(appender);
        opened
    };
    let plan = match read(&opened) {
        Ok(plan) => plan,
        Err(problems) => {
            let mut lines = vec![words::refused_file(lang, from, problems.len())];
            for problem in &problems {
                lines.extend(fill::problem(lang, problem));
            }
            output.error(&lines);
            return Ok(REFUSED);
        }
    };
    output.lines(fill::plan(lang, &plan, dry_run));
    for note in &plan.notes {
        output.line(&fill::note(lang, note));
    }
    if let Some(mut appender) = opened_for_writing {
        let mut opened = opened;
        save(setting, &mut opened, &mut appender, plan.changes)?;
    }
    Ok(OK)
}

fn show(setting: &Setting, workbook: &str, output: &mut Output<'_>) -> Result<u8> {
    let opened = open(setting, workbook, output)?;
    output.lines(crate::text::report::show(setting.lang, &opened));
    if let Some(found) = &opened.damage {
        let todo = damage::todo(setting.lang, found).to_owned();
        output.error(&[damage::what(setting.lang, found), todo]);
        return Ok(FINDINGS);
    }
    Ok(OK)
}

fn confirm(
    setting: &Setting,
    workbook: &str,
    title: Option<&str>,
    output: &mut Output<'_>,
) -> Result<u8> {
    let mut by = setting.author.clone();
    if let Some(title) = title {
        title.trim().clone_into(&mut by.title);
    }
    let (mut opened, mut appender) = open_for_writing(setting, workbook, output)?;
    let lacking = missing(&opened.checklist, &opened.workbook);
    match action::confirm(&opened.checklist, &opened.workbook, &by) {
        Ok(changes) => {
            save(setting, &mut opened, &mut appender, changes)?;
            output.line(&words::confirmed(setting.lang, &by));
            Ok(OK)
        }
        Err(action::Refusal::Incomplete) => {
            let mut lines = errors::error(setting.lang, &Error::Incomplete(lacking.len()));
            let strings = setting.lang.strings();
            for missing in &lacking {
                let lack = (strings.review.lack)(missing.lack);
                lines.push(format!("  {}  {lack}", missing.item));
            }
            output.error(&lines);
            Ok(REFUSED)
        }
        Err(action::Refusal::NameMissing) => Err(Error::NameMissing),
        Err(refusal) => Err(refusal.into()),
    }
}

fn update_checklist(setting: &Setting, workbook: &str, output: &mut Output<'_>) -> Result<u8> {
    let (folder, _) = place(setting, workbook)?;
    let set = checklists::load(&folder)?;
    let (mut opened, mut appender) = open_for_writing(setting, workbook, output)?;
    let in_force = set.city(&opened.key.city)?;
    let Some(change) = workbooks::checklist_change(&opened.checklist, in_force) else {
        output.line(&words::recorded(setting.lang, 0));
        return Ok(OK);
    };
    if opened.workbook.is_confirmed() {
        return Err(action::Refusal::Confirmed.into());
    }
    // The copy first: a record must never name a checklist that is not there.
    checklists::freeze(&folder, &opened.key, &set, &in_force.digest)?;
    let items = match &change {
        Change::ChecklistChanged { items, .. } => items.len(),
        _ => 0,
    };
    save(setting, &mut opened, &mut appender, vec![change])?;
    output.line(&words::checklist_changed(setting.lang, items));
    Ok(OK)
}

fn list(setting: &Setting, output: &mut Output<'_>) -> Result<u8> {
    let rows = shelf::read(&setting.folder, &mut Known::default())?;
    let mut good = true;
    if rows.is_empty() {
        output.line(words::no_workbooks(setting.lang));
    }
    for (key, summary) in rows {
        match summary {
            Ok(summary) => {
                output.line(&crate::text::report::list_row(
                    setting.lang,
                    &key.to_string(),
                    &summary,
                ));
            }
            Err(error) => {
                good = false;
                let why = errors::in_a_line(setting.lang, &error);
                output.line(&format!("{key}  {why}"));
            }
        }
    }
    Ok(if good { OK } else { FINDINGS })
}
