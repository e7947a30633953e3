//! Answers that deserve a question, each with the figures that led to it.

use super::{column, department, section, sheet, table};
use crate::collect::tables::outliers::findings;
use crate::domain::governance::{About, Finding, What};
use crate::domain::submission::{AskedItem, Submission};
use crate::report::document::{Block, Cell, Kind, Place, Section, Table};
use crate::report::view::View;
use crate::text::governance::{explanation, name};

/// How many of a kind stand on the page; the sheet has all.
const SHOWN: usize = 10;

/// A finding with its submission and the item it is about.
struct Question<'a> {
    submission: &'a Submission,
    finding: Finding,
}

impl Question<'_> {
    /// The position of the item.
    const fn item(&self) -> Option<usize> {
        match self.finding.about {
            About::Department => None,
            About::Answer(at) | About::Item(at) => Some(at),
        }
    }

    /// Whether it is about an item in all departments.
    const fn is_of_all(&self) -> bool {
        matches!(self.finding.about, About::Item(_))
    }
}

/// Returns the section.
pub(in crate::report) fn questions(view: &View<'_>) -> Section {
    let words = view.words;
    let submissions = view.submissions();
    let mut found: Vec<Question<'_>> = findings(&view.compared)
        .filter_map(|finding| {
            let submission = submissions.get(finding.submission)?;
            Some(Question {
                submission,
                finding,
            })
        })
        .collect();
    found.sort_by_key(|one| one.finding.what.index());
    let mut blocks = vec![Block::Text((words.parts.questions_described)(found.len()))];
    for kind in found.chunk_by(|one, next| one.finding.what.index() == next.finding.what.index()) {
        blocks.extend(
            kind.first()
                .map(|first| Block::Table(shown(view, first, kind))),
        );
        if kind.len() > SHOWN {
            let rest = kind.len() - SHOWN;
            blocks.push(Block::Note((words.parts.rest_on_sheet)(rest)));
        }
    }
    blocks.push(Block::Table(all(view, &found)));
    Section {
        own_page: true,
        ..section("outliers", words.headings.questions.to_owned(), blocks)
    }
}

fn shown(view: &View<'_>, first: &Question<'_>, kind: &[Question<'_>]) -> Table {
    let words = &view.words.columns;
    let columns = vec![
        column(words.department, Kind::Head),
        column(words.item, Kind::Code),
        column(words.explanation, Kind::Long),
        column(words.file, Kind::Long),
        column(words.row, Kind::Count),
    ];
    let rows = kind.iter().take(SHOWN).map(|question| {
        let [file, row] = place(question);
        vec![
            who(view, question),
            item(question, |item| &item.id),
            why(view, question),
            file,
            row,
        ]
    });
    let what: &What = &first.finding.what;
    Table {
        place: Place::Page,
        ..table(
            what.code(),
            name(view.source.lang, what),
            columns,
            rows.collect(),
        )
    }
}

fn all(view: &View<'_>, found: &[Question<'_>]) -> Table {
    let words = &view.words.columns;
    let columns = vec![
        column(words.what, Kind::Text),
        column(words.code, Kind::Code),
        column(words.department, Kind::Head),
        column(words.item, Kind::Code),
        column(words.question, Kind::Long),
        column(words.explanation, Kind::Long),
        column(words.remark, Kind::Long),
        column(words.file, Kind::Long),
        column(words.row, Kind::Count),
    ];
    let rows = found.iter().map(|question| {
        let submission = question.submission;
        let one = !question.is_of_all();
        let code = one.then_some(&*submission.department_code);
        let remark = question.item().filter(|_| one);
        let remark = remark.map(|at| submission.remark(at));
        let [file, row] = place(question);
        vec![
            Cell::text(name(view.source.lang, &question.finding.what)),
            Cell::text(code.unwrap_or_default()),
            who(view, question),
            item(question, |item| &item.id),
            item(question, |item| &item.question),
            why(view, question),
            Cell::text(remark.unwrap_or_default()),
            file,
            row,
        ]
    });
    sheet(
        "outliers",
        view.words.parts.questions_all,
        columns,
        rows.collect(),
    )
}

fn who(view: &View<'_>, question: &Question<'_>) -> Cell {
    if question.is_of_all() {
        return Cell::text(view.words.parts.whole);
    }
    Cell::text(department(view, question.submission))
}

fn item(question: &Question<'_>, of: fn(&AskedItem) -> &str) -> Cell {
    let items = &question.submission.asked.items;
    let found = question.item().and_then(|at| items.get(at));
    Cell::text(found.map(of).unwrap_or_default())
}

fn why(view: &View<'_>, question: &Question<'_>) -> Cell {
    let scale = &question.submission.asked.scale;
    Cell::text(explanation(view.source.lang, scale, &question.finding.what))
}

/// The file and the row; of an item in all departments there is neither.
fn place(question: &Question<'_>) -> [Cell; 2] {
    if question.is_of_all() {
        return [Cell::text(""), Cell::text("")];
    }
    let origin = &question.submission.origin;
    let row = question.item().and_then(|at| origin.row(at));
    [
        Cell::text(&origin.answers),
        row.map_or_else(|| Cell::text(""), Cell::count),
    ]
}
