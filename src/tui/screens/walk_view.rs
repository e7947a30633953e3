//! How the walk is drawn.
//!
//! ```text
//!  設問 12/87  ██████▌·········                          残り 41問・約 9分
//! ──────────────────────────────────────────────────────────────────────
//!  6(3)② LGWAN接続系                                          Q06-3b-01
//!
//!    LGWAN接続系の端末がインターネットへ直接つながらないことを、…
//!
//!    [1] ○ 実施      全台を確かめた
//!  >  2  △ 一部実施  確かめていない端末がある
//!
//!    備考   3台の設定を12月に確かめる予定です。
//!    前年   △ 一部実施「3台が未確認」　設問は前年と同じです
//!
//!    なぜ聞くのか  …
//! ```

use clause::{clause_details, clause_lines, context_lines, labelled};
use fields::{field_lines, returned_lines};
use lines::{Line, draw_lines, fitted};
use tree::draw_tree;

use super::{Focus, Walk, ring};
use crate::domain::checklist::Item;
use crate::domain::mark::Mark;
use crate::domain::progress::{asked_number, progress};
use crate::text::mark::mark_label;
use crate::tui::canvas::Canvas;
use crate::tui::model::{Model, Open};
use crate::tui::symbols;
use crate::tui::theme::Role;

/// Width from which the tree stands beside the question, in cells.
const TREE_FROM: usize = 110;
/// Width from which what stands behind the question has a column of its own, in cells.
const CONTEXT_FROM: usize = 180;
/// Width of that column, in cells.
const CONTEXT_WIDTH: usize = 54;
/// Width of the tree, in cells.
const TREE_WIDTH: usize = 44;
/// Widest line of text, in cells.
const TEXT_WIDTH: usize = 76;
/// Where the criterion begins, in cells.
const CRITERION_AT: usize = 19;

impl Walk {
    /// Draws the walk.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let (Some(open), Some(item)) = (&model.open, model.item()) else {
            return;
        };
        draw_progress(open, canvas);
        canvas.rule(1);
        let (width, height) = (canvas.width(), canvas.height().saturating_sub(2));
        let left = if width >= TREE_FROM {
            draw_tree(open, &mut canvas.part(0, 2, TREE_WIDTH, height));
            let divider = canvas.symbols().divider;
            for y in 0..height {
                canvas.text(TREE_WIDTH, 2 + y, divider, Role::Plain);
            }
            TREE_WIDTH + 1
        } else {
            0
        };
        let right = if width >= CONTEXT_FROM {
            CONTEXT_WIDTH
        } else {
            0
        };
        if right > 0 {
            let x = width - right;
            for y in 0..height {
                let divider = canvas.symbols().divider;
                canvas.text(x, 2 + y, divider, Role::Plain);
            }
            let mut context = canvas.part(x + 1, 2, right - 1, height);
            let lines = context_lines(model, open, item, right - 5);
            draw_lines(&fitted(lines, height), &mut context);
        }
        let mut body = canvas.part(left, 2, width - left - right, height);
        let lines = self.lines(model, open, item, &body, right > 0);
        draw_lines(&fitted(lines, body.height()), &mut body);
    }

    /// Returns the lines of the question; what stands in a column of its own is left out.
    fn lines(
        &self,
        model: &Model,
        open: &Open,
        item: &Item,
        body: &Canvas<'_, '_>,
        beside: bool,
    ) -> Vec<Line> {
        let ruler = body.ruler();
        let width = body.width().saturating_sub(5).min(TEXT_WIDTH);
        let words = &model.strings.walk;
        let mut lines = clause_lines(model, open, item, width);
        lines.push(Line::blank());
        for line in ruler.wrap(&item.question, width) {
            lines.push(Line::new(format!("   {line}"), Role::Strong));
        }
        lines.extend(returned_lines(model, open, width));
        lines.push(Line::blank());
        let focus = self.focused(open, item);
        let ring = ring(open, item);
        if ring.contains(&Focus::Choice(Mark::Implemented)) {
            for mark in Mark::ALL {
                let focused = focus == Focus::Choice(mark);
                lines.extend(choice(model, open, item, mark, focused, width));
            }
            lines.push(Line::blank());
        }
        for field in ring {
            if !matches!(field, Focus::Choice(_)) {
                lines.extend(field_lines(model, open, item, field, focus == field, width));
            }
        }
        let answer = open.workbook.answer(item.id.as_str());
        if let Some(guide) = &item.report_guide
            && answer.mark() == Some(Mark::NotImplemented)
        {
            lines.push(Line::blank());
            lines.extend(labelled(
                model.ruler(),
                words.report,
                guide,
                width,
                Role::Warning,
            ));
        }
        if beside {
            return lines;
        }
        lines.push(Line::blank());
        let why = labelled(model.ruler(), words.why, &item.why, width, Role::Plain);
        lines.extend(why.into_iter().map(Line::if_room));
        if item.provisional {
            lines.push(Line::new(format!("   {}", words.provisional), Role::Plain).if_room());
        }
        if body.width() + TREE_WIDTH >= TREE_FROM && body.height() > 28 {
            lines.extend(clause_details(model, open, width));
        }
        lines
    }
}

