//! Which departments an audit might look at: what is known of each, its weight, and the draw.

use std::collections::BTreeMap;
use std::io;

use super::audits::{Audits, auditable};
use super::compared::{Compared, has_before};
use super::tables::outliers;
use crate::domain::audit::{Outcome, Tally, beside};
use crate::domain::governance::{OutOfLine, What};
use crate::domain::ledger::{State, code_key};
use crate::domain::lineage::line_of;
use crate::domain::sampling::{Facts, Weighed, draw};
use crate::domain::scope::TOTAL;
use crate::domain::score::Rate;
use crate::format::csv_stream::CsvStream;
use crate::text::columns::Header;
use crate::text::columns::audit::SAMPLE;
use crate::text::columns::collection::STATE;
use crate::text::{Lang, sampling as words};

/// A department that may be drawn.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The six digits of the municipality.
    pub municipality_code: String,
    /// The municipality.
    pub municipality: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its executive agency.
    pub agency: String,
    /// What became of what it handed in.
    pub state: State,
    /// What is known of it.
    pub facts: Facts,
    /// Its weight and why.
    pub weighed: Weighed,
}

/// A draw.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The fiscal year.
    pub year: i32,
    /// Everyone who could be drawn, by code.
    pub candidates: Vec<Candidate>,
    /// Positions of those drawn, in the order of the draw.
    pub drawn: Vec<usize>,
    /// What the draw began with.
    pub seed: u64,
}

impl Sample {
    /// Weighs everyone and draws. Findings of audits of this year say nothing: else the draw could
    /// not be repeated once there are some.
    #[must_use]
    pub fn of(compared: &Compared<'_>, audits: &Audits, size: usize, seed: u64) -> Self {
        let candidates = candidates(compared, audits);
        let weights: Vec<u32> = candidates.iter().map(|one| one.weighed.weight()).collect();
        Self {
            year: compared.collection.year.number(),
            drawn: draw(&weights, size, seed),
            candidates,
            seed,
        }
    }

    /// Returns those drawn, in the order of the draw.
    pub fn chosen(&self) -> impl Iterator<Item = &Candidate> {
        self.drawn.iter().filter_map(|&at| self.candidates.get(at))
    }

    /// Writes everyone with weights and reasons: those drawn first.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn write(&self, header: Header) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut stream = CsvStream::new(&mut bytes, &SAMPLE, header)?;
        let others = (0..self.candidates.len()).filter(|at| !self.drawn.contains(at));
        let drawn = self.drawn.iter().copied().enumerate();
        let rows = drawn
            .map(|(order, at)| (Some(order + 1), at))
            .chain(others.map(|at| (None, at)));
        for (order, at) in rows {
            if let Some(candidate) = self.candidates.get(at) {
                self.row(&mut stream, order, candidate)?;
            }
        }
        stream.finish()?;
        Ok(bytes)
    }

    fn row(
        &self,
        stream: &mut CsvStream<'_>,
        order: Option<usize>,
        candidate: &Candidate,
    ) -> io::Result<()> {
        let lang = match stream.header() {
            Header::Ja => Lang::Ja,
            Header::En => Lang::En,
        };
        stream.text(&candidate.municipality_code);
        stream.text(&candidate.municipality);
        stream.cell(self.year.to_string());
        stream.yes_no(order.is_some());
        stream.cell(order.map_or_else(String::new, |order| order.to_string()));
        stream.text(&candidate.code);
        stream.text(&candidate.name);
        stream.text(&candidate.agency);
        stream.word(STATE, candidate.state.code());
        stream.tenths(candidate.facts.score_tenths);
        stream.count(candidate.weighed.weight());
        stream.text(&words::reasons(lang, &candidate.weighed));
        stream.cell(self.seed.to_string());
        stream.end_row()
    }
}

/// A department by municipality and code, however they are spelt.
type Whose = [String; 2];

fn whose(municipality: &str, department: &str) -> Whose {
    [municipality, department].map(code_key)
}

/// Everyone who could be drawn, in an order that does not depend on what else was handed in.
fn candidates(compared: &Compared<'_>, audits: &Audits) -> Vec<Candidate> {
    let collection = compared.collection;
    let mut faults: BTreeMap<Whose, u32> = BTreeMap::new();
    for entry in collection
        .ledger
        .iter()
        .filter(|entry| entry.state.is_fault())
    {
        let key = whose(&entry.cover().municipality_code, &entry.department_code);
        *faults.entry(key).or_default() += 1;
    }
    let many: BTreeMap<usize, OutOfLine> = outliers::findings(compared)
        .filter_map(|finding| match finding.what {
            What::ManyNotApplicable(out) => Some((finding.submission, out)),
            _ => None,
        })
        .collect();
    let positions: BTreeMap<Whose, usize> = collection
        .submissions
        .iter()
        .enumerate()
        .map(|(at, one)| {
            (
                whose(&one.cover.municipality_code, &one.department_code),
                at,
            )
        })
        .collect();
    let mut found: BTreeMap<Whose, Candidate> = BTreeMap::new();
    for entry in &collection.ledger {
        // What is no department of the roster and does not count is nobody to visit.
        if !entry.state.counts() && entry.listed.is_none() {
            continue;
        }
        let key = whose(&entry.cover().municipality_code, &entry.department_code);
        if !entry.state.counts() && (positions.contains_key(&key) || found.contains_key(&key)) {
            continue;
        }
        let at = positions
            .get(&key)
            .copied()
            .filter(|_| entry.state.counts());
        let submission = at.and_then(|at| collection.submissions.get(at));
        let change = at
            .and_then(|at| compared.of_scope(at, TOTAL))
            .filter(|years| has_before(&years.alike))
            .and_then(|years| years.alike.change_tenths());
        let facts = Facts {
            submitted: submission.is_some(),
            score_tenths: submission.and_then(|one| one.total().score_tenths()),
            change_tenths: change,
            not_applicable: at.and_then(|at| many.get(&at)).copied(),
            over_estimated: earlier(compared, audits, &key),
            faults: faults.get(&key).copied().unwrap_or(0),
        };
        let candidate = Candidate {
            municipality_code: entry.cover().municipality_code.to_string(),
            municipality: entry.cover().municipality.to_string(),
            code: entry.department_code.to_string(),
            name: entry.cover().department.to_string(),
            agency: entry.cover().agency.to_string(),
            state: entry.state,
            weighed: Weighed::of(&facts),
            facts,
        };
        found.insert(key, candidate);
    }
    found.into_values().collect()
}

/// How much earlier audits found over-estimated of a department and of all it came from; none
/// where they never looked.
fn earlier(compared: &Compared<'_>, audits: &Audits, [municipality, code]: &Whose) -> Option<Rate> {
    let collection = compared.collection;
    let home = collection.municipality.as_deref().map(code_key);
    if home.as_ref() != Some(municipality) {
        return None;
    }
    let line = line_of(collection.roster.as_ref(), code);
    let past: Vec<_> = audits
        .audited
        .iter()
        .filter(|one| one.year < collection.year && line.contains(&code_key(&one.department_code)))
        .cloned()
        .collect();
    if past.is_empty() {
        return None;
    }
    let found = beside(&past, auditable(collection).into_iter());
    Some(Tally::of(&found).rate(Outcome::Over))
}
