//! What the sections are made from: a collection with its sums, taken together once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};

use crate::collect::collection::Collection;
use crate::collect::compared::Compared;
use crate::domain::checklist::Checklist;
use crate::domain::committee::Moved;
use crate::domain::comparison::{ChangeKind, Comparison, Revision, revision};
use crate::domain::disclosure::{self, Group};
use crate::domain::ledger::code_key;
use crate::domain::scale::Scale;
use crate::domain::scope::{ScopeKind, TOTAL};
use crate::domain::score::Figures;
use crate::domain::submission::{Asked, Submission, order_of};
use crate::format::csv_figures::default_scale;
use crate::text::Lang;
use crate::text::document::{DocumentWords, words};

/// Whom a report is for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Edition {
    /// The office: with departments.
    #[default]
    Internal,
    /// Everybody: totals alone, small groups hidden.
    Public,
}

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What was collected.
    pub collection: &'a Collection,
    /// The checklists in force, for handling marks and what items replace.
    pub checklists: &'a [Checklist],
    /// Whom it is for.
    pub edition: Edition,
    /// Its language.
    pub lang: Lang,
    /// When it is made.
    pub made: DateTime<FixedOffset>,
}

/// The sums of a scope over all departments.
#[derive(Clone, Debug)]
pub(super) struct ScopeSum<'a> {
    pub kind: ScopeKind,
    pub id: &'a str,
    pub label: &'a str,
    /// How deep it stands: 0 for an article, 1 for its clauses.
    pub depth: usize,
    pub figures: Figures,
    pub group: Group,
    /// Whether the figures are too few to be made public.
    pub hidden: bool,
    /// The same of the year before.
    pub hidden_before: bool,
    /// This year beside the year before.
    pub years: Comparison,
}

/// A collection with its sums.
pub(super) struct View<'a> {
    pub source: Source<'a>,
    pub words: &'static DocumentWords,
    pub scale: Scale,
    pub total: ScopeSum<'a>,
    /// Articles and clauses that do not only repeat their article.
    pub clauses: Vec<ScopeSum<'a>>,
    pub tiers: Vec<ScopeSum<'a>>,
    /// The collection beside the year before.
    pub compared: Compared<'a>,
    pub revision: Revision,
}

impl<'a> View<'a> {
    /// Takes everything together.
    pub(super) fn new(source: Source<'a>) -> Self {
        let collection = source.collection;
        let submissions = &collection.submissions;
        let compared = Compared::of(collection);
        let mut sums = sums(&compared);
        let total = sums
            .iter()
            .position(|sum| sum.kind == ScopeKind::Total)
            .map_or_else(nothing, |at| sums.remove(at));
        let (tiers, clauses) = sums
            .into_iter()
            .partition(|sum| sum.kind == ScopeKind::Tier);
        let scale = submissions
            .first()
            .map_or_else(default_scale, |one| one.asked.scale.clone());
        Self {
            source,
            words: words(source.lang),
            scale,
            total,
            clauses,
            tiers,
            revision: revision(
                submissions.iter().map(|one| &*one.asked),
                compared.last.iter().map(|one| &*one.asked),
                &replaces(source.checklists),
            ),
            compared,
        }
    }

    pub(super) fn is_public(&self) -> bool {
        self.source.edition == Edition::Public
    }

