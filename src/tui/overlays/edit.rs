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
use crate::domain::action;
use crate::domain::checklist::Item;
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
use crate::tui::theme::Role;
use crate::tui::widgets::text_input::{Reaction, TextInput};

/// Rows of text shown at once.
const TEXT_ROWS: usize = 4;
/// Widest line of text, in cells.
const TEXT_WIDTH: usize = 70;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Focus {
    Proposal(usize),
    Text,
    Button,
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
        let proposals = proposals(item, open.workbook.answer(item.id.as_str()).mark(), field);
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
        })
    }

    /// Begins writing the reason that － needs; the mark is recorded together with it.
    #[must_use]
    pub fn reason_for_mark(model: &Model) -> Option<Self> {
        let mut edit = Self::new(model, TextField::Reason)?;
        edit.with_mark = Some(Mark::NotApplicable);
        Some(edit)
    }

    /// Gives a key to the text; returns whether it was taken.
    pub fn typed(&mut self, model: &mut Model, key: Key, effects: &mut Effects) -> bool {
        match self.focus {
            Focus::Text => {
                let width = text_width(model);
                // Leaving the text upwards leads back to the proposals.
                let reaction = self.input.key(key, model.ruler(), width);
                self.after(model, reaction, effects);
                match (reaction, key) {
                    (Reaction::Ignored, Key::Up) => {
                        self.focus = self.before();
                        true
                    }
                    (Reaction::Ignored, Key::Down) => {
                        self.focus = Focus::Button;
                        true
                    }
                    (Reaction::Ignored, _) => false,
                    _ => true,
                }
            }
            Focus::Proposal(at) => match key {
                Key::Up => {
                    self.focus = Focus::Proposal(at.saturating_sub(1));
                    true
                }
                Key::Down => {
                    self.focus = if at < self.proposals.len() {
                        Focus::Proposal(at + 1)
                    } else {
                        Focus::Text
                    };
                    true
                }
                // Whoever begins to type means to write.
                Key::Char(_) => {
                    self.focus = Focus::Text;
                    self.typed(model, key, effects)
                }
                _ => false,
            },
            Focus::Button => match key {
                Key::Up => {
                    self.focus = Focus::Text;
                    true
                }
                Key::Down => true,
                _ => false,
            },
        }
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, model: &mut Model, text: &str, effects: &mut Effects) {
        self.focus = Focus::Text;
        let reaction = self.input.insert(text);
        self.after(model, reaction, effects);
    }

    fn after(&self, model: &mut Model, reaction: Reaction, effects: &mut Effects) {
        match reaction {
            Reaction::Full => {
                let text = (model.strings.notices.full)(self.input.max());
                model.warn(text);
            }
            Reaction::Changed => effects.push(Effect::KeepDraft(Some(Draft {
                item: self.item.clone(),
                field: self.field,
                text: self.input.text().to_owned(),
                at: model.now.to_rfc3339(),
            }))),
            Reaction::Ignored | Reaction::Moved => {}
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> OverlayGo {
        match action {
            Action::Enter => return self.enter(model, effects),
            Action::NextField => self.focus = self.next(),
            Action::PreviousField => self.focus = self.before(),
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
                    self.input.set(&proposal);
                    self.keep(model, effects)
                } else {
                    self.focus = Focus::Text;
                    OverlayGo::Stay
                }
            }
            Focus::Text => OverlayGo::Stay,
            Focus::Button => self.keep(model, effects),
        }
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
        let recorded = model.commit(outcome, effects);
        effects.push(Effect::KeepDraft(None));
        let asked = self.with_mark.is_some() && recorded;
        OverlayGo::Then(Box::new(move |model, _| walk::go_on_after(model, asked)))
    }

    const fn next(&self) -> Focus {
        match self.focus {
            Focus::Proposal(_) => Focus::Text,
            Focus::Text => Focus::Button,
            Focus::Button if self.proposals.is_empty() => Focus::Text,
            Focus::Button => Focus::Proposal(0),
        }
    }

    const fn before(&self) -> Focus {
        match self.focus {
            Focus::Proposal(_) => Focus::Button,
            Focus::Text if self.proposals.is_empty() => Focus::Button,
            Focus::Text => Focus::Proposal(0),
            Focus::Button => Focus::Text,
        }
    }

    /// Draws the text over the lower part of the screen.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().edit;
        let proposals = if self.proposals.is_empty() {
            0
        } else {
            self.proposals.len() + 2
        };
        let height = proposals + TEXT_ROWS + 7;
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
        self.draw_text(model, &mut panel, y);
        y += TEXT_ROWS + 1;
        let button = format!("[ {} ]", words.keep);
        panel.row(y, self.focus == Focus::Button, &button, Role::Plain);
        let count = format!("{}/{}", self.input.length(), self.input.max());
        let x = whole.saturating_sub(ruler.cells(&count) + 2);
        panel.text(x, y, &count, Role::Plain);
        if self.focus == Focus::Text {
            let width = text_width(model);
            let (line, column) = self.input.caret_place(model.ruler(), width);
            let first = line.saturating_sub(TEXT_ROWS - 1);
            panel.caret(5 + column, y - TEXT_ROWS - 1 + line - first);
        }
    }

    fn draw_text(&self, model: &Model, panel: &mut Canvas<'_, '_>, top: usize) {
        let width = text_width(model);
        let (line, _) = self.input.caret_place(model.ruler(), width);
        let first = line.saturating_sub(TEXT_ROWS - 1);
        let focused = self.focus == Focus::Text;
        for row in 0..TEXT_ROWS {
            let sign = if focused {
                crate::tui::symbols::SELECTOR
            } else {
                " "
            };
            panel.text(
                1,
                top + row,
                if row == 0 { sign } else { " " },
                Role::Accent,
            );
            panel.text(3, top + row, panel.symbols().divider, Role::Accent);
        }
        let spans = self.input.wrapped(model.ruler(), width);
        for (row, span) in spans.iter().skip(first).take(TEXT_ROWS).enumerate() {
            let text = self
                .input
                .text()
                .get(span.start..span.end)
                .unwrap_or_default();
            panel.text(5, top + row, text, Role::Strong);
        }
        if self.input.text().is_empty() && !focused {
            let hint = panel.strings().edit.hint;
            panel.text(5, top, hint, Role::Plain);
        }
    }
}

fn text_width(model: &Model) -> usize {
    usize::from(model.size.0)
        .saturating_sub(8)
        .clamp(10, TEXT_WIDTH)
}

/// Returns proposals for a text: the parts of the chosen criterion.
fn proposals(item: &Item, mark: Option<Mark>, field: TextField) -> Vec<String> {
    let criterion = match field {
        TextField::Reason => item.criterion(Mark::NotApplicable),
        TextField::Remark => mark.and_then(|mark| match mark {
            Mark::ToBeConfirmed => None,
            other => item.criterion(other),
        }),
        TextField::Approver => None,
    };
    criterion.map_or_else(Vec::new, crate::text::search::alternatives)
}
