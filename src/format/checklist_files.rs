//! Puts item bank, scale, profile questions and policy maps together, and checks them against
//! each other.

use std::cell::Cell;

use super::checklist_checks;
use super::digest::{Hasher, hex, lettered};
use super::item_file::{Bank, ItemSource};
use super::policy_file::{self, PolicySource};
use super::profile_file::{self, QuestionSource, Questions};
use super::ron_place::whole_file;
use super::ron_source::{Located, Reader, SourceFile};
use super::scale_file;
use super::template;
use crate::domain::checklist::{Checklist, Item, ProfileQuestion};
use crate::domain::expression::ProfileKey;
use crate::domain::item_id::ItemId;
use crate::domain::mark::Mark;
use crate::domain::policy::{City, Policy};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::scale::Scale;

/// The name of the scale's file.
pub const SCALE: &str = "scale.ron";
/// The name of the profile questions' file.
pub const PROFILE: &str = "profile.ron";
/// The folder of the item bank.
pub const ITEMS: &str = "items/";
/// The digits of an item's hash.
const ITEM_HASH_BYTES: usize = 8;
/// The most bytes of text of all checklists together, placeholders filled: a long term named by
/// every item grows far beyond its file.
const FILLED_MAX: usize = 64 * 1024 * 1024;

/// The files a checklist is made from, by their role.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ChecklistFiles {
    /// Every file, named relative to the `checklists` folder with `/` between parts.
    pub files: Vec<SourceFile>,
}

/// What reading a set of files gave.
#[derive(Debug)]
pub struct Loaded {
    /// The checklists that could be put together, in the order of their files' names. What has a
    /// problem is left out of them, so look at `problems` before using one.
    pub checklists: Vec<Checklist>,
    /// Every problem, in the order of files and places.
    pub problems: Vec<Problem>,
}

impl ChecklistFiles {
    /// Returns the files one city's checklist is made from.
    #[must_use]
    pub fn of_city(&self, city: &str) -> Self {
        Self {
            files: self.made_of(city).cloned().collect(),
        }
    }

    fn made_of(&self, city: &str) -> impl Iterator<Item = &SourceFile> {
        let own = format!("{city}.ron");
        self.files
            .iter()
            .filter(move |file| !is_policy(&file.name) || file.name == own)
    }

    /// Reads which cities there are, and looks at nothing else: only for files known to be sound.
    #[must_use]
    pub fn cities(&self) -> Vec<City> {
        let files = self.files.iter().filter(|file| is_policy(&file.name));
        let files = Self {
            files: files.cloned().collect(),
        };
        let reader = Reader::new(&files.files);
        files
            .roles(is_policy)
            .into_iter()
            .filter_map(|file| policy_file::city(&reader, file))
            .collect()
    }

    /// Returns the digest over names and texts of all files.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.files.iter())
    }

    /// Returns the digest of one city's files; none when there is no such city.
    #[must_use]
    pub fn digest_of(&self, city: &str) -> Option<String> {
        let own = format!("{city}.ron");
        let known = self.files.iter().any(|file| file.name == own);
        known.then(|| digest(self.made_of(city)))
    }

    /// Reads the files and checks them against each other.
    ///
    /// `whole` tells that the set is everything there is, so that an item no policy uses is a
    /// problem; the frozen copy of one city's checklist is not whole.
    #[must_use]
    pub fn load(&self, whole: bool) -> Loaded {
        self.load_with(whole, |city| digest(self.made_of(city)))
    }

    /// Reads the files of a frozen copy, whose digest is known.
    #[must_use]
    pub fn load_frozen(&self, known: &str) -> Loaded {
        self.load_with(false, |city| {
            if self.made_of(city).count() == self.files.len() {
                known.to_owned()
            } else {
                // The copy holds more than this city's files.
                digest(self.made_of(city))
            }
        })
    }

    fn load_with(&self, whole: bool, digest: impl Fn(&str) -> String) -> Loaded {
        let reader = Reader::new(&self.files);
        let mut absent = Vec::new();
        let find = |name: &str| self.files.iter().position(|file| file.name == name);
        for name in [SCALE, PROFILE] {
            if find(name).is_none() {
                absent.push(whole_file(name, ProblemKind::FileMissing));
            }
        }
        let scale = find(SCALE).and_then(|file| scale_file::read(&reader, reader.whole(file)));
        let questions =
            find(PROFILE).map_or_else(Questions::absent, |file| profile_file::read(&reader, file));
        let mut bank = Bank::default();
        for file in self.roles(|name| name.starts_with(ITEMS)) {
            bank.read(&reader, file);
        }
        let policy_files = self.roles(is_policy);
        let policies: Vec<PolicySource<'_>> = policy_files
            .iter()
            .filter_map(|file| policy_file::read(&reader, *file))
            .collect();
        checklist_checks::check_items(&reader, &bank, &questions);
        for policy in &policies {
            checklist_checks::check_policy(&reader, policy, &policies, &bank, &questions);
        }
        // A policy that cannot be read may use any item.
        if whole && policies.len() == policy_files.len() {
            checklist_checks::check_use(&reader, &bank, &policies);
        }
        let room = Cell::new(FILLED_MAX);
        let checklists = policies
            .into_iter()
            .filter(|policy| policy.sound)
            .filter_map(|policy| {
                let digest = digest(&policy.policy.id);
                let scale = policy.scale.clone().or_else(|| scale.clone())?;
                let node = policy.node;
                let questions = &questions.questions;
                let checklist = assemble(policy.policy, scale, questions, &bank, digest, &room);
                if room.get() == 0 {
                    reader.problem(node, ProblemKind::TooMuchText(FILLED_MAX / 1024 / 1024));
                    return None;
                }
                Some(checklist)
            })
            .collect();
        let mut problems = reader.into_problems();
        problems.extend(absent);
        Loaded {
            checklists,
            problems,
        }
    }

    fn roles(&self, role: impl Fn(&str) -> bool) -> Vec<usize> {
        let mut found: Vec<usize> = (0..self.files.len())
            .filter(|&file| role(&self.files[file].name))
            .collect();
        found.sort_by(|&a, &b| self.files[a].name.cmp(&self.files[b].name));
        found
    }
}