    pub(super) fn submissions(&self) -> &'a [Submission] {
        &self.source.collection.submissions
    }

    /// The clauses right below an article: the columns of the heat map.
    pub(super) fn columns(&self) -> Vec<&ScopeSum<'a>> {
        let is_alone = |sum: &ScopeSum<'_>| {
            let inside = |other: &&ScopeSum<'_>| {
                other.kind == ScopeKind::Clause && same_article(sum.id, other.id)
            };
            self.clauses.iter().find(inside).is_none()
        };
        let is_column = |sum: &&ScopeSum<'_>| match sum.kind {
            ScopeKind::Article => is_alone(sum),
            _ => sum.depth == 1,
        };
        self.clauses.iter().filter(is_column).collect()
    }

    /// The submissions of the year before.
    pub(super) const fn last(&self) -> &'a [Submission] {
        self.compared.last
    }

    /// The positions of items that a department failed again.
    pub(super) fn again(&self, submission: usize) -> Vec<usize> {
        let Some(asked) = self.submissions().get(submission).map(|one| &one.asked) else {
            return Vec::new();
        };
        let items = asked.items.iter().enumerate();
        let again = items.filter(|(_, item)| self.compared.failed_again(submission, &item.id));
        again.map(|(at, _)| at).collect()
    }

    /// How many answers became what, for each department and each it came from; what failed again
    /// once, however many it came from.
    pub(super) fn tally(&self) -> BTreeMap<ChangeKind, usize> {
        let mut tally = BTreeMap::new();
        let mut again = 0;
        for at in 0..self.submissions().len() {
            again += self.again(at).len();
            let sources = self.compared.changes(at);
            for change in sources.into_iter().flat_map(|(_, changes)| changes) {
                *tally.entry(change.kind).or_default() += 1;
            }
        }
        if let Some(count) = tally.get_mut(&ChangeKind::FailedAgain) {
            *count = again;
        }
        tally
    }

    pub(super) fn moved(&self) -> Moved {
        let tally = self.tally();
        let count = |kind| tally.get(&kind).copied().unwrap_or(0);
        Moved {
            improved: count(ChangeKind::Improved),
            worsened: count(ChangeKind::Worsened),
            failed_again: count(ChangeKind::FailedAgain),
        }
    }

    /// How many departments are in both years.
    pub(super) fn in_both(&self) -> usize {
        let sources = self.compared.sources.iter();
        sources.filter(|sources| !sources.is_empty()).count()
    }

    /// Names a fiscal year.
    pub(super) fn year(&self, number: i32) -> String {
        (self.source.lang.strings().fiscal_year)(number)
    }
}

fn same_article(article: &str, clause: &str) -> bool {
    let number = |id: &str| {
        let bare = id.trim_start_matches(|sign: char| sign.is_ascii_uppercase());
        bare.split('-').next().unwrap_or_default().to_owned()
    };
    number(article) == number(clause)
}

fn nothing<'a>() -> ScopeSum<'a> {
    ScopeSum {
        kind: ScopeKind::Total,
        id: TOTAL,
        label: "",
        depth: 0,
        figures: Figures::default(),
        group: Group::default(),
        hidden: false,
        hidden_before: false,
        years: Comparison::default(),
    }
}

fn replaces(checklists: &[Checklist]) -> BTreeMap<String, Vec<String>> {
    let items = checklists.iter().flat_map(|list| &list.items);
    items
        .filter(|item| !item.replaces.is_empty())
        .map(|item| {
            let replaced = item.replaces.iter().map(ToString::to_string);
            (item.id.to_string(), replaced.collect())
        })
        .collect()
}

/// What each scope asks, over every form of the questions.
fn asked(submissions: &[Submission]) -> Vec<&Asked> {
    let mut forms: Vec<&Asked> = Vec::new();
    for submission in submissions {
        if !forms
            .iter()
            .any(|form| std::ptr::eq(*form, &raw const *submission.asked))
        {
            forms.push(&submission.asked);
        }
    }
    forms
}

