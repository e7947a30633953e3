//! How the screen looks: theme, width of signs, mouse; with a sample to judge by.
//!
//! ```text
//!  > 色合い     ← 標準 →
//!    記号の幅     自動（端末に確かめる）
//!    マウス       使わない
//!
//!    [ はい、この設定で使う ]
//!    [ いいえ、次の幅を試す ]
//!
//!    見本   縦の線はまっすぐですか。文字は欠けていませんか。
//!    | ○ 実施     | △ 一部実施 | × 未実施   |
//! ```

use super::Go;
use crate::display::profile::Ambiguous;
use crate::text::appearance::{AppearanceWords, words};
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::form::{Field, Form, FormGo, Kind};

const THEME: usize = 0;
const WIDTH: usize = 1;
const MOUSE: usize = 2;
const YES: usize = 3;

/// Width of a cell of the sample, in cells of the screen.
const SAMPLE_CELL: usize = 14;

/// The settings being looked at. Each takes effect at once, and is remembered at once.
#[derive(Clone, Debug)]
pub struct Appearance {
    /// The fields.
    pub form: Form,
}

impl Appearance {
    /// Begins with what is in force.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let words = words(model.lang);
        let at = |found: Option<usize>| found.unwrap_or(0);
        let theme = at(Theme::ALL.iter().position(|theme| *theme == model.theme));
        let width = at(Ambiguous::ALL
            .iter()
            .position(|choice| *choice == model.ambiguous));
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let form = Form::new(vec![
            Field::choice(words.theme, words.theme_hint, names(&words.themes), theme),
            Field::choice(words.width, words.width_hint, names(&words.widths), width),
            Field::choice(
                words.mouse,
                words.mouse_hint,
                names(&words.mice),
                usize::from(model.preferences.mouse),
            ),
            Field::button(words.yes, words.question),
            Field::button(words.no, words.no_hint),
        ]);
        Self { form }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Stay => {}
            FormGo::Back => {
                effects.push(Effect::Redraw);
                return Go::Back;
            }
            FormGo::Chosen(_) => self.apply(model, effects),
            FormGo::Pressed(YES) => {
                model.tell(words(model.lang).kept);
                // Some terminals join the marks of the sample to what they follow.
                effects.push(Effect::Redraw);
                return Go::Back;
            }
            FormGo::Pressed(_) => {
                if let Some(Kind::Choice { options, selected }) =
                    self.form.fields.get_mut(WIDTH).map(|field| &mut field.kind)
                {
                    *selected = (*selected + 1) % options.len();
                }
                self.apply(model, effects);
            }
        }
        Go::Stay
    }

    fn apply(&self, model: &mut Model, effects: &mut Effects) {
        let theme = Theme::ALL.get(self.form.chosen(THEME));
        let width = Ambiguous::ALL.get(self.form.chosen(WIDTH));
        model.theme = theme.copied().unwrap_or_default();
        model.ambiguous = width.copied().unwrap_or_default();
        model.profile = model.ambiguous.profile().unwrap_or(model.measured);
        let preferences = &mut model.preferences;
        model.theme.code().clone_into(&mut preferences.theme);
        model
            .ambiguous
            .code()
            .clone_into(&mut preferences.ambiguous);
        let mouse = self.form.chosen(MOUSE) == 1;
        if preferences.mouse != mouse {
            preferences.mouse = mouse;
            effects.push(Effect::UseMouse(mouse));
        }
        effects.push(Effect::SavePreferences(preferences.clone()));
        // What was drawn for another width is drawn anew.
        effects.push(Effect::Redraw);
    }

    /// Draws the settings and the sample.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = words(model.lang);
        canvas.rule(1);
        let below = self.form.draw(canvas, 3);
        draw_sample(words, canvas, below + 1);
    }
}

fn draw_sample(words: &AppearanceWords, canvas: &mut Canvas<'_, '_>, top: usize) {
    let ruler = canvas.ruler();
    let symbols = canvas.symbols();
    let x = canvas.text(3, top, words.sample, Role::Strong) + 3;
    canvas.text(x, top, words.question, Role::Plain);
    let edge = symbols.divider;
    let width = 3 * (SAMPLE_CELL + 1) + 1;
    canvas.text(3, top + 2, &symbols.rule.repeat(width), Role::Plain);
    for (row, cells) in words.samples.iter().enumerate() {
        let cells = cells.map(|cell| ruler.fit(&format!(" {cell}"), SAMPLE_CELL));
        let text = format!("{edge}{}{edge}", cells.join(edge));
        canvas.text(3, top + 3 + row, &text, Role::Plain);
    }
    let bottom = top + 3 + words.samples.len();
    canvas.text(3, bottom, &symbols.rule.repeat(width), Role::Plain);
    let x = canvas.bar(3, bottom + 2, 5, 8, 24) + 2;
    let x = canvas.text(x, bottom + 2, words.themes[0], Role::Label) + 2;
    canvas.text(x, bottom + 2, words.attention, Role::Warning);
}
