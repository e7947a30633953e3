//! What auditors found: kept in the division's folder as it came, and laid beside what departments
//! handed in.

use std::path::PathBuf;

use super::collection::Collection;
use crate::domain::audit::Audited;
use crate::domain::ledger::code_key;
use crate::domain::scale::Scale;
use crate::domain::submission::Submission;
use crate::error::Result;
use crate::format::audits::{self, AuditProblem, AuditProblemKind, Rules};
use crate::store::batch::Batch;
use crate::store::desk::{DeskFolder, Shelf};
use crate::store::found::{self, How};
use crate::store::inputs::Input;
use crate::store::keeping::Kept;

/// Findings are few, and never sealed.
const PLAIN: How<'_> = (None, &|| false);

/// What was audited, and the files that cannot be read.
#[derive(Clone, Default, Debug)]
pub struct Audits {
    /// What was audited.
    pub audited: Vec<Audited>,
    /// Files with problems, and those.
    pub refused: Vec<(String, Vec<AuditProblem>)>,
}

/// New files of findings, read and checked.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What is in the new files.
    pub new: Audits,
    files: Kept,
}

/// Returns the submissions auditors may have looked at: those of the roster's municipality, of all
/// years.
#[must_use]
pub fn auditable(collection: &Collection) -> Vec<&Submission> {
    let home = collection.municipality.as_deref().map(code_key);
    let all = collection.submissions.iter().chain(&collection.past);
    all.filter(|one| {
        home.as_ref()
            .is_none_or(|home| *home == code_key(&one.cover.municipality_code))
    })
    .collect()
}

/// Reads what is kept of audits. A submission that counts no more takes nothing away.
///
/// # Errors
///
/// [`crate::error::Error::Io`].
pub fn kept(folder: &DeskFolder, collection: &Collection) -> Result<Audits> {
    let files = folder.kept(Shelf::Audits, PLAIN)?;
    read_all(folder, collection, files.inputs, None)
}

/// Reads new files of findings, and writes nothing.
///
/// # Errors
///
/// [`crate::error::Error::Io`], or a path that is not there. What is wrong in a file is told beside
/// it.
pub fn plan(folder: &DeskFolder, collection: &Collection, paths: &[PathBuf]) -> Result<Planned> {
    let found = found::find(folder.disk(), paths, PLAIN)?.into_iter();
    let read = found.map(|input| {
        let name = input.name.clone();
        Ok(Input::bytes(name, input.into_bytes(folder.disk())?))
    });
    let inputs = folder.named(Shelf::Audits, read.collect::<Result<_>>()?, PLAIN)?;
    let submissions = auditable(collection);
    let mut new = read_all(folder, collection, inputs.clone(), Some(&submissions))?;
    let kept = kept(folder, collection)?;
    let mut known = kept.audited;
    for audited in std::mem::take(&mut new.audited) {
        let same = |one: &&Audited| {
            let one_code = code_key(&one.department_code);
            one.file != audited.file
                && one.year == audited.year
                && one.item == audited.item
                && one_code == code_key(&audited.department_code)
        };
        let other = known
            .iter()
            .find(same)
            .filter(|one| one.mark != audited.mark);
        if let Some(other) = other {
            let problem = AuditProblem {
                row: Some(audited.row),
                column: None,
                column_id: Some("audited_mark"),
                kind: AuditProblemKind::SaidOtherwise {
                    file: other.file.clone(),
                    row: other.row,
                },
            };
            refuse(&mut new, &audited.file, problem);
        } else {
            known.push(audited.clone());
            new.audited.push(audited);
        }
    }
    let files = Kept::new(inputs);
    Ok(Planned { new, files })
}

fn refuse(audits: &mut Audits, file: &str, problem: AuditProblem) {
    match audits.refused.iter_mut().find(|(name, _)| name == file) {
        Some((_, problems)) => problems.push(problem),
        None => audits.refused.push((file.to_owned(), vec![problem])),
    }
}

/// Keeps the new files as they came.
///
/// # Errors
///
/// [`crate::error::Error::Io`].
pub fn keep(folder: &DeskFolder, planned: &Planned) -> Result<()> {
    let mut batch = Batch::new(folder.disk().clone());
    folder.keep(&mut batch, &planned.files)?;
    batch.finish()
}

fn read_all(
    folder: &DeskFolder,
    collection: &Collection,
    files: Vec<Input>,
    submissions: Option<&[&Submission]>,
) -> Result<Audits> {
    let mut audits = Audits::default();
    let Some(scale) = scale(collection) else {
        return Ok(audits);
    };
    let rules = Rules {
        year: collection.year,
        scale,
        submissions,
    };
    for file in files {
        let name = file.name.clone();
        let bytes = file.into_bytes(folder.disk())?;
        match audits::read(&name, &bytes, rules) {
            Ok(audited) => audits.audited.extend(audited),
            Err(problems) => audits.refused.push((name.to_string(), problems)),
        }
    }
    Ok(audits)
}

/// The words of the marks. Without any submission there is nothing to lay findings beside.
fn scale(collection: &Collection) -> Option<&Scale> {
    auditable(collection).first().map(|one| &one.asked.scale)
}
