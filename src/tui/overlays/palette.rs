//! Finding an action: everything that can be done, by name, reading or number; what is not possible
//! now stays in the list and says why.
//!
//! ```text
//!  操作を探す                                                   3件
//! ──────────────────────────────────────────────────────────────────
//!  探す:  kaku▏
//!
//!  > 確認と確定
//!    点検項目を確かめる                  「点検票の一覧」で使えます。
//! ```

mod entries;
mod places;

use super::OverlayGo;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::Effects;
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::picker::Picker;
use crate::tui::widgets::text_draw::draw_line;
use crate::tui::widgets::text_input::Reaction;
pub use entries::{Entry, entries};
use entries::{Run, rows};

/// Widths of the columns, in cells: name, key.
const NAME: usize = 34;
const KEY: usize = 8;

/// The place an action is looked for from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The scopes whose keys are valid there.
    pub scopes: Vec<Scope>,
    /// Whether something lies over the screen and waits for an answer.
    pub busy: bool,
}

/// Finding an action.
#[derive(Debug)]
pub struct Palette {
    place: Place,
    picker: Picker,
}

impl Palette {
    /// Begins to look for an action from where the user is.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let place = Place {
            // A field that is written in does not follow: the palette lies over it.
            scopes: crate::tui::update::scopes(model)
                .into_iter()
                .filter(|scope| *scope != Scope::Text)
                .collect(),
            busy: !model.overlays.is_empty(),
        };
        Self {
            place,
            picker: Picker::default(),
        }
    }

    /// Returns where it was opened.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Gives a key to the text.
    pub fn typed(&mut self, key: Key) -> Reaction {
        self.picker.typed(key)
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        self.picker.pasted(text)
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action) -> OverlayGo {
        let rows = rows(model, &self.place, self.picker.input.text());
        if self.picker.moves(action, rows.len(), model.size.1) {
            return OverlayGo::Stay;
        }
        match action {
            Action::Back | Action::Palette => return OverlayGo::Close,
            Action::Enter => match rows.get(self.picker.selected) {
                Some(row) if row.blocked.is_some() => {
                    let why = row.blocked.as_ref().map(|why| why.whole.clone());
                    model.tell(why.unwrap_or_default());
                }
                Some(row) => {
                    let run = row.run;
                    return OverlayGo::Then(Box::new(move |model, effects| {
                        go(run, model, effects);
                    }));
                }
                None => {}
            },
            _ => {}
        }
        OverlayGo::Stay
    }

    /// Draws the list over the whole body.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().palette;
        let rows = rows(model, &self.place, self.picker.input.text());
        canvas.clear();
        canvas.text(1, 0, words.title, Role::Strong);
        canvas.text_right(0, &(words.count)(rows.len()), Role::Plain);
        canvas.rule(1);
        let x = canvas.text(1, 2, words.search, Role::Plain) + 1;
        if self.picker.input.text().is_empty() {
            canvas.text(x + 2, 2, words.hint, Role::Plain);
        }
        let height = canvas.height().saturating_sub(4);
        let first = scroll(self.picker.selected, rows.len(), height);
        for (at, row) in rows.iter().enumerate().skip(first).take(height) {
            let why = row.blocked.as_ref().map_or(&row.note, |why| &why.short);
            let text = match row.run {
                Run::Item(_) => row.name.clone(),
                _ => format!(
                    "{}{}{why}",
                    ruler.fit(&row.name, NAME),
                    ruler.fit(&row.key, KEY)
                ),
            };
            canvas.row(
                4 + at - first,
                at == self.picker.selected,
                &text,
                Role::Plain,
            );
        }
        if rows.is_empty() {
            for (y, line) in words.nothing.iter().enumerate() {
                canvas.text(3, 4 + y, line, Role::Plain);
            }
        }
        draw_line(canvas, x, 2, &self.picker.input, true);
    }
}

fn go(run: Run, model: &mut Model, effects: &mut Effects) {
    match run {
        Run::Key(action) => crate::tui::update::act(model, action, effects),
        Run::Place(place) => place.go(model, effects),
        Run::InWalk(action) => {
            crate::tui::update::go_walk(model);
            crate::tui::update::act(model, action, effects);
        }
        Run::Item(position) => super::search::go_to(model, position),
    }
}
