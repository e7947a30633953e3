//! Audits: whom to look at, the file auditors fill in, and what they found.

use std::path::{Path, PathBuf};

use super::args::{AuditCommand, SampleArgs};
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK, REFUSED};
use crate::collect::audits::{self, Audits, auditable};
use crate::collect::compared::Compared;
use crate::collect::desk::{self, Desk};
use crate::collect::gather::Progress;
use crate::collect::sample::Sample;
use crate::collect::tables;
use crate::domain::audit::{Tally, beside};
use crate::domain::ledger::code_key;
use crate::domain::submission::Submission;
use crate::error::{Error, Result};
use crate::format::audits::template;
use crate::store::batch::Batch;
use crate::store::checklists;
use crate::text::columns::Header;
use crate::text::{audit as words, collecting, sampling};

/// Proposes departments for an audit.
pub(super) fn sample(setting: &Setting, asked: &SampleArgs, output: &mut Output<'_>) -> Result<u8> {
    let desk = open(setting, &asked.dir)?;
    let (sample, code) = drawn(setting, &desk, asked, output)?;
    if sample.candidates.is_empty() {
        output.line(sampling::nobody(setting.lang));
        return Ok(FINDINGS);
    }
    output.lines(sampling::lines(setting.lang, &sample));
    let bytes = sample
        .write(asked.header.into())
        .map_err(|error| bug(&error))?;
    let path = match &asked.to {
        Some(path) => {
            setting.folder.disk().write_new(path, &bytes)?;
            path.clone()
        }
        None => desk
            .folder
            .write_new(&format!("sample_{}.csv", sample.year), &bytes)?,
    };
    output.line(&sampling::written(
        setting.lang,
        &path.display().to_string(),
    ));
    Ok(code)
}

/// Does what is asked with what auditors found.
pub(super) fn run(
    setting: &Setting,
    command: &AuditCommand,
    output: &mut Output<'_>,
) -> Result<u8> {
    match command {
        AuditCommand::Add { dir, files, header } => {
            add(setting, dir, files, (*header).into(), output)
        }
        AuditCommand::Template {
            sample,
            departments,
        } => write_template(setting, sample, departments, output),
    }
}

fn open(setting: &Setting, dir: &Path) -> Result<Desk> {
    let set = checklists::load(&setting.folder)?;
    let disk = setting.folder.disk();
    desk::open(disk, dir, &set.checklists, &Progress::default())
}

fn bug(error: &std::io::Error) -> Error {
    Error::Bug(error.to_string())
}

fn drawn(
    setting: &Setting,
    desk: &Desk,
    asked: &SampleArgs,
    output: &mut Output<'_>,
) -> Result<(Sample, u8)> {
    let kept = audits::kept(&desk.folder, &desk.collection)?;
    let code = tell_left_out(setting, &kept, output);
    // The year, unless somebody draws a number: the same for everybody who asks.
    let year = u64::try_from(desk.collection.year.number()).unwrap_or(0);
    let seed = asked.lot.unwrap_or(year);
    let compared = Compared::of(&desk.collection);
    let sample = Sample::of(&compared, &kept, asked.size.get(), seed);
    Ok((sample, code))
}

/// Tells which files of findings cannot be read any more.
pub(super) fn tell_left_out(setting: &Setting, kept: &Audits, output: &mut Output<'_>) -> u8 {
    for (name, problems) in &kept.refused {
        let mut lines = vec![words::left_out(setting.lang, name, problems.len())];
        let problems = problems.iter();
        lines.extend(problems.flat_map(|problem| words::problem(setting.lang, problem)));
        output.error(&lines);
    }
    if kept.refused.is_empty() {
        OK
    } else {
        FINDINGS
    }
}

fn add(
    setting: &Setting,
    dir: &Path,
    files: &[PathBuf],
    header: Header,
    output: &mut Output<'_>,
) -> Result<u8> {
    let desk = open(setting, dir)?;
    let planned = audits::plan(&desk.folder, &desk.collection, files)?;
    if !planned.new.refused.is_empty() {
        for (name, problems) in &planned.new.refused {
            let mut lines = vec![words::refused(setting.lang, name, problems.len())];
            let problems = problems.iter();
            lines.extend(problems.flat_map(|problem| words::problem(setting.lang, problem)));
            output.error(&lines);
        }
        return Ok(REFUSED);
    }
    audits::keep(&desk.folder, &planned)?;
    let kept = audits::kept(&desk.folder, &desk.collection)?;
    let code = tell_left_out(setting, &kept, output);
    let mut batch = Batch::new(setting.folder.disk().clone());
    let written = tables::write_audits(&mut batch, &desk.folder, &desk.collection, &kept, header)?;
    batch.finish()?;
    let new = &planned.new.audited;
    let found = beside(new, auditable(&desk.collection).into_iter());
    let tally = Tally::of(&found);
    output.lines(words::taken_in(setting.lang, new.len(), &tally));
    output.lines(collecting::written(setting.lang, &written));
    Ok(code)
}

fn write_template(
    setting: &Setting,
    asked: &SampleArgs,
    departments: &[String],
    output: &mut Output<'_>,
) -> Result<u8> {
    let desk = open(setting, &asked.dir)?;
    let (codes, code): (Vec<String>, u8) = if departments.is_empty() {
        let (sample, code) = drawn(setting, &desk, asked, output)?;
        (sample.chosen().map(|one| one.code.clone()).collect(), code)
    } else {
        (departments.to_vec(), OK)
    };
    let year = desk.collection.year;
    let this_year = auditable(&desk.collection).into_iter();
    let this_year: Vec<&Submission> = this_year.filter(|one| one.year == year).collect();
    let find = |code: &String| {
        let key = code_key(code);
        let mut all = this_year.iter();
        all.find(|one| code_key(&one.department_code) == key)
            .copied()
    };
    if let Some(unknown) = departments.iter().find(|code| find(code).is_none()) {
        return Err(Error::NotCollected(unknown.clone()));
    }
    // Who handed in nothing has no marks to stand beside.
    let chosen: Vec<&Submission> = codes.iter().filter_map(find).collect();
    let bytes = template(&chosen, asked.header.into()).map_err(|error| bug(&error))?;
    match &asked.to {
        Some(path) => {
            setting.folder.disk().write_new(path, &bytes)?;
            let name = path.display().to_string();
            output.line(&words::template_written(setting.lang, &name, chosen.len()));
        }
        None => output.file(&bytes),
    }
    Ok(code)
}
