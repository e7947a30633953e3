//! The help: what this screen and field are for, how figures are made, then the keys valid here from
//! the key table. Typing narrows the keys, Enter runs the one chosen.

use super::OverlayGo;
use super::topic::{Subject, subject};
use crate::text::guide;
use crate::text::search::folded;
use crate::tui::canvas::Canvas;
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Binding, Scope, bindings};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::text_draw::draw_line;
use crate::tui::widgets::text_input::{Reaction, TextInput};

/// Rows of the help above what scrolls.
const HEAD: usize = 2;
/// Width of the column of keys, in cells.
const KEYS: usize = 22;

/// The help.
#[derive(Debug)]
pub struct Help {
    scopes: Vec<Scope>,
    subject: Subject,
    search: TextInput,
    /// The key chosen; none while reading, so that Enter does nothing by mistake.
    selected: Option<usize>,
    /// The first line shown while reading.
    first: usize,
}

/// A line of the help.
enum Line {
    Text(String, Role),
    Key(&'static Binding),
}

impl Help {
    /// Explains where the user is.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        Self {
            scopes: crate::tui::update::scopes(model),
            subject: subject(model),
            search: TextInput::line("", 40),
            selected: None,
            first: 0,
        }
    }

    /// Gives a key to the text.
    pub fn typed(&mut self, key: Key) -> Reaction {
        let reaction = self.search.key_in_line(key);
        self.after(reaction)
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        let reaction = self.search.insert(text.trim());
        self.after(reaction)
    }

    fn after(&mut self, reaction: Reaction) -> Reaction {
        if !matches!(reaction, Reaction::Ignored | Reaction::Moved) {
            self.first = 0;
            self.selected = (!self.search.text().is_empty()).then_some(0);
        }
        reaction
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action) -> OverlayGo {
        let lines = self.lines(model);
        let keys = self.keys(model);
        let height = usize::from(model.size.1).saturating_sub(3 + HEAD);
        let unread = lines.len().saturating_sub(self.first + height);
        let last = keys.len().checked_sub(1);
        match (action, self.selected) {
            // What was not read yet comes before the keys.
            (Action::Down, None) if text_height(&lines) > self.first + height => {
                self.first += 1;
            }
            (Action::PageDown, None) if unread > 0 => self.first += unread.min(height),
            (Action::Down, None) => self.selected = last.map(|_| 0),
            (Action::PageDown, None) => self.selected = last,
            (Action::Up, None) => self.first = self.first.saturating_sub(1),
            (Action::PageUp, None) => self.first = self.first.saturating_sub(height),
            (Action::Up, Some(0)) => self.selected = None,
            (Action::Up, Some(at)) => self.selected = Some(at - 1),
            (Action::Down, Some(at)) => self.selected = last.map(|last| (at + 1).min(last)),
            (Action::PageUp, Some(_)) => self.selected = None,
            (Action::PageDown, Some(_)) => self.selected = last,
            (Action::Back | Action::Help, _) | (Action::Enter, None) => return OverlayGo::Close,
            (Action::Enter, Some(at)) => {
                if let Some(binding) = keys.get(at) {
                    let key = binding.keys.first().copied();
                    return OverlayGo::Then(Box::new(move |model, effects| {
                        if let Some(key) = key {
                            crate::tui::update::press(model, key, effects);
                        }
                    }));
                }
            }
            _ => {}
        }
        if self.selected.is_some() {
            self.first = self.shown_from(&lines, height);
        }
        OverlayGo::Stay
    }

    /// Returns the first line to show so that the key chosen is visible.
    fn shown_from(&self, lines: &[Line], height: usize) -> usize {
        let Some(at) = self.selected else {
            return self.first;
        };
        let row = text_height(lines) + at;
        if row < self.first {
            row
        } else {
            self.first.max((row + 1).saturating_sub(height))
        }
    }

    fn keys(&self, model: &Model) -> Vec<&'static Binding> {
        let wanted = self.search.text();
        let of_key = |key: &Key| folded(&key.to_string()).contains(&folded(wanted));
        bindings(&self.scopes)
            .filter(|binding| {
                (binding.label)(model.strings).holds(wanted) || binding.keys.iter().any(of_key)
            })
            .collect()
    }

    /// Returns what scrolls. Once something is typed, only keys are wanted.
    fn lines(&self, model: &Model) -> Vec<Line> {
        let (words, ruler) = (&model.strings.help, model.ruler());
        let width = usize::from(model.size.0).saturating_sub(6).min(76);
        let plain = |text: String| Line::Text(text, Role::Plain);
        let mut lines = Vec::new();
        if self.search.text().is_empty() {
            for text in guide::lines(model.lang, self.subject.topic) {
                lines.extend(ruler.wrap(text, width).into_iter().map(plain));
            }
            if let Some((label, hint)) = &self.subject.field {
                lines.push(plain(String::new()));
                lines.push(Line::Text(label.clone(), Role::Strong));
                lines.extend(ruler.wrap(hint, width).into_iter().map(plain));
            }
            if self.subject.topic.has_figures() {
                lines.extend(figures(model, width));
            }
            lines.push(plain(String::new()));
            lines.push(Line::Text(words.keys.to_owned(), Role::Strong));
        }
        let keys = self.keys(model);
        if keys.is_empty() {
            lines.push(plain(words.nothing.to_owned()));
        }
        lines.extend(keys.into_iter().map(Line::Key));
        lines
    }

    /// Draws the help over the whole body.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().help;
        let ruler = canvas.ruler();
        canvas.clear();
        let x = canvas.text(1, 0, words.search, Role::Plain) + 1;
        if self.search.text().is_empty() {
            canvas.text(x + 2, 0, words.hint, Role::Plain);
        }
        canvas.rule(1);
        let lines = self.lines(model);
        let height = canvas.height().saturating_sub(HEAD);
        let chosen = self.selected.map(|at| text_height(&lines) + at);
        for (at, line) in lines.iter().enumerate().skip(self.first).take(height) {
            let y = HEAD + at - self.first;
            match line {
                Line::Text(text, role) => {
                    canvas.text(3, y, text, *role);
                }
                Line::Key(binding) => {
                    let keys: Vec<String> = binding.keys.iter().map(Key::to_string).collect();
                    let label = (binding.label)(canvas.strings()).text;
                    let text = format!("{}{label}", ruler.fit(&keys.join(", "), KEYS));
                    canvas.row(y, chosen == Some(at), &text, Role::Plain);
                }
            }
        }
        if lines.len() > self.first + height {
            canvas.text_right(0, words.more, Role::Plain);
        }
        draw_line(canvas, x, 0, &self.search, true);
    }
}

/// Returns the number of lines before the first key.
fn text_height(lines: &[Line]) -> usize {
    let is_key = |line: &Line| matches!(line, Line::Key(_));
    lines.iter().position(is_key).unwrap_or(lines.len())
}

fn figures(model: &Model, width: usize) -> Vec<Line> {
    let (heading, formulas) = guide::figures(model.lang);
    let ruler = model.ruler();
    let names = formulas.iter().map(|(name, _)| ruler.cells(name));
    let name_width = names.max().unwrap_or(0) + 2;
    let mut lines = vec![
        Line::Text(String::new(), Role::Plain),
        Line::Text(heading.to_owned(), Role::Strong),
    ];
    for (name, formula) in formulas {
        for (row, part) in ruler.wrap(formula, width - name_width).iter().enumerate() {
            let name = if row == 0 { *name } else { "" };
            let text = format!("{}{part}", ruler.fit(name, name_width));
            lines.push(Line::Text(text, Role::Plain));
        }
    }
    lines
}
