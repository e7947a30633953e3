//! How the roster is drawn.

use chrono::NaiveDate;

use super::{BELOW, FILTERS, Filter, Read, Roster};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::roster::Department;
use crate::format::roster::{RosterNote, RosterProblem, Sight};
use crate::text::roster as words_of;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::Model;
use crate::tui::symbols::FLAG;
use crate::tui::theme::Role;

/// Widths of the columns, in cells: the sign's, the widest code, the narrowest agency.
const SIGN: usize = 2;
const CODE_MAX: usize = 12;
const AGENCY_MIN: usize = 10;

impl Roster {
    /// Draws the roster.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.board.roster;
        let (width, height) = (canvas.width(), canvas.height());
        let rows = self.rows(self.filter);
        if let Some(sight) = self.sight() {
            self.draw_filters(model, sight, canvas);
        }
        canvas.rule(1);
        let mut body = canvas.part(0, 2, width, height.saturating_sub(2 + BELOW));
        match &self.read {
            Read::NotYet => {}
            Read::Missing => paragraphs(&mut body, &words.missing),
            Read::There(sight) if sight.rows.is_empty() => {
                let lines: Vec<String> = sight
                    .problems
                    .iter()
                    .flat_map(|problem| words_of::problem(model.lang, problem))
                    .collect();
                paragraphs(
                    &mut body,
                    &lines.iter().map(String::as_str).collect::<Vec<_>>(),
                );
            }
            Read::There(_) if rows.is_empty() => {
                body.text(3, 1, words.nothing, Role::Plain);
            }
            Read::There(sight) => self.draw_rows(sight, &rows, &mut body),
        }
        canvas.rule(height - BELOW);
        let detail = self.detail(model, &rows);
        for (y, line) in detail.iter().enumerate() {
            canvas.text(1, height - BELOW + 1 + y, line, Role::Plain);
        }
        let mut menu = self.menu;
        if self.is_empty() && menu.chosen().is_none() {
            menu.enter();
        }
        menu.draw(canvas, height - 1, &words.menu);
    }

    fn draw_filters(&self, model: &Model, sight: &Sight, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.board.roster;
        let day = self.day.format("%Y-%m-%d").to_string();
        let mut x = 1;
        for (filter, label) in FILTERS.into_iter().zip(words.filters) {
            let count = self.rows(filter).len();
            let label = match filter {
                Filter::InForce => (words.on)(&day),
                Filter::All | Filter::Problems => label.to_owned(),
            };
            let text = format!("{label} {count}");
            x = if filter == self.filter {
                canvas.text(x, 0, &format!("[{text}]"), Role::Label)
            } else {
                canvas.text(x, 0, &format!(" {text} "), Role::Plain)
            };
        }
        let right = if self.search.is_empty() {
            (words.counted)(sight.rows.len(), sight.problems.len())
        } else {
            (words.searched)(&self.search)
        };
        let room = canvas.width().saturating_sub(x + 3);
        let right = canvas.ruler().truncate(&right, room);
        canvas.text_right(0, &right, Role::Plain);
    }

    fn draw_rows(&self, sight: &Sight, rows: &[usize], canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let [code, name, agency, dates, from] = canvas.strings().board.roster.headings;
        let arrow = canvas.symbols().from;
        let widest = |heading: &str, text: &dyn Fn(&Department) -> String| {
            let cells = sight.rows.iter().map(|(_, one)| ruler.cells(&text(one)));
            cells.max().unwrap_or(0).max(ruler.cells(heading)) + 2
        };
        let agency_of = |one: &Department| one.agency.clone().unwrap_or_default();
        let codes = widest(code, &|one| one.code.clone()).min(CODE_MAX);
        let day = widest(dates, &validity);
        let room = canvas.width().saturating_sub(3 + SIGN + codes + day);
        // The name comes first; of whom a department came from, the line below says all.
        let names = widest(name, &|one| one.name.clone()).min(room * 3 / 5);
        let origins = widest(from, &|one| origin(one, arrow));
        let left = room.saturating_sub(names + origins).max(AGENCY_MIN);
        let agencies = widest(agency, &agency_of).min(left);
        let heading = [
            ruler.fit("", SIGN),
            ruler.fit(code, codes),
            ruler.fit(name, names),
            ruler.fit(agency, agencies),
            ruler.fit(dates, day),
            from.to_owned(),
        ];
        canvas.text(3, 0, &heading.concat(), Role::Plain);
        let height = canvas.height().saturating_sub(1);
        let at = self.selected.min(rows.len().saturating_sub(1));
        let first = scroll(at, rows.len(), height);
        let inside = self.menu.chosen().is_none();
        for (line, &position) in rows.iter().enumerate().skip(first).take(height) {
            let Some((row, department)) = sight.rows.get(position) else {
                continue;
            };
            let faulty = sight.problems.iter().any(|one| one.row == Some(*row));
            let column = |text: &str, width: usize| {
                ruler.fit(&ruler.truncate(text, width.saturating_sub(1)), width)
            };
            let text = [
                column(if faulty { FLAG } else { "" }, SIGN),
                column(&department.code, codes),
                column(&department.name, names),
                column(&agency_of(department), agencies),
                column(&validity(department), day),
                origin(department, arrow),
            ];
            let role = if faulty { Role::Strong } else { Role::Plain };
            canvas.row(1 + line - first, inside && line == at, &text.concat(), role);
        }
    }

    /// Returns what is wrong with the row chosen and what to do, or how to change the roster.
    fn detail(&self, model: &Model, rows: &[usize]) -> [String; 2] {
        let words = &model.strings.board.roster;
        let Some(sight) = self.sight() else {
            return Default::default();
        };
        let at = rows.get(self.selected).and_then(|&at| sight.rows.get(at));
        let row = at.map(|(row, _)| *row);
        let here = |problem: &&RosterProblem| row.is_some() && problem.row == row;
        if let Some(problem) = sight.problems.iter().find(here) {
            let mut lines = words_of::problem(model.lang, problem).into_iter();
            return [(); 2].map(|()| lines.next().unwrap_or_default());
        }
        let note = sight.notes.iter().find(|note| match note {
            RosterNote::ShortCode { row: of, .. } => Some(*of) == row,
            RosterNote::UnknownColumn { .. } => false,
        });
        let first = match (note, at) {
            (Some(note), _) => words_of::note(model.lang, note),
            (None, Some((_, one))) if !one.predecessors.is_empty() => {
                let named = |code: &String| {
                    let all = sight.rows.iter();
                    let found = all.map(|(_, one)| one).find(|one| one.code == *code);
                    format!("{code} {}", found.map_or("", |one| &one.name))
                };
                let from: Vec<String> = one.predecessors.iter().map(named).collect();
                let arrow = model.symbols().from;
                format!("{} {} {arrow} {}", one.code, one.name, from.join(", "))
            }
            (None, Some(_)) => words.sound.to_owned(),
            (None, None) => String::new(),
        };
        [first, words.edit.to_owned()]
    }
}

fn validity(department: &Department) -> String {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    match (department.valid_from, department.valid_to) {
        (None, None) => String::new(),
        (from, to) => format!("{}～{}", day(from), day(to)),
    }
}

/// Returns whom a department came from: `0420 ← 0410, 0411`.
fn origin(department: &Department, arrow: &str) -> String {
    if department.predecessors.is_empty() {
        return String::new();
    }
    let from = department.predecessors.join(", ");
    format!("{} {arrow} {from}", department.code)
}

fn paragraphs(canvas: &mut Canvas<'_, '_>, lines: &[&str]) {
    let ruler = canvas.ruler();
    let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
    let mut y = 1;
    for line in lines {
        for part in ruler.wrap(line, width) {
            canvas.text(3, y, &part, Role::Plain);
            y += 1;
        }
    }
}
