//! The walk: one question at a time, its choices, and what belongs to the answer.

use super::{Go, Screen};
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::completeness::{Lack, asks_reason_first, missing};
use crate::domain::mark::Mark;
use crate::domain::progress::{asked, next_due};
use crate::domain::record::TextField;
use crate::domain::standing::{Standing, standing};
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::edit::Edit;
use crate::tui::overlays::evidence::EvidenceList;

/// The walk's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Walk {
    /// What the next key acts on; the recorded or first choice when none was moved to.
    pub focus: Option<Focus>,
    /// What the user chose not to add now.
    skipped: Vec<Lack>,
}

impl Walk {
    /// Returns what the next key acts on.
    #[must_use]
    pub fn focused(&self, open: &Open, item: &Item) -> Focus {
        self.focus
            .unwrap_or_else(|| match standing(&open.checklist, &open.workbook, item) {
                Standing::Marked(mark, _) => Focus::Choice(mark),
                Standing::SetAside(_) => Focus::Included,
                Standing::Blank => Focus::Choice(Mark::Implemented),
            })
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(item) = model.item().cloned() else {
            return Go::Back;
        };
        match action {
            Action::Up => self.step_choice(model, &item, false),
            Action::Down => self.step_choice(model, &item, true),
            Action::NextField => self.step_field(model, &item, true),
            Action::PreviousField => self.step_field(model, &item, false),
            Action::PageUp => self.turn(model, false),
            Action::PageDown => self.turn(model, true),
            Action::Mark(digit) => {
                if let Some(mark) = Mark::from_digit(digit) {
                    return self.answer(model, &item, mark, effects);
                }
            }
            Action::Clear => {
                if let Some(open) = &model.open {
                    let outcome = action::mark(&open.workbook, &item, None, None);
                    if model.commit(outcome, effects) {
                        self.focus = None;
                    }
                }
            }
            Action::Enter => return self.enter(model, &item, effects),
            Action::Overview => return Go::Instead(Box::new(Screen::overview())),
            Action::Search => super::overview::ask_search(model),
            Action::CarryOver => self.carry_over(model, &item, effects),
            Action::Flag => flag(model, &item, effects),
            Action::Filter => return super::pager::clause(model),
            Action::Advance => {
                model.preferences.advance = !model.preferences.advance;
                effects.push(Effect::SavePreferences(model.preferences.clone()));
                let words = &model.strings.notices;
                model.tell(if model.preferences.advance {
                    words.advance_on
                } else {
                    words.advance_off
                });
            }
            Action::Back => return Go::Back,
            _ => {}
        }
        Go::Stay
    }

    fn enter(&mut self, model: &mut Model, item: &Item, effects: &mut Effects) -> Go {
        let Some(open) = &model.open else {
            return Go::Back;
        };
        match self.focused(open, item) {
            Focus::Choice(mark) => return self.answer(model, item, mark, effects),
            Focus::Included => {
                let outcome = action::toggle_included(&open.checklist, &open.workbook, item);
                if model.commit(outcome, effects) {
                    self.focus = None;
                }
            }
            Focus::Remark => write(model, TextField::Remark),
            Focus::Reason => write(model, TextField::Reason),
            Focus::Approver => write(model, TextField::Approver),
            Focus::Evidence => {
                if may_write(model) {
                    model
                        .overlays
                        .push(Overlay::Evidence(EvidenceList::default()));
                }
            }
            Focus::Previous => self.carry_over(model, item, effects),
            Focus::Flag => flag(model, item, effects),
            Focus::Clause => return super::pager::clause(model),
        }
        Go::Stay
    }

    fn answer(&mut self, model: &mut Model, item: &Item, mark: Mark, effects: &mut Effects) -> Go {
        let Some(open) = &model.open else {
            return Go::Back;
        };
        self.focus = Some(Focus::Choice(mark));
        let recorded = open.workbook.answer(item.id.as_str());
        if asks_reason_first(item, recorded, mark) {
            if may_write(model)
                && let Some(edit) = Edit::reason_for_mark(model)
            {
                model.overlays.push(Overlay::Edit(edit));
            }
            return Go::Stay;
        }
        let outcome = action::mark(&open.workbook, item, Some(mark), None);
        let same = outcome.as_ref().is_ok_and(Vec::is_empty);
        if model.commit(outcome, effects) || same {
            self.skipped.clear();
            return self.go_on(model, item);
        }
        Go::Stay
    }

    fn carry_over(&mut self, model: &mut Model, item: &Item, effects: &mut Effects) {
        let Some(open) = &model.open else { return };
        let words = &model.strings.notices;
        let Some(previous) = &open.previous else {
            return model.tell(words.no_previous);
        };
        let changed = previous.wording_changed(item);
        let year = (model.strings.fiscal_year)(previous.year);
        let outcome = action::carry_over(&open.workbook, previous, item);
        if model.commit(outcome, effects) {
            self.focus = None;
            if changed {
                model.warn((words.carried_changed)(&year));
            } else {
                model.tell((words.carried)(&year));
            }
        }
    }