fn digest<'a>(files: impl Iterator<Item = &'a SourceFile>) -> String {
    let mut files: Vec<&SourceFile> = files.collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut hasher = Hasher::default();
    hasher.part("tenken-checklist-1");
    for file in files {
        hasher.part(&file.name);
        hasher.part(&file.text);
    }
    lettered(&hasher.finish())
}

fn is_policy(name: &str) -> bool {
    name != SCALE && name != PROFILE && !name.contains('/')
}

fn assemble(
    policy: Policy,
    scale: Scale,
    questions: &[QuestionSource<'_>],
    bank: &Bank<'_>,
    digest: String,
    room: &Cell<usize>,
) -> Checklist {
    let items = policy
        .clauses()
        .into_iter()
        .flat_map(|(_, _, clause)| &clause.items)
        .filter_map(|id| bank.items.get(id.as_str()))
        .map(|source| {
            let item = resolve(source, &policy, &scale, room);
            (item.id.clone(), item)
        })
        .collect();
    let asked = policy
        .profile
        .iter()
        .filter_map(|key| {
            questions
                .iter()
                .find(|question| question.key.value == key.as_str())
        })
        .map(|question| ProfileQuestion {
            key: ProfileKey(question.key.value.clone()),
            question: filled(&policy, &question.question.value, room),
            note: question
                .note
                .as_ref()
                .map(|note| filled(&policy, &note.value, room)),
        })
        .collect();
    Checklist::new(policy, scale, asked, items, digest)
}

/// Fills a text, as long as there is room for it.
fn filled(policy: &Policy, text: &str, room: &Cell<usize>) -> String {
    if room.get() == 0 {
        return String::new();
    }
    let filled = template::fill(
        text,
        |name| policy.terms.get(name).cloned(),
        |name| {
            let setting = policy.settings.get(name)?;
            Some((setting.value.clone(), setting.provisional))
        },
    );
    room.set(room.get().saturating_sub(filled.len()));
    filled
}

fn resolve(source: &ItemSource<'_>, policy: &Policy, scale: &Scale, room: &Cell<usize>) -> Item {
    let text = |located: &Located<'_, String>| filled(policy, &located.value, room);
    let provisional = source.templates().any(|located| {
        template::settings(&located.value).any(|name| {
            policy
                .settings
                .get(name)
                .is_some_and(|setting| setting.provisional)
        })
    });
    let [implemented, partial, not_implemented] = &source.criteria;
    Item {
        id: ItemId(source.id.value.clone()),
        hash: item_hash(source, policy, scale),
        question: text(&source.question),
        why: text(&source.why),
        implemented: text(implemented),
        partial: text(partial),
        not_implemented: text(not_implemented),
        not_applicable: source.not_applicable.as_ref().map(text),
        not_applicable_note: source.not_applicable_note.as_ref().map(text),
        evidence: source.evidence.iter().map(text).collect(),
        tiers: source.tiers.clone(),
        threats: source.threats.iter().map(|threat| threat.value).collect(),
        respondent: text(&source.respondent),
        applies: source.applies.value.clone(),
        weight: source.weight,
        critical: source.critical,
        interpretive: source.interpretive,
        on_site: source.on_site,
        report_guide: source.report_guide.as_ref().map(text),
        replaces: source
            .replaces
            .iter()
            .map(|id| ItemId(id.value.clone()))
            .collect(),
        provisional,
    }
}

/// Returns the digest of question, criteria and scale as templates and of the settings' values:
/// what makes answers comparable. City terms, weight and evidence stay out.
fn item_hash(source: &ItemSource<'_>, policy: &Policy, scale: &Scale) -> String {
    let mut hasher = Hasher::default();
    hasher.part("tenken-item-1");
    let criteria = [&source.question]
        .into_iter()
        .chain(&source.criteria)
        .chain(&source.not_applicable);
    for text in criteria {
        hasher.part(&text.value);
        for name in template::settings(&text.value) {
            let value = policy
                .settings
                .get(name)
                .map_or("", |setting| &setting.value);
            hasher.part(value);
        }
    }
    for mark in Mark::ALL {
        let value = scale.value(mark);
        hasher.part(&value.map_or_else(String::new, |value| value.to_string()));
    }
    let digest = hasher.finish();
    format!("h{}", hex(digest.get(..ITEM_HASH_BYTES).unwrap_or(&digest)))
}

#[cfg(test)]
#[path = "checklist_files_tests.rs"]
mod tests;
