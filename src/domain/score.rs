//! The figures: one function computes them for the screen, the CSV files and every report.
//!
//! Rates and scores are exact fractions; only displaying them rounds, half up, to one decimal.

use super::mark::Mark;
use super::scale::Scale;

/// What one item contributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The item's weight, 1–3.
    pub weight: u8,
    /// Whether a × on it caps the grade.
    pub critical: bool,
    /// The mark that counts; none while blank.
    pub mark: Option<Mark>,
}

/// A fraction `numerator / denominator` of counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rate {
    /// The part.
    pub numerator: u64,
    /// The whole.
    pub denominator: u64,
}

impl Rate {
    /// Returns the percentage in tenths, rounded half up; none over an empty whole.
    #[must_use]
    pub fn percent_tenths(self) -> Option<u32> {
        tenths(self.numerator * 100, self.denominator)
    }
}

/// The figures of one scope.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Figures {
    /// All items (n).
    pub items: u64,
    /// Items marked or set aside as not applicable (a).
    pub not_applicable: u64,
    /// Blank items (u).
    pub unanswered: u64,
    /// Items to be confirmed (q).
    pub to_be_confirmed: u64,
    /// Items implemented (y).
    pub implemented: u64,
    /// Items partly implemented (p).
    pub partial: u64,
    /// Items not implemented (x).
    pub not_implemented: u64,
    /// Critical items not implemented.
    pub critical_failures: u64,
    /// Σ w·v in hundredths over y, p, x, q.
    earned: u64,
    /// Σ w over y, p, x, q.
    weighed: u64,
    /// Σ w over blank items and those to be confirmed.
    open: u64,
    /// Σ w·v in hundredths over items to be confirmed, as they count in the score.
    provisional: u64,
    /// Σ w over blank items.
    blank: u64,
}

impl Figures {
    /// Computes the figures of a set of items.
    #[must_use]
    pub fn of(entries: impl IntoIterator<Item = Entry>, scale: &Scale) -> Self {
        let mut tallies = Tallies::default();
        for entry in entries {
            tallies.add(entry);
        }
        tallies.figures(scale)
    }

    /// Adds the figures of another set of items, as if both were one.
    pub const fn join(&mut self, other: &Self) {
        self.items += other.items;
        self.not_applicable += other.not_applicable;
        self.unanswered += other.unanswered;
        self.to_be_confirmed += other.to_be_confirmed;
        self.implemented += other.implemented;
        self.partial += other.partial;
        self.not_implemented += other.not_implemented;
        self.critical_failures += other.critical_failures;
        self.earned += other.earned;
        self.weighed += other.weighed;
        self.open += other.open;
        self.provisional += other.provisional;
        self.blank += other.blank;
    }

    /// Returns the items that apply: all but those not applicable.
    #[must_use]
    pub const fn applicable(&self) -> u64 {
        self.items - self.not_applicable
    }

    /// Returns the items answered in any way, set aside included.
    #[must_use]
    pub const fn answered(&self) -> u64 {
        self.items - self.unanswered
    }

    /// Returns (n − u) / n.
    #[must_use]
    pub const fn response(&self) -> Rate {
        Rate {
            numerator: self.answered(),
            denominator: self.items,
        }
    }

    /// Returns (n − a) / n.
    #[must_use]
    pub const fn applicability(&self) -> Rate {
        Rate {
            numerator: self.applicable(),
            denominator: self.items,
        }
    }

    /// Returns y / (y + p + x + q).
    #[must_use]
    pub const fn implementation(&self) -> Rate {
        Rate {
            numerator: self.implemented,
            denominator: self.implemented
                + self.partial
                + self.not_implemented
                + self.to_be_confirmed,
        }
    }

    /// Returns the score in tenths of a point, 0–1000: 100 · Σ w·v / Σ w over y, p, x, q.
    #[must_use]
    pub fn score_tenths(&self) -> Option<u32> {
        tenths(self.earned, self.weighed)
    }

