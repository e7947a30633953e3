//! The collection as the division's screens show it: a line for each department, a column for each
//! article and clause, a row for each item, and the years one after the other. Computed once, so
//! that drawing only looks things up.

use std::ops::Range;

use super::collection::{Collection, Entry};
use super::compared::Compared;
use crate::domain::comparison::{ChangeKind, Comparison, TwoYears, compare, items as changes};
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::heat::HeatCell;
use crate::domain::ledger::State;
use crate::domain::lineage::sources;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;
use crate::domain::scope::{ScopeKind, TOTAL};
use crate::domain::score::Figures;
use crate::domain::submission::{AskedItem, Submission};
pub(super) use parts::groups;
use parts::{columns, items, lines, municipalities, years};

/// A scope with a column of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its id: `A6` or `C6-3a`.
    pub id: String,
    /// Article or clause.
    pub kind: ScopeKind,
    /// Its citation as printed.
    pub citation: String,
    /// Its heading.
    pub heading: String,
}

/// A department, whatever it handed in.
#[derive(Clone, Debug)]
pub struct Line {
    /// The line of the ledger that stands for it.
    pub entry: usize,
    /// Its other lines of the ledger.
    pub others: Vec<usize>,
    /// Its submission that counts.
    pub submission: Option<usize>,
    /// The submissions of the year before that it continues.
    pub before: Vec<Submission>,
    /// The figures of everything.
    pub figures: Figures,
    /// Last year beside this one.
    pub comparison: Option<Comparison>,
    /// The figures of each column.
    pub columns: Vec<Figures>,
}

impl Line {
    /// Returns how many answers are △, × or ？.
    #[must_use]
    pub const fn open_points(&self) -> u64 {
        self.figures.partial + self.figures.not_implemented + self.figures.to_be_confirmed
    }

    /// Returns by how much the score changed: over all items, and over those asked alike.
    #[must_use]
    pub fn change(&self) -> (Option<i64>, Option<i64>) {
        let comparison = self.comparison.as_ref();
        let by = |years: &TwoYears| years.change_tenths();
        (
            comparison.and_then(|one| by(&one.all)),
            comparison.and_then(|one| by(&one.alike)),
        )
    }
}

/// An item across departments.
#[derive(Clone, Debug)]
pub struct ItemLine {
    /// What was asked, as the first submission that has it asks it.
    pub item: AskedItem,
    /// How many gave each mark, in the order of [`Mark::ALL`].
    pub marks: [usize; 5],
    /// Its figures over all departments.
    pub figures: Figures,
}

impl ItemLine {
    /// Returns how many gave a mark.
    #[must_use]
    pub const fn count(&self, mark: Mark) -> usize {
        self.marks[mark.index()]
    }
}

/// Everybody's figures of one year.
#[derive(Clone, Debug)]
pub struct YearLine {
    /// The year.
    pub year: FiscalYear,
    /// How many departments count.
    pub departments: usize,
    /// The figures of everything.
    pub figures: Figures,
    /// The figures of each column.
    pub columns: Vec<Figures>,
}

/// The collection as it is shown.
#[derive(Clone, Debug)]
pub struct Board {
    /// What was collected.
    pub collection: Collection,
    /// The articles and clauses.
    pub columns: Vec<Column>,
    /// The departments.
    pub lines: Vec<Line>,
    /// The items, those failed most first.
    pub items: Vec<ItemLine>,
    /// The years, this one last.
    pub years: Vec<YearLine>,
    /// Everybody's figures beside the year before.
    pub comparison: Comparison,
    /// The same of each column.
    pub column_comparisons: Vec<Comparison>,
}

impl Board {
    /// Computes everything shown.
    #[must_use]
    pub fn of(collection: Collection) -> Self {
        let columns = columns(&collection.submissions);
        let compared = Compared::of(&collection);
        let lines: Vec<Line> = lines(&compared, &columns);
        let together = |scope: &str| {
            let mut sum = Comparison::default();
            for municipality in municipalities(&collection) {
                let one = compared.total(municipality, scope);
                sum.all.add(&one.all);
                sum.alike.add(&one.alike);
            }
            sum
        };
        let comparison = together(TOTAL);
        let column_comparisons = columns.iter().map(|one| together(&one.id)).collect();
        Self {
            items: items(&collection.submissions),
            years: years(&collection, &columns),
            columns,
            lines,
            comparison,
            column_comparisons,
            collection,
        }
    }

