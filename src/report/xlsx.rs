//! A report as a file of sheets: a cover, then a sheet for each table. Text stays text, a rate
//! stands beside its part and whole, and a band's words beside its colour.

use chrono::{DateTime, FixedOffset};
use rust_xlsxwriter::{
    ConditionalFormat3ColorScale, ConditionalFormatType, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};

use super::document::{Block, Cell, Column, Document, Kind, Place, Table};
use crate::display::safe;
use crate::display::width::Ruler;
use crate::format::xlsx_write::{self, CELL_MAX, Looks, book, fits, headings};
use crate::text::document::{DocumentWords, cells};

/// Sizes of paper, as spreadsheets number them.
const A4: u8 = 9;
const A3: u8 = 8;
/// The widest table printed on A4, in characters.
const ON_A4: f64 = 190.0;
/// The height of a line, in points.
const LINE: u32 = 18;
/// The most lines a row is high.
const LINES_MAX: u32 = 20;
/// The width of the cover, in characters.
const COVER: f64 = 90.0;
/// The longest name of a sheet, in characters, and the signs it must not have.
const NAME_MAX: usize = 31;
const NAME_SIGNS: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The widest table printed upright, in characters; wider ones lie.
const UPRIGHT: f64 = 95.0;
/// Colours of the scores 0, 75 and 100: the darker, the sooner to be looked at.
const COLOURS: [(u8, u32); 3] = [(0, 0x006C_93B8), (75, 0x00E2_EAF2), (100, 0x00FF_FFFF)];

/// How numbers look, beside the looks of text.
struct Numbers {
    looks: Looks,
    title: Format,
    count: Format,
    decimal: Format,
    change: Format,
    none: Format,
}

impl Numbers {
    fn new() -> Self {
        let looks = Looks::default();
        let right = looks.text.clone().set_align(FormatAlign::Right);
        let numbers = |form: &str| right.clone().set_num_format(form);
        Self {
            title: looks.text.clone().set_bold().set_font_size(16),
            count: numbers("0"),
            decimal: numbers("0.0"),
            change: numbers("+0.0;-0.0;0.0"),
            none: right.clone(),
            looks,
        }
    }
}

/// Returns the file.
///
/// # Errors
///
/// More rows or columns than a sheet has.
pub fn sheets(
    document: &Document,
    words: &DocumentWords,
    made: DateTime<FixedOffset>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = book(made)?;
    let numbers = Numbers::new();
    cover(&mut book, document, &numbers)?;
    let mut names: Vec<String> = Vec::new();
    let on_sheets = |table: &&Table| !table.rows.is_empty() && table.place != Place::Page;
    for table in document.tables().filter(on_sheets) {
        let name = free_name(&table.name, &names);
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        names.push(name);
        fill(sheet, table, words, &numbers)?;
        print(sheet, document);
    }
    book.save_to_buffer()
}

/// The cover: what it is, the figures that matter and the sentences.
fn cover(book: &mut Workbook, document: &Document, numbers: &Numbers) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    let looks = &numbers.looks;
    sheet.set_name(free_name(&document.cover, &[]))?;
    sheet
        .set_column_width(0, 28)?
        .set_column_width(1, 16)?
        .set_column_width(2, 46)?;
    let plain = Format::new().set_font_name("Yu Gothic").set_num_format("@");
    let mut row = 0;
    for (line, look) in [
        (&document.subject, &plain),
        (&document.title, &numbers.title.clone().unset_text_wrap()),
        (&document.made, &plain),
        (&document.mark, &plain),
        (&document.mark_meaning, &plain),
    ] {
        text(sheet, (row, 0), line, look)?;
        row += 1;
    }
    let blocks = document
        .sections
        .first()
        .map_or(&[][..], |section| &section.blocks);
    for block in blocks {
        match block {
            Block::Keys(keys) => {
                row += 1;
                for key in keys {
                    text(sheet, (row, 0), &key.label, &looks.text)?;
                    text(sheet, (row, 1), &key.value, &looks.text)?;
                    text(sheet, (row, 2), &key.beside, &looks.text)?;
                    row += 1;
                }
            }
            Block::List(heading, sentences) => {
                row += 1;
                sheet.merge_range(row, 0, row, 2, heading, &looks.heading)?;
                row += 1;
                for sentence in sentences {
                    sheet.merge_range(row, 0, row, 2, sentence, &looks.text)?;
                    sheet.set_row_height(row, LINE * lines(sentence, COVER))?;
                    row += 1;
                }
            }
            _ => {}
        }
    }
    sheet.set_row_height(1, 2 * LINE)?;
    sheet.set_print_area(0, 0, row.max(1), 2)?;
    sheet.set_paper_size(A4);
    print(sheet, document);
    Ok(())
}