    /// Returns the score if every open item turned out not implemented, in tenths of a point.
    #[must_use]
    pub fn score_min_tenths(&self) -> Option<u32> {
        tenths(self.earned - self.provisional, self.weighed + self.blank)
    }

    /// Returns the score if every open item turned out implemented, in tenths of a point.
    #[must_use]
    pub fn score_max_tenths(&self) -> Option<u32> {
        tenths(
            self.earned - self.provisional + 100 * self.open,
            self.weighed + self.blank,
        )
    }

    /// Returns the grade: only once nothing is blank, on the score as displayed, capped by a
    /// critical failure.
    #[must_use]
    pub fn grade<'a>(&self, scale: &'a Scale) -> Option<&'a str> {
        if self.unanswered > 0 {
            return None;
        }
        let failures = usize::try_from(self.critical_failures).unwrap_or(usize::MAX);
        scale.grade(self.score_tenths()?, failures)
    }
}

/// Items counted by what they contribute, before marks are worth anything.
#[derive(Clone, Copy, Default, Debug)]
pub struct Tallies([Tally; KINDS]);

/// Items alike but for their weight.
#[derive(Clone, Copy, Default, Debug)]
struct Tally {
    items: u32,
    weight: u32,
}

/// Each mark and the blank, not critical and critical.
const KINDS: usize = 2 * (Mark::ALL.len() + 1);

const fn kind_of(mark: Option<Mark>, critical: bool) -> usize {
    let mark = match mark {
        Some(mark) => mark.index(),
        None => Mark::ALL.len(),
    };
    2 * mark + critical as usize
}

impl Tallies {
    /// Counts an item.
    pub fn add(&mut self, entry: Entry) {
        if let Some(tally) = self.0.get_mut(kind_of(entry.mark, entry.critical)) {
            tally.items += 1;
            tally.weight += u32::from(entry.weight);
        }
    }

    /// Returns the figures of what was counted.
    #[must_use]
    pub fn figures(&self, scale: &Scale) -> Figures {
        let of = |mark: Option<Mark>| {
            let [ordinary, critical] =
                [false, true].map(|critical| self.0[kind_of(mark, critical)]);
            let items = u64::from(ordinary.items) + u64::from(critical.items);
            (
                items,
                u64::from(ordinary.weight) + u64::from(critical.weight),
            )
        };
        let [
            (implemented, implemented_weight),
            (partial, partial_weight),
            (not_implemented, not_implemented_weight),
            (not_applicable, _),
            (to_be_confirmed, to_be_confirmed_weight),
        ] = Mark::ALL.map(|mark| of(Some(mark)));
        let (unanswered, blank) = of(None);
        let worth = |mark, weight: u64| weight * u64::from(scale.value(mark).unwrap_or(0));
        let provisional = worth(Mark::ToBeConfirmed, to_be_confirmed_weight);
        let critical_failures = self.0[kind_of(Some(Mark::NotImplemented), true)].items;
        Figures {
            items: implemented
                + partial
                + not_implemented
                + not_applicable
                + to_be_confirmed
                + unanswered,
            not_applicable,
            unanswered,
            to_be_confirmed,
            implemented,
            partial,
            not_implemented,
            critical_failures: u64::from(critical_failures),
            earned: worth(Mark::Implemented, implemented_weight)
                + worth(Mark::Partial, partial_weight)
                + worth(Mark::NotImplemented, not_implemented_weight)
                + provisional,
            weighed: implemented_weight
                + partial_weight
                + not_implemented_weight
                + to_be_confirmed_weight,
            open: blank + to_be_confirmed_weight,
            provisional,
            blank,
        }
    }
}

/// Returns `numerator / denominator` in tenths, rounded half up.
fn tenths(numerator: u64, denominator: u64) -> Option<u32> {
    if denominator == 0 {
        return None;
    }
    let doubled = (20 * numerator + denominator) / (2 * denominator);
    u32::try_from(doubled).ok()
}

/// Writes tenths as a number with one decimal.
#[must_use]
pub fn one_decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
