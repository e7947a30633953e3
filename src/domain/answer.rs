//! What stands beside an item of a submission, in one byte.

use std::fmt;

use super::mark::Mark;

/// What stands beside an item, without its texts: the mark in the lowest three bits, 0 for none, and
/// what is known beside it in the others.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Answer(u8);

const MARK: u8 = 7;
const EVIDENCE: u8 = 8;
const CARRIED: u8 = 16;
const PROFILE: u8 = 32;
const REMARK: u8 = 64;
const LATE: u8 = 128;

/// Where an answer of an export came from.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum AnswerSource {
    /// Chosen, or not there at all.
    #[default]
    Answered,
    /// Taken over from the year before.
    Carried,
    /// Not asked, because of the department's profile.
    Profile,
}

/// What is known of an answer beside its mark.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Beside {
    /// Where it came from.
    pub source: AnswerSource,
    /// Whether evidence is named.
    pub evidence: bool,
    /// Whether there is a remark.
    pub remark: bool,
    /// Whether it was given after the workbook was confirmed.
    pub late: bool,
}

impl Answer {
    /// Puts a mark and what is known beside it into a byte.
    #[must_use]
    pub const fn new(mark: Option<Mark>, beside: Beside) -> Self {
        let mut bits = match mark {
            // At most 5.
            Some(mark) => 1 + mark as u8,
            None => 0,
        };
        if beside.evidence {
            bits |= EVIDENCE;
        }
        if beside.remark {
            bits |= REMARK;
        }
        if beside.late {
            bits |= LATE;
        }
        bits |= match beside.source {
            AnswerSource::Answered => 0,
            AnswerSource::Carried => CARRIED,
            AnswerSource::Profile => PROFILE,
        };
        Self(bits)
    }

    /// Returns the mark that counts; none while blank.
    #[must_use]
    pub fn mark(self) -> Option<Mark> {
        Mark::from_digit(self.0 & MARK)
    }

    /// Returns what is known beside the mark.
    #[must_use]
    pub const fn beside(self) -> Beside {
        Beside {
            source: self.source(),
            evidence: self.has_evidence(),
            remark: self.has_remark(),
            late: self.is_late(),
        }
    }

    /// Returns whether evidence is named.
    #[must_use]
    pub const fn has_evidence(self) -> bool {
        self.0 & EVIDENCE != 0
    }

    /// Returns whether there is a remark.
    #[must_use]
    pub const fn has_remark(self) -> bool {
        self.0 & REMARK != 0
    }

    /// Returns whether the remark's text is kept: of answers whose mark needs one.
    #[must_use]
    pub fn keeps_remark(self) -> bool {
        self.has_remark() && self.mark().is_some_and(Mark::needs_remark)
    }

    /// Returns whether it was given after the workbook was confirmed.
    #[must_use]
    pub const fn is_late(self) -> bool {
        self.0 & LATE != 0
    }

    /// Returns where it came from.
    #[must_use]
    pub const fn source(self) -> AnswerSource {
        if self.0 & CARRIED != 0 {
            AnswerSource::Carried
        } else if self.0 & PROFILE != 0 {
            AnswerSource::Profile
        } else {
            AnswerSource::Answered
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} {:?}", self.mark(), self.beside())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_holds_an_answer() {
        assert_eq!(size_of::<Answer>(), 1);
        let marks = Mark::ALL.into_iter().map(Some).chain([None]);
        let sources = [
            AnswerSource::Answered,
            AnswerSource::Carried,
            AnswerSource::Profile,
        ];
        let beside = |source, bits: u8| Beside {
            source,
            evidence: bits & 1 != 0,
            remark: bits & 2 != 0,
            late: bits & 4 != 0,
        };
        for mark in marks {
            for (source, bits) in sources
                .iter()
                .flat_map(|one| (0..8).map(move |bits| (one, bits)))
            {
                let beside = beside(*source, bits);
                let answer = Answer::new(mark, beside);
                assert_eq!((answer.mark(), answer.beside()), (mark, beside));
            }
        }
        assert_eq!(Answer::default().mark(), None);
    }
}
