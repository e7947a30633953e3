//! The ledger: everything handed in, and who handed in nothing.

use std::io;

use crate::collect::collection::Entry;
use crate::collect::compared::Compared;
use crate::domain::fiscal_year::FiscalYear;
use crate::format::csv_rows::TIME_FORMAT;
use crate::format::csv_stream::CsvStream;
use crate::text::columns::Header;
use crate::text::columns::collection::STATE;
use crate::text::{Lang, desk};

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    let year = compared.collection.year.number();
    for entry in &compared.collection.ledger {
        row(stream, entry, year)?;
    }
    Ok(())
}

fn row(stream: &mut CsvStream<'_>, entry: &Entry, collected: i32) -> io::Result<()> {
    let claim = &entry.claim;
    stream.text(&claim.cover.municipality_code);
    stream.text(&entry.cover().municipality);
    let year = claim.cover.year.map_or(collected, FiscalYear::number);
    stream.count(u64::try_from(year).unwrap_or(0));
    stream.text(&entry.department_code);
    stream.text(&entry.cover().department);
    stream.text(&entry.cover().agency);
    stream.word(STATE, entry.state.code());
    stream.yes_no(entry.state.counts());
    stream.text(&claim.cover.edition);
    let confirmed = claim.cover.confirmed_at;
    stream.cell(confirmed.map_or_else(String::new, |at| at.format(TIME_FORMAT).to_string()));
    stream.text(&entry.cover().confirmed_by);
    stream.tenths(entry.score_tenths);
    stream.text(&claim.cover.receipt);
    let verdict = entry.verdict.as_deref();
    stream.text(entry.summary().unwrap_or_default());
    stream.text(entry.answers().unwrap_or_default());
    let lang = match stream.header() {
        Header::Ja => Lang::Ja,
        Header::En => Lang::En,
    };
    let reason = desk::reason(lang, entry.state, verdict, entry.trouble.as_deref());
    stream.text(&reason.file);
    stream.cell(reason.row.map_or_else(String::new, |row| row.to_string()));
    stream.cell(&reason.column);
    stream.text(&reason.what);
    stream.text(&reason.todo);
    stream.end_row()
}
