//! A report as data: sections of sentences, charts and tables. The page and the sheets are both
//! made from it, so that no figure can differ between them. Knows nothing of how it looks.

use crate::domain::score::Rate;

/// A whole report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The language, as HTML names it.
    pub language: &'static str,
    /// What it is.
    pub title: String,
    /// The municipality and the fiscal year.
    pub subject: String,
    /// The day it was made, in words.
    pub made: String,
    /// The handling mark, printed on every page.
    pub mark: String,
    /// What the mark means.
    pub mark_meaning: String,
    /// The foot of every page.
    pub foot: String,
    /// The name of the first sheet.
    pub cover: String,
    /// The heading of the table of contents.
    pub contents: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Where links lead to.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Whether it begins a page of its own.
    pub own_page: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A small remark.
    Note(String),
    /// Sentences one below the other, under a heading.
    List(String, Vec<String>),
    /// The few figures that matter.
    Keys(Vec<Key>),
    /// A chart.
    Chart(Chart),
    /// What signs and tones mean.
    Legend(Vec<Tone>),
    /// A table.
    Table(Table),
}

/// A figure that matters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Key {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
    /// What it is over.
    pub beside: String,
}

/// A tone with its sign and words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tone {
    /// The tone, 0 for the best.
    pub tone: usize,
    /// The sign that stands for it.
    pub sign: &'static str,
    /// The words that stand for it.
    pub words: String,
}

/// A chart with a title and a description for those who do not see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// What is drawn.
    pub kind: ChartKind,
}

/// What a chart draws.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChartKind {
    /// Scores as bars, with the score of the year before as a line across.
    Bars(Vec<Bar>),
    /// Parts of a whole, one bar each.
    Shares(Vec<Share>),
    /// Scores over years.
    Years(Vec<YearPoint>),
}

/// A bar of scores.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How deep it stands below others.
    pub depth: usize,
    /// The score in tenths of a point.
    pub tenths: Option<u32>,
    /// The score of the year before.
    pub before: Option<u32>,
    /// The value in words.
    pub value: String,
}

/// A whole divided into parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// What it is of.
    pub label: String,
    /// The parts: name with sign, size, and how it is filled.
    pub parts: Vec<(String, u64, Fill)>,
}

/// How a part is filled; each fill differs in pattern and not in colour alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fill {
    /// Filled.
    Full,
    /// Striped.
    Striped,
    /// Dark.
    Dark,
    /// Crossed.
    Crossed,
    /// Dotted.
    Dotted,
    /// Empty.
    Empty,
}

/// A year's score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct YearPoint {
    /// The year.
    pub label: String,
    /// Its score in tenths of a point.
    pub tenths: Option<u32>,
    /// The value in words.
    pub value: String,
    /// How many departments it is over, in words.
    pub beside: String,
}

/// Where a table stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// On the page and on a sheet.
    Both,
    /// On the page alone: a sheet has it in full.
    Page,
    /// On a sheet alone: too long to be read on paper.
    Sheet,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its id, the same in every language.
    pub id: &'static str,
    /// Its name, short enough for a sheet's.
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// Where it stands.
    pub place: Place,
    /// What is said when it has no rows.
    pub nothing: String,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its heading in full, where the other is short.
    pub full: String,
    /// What its cells hold.
    pub kind: Kind,
}

impl Column {
    /// Returns a column.
    pub fn new(heading: impl Into<String>, kind: Kind) -> Self {
        let heading = heading.into();
        Self {
            full: heading.clone(),
            heading,
            kind,
        }
    }
}

/// What cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The name of the row.
    Head,
    /// A few words.
    Text,
    /// A code, number or date that is text.
    Code,
    /// Sentences.
    Long,
    /// A number.
    Count,
    /// A score.
    Score,
    /// A rate with what it is over.
    Rate,
    /// By how much a score changed.
    Change,
    /// A score with the tone and sign of its band.
    Heat,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A sign with its word.
    Sign(String, String),
    /// A number.
    Count(u64),
    /// A score in tenths of a point.
    Score(Option<u32>),
    /// A rate.
    Rate(Rate),
    /// By how much a score changed, in tenths of a point.
    Change(Option<i64>),
    /// A score with its band.
    Heat(Option<(u32, Tone)>),
    /// A figure of a group too small to be shown.
    Hidden,
}

impl Cell {
    /// Returns a cell of text.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(text.as_ref().to_owned())
    }

    /// Returns a cell with how many there are.
    #[must_use]
    pub const fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl Document {
    /// Returns the tables in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}
