//! Lines out, lines in: the only place that reads and writes. Text goes out as a safe copy, wrapped,
//! without any sign that moves a cursor.

use std::io::{BufRead, Write};

use super::choice::{Choice, meant};
use super::typed::{Reader, Typed};
use crate::display::safe;
use crate::display::width::Ruler;
use crate::error::Error;
use crate::text::plain::{self, PlainWords};
use crate::text::typed::{is_help, is_help_sign, is_kana, is_quit, is_stop};
use crate::text::{Lang, Strings};

/// Widest line, in cells.
const WIDTH: usize = 76;
/// Nothing is asked of the terminal, so the wider measure is taken.
const RULER: Ruler = Ruler::Wide;
/// How much of what was not understood is repeated, in characters.
const REPEATED_MAX: usize = 30;
/// So many lines of a long list are told at once.
const PAGE: usize = 10;

/// Why the talk does not go on here.
#[derive(Debug)]
pub(super) enum Stop {
    /// The person leaves the program.
    Quit,
    /// The workbook is left for the list.
    List,
    /// The input has ended.
    End,
    /// Nothing can be read or written any more.
    Broken,
    /// The input has ended, and an answer could not be saved.
    Unsaved(Error),
}

/// A step of the talk.
pub(super) type Step<T = ()> = Result<T, Stop>;

/// What was typed where something can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Picked<T> {
    /// Nothing: the safe way.
    Nothing,
    /// One of the choices.
    One(T),
    /// Something else.
    Other(String),
}

/// Where lines are written and read.
pub(super) struct Desk<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    reader: Reader,
    lang: Lang,
    /// What was typed before the input ended, without an end of line.
    pub unfinished: String,
}

