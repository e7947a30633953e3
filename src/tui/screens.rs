//! The screens: each holds its own small state, does what keys ask for, and draws itself.

pub mod appearance;
pub mod collect;
pub mod desk;
pub mod export;
pub mod history;
pub mod home;
pub mod look;
pub mod merge;
pub mod overview;
pub mod pager;
pub mod profile;
pub mod returns;
pub mod review;
pub mod roster;
pub mod setup;
pub mod taking;
pub mod tour;
pub mod walk;

use super::canvas::Canvas;
use super::effect::Effects;
use super::key::Key;
use super::keymap::{Action, Scope};
use super::model::Model;
use super::widgets::form::Form;
use super::widgets::text_input::Reaction;

/// A screen.
#[derive(Debug)]
pub enum Screen {
    /// The list of workbooks.
    Home(home::Home),
    /// Beginning a workbook.
    Setup(setup::Setup),
    /// The questions about the department.
    Profile(profile::Profile),
    /// The walk through the items.
    Walk(walk::Walk),
    /// The overview.
    Overview(overview::Overview),
    /// The review before confirming.
    Review(review::Review),
    /// The export.
    Export(export::Export),
    /// How the screen looks.
    Appearance(appearance::Appearance),
    /// Merging a copy.
    Merge(merge::Merge),
    /// Taking a return slip.
    Taking(Box<taking::Taking>),
    /// The look before an export.
    Look(look::Look),
    /// The history.
    History(history::History),
    /// A page of text.
    Pager(pager::Pager),
    /// The first start.
    Tour(tour::Tour),
    /// What a division collected.
    Desk(desk::Desk),
    /// A department of it.
    Department(desk::Department),
    /// An item of it across departments.
    Item(desk::ItemAcross),
    /// Collecting.
    Collect(Box<collect::Collect>),
    /// Making return slips.
    Returns(Box<returns::Returns>),
    /// The roster.
    Roster(Box<roster::Roster>),
}

/// Where to go after an action.
#[derive(Debug)]
pub enum Go {
    /// Stay.
    Stay,
    /// One level back.
    Back,
    /// To a screen on top of this one.
    To(Box<Screen>),
    /// To a screen instead of this one.
    Instead(Box<Screen>),
    /// To the walk, at the item in front.
    Walk,
    /// To the list of workbooks.
    Home,
    /// Stay, and do what a key asks for once the screen is in its place again.
    Then(Action),
}

impl Screen {
    /// Returns the overview.
    #[must_use]
    pub fn overview() -> Self {
        Self::Overview(overview::Overview::default())
    }

    /// Returns the questions about the department; `first` when they are met on the way in.
    #[must_use]
    pub fn profile(first: bool) -> Self {
        Self::Profile(profile::Profile::new(first))
    }

    /// Returns the review.
    #[must_use]
    pub fn review() -> Self {
        Self::Review(review::Review::default())
    }