/// The name of a sheet: what is allowed of a text, and not one that is there already.
fn free_name(text: &str, taken: &[String]) -> String {
    let cut = |room: usize| -> String {
        let allowed = text.chars().filter(|sign| !NAME_SIGNS.contains(sign));
        allowed.take(room).collect()
    };
    let mut name = cut(NAME_MAX);
    let mut number = 2;
    while taken.contains(&name) {
        name = format!("{}-{number}", cut(NAME_MAX - 4));
        number += 1;
    }
    name
}

/// The columns of a sheet that a column of the document becomes: headings with their widths.
fn spread(column: &Column, words: &DocumentWords) -> Vec<(String, f64)> {
    let name = &column.full;
    let (part, whole, band) = (words.columns.part, words.columns.whole, words.columns.band);
    match column.kind {
        Kind::Head => vec![(name.clone(), 24.0)],
        Kind::Text => vec![(name.clone(), 14.0)],
        Kind::Code => vec![(name.clone(), 16.0)],
        Kind::Long => vec![(name.clone(), 48.0)],
        Kind::Count | Kind::Score | Kind::Change => vec![(name.clone(), 11.0)],
        Kind::Rate => vec![
            (format!("{name}（%）"), 11.0),
            (format!("{name} {part}"), 9.0),
            (format!("{name} {whole}"), 9.0),
        ],
        Kind::Heat => vec![(name.clone(), 8.0), (format!("{name} {band}"), 13.0)],
    }
}

fn fill(
    sheet: &mut Worksheet,
    table: &Table,
    words: &DocumentWords,
    numbers: &Numbers,
) -> Result<(), XlsxError> {
    let columns: Vec<(String, f64)> = table
        .columns
        .iter()
        .flat_map(|column| spread(column, words))
        .collect();
    let heads = table
        .columns
        .iter()
        .take_while(|column| matches!(column.kind, Kind::Head | Kind::Code));
    let in_sight = u16::try_from(heads.count()).unwrap_or(0);
    let named = columns.iter().map(|(name, width)| (name.as_str(), *width));
    headings(sheet, 0, named, in_sight, &numbers.looks)?;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        let (mut at, mut high) = (0, 1);
        for (column, cell) in table.columns.iter().zip(cells) {
            if let Cell::Text(text) = cell {
                let width = columns
                    .get(usize::from(at))
                    .map_or(COVER, |column| column.1);
                high = high.max(lines(text, width));
            }
            put(sheet, (row, at), column.kind, cell, numbers)?;
            at += u16::try_from(spread(column, words).len()).unwrap_or(1);
        }
        sheet.set_row_height(row, LINE * high)?;
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1);
    colour(sheet, table, words, last_row)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, last_row, last_column)?;
    let wide: f64 = columns.iter().map(|(_, width)| width).sum();
    sheet.set_paper_size(if wide > ON_A4 { A3 } else { A4 });
    if wide > UPRIGHT {
        sheet.set_landscape();
    }
    Ok(())
}

/// About how many lines a text takes in a column: not every program finds out by itself.
fn lines(text: &str, width: f64) -> u32 {
    let high: u32 = text
        .lines()
        .map(|line| {
            let cells = u32::try_from(Ruler::Wide.cells(line)).unwrap_or(u32::MAX);
            let filled = (f64::from(cells) / (width - 1.0)).ceil();
            // As many lines as a row can be high.
            (1..LINES_MAX)
                .take_while(|lines| f64::from(*lines) < filled)
                .last()
                .map_or(1, |lines| lines + 1)
        })
        .sum();
    high.clamp(1, LINES_MAX)
}