    /// Returns the line of the ledger that stands for a department.
    #[must_use]
    pub fn entry(&self, line: &Line) -> Option<&Entry> {
        self.collection.ledger.get(line.entry)
    }

    /// Returns a department's submission that counts.
    #[must_use]
    pub fn submission(&self, line: &Line) -> Option<&Submission> {
        self.collection.submissions.get(line.submission?)
    }

    /// Returns what a cell of the heat map says.
    #[must_use]
    pub fn cell(&self, line: &Line, column: usize) -> HeatCell {
        match (self.submission(line), line.columns.get(column)) {
            (Some(submission), Some(figures)) => HeatCell::of(figures, &submission.asked.scale),
            _ => HeatCell::NothingHandedIn,
        }
    }

    /// Returns what marks are worth; none where nothing counts.
    #[must_use]
    pub fn scale(&self) -> Option<&Scale> {
        let first = self.collection.submissions.first();
        first.map(|submission| &submission.asked.scale)
    }

    /// Returns a department beside what it continues, over a column; none where it continues
    /// nothing.
    #[must_use]
    pub fn compare(&self, line: &Line, column: &Column) -> Option<Comparison> {
        let before: Vec<&Submission> = line.before.iter().collect();
        compare(self.submission(line)?, &before, &column.id)
    }

    /// Returns what became of each of a department's items since the year before, in the order of
    /// its items; none where it continues nothing. Of several it continues, the first that had the
    /// item counts.
    #[must_use]
    pub fn changes(&self, line: &Line) -> Vec<Option<(ChangeKind, Option<Mark>)>> {
        let Some(now) = self.submission(line) else {
            return Vec::new();
        };
        let mut found = vec![None; now.asked.items.len()];
        for before in &line.before {
            for change in changes(now, before) {
                let Some(place) = change.now.and_then(|at| found.get_mut(at)) else {
                    continue;
                };
                if matches!(place, None | Some((ChangeKind::New, _))) {
                    *place = Some((change.kind, change.previous));
                }
            }
        }
        found
    }

    /// Returns what a department's figures were, year after year, through those it continues; this
    /// year last.
    #[must_use]
    pub fn trend(&self, line: &Line) -> Vec<(FiscalYear, Figures)> {
        let Some(now) = self.submission(line) else {
            return Vec::new();
        };
        let collection = &self.collection;
        let roster = collection
            .roster
            .as_ref()
            .zip(collection.municipality.as_deref());
        let mut trend = vec![(now.year, now.total())];
        let mut current: Vec<Submission> = vec![now.clone()];
        while let Some(year) = current.first().and_then(|one| one.year.previous()) {
            let of_year = of_year(&collection.past, year);
            let past = collection.past.get(of_year).unwrap_or_default();
            let mut found: Vec<usize> = sources(&current, past, roster).concat();
            found.sort_unstable();
            found.dedup();
            if found.is_empty() {
                break;
            }
            current = found.iter().map(|&at| past[at].clone()).collect();
            let mut figures = Figures::default();
            for one in &current {
                figures.join(&one.total());
            }
            trend.insert(0, (year, figures));
        }
        trend
    }

    /// Returns how many departments are in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        let of = |line: &&Line| self.entry(line).is_some_and(|entry| entry.state == state);
        self.lines.iter().filter(of).count()
    }
}

/// The positions of the submissions of a year; they stand in rising order.
fn of_year(past: &[Submission], year: FiscalYear) -> Range<usize> {
    let begin = past.partition_point(|submission| submission.year < year);
    let end = past.partition_point(|submission| submission.year <= year);
    begin..end
}

#[path = "board_parts.rs"]
mod parts;

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