    /// Returns the scope of its keys.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Home(_) => Scope::Home,
            Self::Setup(_) | Self::Appearance(_) | Self::Returns(_) => Scope::Form,
            Self::Profile(_) => Scope::Profile,
            Self::Walk(_) => Scope::Walk,
            Self::Overview(_) => Scope::Overview,
            Self::Review(_) => Scope::Review,
            Self::Export(_) => Scope::Export,
            Self::Merge(merge) => merge.scope(),
            Self::Taking(taking) => taking.scope(),
            // A list and things to do below it, with the same keys.
            Self::Look(_) => Scope::Review,
            Self::History(_) => Scope::History,
            Self::Pager(_) => Scope::Pager,
            Self::Tour(_) => Scope::Tour,
            Self::Desk(_) => Scope::Desk,
            Self::Department(_) | Self::Item(_) => Scope::Detail,
            Self::Collect(collect) => collect.scope(),
            Self::Roster(_) => Scope::Roster,
        }
    }

    /// Returns whether a field with a text is in focus.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.fields().is_some_and(Form::writes)
    }

    /// Returns the fields that have the keys, if there are any.
    fn fields(&self) -> Option<&Form> {
        match self {
            Self::Setup(setup) => Some(&setup.form),
            Self::Appearance(appearance) => Some(&appearance.form),
            Self::Export(export) => Some(&export.form),
            Self::Merge(merge) => merge.asking(),
            Self::Taking(taking) => taking.asking(),
            Self::Collect(collect) => collect.asking(),
            Self::Returns(returns) => Some(&returns.form),
            _ => None,
        }
    }

    /// Returns whether an action would do nothing here and now, so that nobody is told of its key.
    #[must_use]
    pub fn rests(&self, action: Action) -> bool {
        match self {
            Self::Desk(desk) => desk.rests(action),
            _ => self.fields().is_some_and(|form| form.rests(action)),
        }
    }

    /// Gives a key to the text field in focus.
    pub fn typed(&mut self, key: Key) -> Reaction {
        self.form()
            .map_or(Reaction::Ignored, |form| form.typed(key))
    }

    /// Gives a pasted text to the text field in focus.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        self.form()
            .map_or(Reaction::Ignored, |form| form.pasted(text))
    }

    fn form(&mut self) -> Option<&mut Form> {
        match self {
            Self::Setup(setup) => Some(&mut setup.form),
            Self::Export(export) => Some(&mut export.form),
            Self::Merge(merge) => merge.field(),
            Self::Taking(taking) => taking.field(),
            Self::Collect(collect) => collect.field(),
            Self::Returns(returns) => Some(&mut returns.form),
            _ => None,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self {
            Self::Home(home) => home.act(model, action, effects),
            Self::Setup(setup) => setup.act(model, action, effects),
            Self::Profile(profile) => profile.act(model, action, effects),
            Self::Walk(walk) => walk.act(model, action, effects),
            Self::Overview(overview) => overview.act(model, action),
            Self::Review(review) => review.act(model, action, effects),
            Self::Export(export) => export.act(model, action, effects),
            Self::Appearance(appearance) => appearance.act(model, action, effects),
            Self::Look(look) => look.act(model, action, effects),
            Self::Merge(merge) => merge.act(model, action, effects),
            Self::Taking(taking) => taking.act(model, action, effects),
            Self::History(history) => history.act(model, action),
            Self::Pager(pager) => pager.act(model, action),
            Self::Tour(tour) => tour.act(model, action, effects),
            Self::Desk(desk) => desk.act(model, action),
            Self::Department(department) => department.act(model, action, effects),
            Self::Item(item) => item.act(model, action, effects),
            Self::Collect(collect) => collect.act(model, action, effects),
            Self::Returns(returns) => returns.act(model, action, effects),
            Self::Roster(roster) => roster.act(model, action, effects),
        }
    }

    /// Draws the screen between header and footer.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        match self {
            Self::Home(home) => home.draw(model, canvas),
            Self::Setup(setup) => setup.draw(canvas),
            Self::Profile(profile) => profile.draw(model, canvas),
            Self::Walk(walk) => walk.draw(model, canvas),
            Self::Overview(overview) => overview.draw(model, canvas),
            Self::Review(review) => review.draw(model, canvas),
            Self::Export(export) => export.draw(model, canvas),
            Self::Appearance(appearance) => appearance.draw(model, canvas),
            Self::Look(look) => look.draw(model, canvas),
            Self::Merge(merge) => merge.draw(model, canvas),
            Self::Taking(taking) => taking.draw(model, canvas),
            Self::History(history) => history.draw(model, canvas),
            Self::Pager(pager) => pager.draw(canvas),
            Self::Tour(tour) => tour.draw(canvas),
            Self::Desk(desk) => desk.draw(model, canvas),
            Self::Department(department) => department.draw(model, canvas),
            Self::Item(item) => item.draw(model, canvas),
            Self::Collect(collect) => collect.draw(model, canvas),
            Self::Returns(returns) => returns.draw(model, canvas),
            Self::Roster(roster) => roster.draw(model, canvas),
        }
    }
}
