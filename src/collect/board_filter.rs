//! Which departments are shown: by what became of what they handed in, by agency, and by what their
//! answers say.

use super::board::{Board, Line};
use crate::domain::ledger::State;

/// What became of what a department handed in.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Submitted {
    /// Whatever it is.
    #[default]
    Any,
    /// The answers count.
    Counts,
    /// The department has to do something first.
    AsksDepartment,
    /// This state.
    Is(State),
}

/// What the answers say.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Answers {
    /// Whatever they are.
    #[default]
    Any,
    /// △, × or ？ are among them.
    OpenPoints,
    /// × is among them.
    NotImplemented,
    /// × stands on a critical item.
    CriticalFailure,
    /// ？ is among them.
    ToBeConfirmed,
    /// The score is lower than the year before.
    Worse,
    /// The score is higher than the year before.
    Better,
}

impl Answers {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Any,
        Self::OpenPoints,
        Self::NotImplemented,
        Self::CriticalFailure,
        Self::ToBeConfirmed,
        Self::Worse,
        Self::Better,
    ];

    fn hold(self, line: &Line) -> bool {
        let figures = &line.figures;
        let change = line.change().0.unwrap_or(0);
        match self {
            Self::Any => true,
            Self::OpenPoints => line.open_points() > 0,
            Self::NotImplemented => figures.not_implemented > 0,
            Self::CriticalFailure => figures.critical_failures > 0,
            Self::ToBeConfirmed => figures.to_be_confirmed > 0,
            Self::Worse => change < 0,
            Self::Better => change > 0,
        }
    }
}

/// Which departments are shown.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct BoardFilter {
    /// By what they handed in.
    pub submitted: Submitted,
    /// By their agency.
    pub agency: Option<String>,
    /// By their answers.
    pub answers: Answers,
}

impl BoardFilter {
    /// Returns whether everybody is shown.
    #[must_use]
    pub fn is_off(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the positions of the departments shown.
    #[must_use]
    pub fn lines(&self, board: &Board) -> Vec<usize> {
        let shown = |line: &Line| {
            let Some(entry) = board.entry(line) else {
                return false;
            };
            let submitted = match self.submitted {
                Submitted::Any => true,
                Submitted::Counts => entry.state.counts(),
                Submitted::AsksDepartment => entry.state.asks_department(),
                Submitted::Is(state) => entry.state == state,
            };
            let agency = self.agency.as_ref();
            submitted
                && agency.is_none_or(|agency| *entry.cover().agency == **agency)
                && self.answers.hold(line)
        };
        let lines = board.lines.iter().enumerate();
        lines
            .filter_map(|(at, line)| shown(line).then_some(at))
            .collect()
    }
}

/// Returns what can be chosen of states: everything, two kinds, and each state there is.
#[must_use]
pub fn states(board: &Board) -> Vec<Submitted> {
    let there = State::ALL
        .into_iter()
        .filter(|&state| board.count(state) > 0);
    let mut states = vec![Submitted::Any, Submitted::Counts, Submitted::AsksDepartment];
    states.extend(there.map(Submitted::Is));
    states
}

/// Returns the agencies there are, in the order they are first named.
#[must_use]
pub fn agencies(board: &Board) -> Vec<String> {
    let mut agencies: Vec<String> = Vec::new();
    for entry in &board.collection.ledger {
        if !entry.cover().agency.is_empty()
            && !agencies
                .iter()
                .any(|known| **known == *entry.cover().agency)
        {
            agencies.push(entry.cover().agency.to_string());
        }
    }
    agencies
}
