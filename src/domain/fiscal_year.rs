//! The Japanese fiscal year: April to March, named by the calendar year it begins in.

use chrono::{Datelike, NaiveDate};

/// A fiscal year, 1989–2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FiscalYear(i32);

/// An era name with the year within it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EraYear {
    /// Heisei, fiscal years 1989–2018.
    Heisei(i32),
    /// Reiwa, fiscal years from 2019 on; 1 is written as the first year.
    Reiwa(i32),
}

impl FiscalYear {
    /// Returns the fiscal year beginning in April of `year`, if it is within 1989–2199.
    #[must_use]
    pub fn new(year: i32) -> Option<Self> {
        (1989..=2199).contains(&year).then_some(Self(year))
    }

    /// Returns the fiscal year a date falls in, if it is within the supported range.
    #[must_use]
    pub fn of(date: NaiveDate) -> Option<Self> {
        Self::new(if date.month() >= 4 {
            date.year()
        } else {
            date.year() - 1
        })
    }

    /// Returns the calendar year the fiscal year begins in.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Returns the year before.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }

    /// Returns the era year the fiscal year is named by (2019 is the first of Reiwa).
    #[must_use]
    pub const fn era(self) -> EraYear {
        if self.0 >= 2019 {
            EraYear::Reiwa(self.0 - 2018)
        } else {
            EraYear::Heisei(self.0 - 1988)
        }
    }

    /// Returns the date of a month and day within this fiscal year, if it exists.
    #[must_use]
    pub fn date(self, month: u32, day: u32) -> Option<NaiveDate> {
        let year = if month >= 4 { self.0 } else { self.0 + 1 };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year_of(y: i32, m: u32, d: u32) -> i32 {
        FiscalYear::of(NaiveDate::from_ymd_opt(y, m, d).unwrap())
            .unwrap()
            .number()
    }

    #[test]
    fn a_year_runs_from_april_to_march() {
        assert_eq!(year_of(2026, 4, 1), 2026);
        assert_eq!(year_of(2027, 3, 31), 2026);
        assert_eq!(year_of(2027, 4, 1), 2027);
        assert_eq!(year_of(2026, 1, 1), 2025);
    }

    #[test]
    fn the_era_changes_with_fiscal_2019() {
        assert_eq!(FiscalYear(2018).era(), EraYear::Heisei(30));
        assert_eq!(FiscalYear(2019).era(), EraYear::Reiwa(1));
        assert_eq!(FiscalYear(2026).era(), EraYear::Reiwa(8));
    }

    #[test]
    fn a_deadline_in_spring_falls_in_the_next_calendar_year() {
        let year = FiscalYear(2026);
        assert_eq!(year.date(12, 28), NaiveDate::from_ymd_opt(2026, 12, 28));
        assert_eq!(year.date(2, 1), NaiveDate::from_ymd_opt(2027, 2, 1));
        assert_eq!(year.date(2, 30), None);
        assert_eq!(FiscalYear::new(1988), None);
    }
}
