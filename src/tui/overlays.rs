//! What lies over a screen: a stack; the front one gets the keys.

pub mod confirm;
pub mod edit;
pub mod evidence;
pub mod find;
pub mod help;
pub mod leaving;
pub mod palette;
pub mod prompt;
pub mod search;
pub mod topic;

use super::canvas::Canvas;
use super::effect::Effects;
use super::key::Key;
use super::keymap::{Action, Scope};
use super::model::Model;
use super::widgets::text_input::Reaction;

/// Something over a screen.
#[derive(Debug)]
pub enum Overlay {
    /// The help.
    Help(help::Help),
    /// Finding an action.
    Palette(palette::Palette),
    /// A text being written.
    Edit(edit::Edit),
    /// The list of evidence.
    Evidence(evidence::EvidenceList),
    /// A few fields to fill in.
    Prompt(prompt::Prompt),
    /// A question with a few answers.
    Confirm(confirm::Confirm),
    /// The search.
    Search(search::Search),
    /// The search of what was collected.
    Find(find::Find),
}

/// What to do once an overlay is closed.
pub type Then = Box<dyn FnOnce(&mut Model, &mut Effects)>;

/// Where to go after an action.
pub enum OverlayGo {
    /// Stay.
    Stay,
    /// Close.
    Close,
    /// Close, then do something.
    Then(Then),
}

impl Overlay {
    /// Returns the help for where the user is.
    #[must_use]
    pub fn help(model: &Model) -> Self {
        Self::Help(help::Help::new(model))
    }

    /// Returns the scope of its keys.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Help(_) => Scope::Help,
            Self::Palette(_) => Scope::Palette,
            Self::Edit(_) => Scope::Edit,
            Self::Evidence(_) => Scope::Evidence,
            Self::Prompt(_) => Scope::Form,
            Self::Confirm(_) => Scope::Confirm,
            Self::Search(_) | Self::Find(_) => Scope::Search,
        }
    }

    /// Returns whether a field with a text is in focus.
    #[must_use]
    pub fn writes(&self) -> bool {
        match self {
            Self::Help(_) | Self::Search(_) | Self::Find(_) | Self::Palette(_) => true,
            Self::Edit(edit) => edit.writes(),
            Self::Prompt(prompt) => prompt.form.writes(),
            Self::Evidence(_) | Self::Confirm(_) => false,
        }
    }

    /// Returns whether an action would do nothing here and now.
    #[must_use]
    pub fn rests(&self, action: Action) -> bool {
        match self {
            Self::Prompt(prompt) => prompt.form.rests(action),
            _ => false,
        }
    }

    /// Gives a key to the text field in focus.
    pub fn typed(&mut self, model: &Model, key: Key, effects: &mut Effects) -> Reaction {
        match self {
            Self::Help(help) => help.typed(key),
            Self::Palette(palette) => palette.typed(key),
            Self::Search(search) => search.typed(key),
            Self::Find(find) => find.typed(key),
            Self::Edit(edit) => edit.typed(model, key, effects),
            Self::Prompt(prompt) => prompt.form.typed(key),
            Self::Evidence(_) | Self::Confirm(_) => Reaction::Ignored,
        }
    }

    /// Gives a pasted text to the text field in focus.
    pub fn pasted(&mut self, model: &Model, text: &str, effects: &mut Effects) -> Reaction {
        match self {
            Self::Edit(edit) => edit.pasted(model, text, effects),
            Self::Prompt(prompt) => prompt.form.pasted(text),
            Self::Search(search) => search.pasted(text),
            Self::Find(find) => find.pasted(text),
            Self::Palette(palette) => palette.pasted(text),
            Self::Help(help) => help.pasted(text),
            Self::Evidence(_) | Self::Confirm(_) => Reaction::Ignored,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> OverlayGo {
        match self {
            Self::Help(help) => help.act(model, action),
            Self::Palette(palette) => palette.act(model, action),
            Self::Search(search) => search.act(model, action),
            Self::Find(find) => find.act(model, action),
            Self::Edit(edit) => edit.act(model, action, effects),
            Self::Evidence(evidence) => evidence.act(model, action, effects),
            Self::Prompt(prompt) => prompt.act(action),
            Self::Confirm(confirm) => confirm.act(action),
        }
    }

    /// Draws the overlay over the screen.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        match self {
            Self::Help(help) => help.draw(model, canvas),
            Self::Palette(palette) => palette.draw(model, canvas),
            Self::Search(search) => search.draw(model, canvas),
            Self::Find(find) => find.draw(model, canvas),
            Self::Edit(edit) => edit.draw(model, canvas),
            Self::Evidence(evidence) => evidence.draw(model, canvas),
            Self::Prompt(prompt) => prompt.draw(canvas),
            Self::Confirm(confirm) => confirm.draw(canvas),
        }
    }
}
