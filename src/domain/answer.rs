//! What stands beside an item of a submission, in two bytes.

use super::mark::Mark;

/// What stands beside an item, without its texts.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Answer {
    /// The mark that counts; none while blank.
    pub mark: Option<Mark>,
    flags: u8,
}

const EVIDENCE: u8 = 1;
const CARRIED: u8 = 2;
const PROFILE: u8 = 4;
const REMARK: u8 = 8;
const LATE: u8 = 16;

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
    /// Puts a mark and what is known beside it into two bytes.
    #[must_use]
    pub const fn new(mark: Option<Mark>, beside: Beside) -> Self {
        let mut flags = 0;
        if beside.evidence {
            flags |= EVIDENCE;
        }
        if beside.remark {
            flags |= REMARK;
        }
        if beside.late {
            flags |= LATE;
        }
        flags |= match beside.source {
            AnswerSource::Answered => 0,
            AnswerSource::Carried => CARRIED,
            AnswerSource::Profile => PROFILE,
        };
        Self { mark, flags }
    }

    /// Returns whether evidence is named.
    #[must_use]
    pub const fn has_evidence(self) -> bool {
        self.flags & EVIDENCE != 0
    }

    /// Returns whether there is a remark.
    #[must_use]
    pub const fn has_remark(self) -> bool {
        self.flags & REMARK != 0
    }

    /// Returns whether it was given after the workbook was confirmed.
    #[must_use]
    pub const fn is_late(self) -> bool {
        self.flags & LATE != 0
    }

    /// Returns where it came from.
    #[must_use]
    pub const fn source(self) -> AnswerSource {
        if self.flags & CARRIED != 0 {
            AnswerSource::Carried
        } else if self.flags & PROFILE != 0 {
            AnswerSource::Profile
        } else {
            AnswerSource::Answered
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bytes_hold_an_answer() {
        assert_eq!(size_of::<Answer>(), 2);
        for source in [
            AnswerSource::Answered,
            AnswerSource::Carried,
            AnswerSource::Profile,
        ] {
            for bits in 0..8_u8 {
                let [evidence, remark, late] = [1, 2, 4].map(|bit| bits & bit != 0);
                let beside = Beside {
                    source,
                    evidence,
                    remark,
                    late,
                };
                let answer = Answer::new(Some(Mark::Partial), beside);
                let back = Beside {
                    source: answer.source(),
                    evidence: answer.has_evidence(),
                    remark: answer.has_remark(),
                    late: answer.is_late(),
                };
                assert_eq!(back, beside);
            }
        }
    }
}