/// Gives the scores of bands their colours; their words stand in the next column.
fn colour(
    sheet: &mut Worksheet,
    table: &Table,
    words: &DocumentWords,
    last_row: u32,
) -> Result<(), XlsxError> {
    let [
        (low, low_colour),
        (middle, middle_colour),
        (high, high_colour),
    ] = COLOURS;
    let scale = ConditionalFormat3ColorScale::new()
        .set_minimum(ConditionalFormatType::Number, low)
        .set_midpoint(ConditionalFormatType::Number, middle)
        .set_maximum(ConditionalFormatType::Number, high)
        .set_minimum_color(low_colour)
        .set_midpoint_color(middle_colour)
        .set_maximum_color(high_colour);
    let mut at = 0;
    for column in &table.columns {
        if column.kind == Kind::Heat {
            sheet.add_conditional_format(1, at, last_row, at, &scale)?;
        }
        at += u16::try_from(spread(column, words).len()).unwrap_or(1);
    }
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    kind: Kind,
    cell: &Cell,
    numbers: &Numbers,
) -> Result<(), XlsxError> {
    let look = &numbers.looks.text;
    match cell {
        Cell::Text(value) => text(sheet, (row, at), value, look),
        Cell::Sign(sign, word) => text(sheet, (row, at), &format!("{sign} {word}"), look),
        Cell::Count(count) => number(sheet, (row, at), tenths(*count) * 10.0, &numbers.count),
        Cell::Score(score) => decimal(sheet, (row, at), score.map(f64::from), numbers),
        Cell::Rate(rate) => {
            let percent = rate.percent_tenths().map(f64::from);
            decimal(sheet, (row, at), percent, numbers)?;
            let (part, whole) = (tenths(rate.numerator), tenths(rate.denominator));
            number(sheet, (row, at + 1), part * 10.0, &numbers.count)?;
            number(sheet, (row, at + 2), whole * 10.0, &numbers.count)
        }
        Cell::Change(None) => text(sheet, (row, at), cells::NO_VALUE, &numbers.none),
        Cell::Change(Some(change)) => {
            let size = tenths(change.unsigned_abs());
            let size = if *change < 0 { -size } else { size };
            number(sheet, (row, at), size, &numbers.change)
        }
        Cell::Heat(None) => decimal(sheet, (row, at), None, numbers),
        Cell::Heat(Some((score, tone))) => {
            decimal(sheet, (row, at), Some(f64::from(*score)), numbers)?;
            text(
                sheet,
                (row, at + 1),
                &format!("{} {}", tone.sign, tone.words),
                look,
            )
        }
        Cell::Hidden => {
            let places = if kind == Kind::Rate { 3 } else { 1 };
            for next in 0..places {
                text(sheet, (row, at + next), cells::HIDDEN, &numbers.none)?;
            }
            Ok(())
        }
    }
}

/// Writes a text as it may be shown.
fn text(
    sheet: &mut Worksheet,
    place: (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    xlsx_write::text(sheet, place, &fitting(text), look)
}

/// A number of tenths as a sheet holds it.
fn tenths(number: u64) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX)) / 10.0
}

fn number(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    number: f64,
    look: &Format,
) -> Result<(), XlsxError> {
    sheet.write_number_with_format(row, at, number, look)?;
    Ok(())
}

/// Writes tenths as a number with one decimal, or the sign for none.
fn decimal(
    sheet: &mut Worksheet,
    place: (u32, u16),
    tenths: Option<f64>,
    numbers: &Numbers,
) -> Result<(), XlsxError> {
    match tenths {
        Some(tenths) => number(sheet, place, tenths / 10.0, &numbers.decimal),
        None => text(sheet, place, cells::NO_VALUE, &numbers.none),
    }
}

/// What of a text a cell can hold.
fn fitting(text: &str) -> String {
    let shown = safe::lines(text);
    if fits(&shown) {
        return shown;
    }
    shown.chars().take(CELL_MAX / 2).collect()
}

/// How a sheet is printed, with the mark on every page.
fn print(sheet: &mut Worksheet, document: &Document) {
    // An ampersand begins an instruction there.
    let plain = |text: &str| text.replace('&', "&&");
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.8, 0.7, 0.35, 0.35);
    let (mark, foot) = (plain(&document.mark), plain(&document.foot));
    sheet.set_header(format!("&L&B{mark}&B&R&A"));
    sheet.set_footer(format!("&L{foot}&R&P / &N"));
}
