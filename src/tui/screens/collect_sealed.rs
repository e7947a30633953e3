//! Asking for what opens sealed files. They stand in the ledger as they are when nobody knows it.

use crate::collect::desk::Planned;
use crate::display::wrap::COLUMN_MAX;
use crate::format::sealing::OpenFault;
use crate::text::board::SealedWords;
use crate::tui::canvas::Canvas;
use crate::tui::effect::OpenWith;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form, FormGo};

const WAY: usize = 0;
const WITH: usize = 1;
const OPEN: usize = 2;
const WITHOUT: usize = 3;
/// The choice of a file of keys, as it stands in its row.
const WITH_KEYS: usize = 1;
/// Longest path that can be typed, in characters.
const PATH_MAX: usize = 400;
/// How many names are shown; of more their number.
const NAMES_MAX: usize = 4;

/// What is asked, and what there is without an answer.
#[derive(Debug)]
pub(super) struct Sealed {
    /// What is asked for.
    pub(super) form: Form,
    /// What collecting would give without them.
    planned: Box<Planned>,
    /// What opened something so far.
    openers: Vec<OpenWith>,
    /// The names of those still sealed.
    names: Vec<String>,
}

/// Where to go from here.
#[derive(Debug)]
pub(super) enum SealedGo {
    /// Stay.
    Stay,
    /// Try what was given.
    Try(Vec<OpenWith>),
    /// Go on without.
    Without,
    /// Change what was asked.
    Back,
}

impl Sealed {
    /// Asks for what opens files, after what was tried before. Returns what is to be told of that.
    #[must_use]
    pub(super) fn ask(
        planned: Box<Planned>,
        before: Option<Self>,
        words: &SealedWords,
    ) -> (Self, Option<String>) {
        let names: Vec<String> = planned
            .sealed
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        let faults = || planned.sealed.iter().map(|(_, fault)| *fault);
        let mut told = None;
        let (mut way, mut path, mut openers) = (0, String::new(), Vec::new());
        if let Some(before) = before {
            way = before.form.chosen(WAY);
            before.form.value(WITH).clone_into(&mut path);
            openers.clone_from(&before.openers);
            let opened = before.names.len().saturating_sub(names.len());
            if opened == 0 {
                let why = worst(faults()).unwrap_or(OpenFault::TakesSomething);
                told = Some((words.wrong)(why).to_owned());
            } else {
                openers.extend(before.given());
                told = Some((words.some)(opened, names.len()));
            }
        }
        if faults().all(|fault| fault == OpenFault::TakesKey) {
            way = WITH_KEYS;
        } else if faults().all(|fault| fault == OpenFault::TakesPassphrase) {
            way = 0;
        }
        let mut form = Form::new(vec![
            Field::choice(
                words.way,
                words.way_hint,
                words.ways.map(ToOwned::to_owned).to_vec(),
                way,
            ),
            with(words, way, &path),
            Field::button(words.open, words.open_hint),
            Field::button(words.without, words.without_hint),
            Field::button(words.change, ""),
        ]);
        form.focus = WITH;
        let asked = Self {
            form,
            planned,
            openers,
            names,
        };
        (asked, told)
    }

    /// Asks once more for what could not be read.
    pub(super) const fn again(&mut self) {
        self.form.focus = WITH;
    }

    /// Gives up asking: what there is without.
    #[must_use]
    pub(super) fn without(self) -> Box<Planned> {
        self.planned
    }

    /// What is in the fields now.
    fn given(&self) -> Option<OpenWith> {
        if self.form.chosen(WAY) == WITH_KEYS {
            let path = self.form.value(WITH);
            (!path.is_empty()).then(|| OpenWith::Keys(path.to_owned()))
        } else {
            let passphrase = self.form.secret(WITH);
            (!passphrase.is_empty()).then_some(OpenWith::Passphrase(passphrase))
        }
    }

    /// Does what a key asks for.
    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> SealedGo {
        let words = &model.strings.board.collect.sealed;
        match self.form.act(action) {
            FormGo::Chosen(WAY) => {
                let field = with(words, self.form.chosen(WAY), "");
                self.form.fields.splice(WITH..=WITH, [field]);
            }
            FormGo::Pressed(OPEN) => {
                if let Some(given) = self.given() {
                    let mut openers = self.openers.clone();
                    openers.push(given);
                    return SealedGo::Try(openers);
                }
                self.form.focus = WITH;
                model.warn(words.needed);
            }
            FormGo::Pressed(WITHOUT) => return SealedGo::Without,
            FormGo::Pressed(_) | FormGo::Back => return SealedGo::Back,
            FormGo::Chosen(_) | FormGo::Stay => {}
        }
        SealedGo::Stay
    }

    /// Draws what is asked.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().board.collect.sealed;
        let ruler = canvas.ruler();
        let width = canvas.width().saturating_sub(6);
        canvas.text(1, 0, words.title, Role::Strong);
        canvas.rule(1);
        let mut y = 3;
        for line in ruler.wrap(&(words.found)(self.names.len()), width.min(COLUMN_MAX)) {
            canvas.text(3, y, &line, Role::Plain);
            y += 1;
        }
        let shown = if self.names.len() > NAMES_MAX {
            NAMES_MAX - 1
        } else {
            NAMES_MAX
        };
        for name in self.names.iter().take(shown) {
            canvas.text(5, y, &ruler.fit(name, width), Role::Plain);
            y += 1;
        }
        if let Some(more) = self.names.len().checked_sub(shown).filter(|more| *more > 0) {
            canvas.text(5, y, &(words.more)(more), Role::Plain);
            y += 1;
        }
        self.form.draw(canvas, y + 1);
    }
}

/// The row for what opens them.
fn with(words: &SealedWords, way: usize, path: &str) -> Field {
    if way == WITH_KEYS {
        Field::text(words.keys, words.keys_hint, path, PATH_MAX)
    } else {
        Field::secret(words.passphrase, words.passphrase_hint)
    }
}

/// What says most of what was tried: that it is wrong, rather than of another kind.
fn worst(mut faults: impl Iterator<Item = OpenFault> + Clone) -> Option<OpenFault> {
    let wrong =
        |fault: &OpenFault| matches!(fault, OpenFault::WrongKey | OpenFault::WrongPassphrase);
    faults.clone().find(wrong).or_else(|| faults.next())
}
