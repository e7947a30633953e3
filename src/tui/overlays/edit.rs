//! A text being written: pick one of the proposals, or write.
//!
//! ```text
//! ────────────────────────────────────────────────
//!  備考
//!
//!  > 見ていない端末がある
//!    見つけた接続を外して報告した
//!    自分で書く
//!
//!    3台の設定を12月に確かめる予定です。▏
//!
//!    [ 保存して戻る ]                        18/2000
//! ```

use super::OverlayGo;
use crate::display::kana::{full_width, has_half_width};
use crate::display::safe;
use crate::domain::action;
use crate::domain::item_id::ItemId;
use crate::domain::mark::Mark;
use crate::domain::record::TextField;
use crate::store::draft::Draft;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects};
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::screens::walk;
use crate::tui::symbols;
use crate::tui::theme::Role;
use crate::tui::widgets::text_draw::{Area, draw_right};
use crate::tui::widgets::text_input::{Reaction, TextInput};

/// Widest line of text, in cells.
const TEXT_WIDTH: usize = 70;
/// The column of the text.
const TEXT_AT: usize = 5;
/// How many characters from the limit it is told how many are left.
const NEAR: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Focus {
    Proposal(usize),
    Text,
    Button,
    FullWidth,
}

/// A text being written.
#[derive(Debug)]
pub struct Edit {
    item: ItemId,
    field: TextField,
    /// The mark that is recorded together with the text: － needs its reason.
    with_mark: Option<Mark>,
    proposals: Vec<String>,
    input: TextInput,
    focus: Focus,
    /// The line at the top of what is shown.
    top: usize,
}

impl Edit {
    /// Begins writing a text of the item in front.
    #[must_use]
    pub fn new(model: &Model, field: TextField) -> Option<Self> {
        let open = model.open.as_ref()?;
        let item = model.item()?;
        let text = open.workbook.answer(item.id.as_str()).text(field);
        Self::with_text(model, field, text)
    }

    /// Begins writing from a text of its own.
    #[must_use]
    pub fn with_text(model: &Model, field: TextField, text: &str) -> Option<Self> {
        let open = model.open.as_ref()?;
        let item = model.item()?;
        let proposals = crate::text::search::proposals(
            item,
            open.workbook.answer(item.id.as_str()).mark(),
            field,
        );
        let focus = if text.is_empty() && !proposals.is_empty() {
            Focus::Proposal(0)
        } else {
            Focus::Text
        };
        Some(Self {
            item: item.id.clone(),
            field,
            with_mark: None,
            proposals,
            input: TextInput::lines(text),
            focus,
            top: 0,
        })
    }

    /// Begins writing the reason that － needs; the mark is recorded together with it.
    #[must_use]
    pub fn reason_for_mark(model: &Model) -> Option<Self> {
        let mut edit = Self::new(model, TextField::Reason)?;
        edit.with_mark = Some(Mark::NotApplicable);
        Some(edit)
    }

