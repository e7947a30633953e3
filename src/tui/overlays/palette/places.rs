//! Places to go to, and what else no key stands for.

use super::Place;
use super::entries::{Blocked, Entry, Run};
use crate::domain::returning::was_handed_in;
use crate::text::label::Label;
use crate::text::palette::Places;
use crate::text::{Lang, Strings};
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::{Action, Scope, bindings};
use crate::tui::model::Model;
use crate::tui::screens::collect::Collect;
use crate::tui::screens::export::Export;
use crate::tui::screens::history::History;
use crate::tui::screens::returns::Returns;
use crate::tui::screens::roster::Roster;
use crate::tui::screens::taking::Taking;
use crate::tui::screens::tour::Tour;
use crate::tui::screens::{Screen, home, overview};
use crate::tui::theme::Theme;
use crate::tui::update;
use crate::tui::view::is_of_desk;

/// Somewhere to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination {
    /// The next open item.
    GoOn,
    /// The overview.
    Overview,
    /// The review.
    Review,
    /// The export.
    Export,
    /// The history.
    History,
    /// The questions about the department.
    Profile,
    /// The search.
    Search,
    /// The list of workbooks.
    Home,
    /// Beginning a workbook.
    New,
    /// Checking the checklists.
    Check,
    /// Who fills in.
    Person,
    /// The first start.
    Tour,
    /// The roster.
    Roster,
    /// Collecting.
    Collect,
    /// What was collected.
    Collected,
    /// Making return slips.
    Returns,
    /// Taking a return slip.
    Taking,
    /// Other styles.
    Theme(Theme),
}

impl Destination {
    /// Every place.
    pub const ALL: [Self; 20] = [
        Self::GoOn,
        Self::Overview,
        Self::Review,
        Self::Export,
        Self::History,
        Self::Profile,
        Self::Search,
        Self::Home,
        Self::New,
        Self::Check,
        Self::Person,
        Self::Tour,
        Self::Roster,
        Self::Collect,
        Self::Collected,
        Self::Returns,
        Self::Taking,
        Self::Theme(Theme::Standard),
        Self::Theme(Theme::HighContrast),
        Self::Theme(Theme::Monochrome),
    ];

    const fn label(self, places: &Places) -> Label {
        match self {
            Self::GoOn => places.go_on,
            Self::Overview => places.overview,
            Self::Review => places.review,
            Self::Export => places.export,
            Self::History => places.history,
            Self::Profile => places.profile,
            Self::Search => places.search,
            Self::Home => places.home,
            Self::New => places.new,
            Self::Check => places.check,
            Self::Person => places.person,
            Self::Tour => places.tour,
            Self::Roster => places.roster,
            Self::Collect => places.collect,
            Self::Collected => places.collected,
            Self::Returns => places.returns,
            Self::Taking => places.taking,
            Self::Theme(Theme::Standard) => places.standard,
            Self::Theme(Theme::HighContrast) => places.high_contrast,
            Self::Theme(Theme::Monochrome) => places.monochrome,
        }
    }

    /// Returns the action of the key that leads there, where there is one.
    pub(super) const fn action(self) -> Option<Action> {
        match self {
            Self::Overview => Some(Action::Overview),
            Self::Search => Some(Action::Search),
            _ => None,
        }
    }

    /// Returns the entry of the palette.
    pub(super) fn entry(self, model: &Model, place: &Place) -> Entry {
        let label = |strings: &Strings| self.label(&strings.palette.places);
        let key = bindings(&place.scopes)
            .find(|binding| self.action() == Some(binding.action))
            .and_then(|binding| binding.keys.first());
        Entry {
            label: label(model.strings),
            english: label(Lang::En.strings()),
            key: key.map(ToString::to_string).unwrap_or_default(),
            note: String::new(),
            blocked: self.blocked(model, place),
            run: Run::Place(self),
        }
    }

