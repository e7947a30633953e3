//! The first page: what a committee needs to know.

use super::{hidden_note, label};
use crate::domain::committee::{
    Before, Fact, Failing, Named, Picture, Revised, Step, facts, steps,
};
use crate::domain::ledger::State;
use crate::domain::score::{Figures, Rate};
use crate::domain::submission::Submission;
use crate::report::document::{Block, Chart, ChartKind, Fill, Key, Section, Share};
use crate::report::sections::items;
use crate::report::sections::submission::{Standing, standing};
use crate::report::view::{ScopeSum, View};
use crate::text::document::{cells, committee};

/// Returns the section.
pub(in crate::report) fn summary(view: &View<'_>) -> Section {
    let words = view.words;
    let picture = picture(view);
    let lang = view.source.lang;
    let mut blocks = vec![Block::Keys(keys(view, &picture))];
    let told = facts(&picture);
    let told = told.iter().filter(|fact| may_be_told(view, fact));
    blocks.push(Block::List(
        words.parts.results.to_owned(),
        told.map(|fact| committee::fact(lang, fact)).collect(),
    ));
    if !(view.is_public() && view.total.hidden) && view.total.figures.items > 0 {
        blocks.push(shares(view));
    }
    let next = steps(&picture);
    let next: Vec<String> = next
        .iter()
        .filter(|step| !(view.is_public() && matches!(step, Step::Clear(_))))
        .map(|step| committee::step(lang, step))
        .collect();
    if !next.is_empty() {
        blocks.push(Block::List(words.parts.steps.to_owned(), next));
    }
    blocks.extend(hidden_note(view));
    super::section("summary", words.headings.summary.to_owned(), blocks)
}

/// Single questions and single files are nothing for everybody.
fn may_be_told(view: &View<'_>, fact: &Fact) -> bool {
    !view.is_public() || !matches!(fact, Fact::Failing(_) | Fact::Doubtful(_))
}

fn picture(view: &View<'_>) -> Picture {
    let Standing {
        expected,
        submitted,
        missing,
        drafts,
        doubtful,
    } = standing(view);
    let total = &view.total;
    if view.is_public() && total.hidden {
        return Picture {
            expected,
            submitted,
            missing,
            drafts,
            ..Picture::default()
        };
    }
    let (weakest, strongest) = extremes(view);
    let revision = &view.revision;
    let before = (!view.last().is_empty()).then(|| Before {
        all: total.years.all,
        alike: total.years.alike,
        moved: view.moved(),
        revised: Revised {
            new: revision.new.len() + revision.split.len(),
            revised: revision.revised.len(),
            withdrawn: revision.withdrawn.len(),
        },
    });
    let critical = |figures: &Figures| figures.critical_failures > 0;
    let totals = view.submissions().iter().map(Submission::total);
    Picture {
        expected,
        submitted,
        missing,
        drafts,
        doubtful,
        now: total.figures,
        before: before.filter(|_| !super::years::is_hidden(view)),
        weakest,
        strongest,
        failing: items::most_failed(view).map(|sum| Failing {
            question: sum.item.question.clone(),
            rate: sum.failed(),
        }),
        critical_departments: totals.filter(critical).count(),
    }
}

/// The clauses with the lowest and the highest score; of equal ones the first.
fn extremes(view: &View<'_>) -> (Option<Named>, Option<Named>) {
    let named = |sum: &ScopeSum<'_>| {
        let tenths = sum.figures.score_tenths()?;
        let (tone, _, _) = cells::tone(view.words, &view.scale, tenths);
        let label = label(view, sum);
        Some(Named {
            label,
            tenths,
            tone,
        })
    };
    let columns = view.columns().into_iter();
    let shown = columns.filter(|sum| !(view.is_public() && sum.hidden));
    let named: Vec<Named> = shown.filter_map(named).collect();
    let lowest = named.iter().min_by_key(|one| one.tenths);
    let highest = named.iter().rev().max_by_key(|one| one.tenths);
    (lowest.cloned(), highest.cloned())
}

fn keys(view: &View<'_>, picture: &Picture) -> Vec<Key> {
    let parts = &view.words.parts;
    let key = |label: &str, value: String, beside: String| Key {
        label: label.to_owned(),
        value,
        beside,
    };
    let submitted = match picture.expected {
        Some(expected) => {
            let rate = Rate {
                numerator: picture.submitted as u64,
                denominator: expected as u64,
            };
            key(parts.submitted, cells::over(rate), cells::rate(rate))
        }
        None => key(
            parts.submitted,
            picture.submitted.to_string(),
            parts.no_roster.to_owned(),
        ),
    };
    if view.is_public() && view.total.hidden {
        let hidden = |label| key(label, cells::HIDDEN.to_owned(), String::new());
        let columns = &view.words.columns;
        return vec![
            submitted,
            hidden(columns.score),
            hidden(columns.implementation),
        ];
    }
    let now = &picture.now;
    let over = (parts.over)(view.total.group.departments);
    let rate = now.implementation();
    let mut keys = vec![
        submitted,
        key(
            view.words.columns.score,
            cells::score(now.score_tenths()),
            over,
        ),
        key(
            view.words.columns.implementation,
            cells::rate(rate),
            cells::over(rate),
        ),
    ];
    if let Some(before) = picture.before {
        let alike = cells::change(before.alike.change_tenths());
        keys.push(key(
            parts.change,
            cells::change(before.all.change_tenths()),
            (parts.alike)(&alike),
        ));
    }
    keys.push(key(
        parts.critical,
        now.critical_failures.to_string(),
        (parts.in_departments)(picture.critical_departments),
    ));
    keys
}

fn shares(view: &View<'_>) -> Block {
    let parts = &view.words.parts;
    let bar = |label: String, figures: &Figures| Share {
        label,
        parts: mark_parts(view, figures),
    };
    let year = view.year(view.source.collection.year.number());
    let mut bars = vec![bar(year, &view.total.figures)];
    let before = &view.total.years.all.before;
    if before.items > 0 && !super::years::is_hidden(view) {
        bars.push(bar(parts.year_before.to_owned(), before));
    }
    Block::Chart(Chart {
        title: parts.shares.to_owned(),
        description: parts.shares_described.to_owned(),
        kind: ChartKind::Shares(bars),
    })
}

fn mark_parts(view: &View<'_>, figures: &Figures) -> Vec<(String, u64, Fill)> {
    use crate::domain::mark::Mark;
    let name = |mark: Option<Mark>| {
        let (sign, word) = cells::mark(&view.scale, view.source.lang, mark);
        format!("{sign} {word}")
    };
    vec![
        (
            name(Some(Mark::Implemented)),
            figures.implemented,
            Fill::Full,
        ),
        (name(Some(Mark::Partial)), figures.partial, Fill::Striped),
        (
            name(Some(Mark::NotImplemented)),
            figures.not_implemented,
            Fill::Dark,
        ),
        (
            name(Some(Mark::ToBeConfirmed)),
            figures.to_be_confirmed,
            Fill::Dotted,
        ),
        (name(None), figures.unanswered, Fill::Crossed),
        (
            name(Some(Mark::NotApplicable)),
            figures.not_applicable,
            Fill::Empty,
        ),
    ]
}

/// Whether a state means that something handed in still has to be looked at.
pub(in crate::report) const fn is_doubtful(state: State) -> bool {
    state.is_fault()
        || matches!(
            state,
            State::OtherEdition | State::OtherYear | State::NotOnRoster
        )
}