    /// Returns whether the text is in focus.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.focus == Focus::Text
    }

    /// Returns what is being written.
    #[must_use]
    pub const fn field(&self) -> TextField {
        self.field
    }

    /// Gives a key to the text.
    pub fn typed(&mut self, model: &Model, key: Key, effects: &mut Effects) -> Reaction {
        match (self.focus, key) {
            (Focus::Text, _) => {}
            // Whoever begins to type means to write.
            (Focus::Proposal(_), Key::Char(_)) => self.focus = Focus::Text,
            _ => return Reaction::Ignored,
        }
        let reaction = self.input.key(key, model.ruler(), text_width(model));
        self.after(model, reaction, effects);
        reaction
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, model: &Model, text: &str, effects: &mut Effects) -> Reaction {
        self.focus = Focus::Text;
        let reaction = self.input.insert(text);
        self.after(model, reaction, effects);
        reaction
    }

    fn after(&mut self, model: &Model, reaction: Reaction, effects: &mut Effects) {
        self.top = self.area(model, 0).follow(&self.input);
        if matches!(reaction, Reaction::Changed | Reaction::Full { .. }) {
            effects.push(Effect::KeepDraft(Some(Draft {
                item: self.item.clone(),
                field: self.field,
                text: self.input.text().to_owned(),
                at: model.now.to_rfc3339(),
            })));
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> OverlayGo {
        self.input.leave();
        match action {
            Action::Enter => return self.enter(model, effects),
            Action::NextField => self.focus = self.next(),
            Action::PreviousField => self.focus = self.before(),
            Action::Up => self.focus = self.above(),
            Action::Down => self.focus = self.below(),
            Action::Back | Action::Save => return self.keep(model, effects),
            _ => {}
        }
        OverlayGo::Stay
    }

    /// Enter on a proposal or the button; in the text it is a line end and never arrives here.
    fn enter(&mut self, model: &mut Model, effects: &mut Effects) -> OverlayGo {
        match self.focus {
            Focus::Proposal(at) => {
                if let Some(proposal) = self.proposals.get(at).cloned() {
                    let typed = self.has_unrecorded_text(model);
                    self.input.set(&proposal);
                    if typed {
                        // What was written instead can be brought back in the field.
                        self.focus = Focus::Text;
                        self.after(model, Reaction::Changed, effects);
                        return OverlayGo::Stay;
                    }
                    self.keep(model, effects)
                } else {
                    self.focus = Focus::Text;
                    OverlayGo::Stay
                }
            }
            Focus::Text => OverlayGo::Stay,
            Focus::Button => self.keep(model, effects),
            Focus::FullWidth => {
                self.input.set(&full_width(self.input.text()));
                self.after(model, Reaction::Changed, effects);
                self.focus = Focus::Text;
                OverlayGo::Stay
            }
        }
    }

    /// Tells whether something was written that is not recorded.
    fn has_unrecorded_text(&self, model: &Model) -> bool {
        let recorded = model
            .open
            .as_ref()
            .map(|open| open.workbook.answer(self.item.as_str()).text(self.field));
        let text = self.input.text().trim();
        !text.is_empty() && recorded.is_none_or(|recorded| recorded.trim() != text)
    }

    /// Records the text and closes. Nothing typed is ever thrown away.
    fn keep(&self, model: &mut Model, effects: &mut Effects) -> OverlayGo {
        let Some(open) = &model.open else {
            return OverlayGo::Close;
        };
        let Some(item) = open.checklist.item(self.item.as_str()) else {
            return OverlayGo::Close;
        };
        let text = self.input.text();
        let outcome = match self.with_mark {
            Some(_) if text.trim().is_empty() => {
                let text = model.strings.notices.not_applicable_needs_reason;
                model.warn(text);
                return OverlayGo::Close;
            }
            Some(mark) => action::mark(&open.workbook, item, Some(mark), Some(text)),
            None => action::text(&open.workbook, item, self.field, text),
        };
        let same = outcome.as_ref().is_ok_and(Vec::is_empty);
        let recorded = model.commit(outcome, effects);
        if recorded || same {
            effects.push(Effect::KeepDraft(None));
        }
        let asked = self.with_mark.is_some() && recorded;
        OverlayGo::Then(Box::new(move |model, _| walk::go_on_after(model, asked)))
    }

    fn next(&self) -> Focus {
        match self.focus {
            Focus::Proposal(_) => Focus::Text,
            Focus::Text => Focus::Button,
            Focus::Button if self.has_half_width() => Focus::FullWidth,
            _ if self.proposals.is_empty() => Focus::Text,
            _ => Focus::Proposal(0),
        }
    }

    fn before(&self) -> Focus {
        match self.focus {
            Focus::Text if !self.proposals.is_empty() => Focus::Proposal(0),
            Focus::Proposal(_) | Focus::Text if self.has_half_width() => Focus::FullWidth,
            Focus::Proposal(_) | Focus::Text | Focus::FullWidth => Focus::Button,
            Focus::Button => Focus::Text,
        }
    }

    /// Leaving the text upwards leads to the proposals.
    fn above(&self) -> Focus {
        match self.focus {
            Focus::Proposal(at) => Focus::Proposal(at.saturating_sub(1)),
            Focus::Text => self.before(),
            Focus::Button => Focus::Text,
            Focus::FullWidth => Focus::Button,
        }
    }

    fn below(&self) -> Focus {
        match self.focus {
            Focus::Proposal(at) if at < self.proposals.len() => Focus::Proposal(at + 1),
            Focus::Proposal(_) => Focus::Text,
            Focus::Text => Focus::Button,
            Focus::Button if self.has_half_width() => Focus::FullWidth,
            last => last,
        }
    }

    fn has_half_width(&self) -> bool {
        has_half_width(self.input.text())
    }

    fn area(&self, model: &Model, y: usize) -> Area {
        Area {
            ruler: model.ruler(),
            x: TEXT_AT,
            y,
            width: text_width(model),
            rows: text_rows(model),
            top: self.top,
        }
    }

    /// Draws the text over the lower part of the screen.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().edit;
        let proposals = if self.proposals.is_empty() {
            0
        } else {
            self.proposals.len() + 2
        };
        let rows = text_rows(model);
        let height = proposals + rows + 7;
        let whole = canvas.width();
        let top = canvas.height().saturating_sub(height);
        let mut panel = canvas.part(0, top, whole, height);
        panel.clear();
        panel.rule(0);
        let title = match self.field {
            TextField::Remark => words.remark,
            TextField::Reason => words.reason,
            TextField::Approver => words.approver,
        };
        panel.text(3, 1, title, Role::Strong);
        let unseen = safe::unseen(self.input.text());
        if unseen > 0 {
            let text = (panel.strings().writing.unseen)(unseen);
            draw_right(&mut panel, 1, &text, Role::Warning);
        }
        let mut y = 3;
        for (at, proposal) in self.proposals.iter().enumerate() {
            panel.row(y, self.focus == Focus::Proposal(at), proposal, Role::Plain);
            y += 1;
        }
        if !self.proposals.is_empty() {
            let own = self.focus == Focus::Proposal(self.proposals.len());
            panel.row(y, own, words.own, Role::Plain);
            y += 2;
        }
        self.draw_buttons(&mut panel, y + rows + 1);
        let hidden = self.draw_text(model, &mut panel, y);
        draw_right(
            &mut panel,
            y + rows + 1,
            &self.measures(model, hidden),
            Role::Plain,
        );
    }

    fn draw_buttons(&self, panel: &mut Canvas<'_, '_>, y: usize) {
        let button = format!("[ {} ]", panel.strings().edit.keep);
        panel.row(y, self.focus == Focus::Button, &button, Role::Plain);
        if self.has_half_width() {
            let button = format!("[ {} ]", panel.strings().writing.full_width);
            panel.row(y + 1, self.focus == Focus::FullWidth, &button, Role::Plain);
        }
    }

    /// Draws the text and returns how many lines there are above and below what is shown.
    fn draw_text(&self, model: &Model, panel: &mut Canvas<'_, '_>, y: usize) -> (usize, usize) {
        let focused = self.writes();
        if focused {
            panel.text(1, y, symbols::SELECTOR, Role::Accent);
        }
        let area = self.area(model, y);
        for row in 0..area.rows {
            panel.text(3, y + row, panel.symbols().divider, Role::Accent);
        }
        if self.input.text().is_empty() && !focused {
            let hint = panel.strings().edit.hint;
            panel.text(TEXT_AT, y, hint, Role::Plain);
        }
        area.draw(panel, &self.input, focused)
    }

    /// Returns what is said beside the button: lines not shown, the count and, near it, the limit.
    fn measures(&self, model: &Model, (above, below): (usize, usize)) -> String {
        let words = &model.strings.writing;
        let (length, max) = (self.input.length(), self.input.max());
        let left = max.saturating_sub(length);
        let near = if left <= NEAR {
            (words.left)(left)
        } else {
            String::new()
        };
        let count = format!("{length}/{max}");
        let hidden = (words.hidden_lines)(above, below);
        let parts = [hidden, near, count];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join("  ")
    }
}

fn text_width(model: &Model) -> usize {
    usize::from(model.size.0)
        .saturating_sub(8)
        .clamp(10, TEXT_WIDTH)
}

/// Returns the rows of text shown at once: more on a higher screen.
fn text_rows(model: &Model) -> usize {
    (usize::from(model.size.1) / 5).clamp(4, 10)
}