    /// Returns why it is not possible to go there now.
    fn blocked(self, model: &Model, place: &Place) -> Option<Blocked> {
        let words = &model.strings.palette.blocked;
        if place.busy {
            return Some(Blocked::by(words.busy));
        }
        if self.is_here(model.screens.last()) {
            return Some(Blocked::by(words.here));
        }
        let at_home = model.open.is_none() && matches!(model.screens.last(), Some(Screen::Home(_)));
        match self {
            // The settings being looked at would tell something else than what is in force.
            Self::Theme(_) if matches!(model.screens.last(), Some(Screen::Appearance(_))) => {
                Some(Blocked::by(words.here))
            }
            Self::Theme(theme) if theme == model.theme => Some(Blocked::by(words.in_use)),
            Self::Theme(_) | Self::Home | Self::Person | Self::Tour => None,
            Self::New | Self::Check | Self::Roster | Self::Collect | Self::Collected
                if !at_home =>
            {
                let home = crate::tui::key_table::place(model.strings, Scope::Home);
                Some(Blocked::by(&(words.elsewhere)(home)))
            }
            Self::New if model.shelf.problems > 0 => {
                let whole = model.strings.home.checklists_broken;
                Some(Blocked::with(words.checklists, whole))
            }
            Self::New => {
                let trouble = model.shelf.trouble.as_ref();
                trouble.map(|why| Blocked::with(words.folder, why))
            }
            Self::Check | Self::Roster | Self::Collect | Self::Collected => None,
            Self::Returns if !is_of_desk(model) => {
                let desk = crate::tui::key_table::place(model.strings, Scope::Desk);
                Some(Blocked::by(&(words.elsewhere)(desk)))
            }
            Self::Returns => None,
            Self::Taking
                if model
                    .open
                    .as_ref()
                    .is_some_and(|open| !was_handed_in(&open.workbook)) =>
            {
                Some(Blocked::by(words.not_handed_in))
            }
            _ if model.open.is_none() => Some(Blocked::by(words.no_workbook)),
            _ => None,
        }
    }

    const fn is_here(self, screen: Option<&Screen>) -> bool {
        matches!(
            (self, screen),
            (Self::Overview, Some(Screen::Overview(_)))
                | (Self::Review, Some(Screen::Review(_)))
                | (Self::Export, Some(Screen::Export(_)))
                | (Self::History, Some(Screen::History(_)))
                | (Self::Profile, Some(Screen::Profile(_)))
                | (Self::Home, Some(Screen::Home(_)))
                | (Self::Tour, Some(Screen::Tour(_)))
                | (Self::Roster, Some(Screen::Roster(_)))
                | (Self::Collect, Some(Screen::Collect(_)))
                | (Self::Collected, Some(Screen::Desk(_)))
                | (Self::Returns, Some(Screen::Returns(_)))
                | (Self::Taking, Some(Screen::Taking(_)))
        )
    }

    /// Goes there.
    pub(super) fn go(self, model: &mut Model, effects: &mut Effects) {
        match self {
            Self::GoOn => overview::go_on(model),
            Self::Overview => update::go_below_overview(model, None),
            Self::Review => update::go_below_overview(model, Some(Screen::review())),
            Self::Export => {
                let export = Screen::Export(Export::new(model));
                update::go_below_overview(model, Some(export));
            }
            Self::History => {
                let history = Screen::History(History::default());
                update::go_below_overview(model, Some(history));
            }
            Self::Profile => update::go_below_overview(model, Some(Screen::profile(false))),
            Self::Search => overview::ask_search(model),
            Self::Home => update::go_home(model, effects),
            Self::New => home::begin(model),
            Self::Check => effects.push(Effect::Check),
            Self::Person => home::ask_person(model),
            Self::Tour => model.screens.push(Screen::Tour(Tour::default())),
            Self::Roster => {
                let roster = Roster::new(model);
                model.screens.push(Screen::Roster(Box::new(roster)));
                effects.push(Effect::ReadRoster);
            }
            Self::Collect => {
                let collect = Collect::new(model);
                model.screens.push(Screen::Collect(Box::new(collect)));
            }
            Self::Collected => home::open_collected(model, effects),
            Self::Returns => {
                if let Some(desk) = model.desk.clone() {
                    let returns = Returns::new(model, desk);
                    model.screens.push(Screen::Returns(Box::new(returns)));
                }
            }
            Self::Taking => {
                let taking = Taking::new(model, effects);
                let taking = Screen::Taking(Box::new(taking));
                update::go_below_overview(model, Some(taking));
            }
            Self::Theme(theme) => {
                model.theme = theme;
                theme.code().clone_into(&mut model.preferences.theme);
                effects.push(Effect::SavePreferences(model.preferences.clone()));
            }
        }
    }
}
