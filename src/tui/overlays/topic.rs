//! What the help is about: the screen in front, and the field of it that has the keys.

use super::Overlay;
use crate::domain::record::TextField;
use crate::text::guide::{Topic, WalkField};
use crate::tui::model::Model;
use crate::tui::screens::Screen;
use crate::tui::screens::walk::{Focus, Walk};
use crate::tui::widgets::form::Form;

/// What the help is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    /// The place.
    pub topic: Topic,
    /// The field of a form that has the keys: its label and what it says itself.
    pub field: Option<(String, String)>,
}

/// Returns what the help is about now.
#[must_use]
pub fn subject(model: &Model) -> Subject {
    if let Some(overlay) = model.overlays.last() {
        return of_overlay(overlay);
    }
    let topic = |topic| Subject { topic, field: None };
    let form = |topic, form: &Form| Subject {
        topic,
        field: field(form),
    };
    match model.screens.last() {
        Some(Screen::Tour(_)) => topic(Topic::Tour),
        Some(Screen::Setup(setup)) => form(Topic::Setup, &setup.form),
        Some(Screen::Appearance(appearance)) => form(Topic::Appearance, &appearance.form),
        Some(Screen::Profile(_)) => topic(Topic::Profile),
        Some(Screen::Walk(walk)) => topic(Topic::Walk(walk_field(model, walk))),
        Some(Screen::Overview(_)) => topic(Topic::Overview),
        Some(Screen::Review(_)) => topic(review(model)),
        Some(Screen::Export(export)) => form(Topic::Export, &export.form),
        Some(Screen::Look(_)) => topic(Topic::Look),
        Some(Screen::Merge(merge)) => match merge.asking() {
            Some(fields) => form(Topic::Merge, fields),
            None => topic(Topic::Merge),
        },
        Some(Screen::Taking(taking)) => match taking.asking() {
            Some(fields) => form(Topic::Taking, fields),
            None => topic(Topic::Taking),
        },
        Some(Screen::History(_)) => topic(Topic::History),
        Some(Screen::Pager(_)) => topic(Topic::Page),
        Some(Screen::Desk(_)) => topic(Topic::Desk),
        Some(Screen::Department(_)) => topic(Topic::Department),
        Some(Screen::Item(_)) => topic(Topic::Item),
        Some(Screen::Collect(collect)) => match collect.asking() {
            Some(fields) => form(Topic::Collect, fields),
            None => topic(Topic::Collect),
        },
        Some(Screen::Returns(returns)) => form(Topic::Returns, &returns.form),
        Some(Screen::Roster(_)) => topic(Topic::Roster),
        Some(Screen::Home(_)) | None => topic(Topic::Home),
    }
}

fn of_overlay(overlay: &Overlay) -> Subject {
    let (topic, form) = match overlay {
        Overlay::Edit(edit) => {
            let field = match edit.field() {
                TextField::Remark => WalkField::Remark,
                TextField::Reason => WalkField::Reason,
                TextField::Approver => WalkField::Approver,
            };
            (Topic::Writing(field), None)
        }
        Overlay::Evidence(_) => (Topic::Evidence, None),
        Overlay::Prompt(prompt) => (Topic::Fields, Some(&prompt.form)),
        Overlay::Confirm(_) => (Topic::Question, None),
        Overlay::Search(_) => (Topic::Search, None),
        Overlay::Find(_) => (Topic::Find, None),
        Overlay::Palette(_) | Overlay::Help(_) => (Topic::Palette, None),
    };
    Subject {
        topic,
        field: form.and_then(field),
    }
}

fn field(form: &Form) -> Option<(String, String)> {
    form.fields
        .get(form.focus)
        .filter(|field| !field.hint.is_empty())
        .map(|field| (field.label.clone(), field.hint.clone()))
}

fn review(model: &Model) -> Topic {
    let confirmed = |open: &crate::tui::model::Open| open.workbook.is_confirmed();
    if model.open.as_ref().is_some_and(confirmed) {
        Topic::Confirmed
    } else {
        Topic::Review
    }
}

fn walk_field(model: &Model, walk: &Walk) -> WalkField {
    let (Some(open), Some(item)) = (&model.open, model.item()) else {
        return WalkField::Choice;
    };
    match walk.focused(open, item) {
        Focus::Choice(_) => WalkField::Choice,
        Focus::Included => WalkField::Included,
        Focus::Remark => WalkField::Remark,
        Focus::Evidence => WalkField::Evidence,
        Focus::Reason => WalkField::Reason,
        Focus::Approver => WalkField::Approver,
        Focus::Previous => WalkField::Previous,
        Focus::Flag => WalkField::Flag,
        Focus::Clause => WalkField::Clause,
    }
}
