//! Every △, × and ？, with its remark.

use std::io;

use super::ready::Ready;
use super::{mark, place};
use crate::collect::compared::Compared;
use crate::format::csv_stream::CsvStream;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    let mut ready = Ready::new(stream.header());
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        ready.of(submission);
        let sources = compared.sources_of(at);
        for (position, asked) in submission.asked.items.iter().enumerate() {
            let given = submission.answers.get(position);
            let Some(given) = given.and_then(|answer| answer.mark()) else {
                continue;
            };
            if !given.needs_remark() {
                continue;
            }
            stream.cells(ready.department());
            if let Some(item) = ready.item(position) {
                stream.cells(item);
            }
            mark(stream, Some(given));
            stream.text(submission.remark(position));
            let before = sources.iter().find_map(|before| before.mark(&asked.id));
            mark(stream, before);
            stream.yes_no(compared.failed_again(at, &asked.id));
            place(stream, submission, position);
            stream.end_row()?;
        }
    }
    Ok(())
}
