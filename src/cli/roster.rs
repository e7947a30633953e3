//! Rosters of departments: checking one, and a template to begin with.

use std::path::Path;

use super::args::RosterCommand;
use super::output::Output;
use super::setting::Setting;
use super::{CSV_MAX, OK, REFUSED};
use crate::domain::expression::ProfileKey;
use crate::error::{Error, Result};
use crate::format::roster::{self, Rules};
use crate::store::checklists;
use crate::text::roster as words;

/// Does what is asked of a roster.
pub(super) fn run(
    command: &RosterCommand,
    setting: &Setting,
    output: &mut Output<'_>,
) -> Result<u8> {
    match command {
        RosterCommand::Check { file, checklist } => {
            let known = Known::of(setting, checklist.as_deref())?;
            check(setting, file, known.rules(), output)
        }
        RosterCommand::Template { to, checklist } => {
            let known = Known::of(setting, checklist.as_deref())?;
            template(setting, to.as_deref(), known.rules(), output)
        }
    }
}

fn check(setting: &Setting, file: &Path, rules: Rules<'_>, output: &mut Output<'_>) -> Result<u8> {
    let lang = setting.lang;
    let name = file.display().to_string();
    let bytes = setting.folder.disk().read_at_most(file, CSV_MAX)?;
    match roster::read(&bytes, rules) {
        Ok(reading) => {
            let today = reading.roster.on(setting.now.date_naive()).count();
            output.line(&words::good(lang, &name, &reading.roster, today));
            output.lines(reading.notes.iter().map(|note| words::note(lang, note)));
            Ok(OK)
        }
        Err(problems) => {
            let mut lines = vec![words::refused(lang, &name, problems.len())];
            for problem in &problems {
                lines.extend(words::problem(lang, problem));
            }
            output.error(&lines);
            Ok(REFUSED)
        }
    }
}

fn template(
    setting: &Setting,
    to: Option<&Path>,
    rules: Rules<'_>,
    output: &mut Output<'_>,
) -> Result<u8> {
    let bytes = roster::template(rules).map_err(|error| Error::Bug(error.to_string()))?;
    if let Some(path) = to {
        setting.folder.disk().write_new(path, &bytes)?;
        output.line(&words::written(setting.lang, &path.display().to_string()));
    } else {
        output.file(&bytes);
    }
    Ok(OK)
}

/// What the checklists know that a roster may name.
struct Known {
    agencies: Option<Vec<String>>,
    keys: Vec<ProfileKey>,
}

impl Known {
    /// Takes it from one city's checklist, or the keys from all of them.
    fn of(setting: &Setting, city: Option<&str>) -> Result<Self> {
        let set = checklists::load(&setting.folder)?;
        if let Some(city) = city {
            let policy = &set.city(city)?.policy;
            return Ok(Self {
                agencies: Some(policy.agencies.clone()),
                keys: policy.profile.clone(),
            });
        }
        let mut keys: Vec<ProfileKey> = Vec::new();
        for key in set.checklists.iter().flat_map(|list| &list.policy.profile) {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        Ok(Self {
            agencies: None,
            keys,
        })
    }

    fn rules(&self) -> Rules<'_> {
        Rules {
            agencies: self.agencies.as_deref(),
            keys: &self.keys,
        }
    }
}
