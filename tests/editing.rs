//! A text that is typed, edited, pasted, undone and wrapped is what a naive model of it says, and its
//! caret is drawn where the cells before it end.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use tenken::display::safe;
use tenken::display::width::Ruler;
use tenken::tui::key::Key;
use tenken::tui::widgets::text_input::{Reaction, TextInput};
use unicode_segmentation::UnicodeSegmentation as _;

/// What a user does.
#[derive(Clone, Debug)]
enum Do {
    Type(&'static str),
    Paste(String),
    Press(Key),
}

/// A text as a list of characters, the caret as a number of them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Text {
    units: Vec<String>,
    caret: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Run {
    Typing,
    Erasing,
}

#[derive(Default, Debug)]
struct Model {
    now: Text,
    all: bool,
    run: Option<Run>,
    before: Vec<Text>,
    after: Vec<Text>,
}

impl Text {
    fn joined(&self) -> String {
        self.units.concat()
    }

    /// Puts a text between two numbers of characters; the caret stands behind it.
    fn with(&self, start: usize, end: usize, new: &str) -> Self {
        let head = self.units[..start].concat() + new;
        let whole = head.clone() + &self.units[end..].concat();
        let units: Vec<String> = whole.graphemes(true).map(ToOwned::to_owned).collect();
        let mut length = 0;
        let caret = units
            .iter()
            .take_while(|unit| {
                let inside = length < head.len();
                length += unit.len();
                inside
            })
            .count();
        Self { units, caret }
    }
}

impl Model {
    fn change(&mut self, next: Text, run: Option<Run>) {
        if run.is_none() || self.run != run {
            self.before.push(self.now.clone());
        }
        self.after.clear();
        self.run = run;
        self.all = false;
        self.now = next;
    }

    fn insert(&mut self, text: &str, run: Option<Run>) {
        let (start, end) = if self.all {
            (0, self.now.units.len())
        } else {
            (self.now.caret, self.now.caret)
        };
        self.change(self.now.with(start, end, text), run);
    }

    fn erase(&mut self, start: usize, end: usize) {
        if self.all {
            self.change(Text::default(), None);
        } else if start < end {
            self.change(self.now.with(start, end, ""), Some(Run::Erasing));
        }
    }

    fn go(&mut self, caret: usize) {
        self.now.caret = caret;
        self.all = false;
        self.run = None;
    }

    fn press(&mut self, key: Key) {
        let (caret, length) = (self.now.caret, self.now.units.len());
        match key {
            Key::Enter => {
                self.all = false;
                self.insert("\n", None);
            }
            Key::Backspace => self.erase(caret.saturating_sub(1), caret),
            Key::Delete => self.erase(caret, (caret + 1).min(length)),
            Key::Left if self.all => self.go(0),
            Key::Left => self.go(caret.saturating_sub(1)),
            Key::Right => self.go((caret + 1).min(length)),
            Key::CtrlHome => self.go(0),
            Key::CtrlEnd => self.go(length),
            Key::Ctrl('a') => {
                self.go(length);
                self.all = length > 0;
            }
            Key::Ctrl('z') => {
                let back = self.before.pop();
                self.step(back, true);
            }
            Key::Ctrl('y') => {
                let on = self.after.pop();
                self.step(on, false);
            }
            _ => {}
        }
    }

    fn step(&mut self, to: Option<Text>, back: bool) {
        self.run = None;
        self.all = false;
        let Some(to) = to else { return };
        let from = std::mem::replace(&mut self.now, to);
        if back {
            self.after.push(from);
        } else {
            self.before.push(from);
        }
    }

    /// Takes over where a key that goes by drawn lines led.
    fn follow(&mut self, input: &TextInput) {
        let mut length = 0;
        let units = self.now.units.iter();
        let caret = units
            .take_while(|unit| {
                let inside = length < input.caret();
                length += unit.len();
                inside
            })
            .count();
        self.go(caret);
    }
}

fn signs() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "あ",
        "ん",
        "ー",
        "漢",
        "字",
        "。",
        "「",
        "ｶﾞ",
        "ｱ",
        "か\u{3099}",
        "𠮷",
        "葛\u{e0100}",
        "👨\u{200d}👩\u{200d}👧",
        "👍🏽",
        "a",
        "Z",
        "7",
        "１",
        " ",
        "　",
        "\u{e000}",
        "ﾞ",
        "…",
        "○",
    ])
}

