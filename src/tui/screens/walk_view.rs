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

use fields::field_lines;
use tree::draw_tree;

use super::{Focus, Walk, ring};
use crate::display::width::Ruler;
use crate::domain::checklist::Item;
use crate::domain::mark::Mark;
use crate::domain::progress::progress;
use crate::domain::standing::{Standing, standing};
use crate::text::mark::mark_label;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::{Model, Open};
use crate::tui::symbols;
use crate::tui::theme::Role;

/// Width from which the tree stands beside the question, in cells.
const TREE_FROM: usize = 110;
/// Width of the tree, in cells.
const TREE_WIDTH: usize = 44;
/// Widest line of text, in cells.
const TEXT_WIDTH: usize = 76;
/// Where the criterion begins, in cells.
const CRITERION_AT: usize = 19;
/// Width of the label before an explanation, in cells.
const LABEL_WIDTH: usize = 16;

/// How much a line may be left out when the rows do not suffice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
enum Keep {
    Always,
    IfRoom,
    Blank,
}

pub(super) struct Line {
    text: String,
    role: Role,
    right: String,
    focused: bool,
    keep: Keep,
}

impl Line {
    pub(super) fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            right: String::new(),
            focused: false,
            keep: Keep::Always,
        }
    }

    fn blank() -> Self {
        Self {
            keep: Keep::Blank,
            ..Self::new("", Role::Plain)
        }
    }

    pub(super) const fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    const fn if_room(mut self) -> Self {
        self.keep = Keep::IfRoom;
        self
    }
}

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
        let mut body = canvas.part(left, 2, width - left, height);
        let lines = self.lines(model, open, item, &body);
        draw_lines(&fitted(lines, body.height()), &mut body);
    }

    fn lines(&self, model: &Model, open: &Open, item: &Item, body: &Canvas<'_, '_>) -> Vec<Line> {
        let ruler = body.ruler();
        let width = body.width().saturating_sub(5).min(TEXT_WIDTH);
        let words = &model.strings.walk;
        let mut lines = clause_lines(model, open, item, width);
        lines.push(Line::blank());
        for line in ruler.wrap(&item.question, width) {
            lines.push(Line::new(format!("   {line}"), Role::Strong));
        }
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

/// Leaves out blank lines, then lines of lesser need, until the rest fits.
fn fitted(mut lines: Vec<Line>, height: usize) -> Vec<Line> {
    for keep in [Keep::Blank, Keep::IfRoom] {
        while lines.len() > height {
            let Some(last) = lines.iter().rposition(|line| line.keep == keep) else {
                break;
            };
            lines.remove(last);
        }
    }
    lines
}

fn draw_lines(lines: &[Line], canvas: &mut Canvas<'_, '_>) {
    let ruler = canvas.ruler();
    let focused = lines.iter().position(|line| line.focused).unwrap_or(0);
    let first = scroll(focused, lines.len(), canvas.height());
    let mut caret = None;
    for (y, line) in lines.iter().skip(first).take(canvas.height()).enumerate() {
        let role = if line.focused {
            Role::Selected
        } else {
            line.role
        };
        if line.focused {
            let width = canvas.width();
            canvas.text(0, y, &ruler.fit(&line.text, width), role);
            caret.get_or_insert(y);
        } else {
            canvas.text(0, y, &line.text, role);
        }
        if !line.right.is_empty() {
            canvas.text_right(y, &line.right, Role::Plain);
        }
    }
    if let Some(y) = caret {
        canvas.caret(1, y);
    }
}

fn draw_progress(open: &Open, canvas: &mut Canvas<'_, '_>) {
    let words = &canvas.strings().walk;
    let progress = progress(&open.checklist, &open.workbook);
    let aside = |item: &Item| {
        let standing = standing(&open.checklist, &open.workbook, item);
        matches!(standing, Standing::SetAside(_))
    };
    let before = open.checklist.items.iter().take(open.position + 1);
    let number = before.filter(|item| !aside(item)).count();
    let aside = open.checklist.items.get(open.position).is_some_and(|item| {
        matches!(
            standing(&open.checklist, &open.workbook, item),
            Standing::SetAside(_)
        )
    });
    let position = if aside {
        words.position_aside.to_owned()
    } else {
        (words.position)(number, progress.asked)
    };
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

fn clause_lines(model: &Model, open: &Open, item: &Item, width: usize) -> Vec<Line> {
    let ruler = model.ruler();
    let words = &model.strings.walk;
    let mut tags = String::new();
    if item.is_division() {
        tags.push_str(words.division);
    }
    if item.critical {
        tags.push_str(words.critical);
    }
    if item.interpretive {
        tags.push_str(words.interpretive);
    }
    if item.on_site {
        tags.push_str(words.on_site);
    }
    let clause = open.checklist.clause_of(open.position);
    let text = clause.map_or_else(String::new, |clause| {
        format!(" {}　{}", clause.citation, clause.heading)
    });
    let room = (width + 5).saturating_sub(ruler.cells(item.id.as_str()) + ruler.cells(&tags) + 4);
    let mut line = Line::new(ruler.truncate(&text, room), Role::Strong);
    line.right = if tags.is_empty() {
        item.id.to_string()
    } else {
        format!("{tags}  {}", item.id)
    };
    let mut lines = vec![line];
    if let Some(note) = clause.and_then(|clause| clause.note.as_ref()) {
        for part in ruler.wrap(note, width) {
            lines.push(Line::new(format!("   {part}"), Role::Plain).if_room());
        }
    }
    lines
}

fn clause_details(model: &Model, open: &Open, width: usize) -> Vec<Line> {
    let mut lines = vec![Line::blank()];
    for (label, text) in clause_facts(model, open) {
        lines.extend(labelled(model.ruler(), label, &text, width, Role::Plain));
    }
    lines.into_iter().map(Line::if_room).collect()
}

/// Returns what stands behind the question in front: label and text.
pub(in crate::tui::screens) fn clause_facts(
    model: &Model,
    open: &Open,
) -> Vec<(&'static str, String)> {
    let words = &model.strings.walk;
    let Some(item) = open.checklist.items.get(open.position) else {
        return Vec::new();
    };
    let policy = &open.checklist.policy;
    let threats: Vec<String> = policy
        .threats
        .iter()
        .filter(|threat| item.threats.contains(&threat.id))
        .map(|threat| format!("({}) {}", threat.id, threat.heading))
        .collect();
    let tiers: Vec<&str> = item
        .tiers
        .iter()
        .map(|tier| policy.tier_name(*tier))
        .collect();
    let clause = open.checklist.clause_of(open.position);
    vec![
        (
            words.clause,
            clause.map_or_else(String::new, |clause| clause.gist.clone()),
        ),
        (words.threats, threats.join("　")),
        (words.tiers, tiers.join("　")),
        (words.respondent, item.respondent.clone()),
    ]
}

fn labelled(ruler: Ruler, label: &str, text: &str, width: usize, role: Role) -> Vec<Line> {
    let label = ruler.fit(label, LABEL_WIDTH);
    let indent = ruler.cells(&label);
    ruler
        .wrap(text, width.saturating_sub(indent))
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let lead = if index == 0 {
                label.clone()
            } else {
                " ".repeat(indent)
            };
            Line::new(format!("   {lead}{part}"), role)
        })
        .collect()
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

#[path = "walk_fields.rs"]
mod fields;
#[path = "walk_tree.rs"]
mod tree;
