//! Every △, × and ？, with its remark.

use std::io;

use super::{department, item, mark, place};
use crate::collect::compared::Compared;
use crate::format::csv_stream::CsvStream;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        let sources = compared.sources_of(at);
        for (position, asked) in submission.asked.items.iter().enumerate() {
            let given = submission.answers.get(position);
            let Some(given) = given.and_then(|answer| answer.mark) else {
                continue;
            };
            if !given.needs_remark() {
                continue;
            }
            department(stream, submission)?;
            item(stream, asked)?;
            mark(stream, Some(given))?;
            stream.text(submission.remark(position))?;
            let before = sources.iter().find_map(|before| before.mark(&asked.id));
            mark(stream, before)?;
            stream.yes_no(compared.failed_again(at, &asked.id))?;
            place(stream, submission, position)?;
            stream.end_row()?;
        }
    }
    Ok(())
}
