//! Where commands write: lines for people, made safe for a terminal.

use std::io::Write;

use crate::display::safe;
use crate::text::Lang;

/// The longest line written, in characters: longer than any path.
const LINE_MAX: usize = 5_000;

/// How much of many lines is written at once, in bytes.
const WRITTEN_AT_ONCE: usize = 64 * 1024;

/// Returns a line fit to be written to a terminal.
pub(super) fn fit(text: &str) -> String {
    let mut line = safe::line_within(text, LINE_MAX);
    line.truncate(line.trim_end().len());
    line
}

/// Standard output and standard error.
pub(super) struct Output<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    lang: Lang,
}

impl<'a> Output<'a> {
    /// Writes to two places.
    pub(super) const fn new(out: &'a mut dyn Write, err: &'a mut dyn Write, lang: Lang) -> Self {
        Self { out, err, lang }
    }

    /// Returns standard output for what makes its lines safe itself.
    pub(super) fn raw(&mut self) -> &mut dyn Write {
        self.out
    }

    /// Writes a line.
    pub(super) fn line(&mut self, text: &str) {
        // A reader that went away (a closed pipe) is no reason to fail.
        let _ = writeln!(self.out, "{}", fit(text));
    }

    /// Writes lines.
    pub(super) fn lines<T: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = T>) {
        // A ledger may have a hundred thousand.
        let mut text = String::new();
        for line in lines {
            text.push_str(&fit(line.as_ref()));
            text.push('\n');
            if text.len() >= WRITTEN_AT_ONCE {
                self.file(text.as_bytes());
                text.clear();
            }
        }
        self.file(text.as_bytes());
    }

    /// Writes a file of our own making as it is, for a pipe to take.
    pub(super) fn file(&mut self, bytes: &[u8]) {
        let _ = self.out.write_all(bytes);
    }

    /// Writes something to know beside the answer, away from what a script reads.
    pub(super) fn note(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", fit(text));
    }

    /// Writes how far something is, in the place of what was written last.
    pub(super) fn progress(&mut self, text: &str) {
        let _ = write!(self.err, "\r{}\x1b[K", safe::line(text));
        let _ = self.err.flush();
    }

    /// Writes a question and leaves the cursor behind it.
    pub(super) fn ask(&mut self, text: &str) {
        let _ = write!(self.err, "{}: ", safe::line(text));
        let _ = self.err.flush();
    }

    /// Writes an error: what is wrong, then what to do.
    pub(super) fn error(&mut self, lines: &[String]) {
        let lead = match self.lang {
            Lang::Ja => "",
            Lang::En => "error: ",
        };
        for (index, line) in lines.iter().enumerate() {
            let lead = if index == 0 { lead } else { "" };
            let _ = writeln!(self.err, "{lead}{}", fit(line));
        }
    }
}
