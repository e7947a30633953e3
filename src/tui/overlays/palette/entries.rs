//! What the palette lists: the keys of the place from the key table, places to go to, and what can be
//! done elsewhere.

use super::Place;
use super::places::Destination;
use crate::domain::progress::{asked_at, asked_number};
use crate::text::Lang;
use crate::text::label::Label;
use crate::text::search::folded;
use crate::tui::key::Key;
use crate::tui::key_table::place as name_of;
use crate::tui::keymap::{Action, Binding, KEYS, Scope, bindings};
use crate::tui::model::Model;

/// What an entry does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Run {
    /// What a key asks for.
    Key(Action),
    /// Goes somewhere.
    Place(Destination),
    /// What a key asks for at the question in front, which is shown first.
    InWalk(Action),
    /// Goes to the item of this position.
    Item(usize),
}

/// Why something is not possible now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Blocked {
    /// In a few words, for the row.
    pub short: String,
    /// With what to do, for whoever tries.
    pub whole: String,
}

impl Blocked {
    /// Says why in the same words in both places.
    #[must_use]
    pub fn by(why: &str) -> Self {
        Self::with(why, why)
    }

    /// Says why in a few words, and more to whoever tries.
    #[must_use]
    pub fn with(short: &str, whole: &str) -> Self {
        Self {
            short: short.to_owned(),
            whole: whole.to_owned(),
        }
    }
}

/// Something that can be done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it is called, and how that is read.
    pub label: Label,
    /// What it is called in English, by which it is found as well.
    pub english: Label,
    /// Its key, if it has one here.
    pub key: String,
    /// What else is to be known before it is done.
    pub note: String,
    /// Why it is not possible now.
    pub blocked: Option<Blocked>,
    /// What it does.
    pub run: Run,
}

impl Entry {
    /// Tells whether what was typed finds the entry.
    #[must_use]
    pub fn found_by(&self, typed: &str) -> bool {
        self.label.holds(typed)
            || self.english.holds(typed)
            || folded(&self.key).contains(&folded(typed))
    }
}

/// A row of the list.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) note: String,
    pub(super) blocked: Option<Blocked>,
    pub(super) run: Run,
}

/// Returns the rows that what was typed leaves: a question by its number first.
pub(super) fn rows(model: &Model, place: &Place, typed: &str) -> Vec<Row> {
    let found = entries(model, place)
        .into_iter()
        .filter(|entry| entry.found_by(typed))
        .map(|entry| Row {
            name: entry.label.text.to_owned(),
            key: entry.key,
            note: entry.note,
            blocked: entry.blocked,
            run: entry.run,
        });
    jump(model, place, typed).into_iter().chain(found).collect()
}

fn jump(model: &Model, place: &Place, typed: &str) -> Option<Row> {
    let number = folded(typed).parse().ok()?;
    let open = model.open.as_ref().filter(|_| !place.busy)?;
    let position = asked_at(&open.checklist, &open.workbook, number)?;
    let question = &open.checklist.items.get(position)?.question;
    Some(Row {
        name: format!("{}  {question}", (model.strings.palette.jump)(number)),
        key: String::new(),
        note: String::new(),
        blocked: None,
        run: Run::Item(position),
    })
}

/// Returns everything that can be done, what is possible now first.
#[must_use]
pub fn entries(model: &Model, place: &Place) -> Vec<Entry> {
    let front = place.scopes.first().copied().unwrap_or(Scope::Global);
    let here: Vec<&Binding> = bindings(&place.scopes)
        .filter(|it| is_command(it))
        .collect();
    let (own, general): (Vec<_>, Vec<_>) = here.into_iter().partition(|it| it.scope == front);
    let mut entries: Vec<Entry> = own.iter().map(|it| by_key(model, place, it)).collect();
    entries.extend(Destination::ALL.map(|to| to.entry(model, place)));
    entries.extend(general.iter().map(|it| by_key(model, place, it)));
    for binding in KEYS.iter().filter(|it| is_done_elsewhere(it)) {
        let label = (binding.label)(model.strings);
        if !entries.iter().any(|entry| entry.label == label) {
            entries.push(elsewhere(model, place, binding));
        }
    }
    entries.sort_by_key(|entry| entry.blocked.is_some());
    entries
}

