//! Items, over all departments of a municipality.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use super::{counts, ready};
use crate::collect::compared::Compared;
use crate::domain::mark::Mark;
use crate::domain::score::{Figures, Tallies};
use crate::domain::submission::{Asked, AskedItem, Submission};
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
    let submissions = &compared.collection.submissions;
    let mut at = 0;
    // Submissions of a municipality stand together.
    for here in submissions
        .chunk_by(|one, next| one.cover.municipality_code == next.cover.municipality_code)
    {
        let mut municipality = Municipality::default();
        for submission in here {
            municipality.add(submission, &compared.sources_of(at));
            at += 1;
        }
        let tallies = municipality.finish();
        for tally in &tallies {
            row(stream, tally, &tallies)?;
        }
    }
    Ok(())
}

fn row(stream: &mut CsvStream<'_>, tally: &Tally<'_>, tallies: &[Tally<'_>]) -> io::Result<()> {
    let rank = |of: fn(&Figures) -> u64| rank(tallies, tally, of);
    ready::municipality(stream.row(), tally.first);
    stream.text(&tally.item.id);
    stream.text(&tally.item.hash);
    ready::item_words(stream.row(), tally.item);
    let figures = &tally.figures;
    stream.count(figures.items);
    counts(stream, figures);
    stream.tenths(figures.applicability().percent_tenths());
    stream.tenths(figures.implementation().percent_tenths());
    stream.tenths(figures.score_tenths());
    stream.cell(rank(|figures| figures.not_implemented));
    stream.cell(rank(|figures| figures.not_applicable));
    stream.count(tally.failed_before);
    stream.count(tally.failed_again);
    stream.end_row()
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

/// What the departments of one municipality answered. An item asked in two ways within a year
/// stands twice.
#[derive(Default)]
struct Municipality<'a> {
    tallies: Vec<Tally<'a>>,
    /// The place of each item among the tallies.
    known: HashMap<(&'a str, &'a str), usize>,
    asked: Option<AskedLast<'a>>,
}

/// What the departments added last were asked, the same of all of them, and what they answered.
struct AskedLast<'a> {
    asked: &'a Arc<Asked>,
    /// For each item its place, and the answers.
    answers: Vec<(usize, Tallies)>,
}

impl<'a> Municipality<'a> {
    fn add(&mut self, submission: &'a Submission, sources: &[&Submission]) {
        let mut last = match self.asked.take() {
            Some(last) if Arc::ptr_eq(last.asked, &submission.asked) => last,
            other => {
                self.settle(other);
                self.ask(submission)
            }
        };
        let failed = |mark: Option<Mark>| mark == Some(Mark::NotImplemented);
        let items = submission.asked.items.iter().enumerate();
        for ((place, answers), (position, item)) in last.answers.iter_mut().zip(items) {
            let (Some(entry), Some(tally)) =
                (submission.entry(position), self.tallies.get_mut(*place))
            else {
                continue;
            };
            answers.add(entry);
            let before = sources.iter().any(|before| failed(before.mark(&item.id)));
            tally.failed_before += u64::from(before);
            tally.failed_again += u64::from(before && failed(entry.mark));
        }
        self.asked = Some(last);
    }

    /// Finds or makes the place of each item.
    fn ask(&mut self, submission: &'a Submission) -> AskedLast<'a> {
        let items = submission.asked.items.iter();
        let places = items.map(|item| {
            let place = self.known.entry((&item.id, &item.hash)).or_insert_with(|| {
                self.tallies.push(Tally {
                    item,
                    first: submission,
                    figures: Figures::default(),
                    failed_before: 0,
                    failed_again: 0,
                });
                self.tallies.len() - 1
            });
            (*place, Tallies::default())
        });
        AskedLast {
            answers: places.collect(),
            asked: &submission.asked,
        }
    }

    /// Adds up answers by what they were worth when they were asked for.
    fn settle(&mut self, asked: Option<AskedLast<'_>>) {
        let Some(AskedLast { asked, answers }) = asked else {
            return;
        };
        for (place, answers) in answers {
            if let Some(tally) = self.tallies.get_mut(place) {
                tally.figures.join(&answers.figures(&asked.scale));
            }
        }
    }

    /// Returns the items in the order of their ids.
    fn finish(mut self) -> Vec<Tally<'a>> {
        let asked = self.asked.take();
        self.settle(asked);
        let key = |tally: &Tally<'a>| (&*tally.item.id, &*tally.item.hash);
        self.tallies
            .sort_unstable_by(|one, other| key(one).cmp(&key(other)));
        self.tallies
    }
}
