//! Where commands write: lines for people, made safe for a terminal.

use std::io::Write;

use crate::display::safe;
use crate::text::Lang;

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

    /// Writes a line.
    pub(super) fn line(&mut self, text: &str) {
        // A reader that went away (a closed pipe) is no reason to fail.
        let _ = writeln!(self.out, "{}", safe::line(text).trim_end());
    }

    /// Writes lines.
    pub(super) fn lines<T: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = T>) {
        for line in lines {
            self.line(line.as_ref());
        }
    }

    /// Writes something to know beside the answer, away from what a script reads.
    pub(super) fn note(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", safe::line(text).trim_end());
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
            let _ = writeln!(self.err, "{lead}{}", safe::line(line).trim_end());
        }
    }
}