/// Tells whether a binding is more than moving about, for which everybody has the keys.
fn is_command(binding: &Binding) -> bool {
    let moves = matches!(
        binding.action,
        Action::PageUp | Action::PageDown | Action::First | Action::Last
    );
    let basic = binding.keys.first().is_some_and(|key| key.is_basic());
    let goes = Destination::ALL
        .iter()
        .any(|to| to.action() == Some(binding.action));
    !basic && !goes && binding.action != Action::Palette && (!moves || binding.scope == Scope::Walk)
}

/// Tells whether a binding is a command of one of the large screens.
fn is_done_elsewhere(binding: &Binding) -> bool {
    let large = matches!(binding.scope, Scope::Home | Scope::Walk | Scope::Overview);
    let command = matches!(
        binding.keys.first(),
        Some(Key::Ctrl(_) | Key::Function(_) | Key::Delete)
    );
    large && command && is_command(binding)
}

fn by_key(model: &Model, place: &Place, binding: &Binding) -> Entry {
    Entry {
        label: (binding.label)(model.strings),
        english: (binding.label)(Lang::En.strings()),
        key: binding.keys.first().map(Key::to_string).unwrap_or_default(),
        note: String::new(),
        blocked: key_blocked(model, place, binding),
        run: Run::Key(binding.action),
    }
}

/// What is done on another screen; from within a workbook its questions are never far.
fn elsewhere(model: &Model, place: &Place, binding: &Binding) -> Entry {
    let entry = by_key(model, place, binding);
    if let Some(open) = model.open.as_ref()
        && binding.scope == Scope::Walk
        && !place.busy
    {
        let number = asked_number(&open.checklist, &open.workbook, open.position);
        return Entry {
            key: String::new(),
            note: number.map_or_else(String::new, model.strings.palette.at),
            run: Run::InWalk(binding.action),
            ..entry
        };
    }
    let words = &model.strings.palette.blocked;
    let there = (words.elsewhere)(name_of(model.strings, binding.scope));
    let why = if place.busy { words.busy } else { &there };
    Entry {
        blocked: Some(Blocked::by(why)),
        ..entry
    }
}

/// Returns why what a key asks for is not possible now.
fn key_blocked(model: &Model, place: &Place, binding: &Binding) -> Option<Blocked> {
    let words = &model.strings.palette.blocked;
    let notices = &model.strings.notices;
    let general = matches!(
        binding.action,
        Action::Save | Action::Undo | Action::Redo | Action::Appearance
    );
    if general && place.busy {
        return Some(Blocked::by(words.busy));
    }
    let open = model.open.as_ref();
    match binding.action {
        Action::Save | Action::Undo | Action::Redo if open.is_none() => {
            Some(Blocked::by(words.no_workbook))
        }
        Action::Undo if open.is_some_and(|open| open.workbook.undo_step().is_none()) => {
            Some(Blocked::by(notices.nothing_to_undo))
        }
        Action::Redo if open.is_some_and(|open| open.workbook.redo_step().is_none()) => {
            Some(Blocked::by(notices.nothing_to_redo))
        }
        Action::Merge if binding.scope == Scope::Home && model.shelf.rows.is_empty() => {
            let whole = model.strings.merge.no_workbook;
            Some(Blocked::with(words.no_workbook, whole))
        }
        Action::CarryOver | Action::Flag | Action::Clear | Action::Mark(_)
            if binding.scope == Scope::Walk =>
        {
            answer_blocked(model, binding.action)
        }
        _ => None,
    }
}

/// Returns why an answer cannot be changed now.
fn answer_blocked(model: &Model, action: Action) -> Option<Blocked> {
    let words = &model.strings.palette.blocked;
    let notices = &model.strings.notices;
    let (open, item) = (model.open.as_ref()?, model.item()?);
    if open.read_only.is_some() {
        return Some(Blocked::with(words.read_only, notices.read_only));
    }
    let refusal = |refusal| (model.strings.refusal)(refusal);
    if open.workbook.is_confirmed() {
        let whole = refusal(crate::domain::action::Refusal::Confirmed);
        return Some(Blocked::with(words.confirmed, whole));
    }
    if action != Action::CarryOver {
        return None;
    }
    match &open.previous {
        None => Some(Blocked::with(words.no_previous, notices.no_previous)),
        Some(previous) if previous.answer(item).is_none() => {
            let why = refusal(crate::domain::action::Refusal::NoPreviousAnswer);
            Some(Blocked::with(words.no_previous, why))
        }
        Some(_) => None,
    }
}
