//! Checks items, questions and policies against each other. Each fault is told once, where it can
//! be mended, and not again by everything that leans on it.

use std::collections::{HashMap, HashSet};

use super::item_file::{Bank, ItemSource};
use super::policy_file::PolicySource;
use super::profile_file::{QuestionSource, Questions};
use super::ron_source::{Located, Node, Reader};
use super::template::{self, Part};
use crate::domain::policy::Policy;
use crate::domain::problem::ProblemKind;

/// Checks the items by themselves.
pub(super) fn check_items<'a>(reader: &Reader<'a>, bank: &Bank<'a>, questions: &Questions<'a>) {
    for item in bank.items.values() {
        for text in item.templates() {
            bad_placeholders(reader, text);
        }
        for key in item.applies.value.keys() {
            if questions.lack(key.as_str()) {
                let kind = ProblemKind::UnknownProfileKey(key.to_string());
                reader.problem_within(item.applies.node, key.as_str(), kind);
            }
        }
    }
    for question in &questions.questions {
        for text in question.templates() {
            bad_placeholders(reader, text);
        }
    }
}

fn bad_placeholders<'a>(reader: &Reader<'a>, text: &Located<'a, String>) {
    for part in template::parts(&text.value) {
        if let Part::Bad(inside) = part {
            reader.problem_within(
                text.node,
                &format!("{{{inside}"),
                ProblemKind::BadPlaceholder(inside.to_owned()),
            );
        }
    }
}

/// Checks one policy against the items and questions.
pub(super) fn check_policy<'a>(
    reader: &Reader<'a>,
    source: &PolicySource<'a>,
    policies: &[PolicySource<'a>],
    bank: &Bank<'a>,
    questions: &Questions<'a>,
) {
    for leaf in &source.empty_leaves {
        reader.problem_at(leaf, ProblemKind::LeafWithoutItems(leaf.value.clone()));
    }
    let mut keys: HashMap<&str, &Located<'a, String>> = HashMap::new();
    for key in &source.profile {
        if let Some(first) = keys.insert(&key.value, key) {
            let (file, line) = reader.line(first.node);
            reader.problem_at(key, ProblemKind::DuplicateId(key.value.clone(), file, line));
        } else if questions.lack(&key.value) {
            reader.problem_at(key, ProblemKind::UnknownProfileKey(key.value.clone()));
        }
    }
    let need = Need {
        policy: &source.policy,
        policies,
        questions,
    };
    for key in &source.profile {
        let question = questions.of(&key.value).into_iter();
        for text in question.flat_map(QuestionSource::templates) {
            check_template(reader, key, text, &key.value, &need);
        }
    }
    let mut seen: HashSet<&str> = HashSet::new();
    for named in &source.items {
        if !seen.insert(&named.value) {
            reader.problem_at(named, ProblemKind::ItemTwice(named.value.clone()));
        } else if let Some(item) = bank.items.get(&named.value) {
            check_item_in_policy(reader, named, item, &need);
        } else if bank.lacks(&named.value) {
            reader.problem_at(named, ProblemKind::UnknownItem(named.value.clone()));
        }
    }
}

/// Checks that the policy gives what an item needs.
fn check_item_in_policy<'a>(
    reader: &Reader<'a>,
    named: &Located<'a, String>,
    item: &ItemSource<'a>,
    need: &Need<'a, '_>,
) {
    let id = &item.id.value;
    for threat in &item.threats {
        let number = threat.value.to_string();
        let gives = |policy: &Policy| policy.threats.iter().any(|known| known.id == threat.value);
        let kind = ProblemKind::UnknownThreat(number.clone(), id.clone());
        need.check(reader, named, gives, (threat.node, &number), kind);
    }
    for key in item.applies.value.keys() {
        let asked = need.policy.profile.contains(key);
        if !asked && !need.questions.lack(key.as_str()) {
            let kind = ProblemKind::KeyNotAsked(key.to_string(), id.clone());
            reader.problem_at(named, kind);
        }
    }
    for text in item.templates() {
        check_template(reader, named, text, id, need);
    }
}

/// Checks that the policy gives the terms and settings a text needs.
fn check_template<'a>(
    reader: &Reader<'a>,
    named: &Located<'a, String>,
    text: &Located<'a, String>,
    id: &str,
    need: &Need<'a, '_>,
) {
    for part in template::parts(&text.value) {
        match part {
            Part::Term(name) => {
                let gives = |policy: &Policy| policy.terms.contains_key(name);
                let kind = ProblemKind::UnknownTerm(name.to_owned(), id.to_owned());
                let written = format!("{{term.{name}}}");
                need.check(reader, named, gives, (text.node, &written), kind);
            }
            Part::Setting(name) => {
                let gives = |policy: &Policy| policy.settings.contains_key(name);
                let kind = ProblemKind::UnknownSetting(name.to_owned(), id.to_owned());
                let written = format!("{{setting.{name}}}");
                need.check(reader, named, gives, (text.node, &written), kind);
            }
            Part::Text(_) | Part::Bad(_) => {}
        }
    }
}

/// The policy that must give something, among all policies and questions.
struct Need<'a, 'p> {
    policy: &'p Policy,
    policies: &'p [PolicySource<'a>],
    questions: &'p Questions<'a>,
}

impl<'a> Need<'a, '_> {
    /// Notes what the policy does not give. What another policy gives is missing in this one, and
    /// is told where it names the item; what none gives is likely misspelt where it is written.
    fn check(
        &self,
        reader: &Reader<'a>,
        named: &Located<'a, String>,
        gives: impl Fn(&Policy) -> bool,
        (node, written): (Node<'a>, &str),
        kind: ProblemKind,
    ) {
        if gives(self.policy) {
            return;
        }
        if self.policies.iter().any(|other| gives(&other.policy)) {
            reader.problem_at(named, kind);
        } else {
            reader.problem_within(node, written, kind);
        }
    }
}

/// Notes items that no policy names.
pub(super) fn check_use<'a>(reader: &Reader<'a>, bank: &Bank<'a>, policies: &[PolicySource<'a>]) {
    let used: HashSet<&str> = policies
        .iter()
        .flat_map(|policy| &policy.items)
        .map(|item| item.value.as_str())
        .collect();
    for item in bank.items.values() {
        if !used.contains(item.id.value.as_str()) {
            reader.problem_at(&item.id, ProblemKind::UnusedItem(item.id.value.clone()));
        }
    }
}
