//! Small charts: the score of each article as a bar, and of the years one after the other.
//!
//! ```text
//!  条項ごとの得点
//!  5 職員等の遵守義務               ━━━━━━━━━━━━━━━━━━━╸··  87.5
//!  6 情報セキュリティ対策           ━━━━━━━━━━━━━━········  62.5
//!
//!  得点の推移   令和6年度 71.2 ▆   令和7年度 75.0 ▆   令和8年度 79.8 ▇
//! ```

use super::outline;
use crate::domain::scope::{Scope, ScopeKind, figures, short_outline, total};
use crate::domain::score::one_decimal;
use crate::tui::canvas::Canvas;
use crate::tui::model::{Model, Open};
use crate::tui::symbols::{NO_VALUE, Symbols};
use crate::tui::theme::Role;

/// A full score, in tenths of a point.
const FULL: u32 = 1_000;
/// Widest name and bar, in cells.
const NAME_MAX: usize = 44;
const BAR_MAX: usize = 40;
/// Width of a score, in cells.
const SCORE: usize = 6;
/// Between two years of the trend.
const BETWEEN: &str = "   ";
/// The most years of the trend.
const YEARS: usize = 5;
/// Rows around the bars: heading, blank, trend.
const AROUND: usize = 3;

/// Returns how many rows the smallest chart takes: the articles, the heading and the trend.
#[must_use]
pub fn least_height(open: &Open) -> usize {
    articles(open).len() + AROUND
}

/// Draws the scores from a row on, as detailed as so many rows allow.
pub fn draw_scores(model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>, y: usize, room: usize) {
    let words = &canvas.strings().review;
    let ruler = canvas.ruler();
    let all = short_outline(&open.checklist);
    let scopes = if all.len() + AROUND <= room {
        all
    } else {
        articles(open)
    };
    if scopes.len() + AROUND > room {
        return;
    }
    canvas.text(3, y, words.chart, Role::Strong);
    let name = (canvas.width() / 2).saturating_sub(6).min(NAME_MAX);
    let bar = canvas
        .width()
        .saturating_sub(3 + name + SCORE + 4)
        .min(BAR_MAX);
    for (row, scope) in scopes.iter().enumerate() {
        let y = y + 1 + row;
        let role = if scope.kind == ScopeKind::Article {
            Role::Strong
        } else {
            Role::Plain
        };
        let title = format!("{}{}", " ".repeat(indent(scope)), outline::name(scope));
        canvas.text(3, y, &ruler.truncate(&title, name - 1), role);
        let score = figures(&open.checklist, &open.workbook, scope).score_tenths();
        let x = canvas.line_bar(3 + name, y, score.unwrap_or(0).into(), FULL.into(), bar);
        let text = score.map_or_else(|| NO_VALUE.to_owned(), one_decimal);
        canvas.text(x, y, &ruler.fit_right(&text, SCORE), Role::Plain);
    }
    let y = y + scopes.len() + 2;
    let x = canvas.text(3, y, words.trend, Role::Strong) + 3;
    let mut years = trend(model, open, canvas.symbols());
    // The latest year is what counts.
    while years.len() > 1 && ruler.cells(&years.join(BETWEEN)) + x + 1 > canvas.width() {
        years.remove(0);
    }
    canvas.text(x, y, &years.join(BETWEEN), Role::Plain);
}

const fn indent(scope: &Scope) -> usize {
    match scope.kind {
        ScopeKind::Article => 0,
        _ => 2 + scope.depth * 2,
    }
}

fn articles(open: &Open) -> Vec<Scope> {
    short_outline(&open.checklist)
        .into_iter()
        .filter(|scope| scope.kind == ScopeKind::Article)
        .collect()
}

/// Returns the scores of this department, year after year, this workbook's last.
fn trend(model: &Model, open: &Open, symbols: &Symbols) -> Vec<String> {
    let this = open.key.year.number();
    let mut years: Vec<(i32, Option<u32>)> = model
        .shelf
        .rows
        .iter()
        .filter(|row| {
            row.key.city == open.key.city
                && row.key.department_code == open.key.department_code
                && row.key.year.number() < this
        })
        .filter_map(|row| {
            let content = row.content.as_ref().ok()?;
            Some((row.key.year.number(), content.score))
        })
        .collect();
    years.sort_unstable();
    years.push((this, total(&open.checklist, &open.workbook).score_tenths()));
    let first = years.len().saturating_sub(YEARS);
    years
        .iter()
        .skip(first)
        .map(|(year, score)| {
            let name = (model.strings.fiscal_year)(*year);
            let Some(score) = score else {
                return format!("{name} {NO_VALUE}");
            };
            format!("{name} {} {}", one_decimal(*score), height(symbols, *score))
        })
        .collect()
}

/// Returns a score as the height of one cell; nothing where such cells cannot be drawn.
fn height(symbols: &Symbols, score: u32) -> &'static str {
    let steps = symbols.heights.len();
    let Some(last) = steps.checked_sub(1) else {
        return "";
    };
    let at = score as usize * steps / FULL as usize;
    symbols.heights.get(at.min(last)).copied().unwrap_or("")
}