fn deeds() -> impl Strategy<Value = Do> {
    let keys = prop::sample::select(vec![
        Key::Enter,
        Key::Backspace,
        Key::Delete,
        Key::Left,
        Key::Right,
        Key::Up,
        Key::Down,
        Key::Home,
        Key::End,
        Key::CtrlLeft,
        Key::CtrlRight,
        Key::CtrlHome,
        Key::CtrlEnd,
        Key::Ctrl('a'),
        Key::Ctrl('z'),
        Key::Ctrl('y'),
    ]);
    let pasted = prop::collection::vec(prop_oneof![4 => signs(), 1 => Just("\r\n")], 1..12);
    prop_oneof![
        6 => signs().prop_map(Do::Type),
        1 => pasted.prop_map(|signs| Do::Paste(signs.concat())),
        5 => keys.prop_map(Do::Press),
    ]
}

/// Returns the cells in which a text is drawn, measured by the drawing library where it can.
fn drawn_cells(ruler: Ruler, text: &str) -> usize {
    let shown = safe::line(text);
    if ruler == Ruler::Wide {
        return shown.graphemes(true).map(|unit| ruler.cells(unit)).sum();
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
    let (end, _) = buffer.set_stringn(0, 0, shown, 400, Style::new());
    usize::from(end)
}

fn agree(
    input: &TextInput,
    model: &Model,
    ruler: Ruler,
    width: usize,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(input.text(), model.now.joined());
    let before = model.now.units[..model.now.caret].concat();
    prop_assert_eq!(input.caret(), before.len(), "{:?}", model.now);
    prop_assert_eq!(input.is_selected(), model.all);
    let (line, column) = input.caret_place(ruler, width);
    let span = input.wrapped(ruler, width)[line];
    let row = input.text().get(span.start..input.caret()).unwrap();
    prop_assert_eq!(column, drawn_cells(ruler, row).min(width), "{:?}", row);
    let whole = input.text().get(span.start..span.end).unwrap();
    prop_assert!(drawn_cells(ruler, whole) <= width, "{whole:?}");
    let window = input.window(ruler, width + 20);
    prop_assert!(window.column <= width + 20);
    prop_assert!(drawn_cells(ruler, &window.text) <= width + 20);
    Ok(())
}

proptest! {
    #[test]
    fn a_text_is_what_a_naive_model_says(
        deeds in prop::collection::vec(deeds(), 0..80), width in 12_usize..40, wide: bool
    ) {
        let ruler = if wide { Ruler::Wide } else { Ruler::Narrow };
        let mut input = TextInput::lines("");
        let mut model = Model::default();
        for deed in deeds {
            match deed {
                Do::Type(unit) => {
                    for sign in unit.chars() {
                        prop_assert_eq!(input.key(Key::Char(sign), ruler, width), Reaction::Changed);
                        model.insert(&sign.to_string(), Some(Run::Typing));
                    }
                }
                Do::Paste(text) => {
                    prop_assert_eq!(input.insert(&text), Reaction::Changed);
                    model.insert(&text.replace("\r\n", "\n"), None);
                }
                Do::Press(key) => {
                    let (line, _) = input.caret_place(ruler, width);
                    let lines = input.wrapped(ruler, width).len();
                    let caret = input.caret();
                    let reaction = input.key(key, ruler, width);
                    let (now, at) = input.caret_place(ruler, width);
                    match key {
                        Key::Home => prop_assert_eq!((now, at), (line, 0)),
                        Key::End => {
                            let span = input.wrapped(ruler, width)[line];
                            let row = input.text().get(span.start..span.end).unwrap();
                            prop_assert_eq!((now, at), (line, drawn_cells(ruler, row)));
                        }
                        Key::Up if !model.all => {
                            prop_assert_eq!(reaction == Reaction::Ignored, line == 0);
                            prop_assert_eq!(now, line.saturating_sub(1));
                        }
                        Key::Down if !model.all => {
                            prop_assert_eq!(reaction == Reaction::Ignored, line + 1 == lines);
                            prop_assert_eq!(now, (line + 1).min(lines - 1));
                        }
                        Key::CtrlLeft => prop_assert!(input.caret() < caret || caret == 0),
                        Key::CtrlRight => {
                            prop_assert!(input.caret() > caret || caret == input.text().len());
                        }
                        _ => {}
                    }
                    match key {
                        Key::Up | Key::Down if reaction == Reaction::Ignored => {}
                        Key::Home | Key::End | Key::Up | Key::Down | Key::CtrlLeft | Key::CtrlRight => {
                            model.follow(&input);
                        }
                        _ => model.press(key),
                    }
                }
            }
            agree(&input, &model, ruler, width)?;
        }
    }
}
