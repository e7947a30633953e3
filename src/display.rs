//! Text as cells: widths, line breaking, safe copies, excerpts with carets. Shared by the screens,
//! the plain commands and the messages; knows only text.

pub mod excerpt;
pub mod kana;
pub mod line_rules;
pub mod profile;
pub mod safe;
pub mod units;
pub mod width;
pub mod wrap;