impl<'a> Desk<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead, out: &'a mut dyn Write, lang: Lang) -> Self {
        Self {
            input,
            out,
            reader: Reader::default(),
            lang,
            unfinished: String::new(),
        }
    }

    /// Returns the words of this mode.
    pub(super) fn words(&self) -> &'static PlainWords {
        plain::words(self.lang)
    }

    fn strings(&self) -> &'static Strings {
        self.lang.strings()
    }

    /// Writes a text, wrapped.
    pub(super) fn say(&mut self, text: &str) -> Step {
        for line in RULER.wrap(&safe::lines(text), WIDTH) {
            writeln!(self.out, "{}", line.trim_end()).map_err(|_| Stop::Broken)?;
        }
        Ok(())
    }

    /// Writes texts.
    pub(super) fn say_all<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) -> Step {
        for text in texts {
            self.say(text.as_ref())?;
        }
        Ok(())
    }

    /// Begins another subject: a blank line, then its name.
    pub(super) fn begin(&mut self, title: &str) -> Step {
        self.say("")?;
        self.say(title)
    }

    /// Reads a line. A line that is no text, or too long, is told and asked for again.
    pub(super) fn listen(&mut self) -> Step<String> {
        loop {
            self.out.flush().map_err(|_| Stop::Broken)?;
            match self.reader.read(self.input) {
                Ok(Typed::Line(line)) => return Ok(line),
                Ok(Typed::NoText) => self.say(self.words().no_text)?,
                Ok(Typed::TooLong) => self.say(self.words().too_long)?,
                Ok(Typed::End(rest)) => {
                    self.unfinished = rest;
                    return Err(Stop::End);
                }
                Err(_) => return Err(Stop::Broken),
            }
        }
    }

    /// Writes the choices that have a line of their own.
    pub(super) fn list<T>(&mut self, choices: &[Choice<T>]) -> Step {
        for choice in choices.iter().filter(|choice| choice.listed) {
            let line = format!("{}. {}", choice.number, choice.label);
            if choice.recorded {
                self.say(&(self.words().recorded)(&line))?;
            } else {
                self.say(&line)?;
            }
        }
        Ok(())
    }

    /// Says what to type, and returns what was chosen. Help is given, and leaving is heard,
    /// wherever something can be chosen.
    pub(super) fn hear<T: Copy>(&mut self, choices: &[Choice<T>], hint: &str) -> Step<Picked<T>> {
        loop {
            match self.hear_text(choices, hint)? {
                Picked::Other(line) if is_help(&line) => self.help()?,
                Picked::Other(line) if is_quit(&line) => return Err(Stop::Quit),
                other => return Ok(other),
            }
        }
    }

    /// The same where a text may be written too: no word of it means anything else.
    pub(super) fn hear_text<T: Copy>(
        &mut self,
        choices: &[Choice<T>],
        hint: &str,
    ) -> Step<Picked<T>> {
        loop {
            self.say(hint)?;
            let line = self.listen()?;
            if line.trim().is_empty() {
                return Ok(Picked::Nothing);
            }
            if let Some(value) = meant(choices, &line) {
                return Ok(Picked::One(value));
            }
            if !is_help_sign(&line) {
                return Ok(Picked::Other(line));
            }
            self.help()?;
        }
    }

    /// Says how this is used.
    pub(super) fn help(&mut self) -> Step {
        self.say("")?;
        self.say_all(self.words().help)?;
        self.say("")
    }

    /// Tells that something was not understood; what can be typed is said next.
    pub(super) fn not_understood(&mut self, typed: &str) -> Step {
        let typed = safe::line_within(typed.trim(), REPEATED_MAX);
        self.say(&(self.words().not_understood)(&typed))?;
        // A number typed with an input method in the way comes as kana.
        if is_kana(&typed) {
            self.say(self.strings().notices.input_method)?;
        }
        Ok(())
    }

    /// Asks until something was chosen or nothing was typed.
    pub(super) fn choose<T: Copy>(&mut self, choices: &[Choice<T>], hint: &str) -> Step<Option<T>> {
        self.list(choices)?;
        loop {
            match self.hear(choices, hint)? {
                Picked::Nothing => return Ok(None),
                Picked::One(value) => return Ok(Some(value)),
                Picked::Other(typed) => self.not_understood(&typed)?,
            }
        }
    }

    /// Asks until something was chosen; nothing typed is asked again.
    pub(super) fn insist<T: Copy>(&mut self, choices: &[Choice<T>], hint: &str) -> Step<T> {
        self.list(choices)?;
        loop {
            match self.hear(choices, hint)? {
                Picked::Nothing => {}
                Picked::One(value) => return Ok(value),
                Picked::Other(typed) => self.not_understood(&typed)?,
            }
        }
    }

    /// Lists many choices a page at a time, asks, and returns what was chosen; none when the person
    /// goes back or reached the end. Every number stays good, on whichever page it stood.
    pub(super) fn choose_of_many<T: Copy>(&mut self, choices: &[Choice<T>]) -> Step<Option<T>> {
        let mut told = 0;
        loop {
            let until = (told + PAGE).min(choices.len());
            self.list(&choices[told..until])?;
            told = until;
            let hint = (self.words().many_hint)(choices.len() - told);
            let back = [Choice::named(0, self.words().back, ())];
            loop {
                match self.hear(choices, &hint)? {
                    Picked::One(value) => return Ok(Some(value)),
                    Picked::Nothing => break,
                    Picked::Other(typed) if meant(&back, &typed).is_some() => return Ok(None),
                    Picked::Other(typed) => self.not_understood(&typed)?,
                }
            }
            if told == choices.len() {
                return Ok(None);
            }
        }
    }

    /// Tells many lines a page at a time, as far as the person wants them.
    pub(super) fn tell_many(&mut self, lines: &[String]) -> Step {
        let pages: Vec<&[String]> = lines.chunks(PAGE).collect();
        for (index, page) in pages.iter().enumerate() {
            self.say_all(page.iter())?;
            let left = lines.len() - (index * PAGE + page.len());
            if left > 0 {
                let back = [Choice::named(0, self.words().back, ())];
                let hint = (self.words().more_hint)(left);
                if self.choose(&back, &hint)?.is_some() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Asks for one line; what stands there already is kept when nothing is typed. None when the
    /// person gives up with a full stop.
    pub(super) fn field(
        &mut self,
        label: &str,
        hint: &str,
        kept: &str,
        needed: bool,
    ) -> Step<Option<String>> {
        self.begin(&(self.words().field)(label, hint))?;
        loop {
            self.say(&(self.words().field_hint)(kept, needed))?;
            let line = self.listen()?;
            let line = line.trim();
            if is_stop(line) {
                return Ok(None);
            }
            if is_help_sign(line) {
                self.help()?;
            } else if !line.is_empty() {
                return Ok(Some(line.to_owned()));
            } else if !kept.is_empty() || !needed {
                return Ok(Some(kept.to_owned()));
            } else {
                self.say(&(self.strings().setup.needed)(label))?;
            }
        }
    }
}