fn sums<'a>(compared: &Compared<'a>) -> Vec<ScopeSum<'a>> {
    let submissions = &compared.collection.submissions;
    let mut scopes: BTreeMap<_, (ScopeKind, &'a str, &'a str, BTreeSet<&'a str>)> = BTreeMap::new();
    for form in asked(submissions) {
        for scope in &form.scopes {
            let items = scope.items.iter().filter_map(|&at| form.items.get(at));
            let place = order_of(scope.kind, &scope.id);
            let known = scopes
                .entry(place)
                .or_insert_with(|| (scope.kind, &*scope.id, &*scope.label, BTreeSet::new()));
            known.3.extend(items.map(|item| item.id.as_str()));
        }
    }
    let mut scopes: Vec<_> = scopes.into_values().collect();
    drop_repeated(&mut scopes);
    let partition: Vec<bool> = scopes.iter().map(|one| one.0 != ScopeKind::Tier).collect();
    let sets: Vec<BTreeSet<&str>> = scopes
        .iter()
        .zip(&partition)
        .filter(|(_, divides)| **divides)
        .map(|(scope, _)| scope.3.clone())
        .collect();
    let hidden = disclosure::hidden(&sets, |set| group(submissions, set));
    let before = disclosure::hidden(&sets, |set| group(compared.last, set));
    let mut hidden = hidden.into_iter().zip(before);
    let depths = depths(submissions);
    scopes
        .into_iter()
        .map(|(kind, id, label, set)| {
            // Tiers overlap, so that nothing can be said of what is left of them.
            let of_tier = (true, true);
            let divides = kind != ScopeKind::Tier;
            let hidden = divides.then(|| hidden.next()).flatten().unwrap_or(of_tier);
            ScopeSum {
                kind,
                id,
                label,
                depth: depths.get(id).copied().unwrap_or(0),
                figures: figures(submissions, id),
                group: group(submissions, &set),
                hidden: hidden.0,
                hidden_before: hidden.1,
                years: years(compared, id),
            }
        })
        .collect()
}

/// Takes out clauses that only repeat the article before them.
fn drop_repeated(scopes: &mut Vec<(ScopeKind, &str, &str, BTreeSet<&str>)>) {
    let mut article: Option<BTreeSet<&str>> = None;
    scopes.retain(|(kind, _, _, items)| match kind {
        ScopeKind::Article => {
            article = Some(items.clone());
            true
        }
        ScopeKind::Clause => article.as_ref() != Some(items),
        _ => true,
    });
}

/// How deep each clause stands below its article.
fn depths(submissions: &[Submission]) -> BTreeMap<&str, usize> {
    let forms = asked(submissions);
    let items = forms.into_iter().flat_map(|form| &form.items);
    let paths = items.flat_map(|item| item.path.iter().enumerate());
    paths.map(|(depth, id)| (id.as_str(), depth)).collect()
}

fn positions(asked: &Asked, items: &BTreeSet<&str>) -> Vec<usize> {
    let found = items.iter().filter_map(|item| asked.position(item));
    found.collect()
}

fn group(submissions: &[Submission], items: &BTreeSet<&str>) -> Group {
    let mut group = Group::default();
    for submission in submissions {
        let figures = submission.figures_of(&positions(&submission.asked, items));
        let answers = figures.implementation().denominator;
        group.departments += usize::from(answers > 0);
        group.answers += answers;
    }
    group
}

/// The figures of a scope over all departments.
pub(super) fn figures(submissions: &[Submission], scope: &str) -> Figures {
    let mut figures = Figures::default();
    for submission in submissions {
        figures.join(&figures_in(submission, scope));
    }
    figures
}

/// The figures of a scope of one department.
pub(super) fn figures_in(submission: &Submission, scope: &str) -> Figures {
    let scope = submission.asked.scope(scope);
    scope.map_or_else(Figures::default, |scope| {
        submission.figures_of(&scope.items)
    })
}

/// The two years of a scope, over all municipalities.
fn years(compared: &Compared<'_>, scope: &str) -> Comparison {
    let submissions = compared.collection.submissions.iter();
    let codes: BTreeSet<&str> = submissions
        .chain(compared.last)
        .map(|one| &*one.cover.municipality_code)
        .collect();
    let mut years = Comparison::default();
    for code in codes {
        let own = compared.total(code, scope);
        years.all.add(&own.all);
        years.alike.add(&own.alike);
    }
    years
}

/// Returns whether two codes are the same but for what spreadsheets do to them.
pub(super) fn same_code(one: &str, other: &str) -> bool {
    code_key(one) == code_key(other)
}
