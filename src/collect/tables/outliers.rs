//! What deserves a look, each with the figures that led to it.

use std::io;

use super::{mark, place, ready};
use crate::collect::compared::Compared;
use crate::domain::governance::{About, Finding, Material, What, examine};
use crate::domain::score::one_decimal;
use crate::domain::submission::Submission;
use crate::format::csv_stream::CsvStream;
use crate::text::columns::Header;
use crate::text::columns::collection::OUTLIER;
use crate::text::{Lang, governance as words};

/// Finds what deserves a look in a collection.
pub fn findings<'a>(compared: &'a Compared<'_>) -> impl Iterator<Item = Finding> + 'a {
    examine(Material {
        submissions: &compared.collection.submissions,
        superseded: &compared.collection.superseded,
        before: compared.last,
        sources: &compared.sources,
    })
}

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    for finding in findings(compared) {
        if let Some(submission) = compared.collection.submissions.get(finding.submission) {
            row(stream, submission, &finding)?;
        }
    }
    Ok(())
}

fn row(stream: &mut CsvStream<'_>, submission: &Submission, finding: &Finding) -> io::Result<()> {
    let (position, is_one_department) = match finding.about {
        About::Department => (None, true),
        About::Answer(position) => (Some(position), true),
        About::Item(position) => (Some(position), false),
    };
    if is_one_department {
        ready::department(stream.row(), submission);
    } else {
        ready::municipality(stream.row(), submission);
        blanks(stream, 3);
    }
    stream.word(OUTLIER, finding.what.code());
    match position.and_then(|at| submission.asked.items.get(at)) {
        Some(item) => {
            for cell in [&item.id, &item.clause, &item.citation, &item.question] {
                stream.text(cell);
            }
        }
        None => blanks(stream, 4),
    }
    let answer = position.filter(|_| is_one_department);
    let given = answer.and_then(|at| submission.answers.get(at));
    mark(stream, given.and_then(|answer| answer.mark()));
    let compared_mark = match finding.what {
        What::ImprovedWithoutEvidence { before, .. } => Some(before),
        What::ChangedBetween { before, .. } => before,
        _ => None,
    };
    mark(stream, compared_mark);
    for figure in figures(&finding.what) {
        stream.cell(figure);
    }
    let lang = match stream.header() {
        Header::Ja => Lang::Ja,
        Header::En => Lang::En,
    };
    let scale = &submission.asked.scale;
    stream.text(&words::explanation(lang, scale, &finding.what));
    match answer {
        Some(at) => {
            stream.text(submission.remark(at));
            place(stream, submission, at);
        }
        None if is_one_department => {
            stream.cell("");
            stream.text(&submission.origin.answers);
            stream.cell("");
        }
        None => blanks(stream, 3),
    }
    stream.end_row()
}

fn blanks(stream: &mut CsvStream<'_>, count: usize) {
    for _ in 0..count {
        stream.cell("");
    }
}

/// The value, what others have, the limit, and how many were compared.
fn figures(what: &What) -> [String; 4] {
    let tenths = |tenths: Option<u32>| tenths.map_or_else(String::new, one_decimal);
    let minutes = |seconds: i64| (seconds / 60).to_string();
    let none = String::new;
    match what {
        What::ManyNotApplicable(out) | What::OftenNotApplicable(out) => [
            tenths(out.rate.percent_tenths()),
            tenths(Some(out.usual.median_tenths)),
            tenths(Some(out.usual.limit_tenths)),
            out.usual.compared.to_string(),
        ],
        What::OthersAnswer { applicable: others }
        | What::OthersAreAsked { applicable: others }
        | What::LeftOpen { others, .. } => [
            none(),
            tenths(others.percent_tenths()),
            none(),
            others.denominator.to_string(),
        ],
        What::SameRemark {
            departments,
            compared,
        } => [
            departments.to_string(),
            none(),
            none(),
            compared.to_string(),
        ],
        What::TooFast {
            pace,
            needed_seconds,
            usual_seconds,
        } => [
            minutes((pace.last - pace.first).num_seconds()),
            usual_seconds.map_or_else(none, minutes),
            minutes(*needed_seconds),
            pace.answers.to_string(),
        ],
        What::ImprovedWithoutEvidence { .. }
        | What::ChangedAfterConfirmation { .. }
        | What::ChangedBetween { .. } => [none(), none(), none(), none()],
    }
}