fn draw_progress(open: &Open, canvas: &mut Canvas<'_, '_>) {
    let words = &canvas.strings().walk;
    let progress = progress(&open.checklist, &open.workbook);
    let number = asked_number(&open.checklist, &open.workbook, open.position);
    let position = number.map_or_else(
        || words.position_aside.to_owned(),
        |number| (words.position)(number, progress.asked),
    );
    let x = canvas.text(1, 0, &position, Role::Strong) + 2;
    let done = (progress.asked - progress.open) as u64;
    let width = canvas.width().saturating_sub(x + 30).min(40);
    canvas.bar(x, 0, done, progress.asked as u64, width);
    canvas.text_right(
        0,
        &(words.remaining)(progress.open, progress.minutes),
        Role::Plain,
    );
}

fn choice(
    model: &Model,
    open: &Open,
    item: &Item,
    mark: Mark,
    focused: bool,
    width: usize,
) -> Vec<Line> {
    let ruler = model.ruler();
    let words = &model.strings.walk;
    let chosen = open.workbook.answer(item.id.as_str()).mark() == Some(mark);
    let label = mark_label(model.ruler(), &open.checklist.scale, model.lang, mark);
    let criterion = match mark {
        Mark::NotApplicable => match (&item.not_applicable, &item.not_applicable_note) {
            (Some(when), _) => when.clone(),
            (None, Some(note)) => format!("{}{note}", words.not_applicable_closed),
            (None, None) => words.not_applicable_closed.to_owned(),
        },
        Mark::ToBeConfirmed => words.to_be_confirmed.to_owned(),
        _ => item.criterion(mark).unwrap_or_default().to_owned(),
    };
    let digit = mark.index() + 1;
    let number = if chosen {
        format!("[{digit}]")
    } else {
        format!(" {digit} ")
    };
    let selector = if focused { symbols::SELECTOR } else { " " };
    let head = ruler.fit(&format!(" {selector} {number} {label}"), CRITERION_AT);
    let role = if chosen { Role::Strong } else { Role::Plain };
    ruler
        .wrap(&criterion, (width + 3).saturating_sub(CRITERION_AT))
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let lead = if index == 0 {
                head.clone()
            } else {
                " ".repeat(CRITERION_AT)
            };
            Line::new(format!("{lead}{part}"), role).focused(focused)
        })
        .collect()
}

#[path = "walk_clause.rs"]
mod clause;
#[path = "walk_fields.rs"]
mod fields;
#[path = "walk_lines.rs"]
mod lines;
#[path = "walk_tree.rs"]
mod tree;
