//! What every xlsx file of ours is made with: cells of text that stay text, and a heading row that
//! stays in sight. Knows nothing of what the cells mean.

use chrono::{DateTime, FixedOffset};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The most characters a cell of an xlsx file holds, an emoji counting as two.
pub const CELL_MAX: usize = 32_767;
/// A font that every office machine has in Japanese.
const FONT: &str = "Yu Gothic";
const HEADING_COLOUR: u32 = 0x00DD_E6EF;

/// How cells look.
#[derive(Clone, Debug)]
pub struct Looks {
    /// Text: never taken for a number, a date or a formula, not even when it is typed over.
    pub text: Format,
    /// A heading.
    pub heading: Format,
}

impl Default for Looks {
    fn default() -> Self {
        let text = Format::new()
            .set_font_name(FONT)
            .set_num_format("@")
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let heading = text
            .clone()
            .set_bold()
            .set_background_color(HEADING_COLOUR)
            .set_border_bottom(FormatBorder::Thin);
        Self { text, heading }
    }
}

/// Begins a file. It bears the time it is told, so that the same content gives the same bytes.
///
/// # Errors
///
/// A date no spreadsheet knows.
pub fn book(made: DateTime<FixedOffset>) -> Result<Workbook, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&made.date_naive().to_string())?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

/// Writes a cell of text.
///
/// # Errors
///
/// More than [`CELL_MAX`] characters, or a place outside the sheet.
pub fn text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, text, look)?;
    Ok(())
}

/// Writes the heading row, each heading with the width of its column in characters, and keeps it
/// in sight together with so many columns.
///
/// # Errors
///
/// As [`text`].
pub fn headings<'a>(
    sheet: &mut Worksheet,
    row: u32,
    headings: impl IntoIterator<Item = (&'a str, f64)>,
    columns_in_sight: u16,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, (heading, width)) in (0_u16..).zip(headings) {
        text(sheet, (row, column), heading, &looks.heading)?;
        // The column's own look is that of cells not yet there: what is typed below stays text too.
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, &looks.text)?;
    }
    sheet.set_freeze_panes(row + 1, columns_in_sight)?;
    Ok(())
}

/// Returns whether a text fits into a cell.
#[must_use]
pub fn fits(text: &str) -> bool {
    text.len() <= CELL_MAX || text.encode_utf16().count() <= CELL_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Vec<u8> {
        let looks = Looks::default();
        let made = DateTime::parse_from_rfc3339("2026-11-22T09:00:00+09:00").unwrap();
        let mut book = book(made).unwrap();
        let sheet = book.add_worksheet();
        headings(sheet, 0, [("a", 5.0), ("b", 40.0)], 1, &looks).unwrap();
        text(sheet, (1, 0), "=1+1", &looks.text).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn the_same_content_gives_the_same_bytes() {
        assert!(written() == written());
    }

    #[test]
    fn a_cell_holds_so_much_and_no_more() {
        let looks = Looks::default();
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (long, good) in [
            ("a".repeat(CELL_MAX), true),
            ("a".repeat(CELL_MAX + 1), false),
            ("😀".repeat(CELL_MAX / 2), true),
            ("😀".repeat(CELL_MAX / 2 + 1), false),
        ] {
            assert_eq!(fits(&long), good);
            assert_eq!(text(sheet, (0, 0), &long, &looks.text).is_ok(), good);
        }
    }
}
