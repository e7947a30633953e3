//! Items, over all departments of a municipality.

use std::collections::BTreeMap;
use std::io;

use super::{counts, item_words, municipality};
use crate::collect::compared::Compared;
use crate::domain::mark::Mark;
use crate::domain::score::Figures;
use crate::domain::submission::{AskedItem, Submission};
use crate::format::csv_stream::CsvStream;

/// An item with what all departments answered.
struct Tally<'a> {
    item: &'a AskedItem,
    first: &'a Submission,
    figures: Figures,
    failed_before: u64,
    failed_again: u64,
}

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    for tallies in tallies(compared) {
        for tally in &tallies {
            let rank = |of: fn(&Figures) -> u64| rank(&tallies, tally, of);
            municipality(stream, tally.first)?;
            stream.text(&tally.item.id)?;
            stream.text(&tally.item.hash)?;
            item_words(stream, tally.item)?;
            let figures = &tally.figures;
            stream.count(figures.items)?;
            counts(stream, figures)?;
            stream.tenths(figures.applicability().percent_tenths())?;
            stream.tenths(figures.implementation().percent_tenths())?;
            stream.tenths(figures.score_tenths())?;
            stream.cell(rank(|figures| figures.not_implemented))?;
            stream.cell(rank(|figures| figures.not_applicable))?;
            stream.count(tally.failed_before)?;
            stream.count(tally.failed_again)?;
            stream.end_row()?;
        }
    }
    Ok(())
}

/// The place among all items by a count, the same for the same count; empty for none at all.
fn rank(tallies: &[Tally<'_>], tally: &Tally<'_>, of: fn(&Figures) -> u64) -> String {
    let own = of(&tally.figures);
    if own == 0 {
        return String::new();
    }
    let before = tallies.iter().filter(|other| of(&other.figures) > own);
    (before.count() + 1).to_string()
}

/// The items of each municipality, in the order of their ids; an item asked in two ways within a
/// year stands twice.
fn tallies<'a>(compared: &'a Compared<'_>) -> Vec<Vec<Tally<'a>>> {
    let mut found: Vec<BTreeMap<(&str, &str), Tally<'a>>> = Vec::new();
    let mut municipality = "";
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        if *submission.municipality_code != *municipality || found.is_empty() {
            municipality = &submission.municipality_code;
            found.push(BTreeMap::new());
        }
        let Some(tallies) = found.last_mut() else {
            continue;
        };
        let sources = compared.sources_of(at);
        for (position, item) in submission.asked.items.iter().enumerate() {
            let tally = tallies.entry((&item.id, &item.hash)).or_insert(Tally {
                item,
                first: submission,
                figures: Figures::default(),
                failed_before: 0,
                failed_again: 0,
            });
            tally.figures.join(&submission.figures_of(&[position]));
            let failed = |mark: Option<Mark>| mark == Some(Mark::NotImplemented);
            let before = sources.iter().any(|before| failed(before.mark(&item.id)));
            let now = submission.answers.get(position);
            let now = failed(now.and_then(|answer| answer.mark));
            tally.failed_before += u64::from(before);
            tally.failed_again += u64::from(before && now);
        }
    }
    found
        .into_iter()
        .map(|tallies| tallies.into_values().collect())
        .collect()
}