    /// Asks for what the answer still needs, or goes on to the next open item.
    fn go_on(&mut self, model: &mut Model, item: &Item) -> Go {
        let Some(open) = &model.open else {
            return Go::Back;
        };
        let lack = missing(&open.checklist, &open.workbook)
            .into_iter()
            .filter(|missing| missing.item == item.id)
            .map(|missing| missing.lack)
            .find(|lack| !self.skipped.contains(lack) && *lack != Lack::Confirmation);
        match lack {
            Some(Lack::Remark) => {
                self.skipped.push(Lack::Remark);
                write(model, TextField::Remark);
            }
            Some(Lack::Approver) => {
                self.skipped.push(Lack::Approver);
                write(model, TextField::Approver);
            }
            Some(Lack::Evidence) => {
                self.skipped.push(Lack::Evidence);
                model
                    .overlays
                    .push(Overlay::Evidence(EvidenceList::following()));
            }
            _ => return self.advance(model),
        }
        Go::Stay
    }

    fn advance(&mut self, model: &mut Model) -> Go {
        let advance = model.preferences.advance;
        let Some(open) = &mut model.open else {
            return Go::Back;
        };
        match next_due(&open.checklist, &open.workbook, Some(open.position)) {
            Some(position) if advance => {
                open.position = position;
                *self = Self::default();
                Go::Stay
            }
            Some(_) => Go::Stay,
            None => {
                let text = model.strings.notices.all_answered;
                model.tell(text);
                Go::Instead(Box::new(Screen::review()))
            }
        }
    }

    fn step_choice(&mut self, model: &Model, item: &Item, down: bool) {
        let Some(open) = &model.open else { return };
        let focus = self.focused(open, item);
        let Focus::Choice(mark) = focus else {
            return self.step_field(model, item, down);
        };
        let index = mark.index();
        let next = if down {
            index + 1
        } else {
            index.wrapping_sub(1)
        };
        match Mark::ALL.get(next) {
            Some(mark) => self.focus = Some(Focus::Choice(*mark)),
            None => self.step_field(model, item, down),
        }
    }

    fn step_field(&mut self, model: &Model, item: &Item, next: bool) {
        let Some(open) = &model.open else { return };
        let ring = ring(open, item);
        let focus = self.focused(open, item);
        let at = ring
            .iter()
            .position(|entry| {
                *entry == focus || matches!((entry, focus), (Focus::Choice(_), Focus::Choice(_)))
            })
            .unwrap_or(0);
        let count = ring.len();
        let target = if next { at + 1 } else { at + count - 1 } % count;
        self.focus = match ring.get(target) {
            Some(Focus::Choice(_)) => None,
            other => other.copied(),
        };
    }

    fn turn(&mut self, model: &mut Model, next: bool) {
        let Some(open) = &mut model.open else { return };
        let asked = asked(&open.checklist, &open.workbook);
        let found = if next {
            asked.into_iter().find(|at| *at > open.position)
        } else {
            asked.into_iter().rfind(|at| *at < open.position)
        };
        if let Some(position) = found {
            open.position = position;
            *self = Self::default();
        } else {
            let words = &model.strings.notices;
            model.tell(if next {
                words.last_item
            } else {
                words.first_item
            });
        }
    }
}

/// Goes on after a text or the list of evidence was left: asks for what is still needed, or goes to
/// the next item. `asked` tells that it belonged to an answer just given.
pub fn go_on_after(model: &mut Model, asked: bool) {
    let Some(item) = model.item().cloned() else {
        return;
    };
    let mut walk = match model.screens.pop() {
        Some(Screen::Walk(walk)) => walk,
        // Written over another screen: there is nothing to go on with.
        Some(other) => return model.screens.push(other),
        None => return,
    };
    // A text opened from its own field leads back to it; one that was asked for goes on.
    let go = if asked || !walk.skipped.is_empty() {
        walk.go_on(model, &item)
    } else {
        Go::Stay
    };
    match go {
        Go::Instead(screen) => model.screens.push(*screen),
        _ => model.screens.push(Screen::Walk(walk)),
    }
}

fn flag(model: &mut Model, item: &Item, effects: &mut Effects) {
    if let Some(open) = &model.open {
        let outcome = action::toggle_flag(&open.workbook, item);
        model.commit(outcome, effects);
    }
}

fn write(model: &mut Model, field: TextField) {
    if may_write(model)
        && let Some(edit) = Edit::new(model, field)
    {
        model.overlays.push(Overlay::Edit(edit));
    }
}

/// Opens the text in focus, if there is one, for what is typed or pasted there. Returns false where
/// it cannot be written; why is told.
pub fn write_in_focus(model: &mut Model) -> bool {
    let (Some(Screen::Walk(walk)), Some(open), Some(item)) =
        (model.screens.last(), &model.open, model.item())
    else {
        return true;
    };
    let Some(field) = walk.focused(open, item).text() else {
        return true;
    };
    write(model, field);
    !model.overlays.is_empty()
}

/// Tells whether the workbook takes answers, and if not, says why.
fn may_write(model: &mut Model) -> bool {
    let Some(open) = &model.open else {
        return false;
    };
    if open.read_only.is_some() {
        let text = model.strings.notices.read_only;
        model.warn(text);
        return false;
    }
    if open.workbook.is_confirmed() {
        let text = (model.strings.refusal)(action::Refusal::Confirmed);
        model.warn(text);
        return false;
    }
    true
}

#[path = "walk_focus.rs"]
mod focus;
#[path = "walk_view.rs"]
mod view;

pub use focus::{Focus, ring};
